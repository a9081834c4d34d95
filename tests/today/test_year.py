"""A year of days: the same rule as the week of the plan, day by day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from coach.progression.past import Days
from coach.today.calendar import Calendar
from coach.today.doing import items_on
from coach.today.past import past_up_to
from coach.today.year import Year, YearDay, year
from tests.today.people import calendar, day, did, item, on, past, result, shelf

NO_PLAN = Calendar(shelf())


def states(found: Year) -> dict[int, str]:
    return {(one.date - day(0)).days: one.state for one in found.days}


def test_nothing_is_known_before_anything_happened() -> None:
    found = year(NO_PLAN, past(on(3)))
    assert found.days == ()
    assert found.begins == day(0) - timedelta(weeks=52)


def test_without_a_plan_a_day_with_exercise_is_whole_and_another_a_rest() -> None:
    found = year(NO_PLAN, past(on(3), did(on(0)), did(on(2), how="ended"), tests=[result(on(1))]))
    assert states(found) == {0: "all", 1: "rest", 2: "rest", 3: "rest"}
    assert all((one.done, one.planned) == (0, 0) for one in found.days)


def test_a_session_that_came_to_no_end_begins_the_year() -> None:
    assert states(year(NO_PLAN, past(on(2), did(on(1), how=None)))) == {1: "rest", 2: "rest"}


@pytest.mark.parametrize(
    ("sessions", "state", "done"),
    [
        ((), "missed", 0),
        ((did(on(0)),), "part", 1),
        ((did(on(0)), did(on(0, 19), "fly")), "all", 2),
        ((did(on(0), "ease"),), "part", 0),
        ((did(on(0), how="ended"),), "missed", 0),
        ((did(on(0), pain=4),), "pain", 0),
        ((did(on(0)), did(on(0, 19), "fly", pain=3)), "all", 2),
        ((did(on(0), "wall", kind="test"),), "missed", 0),
    ],
    ids=["nothing", "one of two", "both", "something else", "no end", "pain", "a little pain", "a test"],
)
def test_a_planned_day(sessions, state, done) -> None:
    plan = calendar(item("row", "mon"), item("fly", "mon"))
    first = year(plan, past(on(1), *sessions)).days[0]
    assert (first.date, first.state, first.done) == (day(0), state, done)
    assert first.planned == (0 if state == "pain" else 2)


def test_a_day_without_items_is_a_rest_unless_something_was_done() -> None:
    plan = calendar(item("row", "mon"))
    assert states(year(plan, past(on(2), did(on(0)), did(on(2), "fly")))) == {0: "all", 1: "rest", 2: "all"}


def test_today_is_open_until_midnight() -> None:
    plan = calendar(item("row", "mon"), item("fly", "mon"))
    assert states(year(plan, past(on(0)))) == {0: "open"}
    assert states(year(plan, past(on(0), did(on(0, 8))))) == {0: "part"}


def test_what_was_offered_gently_is_never_missed() -> None:
    plan = calendar(item("row", "tue", if_sore="ease"))
    sore = past(on(3), did(on(0), pain=5))
    assert states(year(plan, sore)) == {0: "pain", 1: "rest", 2: "rest", 3: "rest"}
    assert year(plan, sore).days[1].planned == 0


def test_every_day_is_told_as_the_plan_tells_it() -> None:
    plan = calendar(item("row", "mon", "wed", if_sore="ease"), item("fly", "wed"))
    sessions = [did(on(number, 18), pain=number % 6) for number in range(0, 60, 3)]
    known = past(on(70), *sessions)
    for one in year(plan, known).days:
        items = items_on(one.date, plan, known) or ()
        counted = [each for each in items if each.counts]
        assert (one.done, one.planned) == (sum(each.state == "done" for each in counted), len(counted)), one


def test_a_year_is_fifty_two_weeks_and_the_one_that_is() -> None:
    found = year(NO_PLAN, past(on(800), *(did(on(number)) for number in range(0, 800, 5))))
    assert (found.begins.weekday(), found.days[0].date) == (0, found.begins)
    assert (on(800).date() - found.begins).days // 7 == 52
    assert found.days[-1].date == on(800).date()


def test_where_only_the_days_are_known_they_count() -> None:
    known = past_up_to(on(9), [did(on(8))], (), Days(frozenset([day(5)]), frozenset([day(6)])))
    assert states(year(NO_PLAN, known)) == {5: "all", 6: "pain", 7: "rest", 8: "all", 9: "rest"}


def test_a_plan_begins_the_year_where_nothing_was_done_yet() -> None:
    plan = replace(calendar(item("row"), begun=1))
    assert year(plan, past(on(2))).days[0] == YearDay(day(1), "missed", 0, 1)


def test_what_is_only_to_come_is_no_part_of_the_year() -> None:
    assert year(calendar(item("row"), begun=5), past(on(2))).days == ()


def test_a_plan_that_was_never_followed_begins_nothing() -> None:
    assert year(calendar(item("row"), begun=1, until=0), past(on(2))).days == ()
