"""Every shipped routine, as a plan has it too, for every condition and at every level: nothing barred is ever met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach import resources
from coach.content.extent import MOST_INTERVALS, extent
from coach.content.laid_doses import exercise_steps
from coach.content.library import Folders, load
from coach.content.model import Routine
from coach.progression.conditions import is_barred
from coach.progression.own import LONGEST_SHARE, OwnRoutine, Person, course_of, ladders_of, own_routine
from coach.progression.past import Choice, Session, Work
from coach.session.compile import compile_routine
from coach.session.planned import PlanPlace, planned_id
from tests.progression.past import day

SHIPPED = load(Folders(resources.routines(), resources.media()))
CONDITIONS = tuple(SHIPPED.safety.conditions)


def targets() -> Iterator[str]:
    """The ids of all routines, and as the plans have them."""
    yield from SHIPPED.routines
    for plan in SHIPPED.plans.values():
        for weeks in plan.weeks:
            for item in weeks.do:
                if (ident := planned_id(PlanPlace(plan, weeks, item))) and "@" in ident:
                    yield ident


TARGETS = tuple(dict.fromkeys(targets()))


def is_fit(own: OwnRoutine | None, conditions: frozenset[str]) -> None:
    """Nothing in it is barred, all that the file names is done or said to be left out, and it can be run."""
    assert own is not None
    done = list(exercise_steps(own.routine.steps))
    assert [s.exercise for s in done if is_barred(SHIPPED.exercises[s.exercise], conditions)] == []
    file = SHIPPED.routines[own.routine.id.partition("@")[0]]
    named = {step.exercise for step in exercise_steps(file.steps)}
    assert {step.named or step.exercise for step in done} | {one.named for one in own.left_out} == named
    assert own.is_empty == (not done)
    timeline = compile_routine(own.routine, SHIPPED)
    assert len(timeline.intervals) <= MOST_INTERVALS
    assert bool(timeline.intervals) != own.is_empty
    for step in done:
        dose = step.dose.settled()
        assert 1 <= dose.sets <= 20
        assert dose.reps is None or 1 <= dose.reps <= 100
        assert (dose.reps is not None) + (dose.for_seconds is not None) + dose.as_long_as_possible == 1


def chosen(routine: Routine, level: int, conditions: frozenset[str]) -> tuple[Choice, ...]:
    """What brings each exercise of a routine to a level, or to its top below that."""
    if routine.progress is None:
        return ()
    course = course_of(routine, routine.progress, ladders_of(routine, SHIPPED.exercises, conditions))
    if level < 0:
        return tuple(Choice(routine.id, one, "easier", day(0)) for one in course.exercises)
    return tuple(
        Choice(routine.id, one, "up", day(0, minute=number))
        for one in course.exercises
        for number in range(min(level, course.tops[one]))
    )


EVERY_DAY = {(target, CONDITIONS[number % len(CONDITIONS)]) for number, target in enumerate(TARGETS)}
"""Each routine with one condition, and each condition with some; every one with every one beside the everyday suite."""


def cases() -> Iterator[object]:
    """Each target with each condition, and with none."""
    for target in TARGETS:
        yield target, None
        for condition in CONDITIONS:
            marks = () if (target, condition) in EVERY_DAY else pytest.mark.slow
            yield pytest.param(target, condition, marks=marks)


@pytest.mark.parametrize(("target", "condition"), list(cases()))
def test_every_routine_for_every_condition_at_every_level(target: str, condition: str | None) -> None:
    conditions = frozenset(() if condition is None else (condition,))
    file = SHIPPED.routines[target.partition("@")[0]]
    known: OwnRoutine | None = None
    for level in (-1, 0, 1, 2, 4, 7, 30):
        own = own_routine(target, SHIPPED, Person((), chosen(file, level, conditions), conditions), day(1))
        if known is None or own != known:  # a level above its top is its top
            is_fit(own, conditions)
        known = own


@given(st.sampled_from(TARGETS), st.frozensets(st.sampled_from(CONDITIONS)), st.integers(-1, 30))
def test_every_routine_for_any_conditions(target: str, conditions: frozenset[str], level: int) -> None:
    file = SHIPPED.routines[target.partition("@")[0]]
    is_fit(own_routine(target, SHIPPED, Person((), chosen(file, level, conditions), conditions), day(1)), conditions)


def good(routine: Routine, number: int) -> Session:
    """A good session of it."""
    steps = exercise_steps(routine.steps)
    work = tuple(Work(at, step.exercise, step.exercise, "done") for at, step in enumerate(steps))
    return Session(routine.id, day(0) + timedelta(days=2 * number), "finished", 5, 1, work=work)


RISING = tuple(name for name, routine in SHIPPED.routines.items() if routine.progress is not None)


def rising_cases() -> Iterator[object]:
    """Each routine that rises with no condition and, every day, with some; with every one beside the everyday suite."""
    for place, name in enumerate(RISING):
        yield name, None
        for number, condition in enumerate(CONDITIONS):
            yield pytest.param(name, condition, marks=() if number % len(RISING) == place else pytest.mark.slow)


@pytest.mark.parametrize(("name", "condition"), list(rising_cases()))
def test_sessions_alone_never_make_a_routine_half_as_long_again(name: str, condition: str | None) -> None:
    """And they come to an end: what has risen as far as it may stays."""
    conditions, file = frozenset(() if condition is None else (condition,)), SHIPPED.routines[name]
    past = [good(file, number) for number in range(60)]
    own = own_routine(name, SHIPPED, Person(past, (), conditions), past[-1].started)
    is_fit(own, conditions)
    assert own is not None
    longest = LONGEST_SHARE * extent(file, SHIPPED.exercises).seconds
    assert extent(own.routine, SHIPPED.exercises).seconds <= longest


def test_each_of_the_rising_ones_rises() -> None:
    risen: Mapping[str, set[int]] = {
        name: {one.level for one in own.changed}
        for name in SHIPPED.routines
        if (own := own_routine(name, SHIPPED, Person([good(SHIPPED.routines[name], n) for n in range(20)]), day(40)))
    }
    assert {name for name, levels in risen.items() if levels} == {
        "anti-slouch-daily", "deep-neck-flexors", "runners-legs", "upper-back-strength",
    }  # fmt: skip
