"""How it went: what a long history is read for."""

from __future__ import annotations

from datetime import timedelta

from coach.progression.past import PlanFollowed
from coach.today.gone import gone
from coach.today.keeping import Adherence
from coach.today.soreness import SoreFromPain
from tests.today.people import day, did, item, on, plan, result, shelf, weeks


class Store:
    """What was kept, in no order but that of the store."""

    def __init__(self, sessions=(), tests=(), plans=()) -> None:
        self._sessions, self._tests, self._plans = sessions, tests, plans
        self.since = None

    def past_without_work(self, since):
        self.since = since
        return [one for one in self._sessions if one.started >= since]

    def tests_until(self, moment):
        return sorted((one for one in self._tests if one.at <= moment), key=lambda one: one.at, reverse=True)

    def plans(self):
        return self._plans

    def conditions(self):
        return ()


LIBRARY = shelf(plan(weeks(item("row"))))


def catalogue():
    """A library as calendar_of looks at it."""
    from types import SimpleNamespace

    return SimpleNamespace(routines=LIBRARY.routines, tests=LIBRARY.tests, plans=LIBRARY.plans, exercises={})


def test_what_was_done_is_told_of_by_the_plan_that_was_followed() -> None:
    store = Store([did(on(0)), did(on(2), pain=5)], plans=(PlanFollowed("spring", day(0)),))
    found = gone(catalogue(), store, on(3))
    assert [one.state for one in found.year.days] == ["all", "missed", "pain", "open"]
    assert (found.adherence, found.plan_days) == (Adherence(1, 2), 3)
    assert found.sore == SoreFromPain(5)
    assert [one.pain for one in found.sessions] == [None, 5]


def test_no_more_than_a_year_is_read() -> None:
    store = Store([did(on(0))])
    found = gone(catalogue(), store, on(500))
    assert found.year.days == ()
    assert (found.since.date(), found.since.hour) == (found.year.begins, 0)
    assert on(500) - timedelta(days=52 * 7 + 7 + 7) < store.since < on(500) - timedelta(days=52 * 7)


def test_only_results_of_the_test_taken_last_are_compared() -> None:
    store = Store(tests=[result(on(0)), result(on(1), "mine"), result(on(2)), result(on(9))])
    found = gone(catalogue(), store, on(5))
    assert [one.at for one in found.tests] == [on(2), on(1), on(0)]
    assert [one.at for one in found.of_one_test] == [on(0), on(2)]
