"""What is planned on which day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.content.model import PlanItem
from coach.progression.past import PlanFollowed
from coach.today.calendar import Calendar, Planned
from tests.today.people import calendar, day, item, plan, shelf, weeks

ROW = Planned("routine", "row", "row")


def targets(of: Calendar, number: int) -> list[str] | None:
    planned = of.on(day(number))
    return None if planned is None else [one.target for one in planned]


def number(of: Calendar, on: int) -> int | None:
    week = of.week_on(day(on))
    return None if week is None else week.number


@pytest.mark.parametrize(
    ("begun", "weeks_by_day"),
    [
        (0, {-1: None, 0: 1, 6: 1, 7: 2, 13: 2, 14: 3}),
        (3, {2: None, 3: 1, 6: 1, 7: 2, 13: 2, 14: 3}),
        (6, {5: None, 6: 1, 7: 2, 14: 3}),
    ],
)
def test_weeks_are_monday_to_sunday_and_the_first_is_that_of_the_first_day(
    begun: int, weeks_by_day: dict[int, int | None]
) -> None:
    of = calendar(item("row"), begun=begun)
    assert {on: number(of, on) for on in weeks_by_day} == weeks_by_day


def test_nothing_is_planned_before_the_first_day_though_its_week_has_begun() -> None:
    of = calendar(item("row", "mon", "tue", "thu"), begun=1)
    assert [targets(of, on) for on in (0, 1, 2, 3)] == [None, ["row"], [], ["row"]]


def test_the_items_are_those_of_the_week_and_the_day_in_the_plans_order() -> None:
    parts = (
        weeks(item("fly", "mon"), item("row", "mon", sets=1), item("row", "tue", sets=2), last=1),
        weeks(item("row", "mon", sets=3), first=2, last=3),
        weeks(item("ease", "mon"), first=5),
    )
    of = Calendar(shelf(plan(*parts)), (PlanFollowed("spring", day(0)),))
    assert targets(of, 0) == ["fly", "row@spring.1"]
    assert targets(of, 1) == ["row@spring.1.2"]
    assert [targets(of, 7 * week) for week in (1, 2, 3, 4, 50)] == [
        ["row@spring.2"], ["row@spring.2"], [], ["ease"], ["ease"],
    ]  # fmt: skip


def test_twice_a_day_is_two_items() -> None:
    assert calendar(item("row", times=2), item("fly")).on(day(0)) == (ROW, ROW, Planned("routine", "fly", "fly"))


def test_a_test_is_planned_like_a_routine() -> None:
    assert calendar(PlanItem(("mon",), test="wall")).on(day(0)) == (Planned("test", "wall", "wall"),)


def test_of_two_plans_the_later_first_day_counts_while_it_holds() -> None:
    plans = shelf(plan(weeks(item("row")), ident="old"), plan(weeks(item("fly")), ident="new"))
    old, new = PlanFollowed("old", day(0)), PlanFollowed("new", day(9), day(20))
    for order in ((old, new), (new, old)):
        of = Calendar(plans, order)
        assert [targets(of, on) for on in (8, 9, 20, 21)] == [["row"], ["fly"], ["fly"], ["row"]]
        assert [number(of, on) for on in (8, 9, 13, 14, 21)] == [2, 1, 1, 2, 4]


def test_of_two_plans_of_one_day_the_one_that_was_told_later_counts() -> None:
    plans = shelf(plan(weeks(item("row")), ident="old"), plan(weeks(item("fly")), ident="new"))
    assert targets(Calendar(plans, (PlanFollowed("old", day(0)), PlanFollowed("new", day(0)))), 0) == ["fly"]
    assert targets(Calendar(plans, (PlanFollowed("new", day(0)), PlanFollowed("old", day(0)))), 0) == ["row"]


@pytest.mark.parametrize(("until", "planned"), [(3, ["row"]), (2, ["row"]), (1, None), (-1, None)])
def test_a_plan_that_was_stopped_holds_to_its_last_day(until: int, planned: list[str] | None) -> None:
    assert targets(calendar(item("row"), until=until), 2) == planned


def test_after_its_last_week_a_plan_plans_nothing_and_is_still_followed() -> None:
    of = calendar(item("row", "mon"), last=2)
    assert [targets(of, on) for on in (7, 8, 13, 14)] == [["row"], [], [], None]
    week = of.week_on(day(14))
    assert week is not None
    assert (week.number, week.is_over, week.weeks) == (3, True, None)


def test_what_the_library_has_not_is_not_planned() -> None:
    of = calendar(item("gone"), PlanItem(("mon",), test="lost"), item("row", if_sore="gone"))
    assert of.on(day(0)) == (ROW,)
    assert replace(of, followed=(PlanFollowed("lost", day(0)),)).on(day(0)) is None


def test_a_routine_of_which_conditions_leave_nothing_is_neither_planned_nor_offered_when_sore() -> None:
    of = calendar(item("row", if_sore="ease"), item("fly", if_sore="row"))
    assert replace(of, barred=frozenset({"row"})).on(day(0)) == (Planned("routine", "fly", "fly"),)
    assert replace(of, barred=frozenset({"ease"})).on(day(0)) == (ROW, Planned("routine", "fly", "fly", "row"))


@pytest.mark.parametrize(
    ("on", "begun"),
    [
        (-1, 0),  # it will be
        (0, 0),
        (6, 0),
        (7, 8),  # it ended on day 6, and begins again
        (8, 8),
        (90, 8),
    ],
)
def test_how_one_plan_is_followed_whichever_counts(on: int, begun: int) -> None:
    of = Calendar(
        shelf(plan(weeks(item("row")))),
        (
            PlanFollowed("spring", day(0), day(6)),
            PlanFollowed("spring", day(8)),
            PlanFollowed("spring", day(20), day(19)),  # stopped before it began
            PlanFollowed("other", day(9)),
        ),
    )
    found = of.course_of("spring", day(on))
    assert found is not None
    assert found.begun == day(begun)
    assert of.course_of("gone", day(on)) is None


def test_a_plan_tells_in_whose_place_it_has_another_exercise() -> None:
    parts = (weeks(replace(item("row", "mon"), variants={"pull": "lean"}), item("fly", "mon"), last=1),)
    of = Calendar(shelf(plan(*parts)), (PlanFollowed("spring", day(0)),))
    assert targets(of, 0) == ["row@spring.1", "fly"]
    assert [of.varied("row", day(on)) for on in (-1, 0, 6, 7)] == [frozenset(), {"pull"}, {"pull"}, frozenset()]
    assert of.varied("fly", day(0)) == frozenset()
