"""A reminder as the keys of a file and back, and a text judged as one."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import permutations

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from coach import resources
from coach.content.catalogue import Catalogue
from coach.content.comments import comments_of
from coach.content.library import load
from coach.content.library_files import Folders
from coach.content.model import Reminder
from coach.content.reminder_file import (
    ORDER,
    Fault,
    changes_between,
    days,
    file_text,
    ident_for,
    judged,
    keys_of,
    length,
    unseen,
)
from coach.content.rewriting import NotRewritableError, rewritten
from coach.content.round_trip import Plain
from tests.content.reminding import reminders
from tests.examples import examples


@cache
def shipped() -> Catalogue:
    return load(Folders(resources.routines(), resources.media()))


FILE = """\
# my own
kind: reminder
format: 1
id: mine   # never changed
title: 'Change position'
summary: >-
  Two lines
  of words.

# how often
every: 30m # not more
days: [mon, tue] # workdays
messages:   # in turn
  # the first
  - Feet down. # softly
  - {say: "Glide, back.", exercise: chin-tuck}
  # the last
  - >-
    Look far away;
    blink.
# what else
figure: walk
snooze: [5m, 10m]
"""


LEAVE = "or leave the key or the item out"


@settings(max_examples=examples(50), deadline=None)
@given(reminders())
def test_any_reminder_becomes_a_file_that_says_the_same(one: Reminder) -> None:
    found = judged(file_text("mine", keys_of(one)), shipped())
    assert found.problems == ()
    assert found.reminder == one


@settings(max_examples=examples(50), deadline=None)
@given(reminders())
def test_a_file_becomes_any_reminder_and_keeps_its_comments_and_what_no_form_knows(one: Reminder) -> None:
    before = judged(FILE, shipped()).reminder
    assert before is not None
    text = rewritten(FILE, changes_between(before, keys_of(one)), ORDER)
    found = judged(text, shipped())
    assert found.problems == ()
    assert found.reminder == replace(one, summary=before.summary, figure="walk")
    assert not set(comments_of(FILE)) - set(comments_of(text))
    assert text.startswith("# my own\nkind: reminder\nformat: 1\nid: mine   # never changed\n")
    assert "summary: >-\n  Two lines\n  of words.\n\n# how often\n" in text


@settings(max_examples=examples(30), deadline=None)
@given(reminders(), reminders())
def test_one_change_after_another_comes_to_the_same_value_as_the_last(one: Reminder, other: Reminder) -> None:
    text = file_text("mine", keys_of(one))
    assert judged(rewritten(text, changes_between(one, keys_of(other)), ORDER), shipped()).reminder == other


@given(reminders())
def test_what_is_not_changed_is_not_written(one: Reminder) -> None:
    assert changes_between(one, keys_of(one)) == {}


def test_nothing_changed_is_the_same_text() -> None:
    assert rewritten(FILE, {}, ORDER) == FILE
    assert rewritten(FILE, {"offer": None, "at": None}, ORDER) == FILE


def test_every_shipped_reminder_can_be_changed_in_each_key() -> None:
    for one in shipped().reminders.values():
        text = (resources.routines() / "reminders" / f"{one.id}.yaml").read_text(encoding="utf-8")
        found = judged(rewritten(text, {"title": "Mine", "at_most": 7, "enabled": False}, ORDER), shipped())
        assert found.reminder == replace(one, title=type(one.title)("Mine"), at_most=7, enabled=False)


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"every": "30"}, Fault("every", None, "30 has no unit; did you mean 30m?")),
        ({"every": "25h"}, Fault("every", None, "25h is too long; write 1s to 24h")),
        ({"title": " "}, Fault("title", None, f"the text is empty; write 1 to 2,000 characters, {LEAVE}")),
        ({"at": ["10:30"]}, Fault("at", None, "every and at exclude each other; keep one of them")),
        ({"every": None, "at": ["10:30", "9:00", "10:30"]}, Fault("at", 1, "9:00 is not a time of day; write 09:00")),
        ({"every": None, "at": ["10:30"] * 2}, Fault("at", 1, "10:30 stands in this list twice; keep one of them")),
        ({"every": None}, Fault("", None, "every or at is missing; write every: 30m or at: [10:30, 15:00]")),
        ({"offer": ["focus", "desk-rest"]}, Fault("offer", 1, "desk-rest is not known; did you mean desk-reset?")),
        ({"offer": ["focus", "focus"]}, Fault("offer", 1, "focus stands in this list twice; keep one of them")),
        ({"offer": "desk-rest"}, Fault("offer", None, "desk-rest is not known; did you mean desk-reset?")),
        ({"at_most": 0}, Fault("at_most", None, "0 is too small; write 1 to 1000")),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_where_it_is(changed: dict[str, object], fault: Fault) -> None:
    text = rewritten(FILE, changed, ORDER)  # type: ignore[arg-type]
    assert judged(text, shipped()).faults[:1] == (fault,)
    assert judged(text, shipped()).reminder is None


def test_what_is_no_reminder_at_all_is_said() -> None:
    assert [one.text for one in judged("- a\n", shipped()).faults] == [
        "a reminder is a map of keys; begin with kind: reminder"
    ]
    assert judged("\t: [", shipped()).reminder is None
    assert judged("", shipped()).faults
    assert judged("\x07", shipped()).faults[0].key == ""
    many = "kind: reminder\n" + "".join(f"a{number}: 1\n" for number in range(300))
    assert len(judged(many, shipped()).problems) > 100


def test_a_fault_above_the_first_key_belongs_to_none() -> None:
    assert judged("# a\x07\nkind: reminder\n", shipped()).faults[-1].key == ""
    assert {fault.key for fault in judged("# a\x07\nkind: reminder\n", shipped()).faults} == {""}


def test_days_are_written_as_a_person_would() -> None:
    week = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    assert days(week) == "mon-sun"
    assert days(week[:5]) == "mon-fri"
    assert days(("sun", "sat")) == ["sat", "sun"]
    assert days(("mon", "wed", "thu", "fri")) == ["mon", "wed", "thu", "fri"]
    assert days(()) == []
    assert all(days(them) == "wed-fri" for them in permutations(("wed", "thu", "fri")))


def test_lengths_have_no_days() -> None:
    assert [length(seconds) for seconds in (1, 90, 1800, 5400, 86400)] == ["1s", "1m30s", "30m", "1h30m", "24h"]


@settings(deadline=None)
@given(st.text(max_size=80), st.sets(st.sampled_from(("reminder", "reminder-2", "aa"))))
def test_every_title_has_a_free_id(title: str, taken: set[str]) -> None:
    from coach.content.scalars import ID

    ident = ident_for(title, taken)
    assert ID.fullmatch(ident)
    assert ident not in taken


def test_an_id_looks_like_its_title() -> None:
    assert ident_for("Stand up & stretch!", ()) == "stand-up-stretch"
    assert ident_for("Überkopf", ()) == "uberkopf"
    assert ident_for("体操", ()) == "reminder"
    assert ident_for("A" * 70, ("a" * 63,)) == "a" * 61 + "-2"


ANY = st.one_of(
    st.text(max_size=30),
    st.text(st.sampled_from("\u200b\u202e\x07\u00a0\u2028 a:#-"), max_size=300),
    st.just("x" * 2001),
)
"""What may be typed or pasted into a field."""


@settings(max_examples=examples(40), deadline=None, phases=[phase for phase in Phase if phase != Phase.shrink])
@given(reminders(), ANY, st.lists(ANY, min_size=1, max_size=3), st.lists(st.integers(600, 603), max_size=4))
def test_whatever_a_form_makes_wrong_is_a_value_that_each_language_says(
    one: Reminder, title: str, said: list[str], times: list[int]
) -> None:
    ways = {"every": None, "at": [f"10:{minute - 600:02}" for minute in times]} if times != [600] else {}
    turned: list[Plain] = [{"say": text, "to": "standing"} for text in said]
    for messages in (said, turned, [*turned, "Softly."]):
        keys = {**keys_of(one), "standing": None, **ways, "title": title, "messages": messages}
        try:
            text = file_text("mine", keys)
        except NotRewritableError:
            assert unseen(keys)
            continue
        for fault in judged(text, shipped()).faults:
            assert fault.amiss is not None, fault


def test_more_than_a_file_may_hold_is_such_a_value() -> None:
    text = file_text("mine", {"title": "Mine", "every": "30m", "messages": ["x" * 2000] * 150})
    assert [fault.amiss for fault in judged(text, shipped()).faults] == ["too-large"]
