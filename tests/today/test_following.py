"""How a plan stands on a day, and what it would do to begin one."""

from __future__ import annotations

from datetime import date

import pytest

from coach.content.model import PlanWeeks
from coach.progression.past import PlanFollowed
from coach.today.calendar import Calendar
from coach.today.following import Beginning, beginning, first_days, following
from tests.today.people import day, item, plan, shelf, weeks

PLANS = shelf(plan(weeks(item("row"), last=2), weeks(item("fly"), first=3)), plan(weeks(item("fly")), ident="other"))
RANGES: tuple[PlanWeeks, ...] = PLANS.plans["spring"].weeks


def test_nobody_follows_it() -> None:
    found = following(Calendar(PLANS), "spring", day(0))
    assert (found.course, found.week, found.instead, found.is_ahead) == (None, None, None, False)
    assert [found.place_of(one) for one in RANGES] == [None, None]


@pytest.mark.parametrize(
    ("on", "number", "places"), [(0, 1, ["now", "ahead"]), (13, 2, ["now", "ahead"]), (14, 3, ["past", "now"])]
)
def test_where_one_is_in_it(on: int, number: int, places: list[str]) -> None:
    course = PlanFollowed("spring", day(0))
    found = following(Calendar(PLANS, (course,)), "spring", day(on))
    assert found.course == course
    assert found.week is not None
    assert found.week.number == number
    assert [found.place_of(one) for one in RANGES] == places


def test_one_that_begins_later_is_ahead() -> None:
    found = following(Calendar(PLANS, (PlanFollowed("spring", day(7)),)), "spring", day(0))
    assert found.is_ahead
    assert found.week is None


def test_another_that_was_begun_later_counts_instead() -> None:
    of = Calendar(PLANS, (PlanFollowed("spring", day(0)), PlanFollowed("other", day(3))))
    found = following(of, "spring", day(4))
    assert found.course == PlanFollowed("spring", day(0))
    assert found.week is None
    assert found.instead is not None
    assert found.instead.plan.id == "other"
    assert following(of, "other", day(4)).instead is None


OLD, LATER = PlanFollowed("other", day(0)), PlanFollowed("other", day(9))


@pytest.mark.parametrize(
    ("followed", "ends", "later"),
    [
        ((), (), None),
        ((OLD,), (OLD,), None),
        ((OLD, LATER), (OLD,), LATER),
        ((PlanFollowed("other", day(0), day(6)),), (), None),  # it has ended by then
        ((PlanFollowed("other", day(0), day(7)),), (PlanFollowed("other", day(0), day(7)),), None),
        ((PlanFollowed("other", day(9), day(8)),), (), None),  # stopped before it began
        ((PlanFollowed("spring", day(0)),), (PlanFollowed("spring", day(0)),), None),
        ((PlanFollowed("spring", day(9)),), (PlanFollowed("spring", day(9)),), None),  # put right
    ],
)
def test_what_it_does_to_begin_one(
    followed: tuple[PlanFollowed, ...], ends: tuple[PlanFollowed, ...], later: PlanFollowed | None
) -> None:
    found = beginning(followed, "spring", day(7))
    assert found == Beginning("spring", day(7), ends, later)
    assert found.last_day == day(6)


@pytest.mark.parametrize(("today", "monday"), [(2, 9), (3, 9), (8, 9), (9, 16)])
def test_the_days_on_which_one_usually_begins(today: int, monday: int) -> None:
    assert first_days(date(2026, 3, today)) == (date(2026, 3, today), date(2026, 3, monday))
