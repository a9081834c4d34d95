"""What is taken along to an appointment."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest

from coach.content.model import ExerciseStep
from coach.progression.past import ConditionsTold, Pain, PlanFollowed, SafetyTold, Work
from coach.today.keeping import Adherence
from coach.today.report import Hurt, Report, Stop, Swap, Week, report
from tests.progression.past import exercise
from tests.today.people import day, did, item, on, plan, result, routine, weeks

ROUTINES = {
    "row": replace(routine("row"), steps=(ExerciseStep("pull"), ExerciseStep("cobra"), ExerciseStep("cobra"))),
    "fly": replace(routine("fly"), steps=(ExerciseStep("swing"),)),
}
EXERCISES = {
    one.id: one
    for one in (
        exercise("pull"),
        exercise("cobra", check_first=("bone",)),
        exercise("swing", check_first=("bone",), instead={"bone": "pull"}),
    )
}
PLANS = {"spring": plan(weeks(item("row")))}
CATALOGUE = SimpleNamespace(routines=ROUTINES, exercises=EXERCISES, plans=PLANS, tests={})


class Store:
    def __init__(self, sessions=(), tests=(), plans=(), safety=(), conditions=()) -> None:
        self._all = sessions, tests, plans, safety, conditions

    def past(self, *, since):
        return [one for one in self._all[0] if one.started >= since]

    def tests_until(self, moment):
        return sorted((one for one in self._all[1] if one.at <= moment), key=lambda one: one.at, reverse=True)

    def plans(self):
        return self._all[2]

    def safety(self):
        return self._all[3]

    def conditions(self):
        return self._all[4]


def made(store: Store, at=None, first=None) -> Report:
    found = report(CATALOGUE, store, at or on(20), first)
    assert isinstance(found, Report)
    return found


@pytest.mark.parametrize("store", [Store(), Store([did(on(21))]), Store([did(on(-200))], [result(on(-190))])])
def test_nothing_in_that_time_is_no_report(store) -> None:
    assert report(CATALOGUE, store, on(20)) == "nothing"


def test_it_covers_what_was_done_from_the_first_of_it_on() -> None:
    found = made(Store([did(on(9)), did(on(9, 19), how="ended"), did(on(12)), did(on(13), kind="test")]))
    assert (found.first, found.at, found.finished, found.days) == (day(9), on(20), 2, 2)


def test_twelve_weeks_and_no_day_more_unless_a_first_day_is_asked_for() -> None:
    store = Store([did(on(number)) for number in range(-200, 21)])
    assert made(store).first == day(14 - 77)
    assert len(made(store).weeks) == 12
    asked = made(store, first=day(-150))
    assert (asked.first, asked.finished) == (day(-150), 171)


def test_each_week_has_its_days_and_the_least_and_most_that_was_told() -> None:
    sessions = [
        did(on(8), pain=2, pains=(4,)),
        replace(did(on(8, 19), pain=1), effort=8),
        replace(did(on(11), how="ended", pain=6), effort=None),
        replace(did(on(18)), effort=None),
    ]
    assert made(Store(sessions)).weeks == (
        Week(day(7), 1, 2, (1, 6), (5, 8)),
        Week(day(14), 1, 1, None, None),
    )


def test_adherence_is_the_one_of_today() -> None:
    store = Store([did(on(8)), did(on(9)), did(on(10), pain=5)], plans=(PlanFollowed("spring", day(8)),))
    assert made(store, on(12)).adherence == Adherence(2, 3)
    assert made(store, on(12), day(10)).adherence == Adherence(2, 3)


def test_the_last_test_is_compared_with_the_first_of_the_time_else_with_the_one_before() -> None:
    tests = [result(on(-100)), result(on(2)), result(on(5), "mine"), result(on(9)), result(on(15))]

    def compared(*which, first=None):
        found = made(Store([did(on(1))], [tests[number] for number in which]), first=first)
        return [one.at for one in found.tests]

    assert compared(0, 1, 2, 3, 4) == [on(2), on(15)]
    assert compared(0, 4) == [on(-100), on(15)]
    assert compared(4) == [on(15)]
    assert compared(2, 4) == [on(15)]
    assert compared(0) == []


def test_stops_for_pain_name_their_exercises_the_latest_first() -> None:
    told = replace(did(on(8), how="pain"), pains=(Pain("cobra", 5), Pain("pull", 7), Pain("cobra", 6)))
    silent = replace(did(on(9), how="pain"), work=(Work(0, "pull", "pull", "done"), Work(1, "cobra", "swing", "ended")))
    nothing = replace(did(on(10), how="pain", pain=3), work=())
    found = made(Store([told, silent, nothing, did(on(11), pain=8)]))
    assert found.stops == (
        Stop(day(10), "routine", "row", (), 3),
        Stop(day(9), "routine", "row", ("cobra",), None),
        Stop(day(8), "routine", "row", ("cobra", "pull"), 7),
    )
    assert found.hurts == (Hurt("pull", 1, (7, 7)), Hurt("cobra", 2, (5, 6)))


def test_what_the_conditions_change_of_the_routines_that_were_done() -> None:
    told = (ConditionsTold(on(1), frozenset(["bone"])), ConditionsTold(on(30), frozenset()))
    answers = (SafetyTold(on(2), frozenset(["q"])), SafetyTold(on(30)))
    store = Store([did(on(3)), did(on(4), "fly@spring.1"), did(on(5), "gone")], conditions=told, safety=answers)
    found = made(store)
    assert found.changed_for_conditions == (Swap("cobra", None, ("bone",)), Swap("swing", "pull", ("bone",)))
    assert (found.conditions, found.answers) == (told[0], answers[0])
    assert made(Store([did(on(3))])).changed_for_conditions == ()


def test_what_is_later_does_not_count() -> None:
    store = Store([did(on(3)), did(on(8))], [result(on(4)), result(on(9))])
    found = made(store, on(5))
    assert (found.finished, [one.at for one in found.tests]) == (1, [on(4)])
    assert found.at - on(3) == timedelta(days=2)


def test_only_a_test_is_a_report_too() -> None:
    found = made(Store(tests=[result(on(3))]))
    assert (found.first, found.finished, found.stops, found.adherence) == (day(3), 0, (), None)
