"""Another exercise takes over in a conducted session: what is sounded, what the store has, and how it goes on after."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.conductor import Conductor
from coach.content.model import DoseLayer, Exercise, ExerciseStep, Routine, Text
from coach.progress.store import Store
from coach.session.compile import compile_routine, compile_taken_over
from coach.session.going_on import go_on
from coach.session.takeover import TakenOver, Takeover
from tests.conducting import Library, run_for, written
from tests.fakes import FakeClock, FakeCues
from tests.stores import memory_store


def _exercise(ident: str, seconds: float, sets: int) -> Exercise:
    dose = DoseLayer(for_seconds=seconds, sets=sets, rest=5.0)
    return Exercise(ident, Text(ident.capitalize()), ("neck",), "standing", Text("So."), dose)


LIBRARY = Library(
    {"hold": _exercise("hold", 20.0, 2), "soft": _exercise("soft", 8.0, 2), "last": _exercise("last", 6.0, 1)}
)
ROUTINE = Routine("a-routine", Text("A routine"), (ExerciseStep("hold"), ExerciseStep("last")))
SOFT = replace(ROUTINE, steps=(ExerciseStep("soft", named="hold"), ExerciseStep("last")))
TIMELINE = compile_routine(ROUTINE, LIBRARY)


def taken(at: int) -> TakenOver:
    return compile_taken_over("routine", ROUTINE, [Takeover(at, "hold", SOFT)], LIBRARY)


class Creeping(FakeClock):
    """Each look at it takes a moment, as on a real machine, once it `creeps`."""

    creeps = 0.0

    def monotonic(self) -> float:
        self.pass_time(self.creeps)
        return super().monotonic()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def store(clock: FakeClock) -> Store:
    return memory_store(clock)


@pytest.fixture
def conductor(clock: FakeClock, store: Store) -> Conductor:
    return Conductor(TIMELINE, clock, FakeCues(), store)


def done(store: Store) -> list[tuple[int, str | None, str]]:
    """Each work of the newest session: number, exercise, outcome."""
    kept = store.intervals(store.sessions()[0].id)
    return [(one.index, one.exercise, one.outcome) for one in kept if one.kind == "work"]


def test_it_is_written_down_for_the_exercise_of_the_file(conductor, clock, store) -> None:
    conductor.start()
    run_for(conductor, clock, 15)
    conductor.take_over(taken(1))
    assert conductor.view().interval.exercise == "soft"
    assert store.sessions()[0].intervals == len(conductor.timeline.intervals) == 8
    run_for(conductor, clock, 60)
    assert conductor.ended is not None
    assert done(store) == [(1, "hold", "skipped"), (3, "soft", "done"), (5, "soft", "done"), (7, "last", "done")]
    (session,) = store.past()
    assert [(one.exercise, one.named) for one in session.work[1:3]] == [("soft", "hold"), ("soft", "hold")]
    assert session.speaks_for == {"hold", "last"}


def test_one_that_has_gone_on_meanwhile_is_not_taken_over(conductor, clock, store) -> None:
    conductor.start()
    run_for(conductor, clock, 15)
    assert conductor.take_over(taken(0)) == []
    assert conductor.timeline is TIMELINE
    assert store.sessions()[0].intervals == len(TIMELINE.intervals)
    conductor.hurts()
    assert conductor.take_over(taken(1)) == []


@pytest.mark.parametrize("before_end", [0.001 * looks + 0.0005 for looks in range(15)])
def test_time_that_runs_over_the_end_meanwhile_leaves_no_two_timelines(store, before_end) -> None:
    clock = Creeping()
    conductor = Conductor(TIMELINE, clock, FakeCues(), store)
    conductor.start()
    run_for(conductor, clock, 29.95)
    clock.pass_time(0.05 - before_end)
    clock.creeps = 0.001
    conductor.take_over(taken(1))
    clock.creeps = 0.0
    view = conductor.view()
    assert conductor.timeline.intervals[view.index] == view.interval
    assert store.sessions()[0].intervals == len(conductor.timeline.intervals)


def test_where_one_has_gone_back_before_no_number_names_two_things(conductor, clock, store) -> None:
    conductor.start()
    run_for(conductor, clock, 11)
    conductor.next()
    conductor.next()  # the second set
    conductor.back()
    conductor.back()  # the first set again
    conductor.take_over(taken(1))
    run_for(conductor, clock, 60)
    kept = store.intervals(store.sessions()[0].id)
    named: dict[int, set[tuple[str, str | None]]] = {}
    for one in kept:
        named.setdefault(one.index, set()).add((one.kind, one.exercise))
    assert all(len(things) == 1 for things in named.values())
    assert [one.exercise for one in kept if one.outcome == "done" and one.kind == "work"] == ["soft", "soft", "last"]
    assert store.unfinished() is None


@pytest.mark.parametrize("seconds", [0.5, 12.0, 20.0, 30.0])
@pytest.mark.parametrize("goes_back", [False, True])
def test_what_is_cut_short_after_it_goes_on_where_it_was(conductor, clock, store, seconds, goes_back) -> None:
    conductor.start()
    run_for(conductor, clock, 11)
    if goes_back:
        conductor.next()
        conductor.next()
        conductor.back()
        conductor.back()
    conductor.take_over(taken(1))
    run_for(conductor, clock, seconds)
    at, session = conductor.view().index, conductor.session
    assert session is not None
    conductor.close()
    cut = store.unfinished()
    assert cut is not None
    timeline = conductor.timeline
    place = go_on(store.intervals(session), timeline.intervals, cut.intervals)
    assert place.first == at
    again = Conductor(
        *(timeline, clock, FakeCues(), store),
        first=at, session=session, kept=store.intervals(session), planned=cut.intervals,
    )  # fmt: skip
    again.start()
    run_for(again, clock, 70)
    assert again.ended is not None
    works = [one for one in done(store) if one[2] == "done"]
    assert [exercise for _, exercise, _ in works] == ["soft", "soft", "last"]
    assert len({number for number, _, _ in works}) == 3


def test_nothing_is_lost_of_what_was_written_before(conductor, clock, store) -> None:
    conductor.start()
    run_for(conductor, clock, 15)
    conductor.take_over(taken(1))
    assert written(store) == [(0, "prepare", 10.0, "done"), (1, "work", 5.0, "skipped")]
