"""Two histories into one."""

from __future__ import annotations

import json
import random

import pytest

from coach.progress.portable.form import fitting
from coach.progress.portable.merging import stays
from tests.progress.portable.histories import (
    any_records,
    choice,
    deleted,
    lines_of,
    lived_in,
    session,
    store_at,
    take,
)

EARLY, LATE = "2026-05-01T10:00:00+02:00", "2026-05-01T10:00:00+01:00"  # by the moment, not by the text


def test_the_record_that_was_changed_later_stays():
    assert stays(session(changed=EARLY, pain=1), session(changed=LATE, pain=0))["pain"] == 0
    assert stays(session(changed=LATE, pain=0), session(changed=EARLY, pain=1))["pain"] == 0


def test_on_a_tie_the_greater_text_stays():
    one, other = session(pain=1), session(pain=2)
    assert stays(one, other) == stays(other, one) == other


def test_what_the_program_did_goes_through_a_file_unchanged():
    lines = lines_of(lived_in())
    kinds = [json.loads(line)["type"] for line in lines]
    assert kinds == ["session", "reminder", "safety", "conditions", "plan", "choice", "setting"]
    other, _ = store_at()
    assert take(other, [fitting(json.loads(line)) for line in lines]) == (dict.fromkeys(kinds, 1), 0)
    assert lines_of(other) == lines


def test_a_session_has_all_that_belongs_to_it():
    [line, *_] = lines_of(lived_in())
    told = json.loads(line)
    assert (told["effort"], told["pain"], told["how"], told["planned_seconds"]) == (5, 1, "finished", 120.0)
    assert told["pains"] == [{"at": "2026-06-01T08:00:30+01:00", "exercise": "lean", "pain": 3}]
    assert [(one["exercise"], one.get("for"), one["reps"]) for one in told["intervals"]] == [
        ("chin-tuck", None, 5), ("lean", "press", None),
    ]  # fmt: skip
    assert told["changed"] == told["ended"] == "2026-06-01T08:01:00+01:00"


def test_what_was_taken_in_is_there_for_the_program():
    store, _ = store_at()
    work = {"index": 0, "kind": "work", "exercise": "lean", "for": "press", "seconds": 5, "outcome": "done"}
    pains = [{"at": EARLY, "exercise": "lean", "pain": 4}]
    told = {"how": "finished", "effort": 5, "pain": 2, "morning": "worse", "pains": pains}
    take(store, [session(intervals=[{**work, "finished": EARLY}], **told), choice("c", EARLY, "down")])
    [kept] = store.past()
    assert (kept.uid, kept.target, kept.how, kept.effort, kept.pain, kept.morning) == (
        "one", "strong", "finished", 5, 2, "worse",
    )  # fmt: skip
    assert [(one.exercise, one.named, one.is_done) for one in kept.work] == [("lean", "press", True)]
    assert [(one.exercise, one.pain) for one in kept.pains] == [("lean", 4)]
    assert [one.what for one in store.choices()] == ["down"]
    assert [record.target for record in store.sessions()] == ["strong"]


def test_twice_is_once():
    store, _ = store_at()
    records = [session(), choice("c", EARLY), session("two", mood=1)]
    assert take(store, records) == ({"session": 2, "choice": 1}, 0)
    before = lines_of(store)
    assert take(store, records) == ({}, 3)
    assert lines_of(store) == before


def test_a_deletion_stays_and_a_later_record_comes_back():
    store, _ = store_at()
    take(store, [session(changed=EARLY)])
    take(store, [deleted("one", LATE)])
    assert store.past() == ()
    assert take(store, [session(changed=EARLY)]) == ({}, 1)
    later = session(changed="2026-05-03T10:00:00+02:00")
    assert take(store, [later]) == ({"session": 1}, 0)
    assert [one.uid for one in store.past()] == ["one"]


def test_a_uid_twice_in_a_file_is_one_record():
    store, _ = store_at()
    assert take(store, [session(changed=EARLY, pain=1), session(changed=LATE, pain=2)]) == ({"session": 1}, 0)
    assert store.past()[0].pain == 2


def test_a_record_may_change_its_type():
    store, _ = store_at()
    take(store, [session("one", EARLY)])
    take(store, [choice("one", LATE)])
    assert (store.past(), len(store.choices())) == ((), 1)
    take(store, [session("one", "2026-05-09T10:00:00Z")])
    assert (len(store.past()), store.choices()) == (1, ())


@pytest.mark.parametrize("seed", range(40))
def test_the_order_does_not_matter_and_two_machines_end_alike(seed: int):
    of = random.Random(seed)
    mine, yours = any_records(seed), any_records(seed + 1000)
    one, other, shuffled = store_at()[0], store_at()[0], store_at()[0]
    take(one, mine)
    take(other, yours)
    both = [*mine, *yours]
    for record in of.sample(both, len(both)):
        take(shuffled, [record])
    from_one, from_other = ([fitting(json.loads(line)) for line in lines_of(store)] for store in (one, other))
    take(one, from_other)
    take(other, from_one)
    assert lines_of(one) == lines_of(other) == lines_of(shuffled)
    before = lines_of(one)
    take(one, from_other)
    assert lines_of(one) == before
