"""To follow a plan, in words."""

from __future__ import annotations

from datetime import date

import pytest

from coach.content.model import Plan, PlanItem, PlanWeeks, Text
from coach.progression.past import PlanFollowed
from coach.today.agenda import Item
from coach.today.calendar import Planned, PlanWeek
from coach.today.doing import DayItem, State
from coach.today.following import Beginning, Following
from coach.words import following as words
from tests.words.languages import Bracketed, outside_brackets

MONDAY = date(2026, 3, 9)
WEEKS = (PlanWeeks(1, 8, (PlanItem(("mon",), "row"),)),)
PLANS = {name: Plan(name, Text(name.title()), WEEKS) for name in ("spring", "autumn")}


@pytest.mark.parametrize(
    ("ends", "later", "sentence"),
    [
        ((), None, ""),
        ((PlanFollowed("autumn", date(2026, 3, 2)),), None, "Autumn ends on Sunday 8 March; what was done stays."),
        ((PlanFollowed("autumn", MONDAY),), None, "Autumn, which begins on the same day, is not followed then."),
        (
            (PlanFollowed("spring", date(2026, 3, 2)),),
            None,
            "It begins anew with week 1; Sunday 8 March is the last day of what was.",
        ),
        ((PlanFollowed("spring", date(2026, 3, 16)),), None, "So it no longer begins on Monday 16 March."),
        ((), PlanFollowed("gone", date(2026, 3, 16)), "From Monday 16 March on gone is followed, which begins then."),
    ],
)
def test_what_a_beginning_changes(ends: tuple[PlanFollowed, ...], later: PlanFollowed | None, sentence: str) -> None:
    found = Beginning("spring", MONDAY, ends, later)
    assert words.switches(found, PLANS) == sentence
    assert outside_brackets(words.switches(found, PLANS, Bracketed())) == ""


def test_from_when_on() -> None:
    assert words.begun(PLANS["spring"], MONDAY) == "Spring: from Monday 9 March on."
    assert words.begins_on(MONDAY, MONDAY).startswith("Week 1 is the week of Monday 9 March")
    assert words.begins_on(MONDAY, date(2026, 3, 10)).startswith("Week 1 was the week of Monday 9 March")


def test_stopped() -> None:
    both = (PlanFollowed("spring", MONDAY), PlanFollowed("gone", MONDAY), PlanFollowed("spring", MONDAY))
    assert words.stopped(both, PLANS) == "Stopped: Spring, gone. What was done stays."


COURSE = PlanFollowed("spring", MONDAY)


def in_week(number: int, plan: str = "spring") -> PlanWeek:
    return PlanWeek(PlanFollowed(plan, MONDAY), PLANS[plan], number, None)


@pytest.mark.parametrize(
    ("found", "stands", "mark"),
    [
        (Following(MONDAY, None, None, None), "", ""),
        (Following(MONDAY, None, None, in_week(1, "autumn")), "", ""),
        (Following(date(2026, 3, 8), COURSE, None, None), "Begins on Monday 9 March", "begins on Monday 9 March"),
        (
            Following(date(2026, 3, 8), COURSE, None, in_week(1, "autumn")),
            "Begins on Monday 9 March",
            "begins on Monday 9 March",
        ),
        (Following(MONDAY, COURSE, in_week(3), None), "You are in week 3 of eight", "followed, week 3 of eight"),
        (Following(MONDAY, COURSE, in_week(9), None), "Its last week is behind you", "its last week is behind you"),
        (Following(MONDAY, COURSE, None, None), "", ""),  # of a plan whose file is gone
        (
            Following(MONDAY, COURSE, None, in_week(1, "autumn")),
            "Autumn was begun later, and is followed instead",
            "Autumn was begun later, and is followed instead",
        ),
    ],
)
def test_where_one_is(found: Following, stands: str, mark: str) -> None:
    assert words.stands(found, PLANS) == stands
    assert words.followed_mark(found, PLANS) == mark
    assert outside_brackets(words.stands(found, PLANS, Bracketed())) == ""


def test_what_to_do_when_sore() -> None:
    assert words.if_sore([]) == ""
    assert "sore, Gentle recovery is offered" in words.if_sore(["Gentle recovery"])
    assert "sore, Gentle recovery or A breath is offered" in words.if_sore(["Gentle recovery", "A breath"])
    assert "sore, A walk, A breath or Rest is offered" in words.if_sore(["A walk", "A breath", "Rest"])


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (Following(MONDAY, None, None, None), ""),
        (Following(MONDAY, COURSE, in_week(1), None), "Followed since Monday 9 March."),
        (Following(date(2026, 3, 8), COURSE, None, None), "Begins on Monday 9 March."),
    ],
)
def test_since_when(found: Following, sentence: str) -> None:
    assert words.since(found) == sentence
    assert outside_brackets(words.since(found, Bracketed()) + words.stop_does(Bracketed())) == ""


def items(*states: State) -> list[Item]:
    planned = Planned("routine", "row", "row")
    return [Item("routine", "row", "row", state, DayItem(planned, state)) for state in states]


@pytest.mark.parametrize(
    ("states", "is_past", "told"),
    [
        (("done",), True, "Done"),
        (("done", "done"), False, "Done"),
        (("done", "missed"), True, "1 of 2 done"),
        (("done", "due"), False, "1 of 2 done"),
        (("missed",), True, "Not done"),
        (("sore",), True, "A day with pain"),
        (("sore",), False, "Gentler today"),
        (("due",), False, ""),
        (("due", "due"), False, "2 times"),
    ],
)
def test_what_became_of_a_thing(states: tuple[State, ...], is_past: bool, told: str) -> None:
    assert words.state(items(*states), is_past=is_past) == told
    assert outside_brackets(words.state(items(*states), is_past=is_past, language=Bracketed())) == ""
