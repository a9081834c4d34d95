"""Why a reminder came, waits or was missed: every value as the sentence that window and terminal show."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from typing import get_args

import pytest

from coach.content.model import Text
from coach.reminders.explain import Explanation
from coach.reminders.promise import Assumption
from coach.reminders.why import (
    Bare,
    ComesAt,
    Counted,
    Counts,
    Held,
    Length,
    LengthKind,
    LongOff,
    Moment,
    MomentKind,
    StillWaited,
    WaitedAllAlong,
    Why,
)
from coach.words import reminders as words
from tests.words.languages import Bracketed, Glossary, outside_brackets

THURSDAY = datetime(2026, 5, 14, 8, 0, tzinfo=UTC)
THREE = datetime(2026, 5, 14, 15, 0, tzinfo=UTC)

WHYS: list[tuple[Why, str]] = [
    ("switched-off", "switched off"),
    ("never-comes", "it has no day and hour at which it could come"),
    ("nothing-due", "nothing is due"),
    ("asked-for", "you asked for it"),
    ("pause-in-typing", "comes at the next pause in your typing"),
    ("program-ended", "the program ended before anybody answered"),
    ("snooze-outlived", "its hours were over when the snooze ended"),
    (Length("comes-in", 14.2), "comes in 15 s"),
    (Length("comes-again-in", 390), "snoozed, comes again in 6 min 30 s"),
    (Length("snoozed", 600), "snoozed for 10 min"),
    (Length("at-desk", 1800), "30 min at the desk"),
    (Length("away-counted", 760), "away 13 min, counted as your break"),
    (Length("session-counted", 615), "a session of 10 min 15 s counted as it"),
    (Length("answered-after", 12.4), "after 12 s"),
    (Length("snoozed-for", 3600), "for 1 h"),
    (Moment("is-time", THREE), "it is 15:00"),
    (Moment("skipped", THURSDAY), "the clock was put forward past 8:00"),
    (Moment("skipped-past-hours", THURSDAY), "the clock was put forward past 8:00 and past its hours"),
    (Moment("off", THURSDAY), "the computer was off or asleep at 8:00"),
    (Moment("hours-over", THREE), "its hours were over before the one at 15:00 could come"),
    (ComesAt(THURSDAY, True), "at 8:00"),
    (ComesAt(THURSDAY, False), "at 8:00 on Thursday"),
    (Counts(1085, 1800), "18 min of 30 min at the desk"),
    (Held("waits", ("camera", "limit")), "waits: the camera is in use, it came as often as it may today"),
    (Held("waited", ("full-screen",)), "waited while a program fills the screen"),
    (WaitedAllAlong(THREE, ("away",)), "the one at 15:00 waited all along: you are away"),
    (WaitedAllAlong(THREE, ()), "the one at 15:00 waited all along: another reminder was open"),
    (StillWaited(THURSDAY, THREE), "the one at 8:00 still waited when 15:00 came"),
    (LongOff(THURSDAY, 1), "the computer was off or asleep on Thursday 14 May, 8:00"),
    (LongOff(THURSDAY, 3), "the computer was off or asleep at 3 of its times from Thursday 14 May, 8:00 on"),
    (Counted("Five-minute break"), "Five-minute break counted as it"),
]


@pytest.mark.parametrize(("value", "told"), WHYS, ids=lambda one: one if isinstance(one, str) else "")
def test_every_why(value: Why, told: str):
    assert words.why(value) == told


def test_the_table_leaves_no_kind_out():
    shown = [value for value, _ in WHYS]
    assert {value for value in shown if isinstance(value, str)} == set(get_args(Bare))
    assert {value.kind for value in shown if isinstance(value, Length)} == set(get_args(LengthKind))
    assert {value.kind for value in shown if isinstance(value, Moment)} == set(get_args(MomentKind))
    assert {type(value) for value in shown} >= {one for one in get_args(Why) if isinstance(one, type)}


@pytest.mark.parametrize("value", [value for value, _ in WHYS], ids=str)
def test_every_why_is_translated(value: Why):
    assert outside_brackets(words.why(value, Bracketed())) == ""


@pytest.mark.parametrize(
    ("assumption", "told"),
    [
        ("resumed", "if you resume now"),
        ("quiet-ends", "if that ends now"),
        ("back-now", "if you come back now"),
        ("stays", "if you stay at the desk"),
        ("sits-down", "if you sit down at 8:00"),
        ("is-there", "if you are at the desk then"),
    ],
)
def test_what_is_supposed(assumption: Assumption, told: str):
    assert words.supposed((assumption,), THURSDAY) == told
    assert outside_brackets(words.supposed((assumption, "stays"), THURSDAY, Bracketed())) == ""


def line(why: Why, *, is_due: bool = False, **more: object) -> Explanation:
    return Explanation("stretch", Text("Stretch"), True, is_due, 5.0, THREE, (), why, **more)  # type: ignore[arg-type]


def test_why_now_says_what_would_keep_it_waiting():
    counting = line(Counts(60, 1800), quiet=("camera",))
    assert words.why_now(counting) == "1 min of 30 min at the desk; now quiet: the camera is in use"
    assert words.why_now(line(Counts(60, 1800))) == "1 min of 30 min at the desk"
    assert outside_brackets(words.why_now(counting, Bracketed())) == ""


def test_one_sentence_answers_why_nothing_came():
    assert words.answer(None) == "No reminder is switched on."
    assert words.answer(line(Held("waits", ("away",)), is_due=True)) == "Stretch waits: you are away."
    assert words.answer(line(ComesAt(THREE, True))) == "Stretch: at 15:00."
    for following in (None, line(ComesAt(THREE, True))):
        assert outside_brackets(words.answer(following, Bracketed())) == ""


def test_a_reminder_whose_file_is_gone():
    assert words.title_of_a_gone_one("change-position") == "Change position (no longer there)"
    assert outside_brackets(words.title_of_a_gone_one("a", Bracketed())) == ""


def test_a_title_of_two_languages_is_told_in_the_one_that_is_spoken() -> None:
    following = dataclasses.replace(line("switched-off"), title=Text("Stretch", {"xx": "Dehnen"}))
    assert words.answer(following, Glossary("xx", {})).startswith("Dehnen")
    assert words.answer(following).startswith("Stretch")
