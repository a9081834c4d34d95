"""Length and number of intervals: tables, and the compiled timeline as the oracle; limits told at `steps`."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.content.extent import extent
from coach.content.model import (
    Coaching,
    DoseLayer,
    Exercise,
    ExerciseStep,
    RestStep,
    RoundsStep,
    Routine,
    RoutineStep,
    SayStep,
    Text,
)
from coach.session.compile import compile_routine
from tests.content.shelf import Shelf
from tests.examples import examples


def an_exercise(dose: DoseLayer) -> Exercise:
    return Exercise("a", Text("A"), ("neck",), "sitting", Text("Sit."), dose)


EXERCISES = {"a": an_exercise(DoseLayer(reps=5, move=2, hold=1, back=2, sets=2, rest=20))}
A = ExerciseStep("a")


def a_routine(*steps: RoutineStep, prepare: float = 10.0, between: float = 10.0) -> Routine:
    return Routine("r", Text("R"), steps, prepare=prepare, between=between)


@pytest.mark.parametrize(
    ("routine", "intervals", "seconds"),
    [
        (a_routine(A, A), 8, 160),  # the example of docs/format.md
        (a_routine(A), 4, 80),
        (a_routine(A, prepare=0), 3, 70),
        (a_routine(A, A, between=0), 7, 150),
        (a_routine(A, RestStep(30), A), 8, 180),  # a rest takes the change-over's place
        (a_routine(A, RestStep(0), A), 8, 160),  # a rest of zero does not
        (a_routine(A, RestStep(30)), 4, 80),  # nothing trails
        (a_routine(RestStep(30), RestStep(20)), 0, 0),
        (a_routine(A, RestStep(30), SayStep(Text("Bye."), 5)), 6, 115),
        (a_routine(A, SayStep(Text("Wait.")), A), 8, 165),
        (a_routine(RestStep(5), A), 5, 85),
        (a_routine(RoundsStep(3, (A,), rest=45)), 12, 10 + 3 * 70 + 2 * 45),
        (a_routine(RoundsStep(3, (A,), rest=0)), 12, 10 + 3 * 70 + 2 * 10),
        (a_routine(RoundsStep(2, (A, RestStep(15)), rest=0)), 8, 10 + 2 * 70 + 15),
        (a_routine(RoundsStep(2, (RestStep(15),), rest=5), A), 7, 15 + 5 + 15 + 80),
        (a_routine(RoundsStep(20, (RoundsStep(20, (RoundsStep(20, (A,), rest=0),), rest=0),), rest=0)), 32000, 640000),
        (a_routine(ExerciseStep("a", DoseLayer(sides="both", switch=3))), 8, 10 + 2 * 53 + 20),
        (a_routine(ExerciseStep("a", DoseLayer(sides="both", switch=0))), 6, 10 + 2 * 50 + 20),
        (a_routine(ExerciseStep("a", DoseLayer(sides="alternate", pause=1, sets=1))), 2, 10 + 50 + 9),
        (a_routine(ExerciseStep("a", DoseLayer(as_long_as_possible=True, up_to=60, sets=1))), 2, 70),
        (a_routine(ExerciseStep("a", DoseLayer(for_seconds=45, rest=0))), 3, 100),
    ],
)
def test_extent(routine: Routine, intervals: int, seconds: float) -> None:
    whole = extent(routine, EXERCISES)
    assert (whole.intervals, whole.seconds) == (intervals, seconds)


seconds = st.sampled_from([0.0, 1.0, 5.0, 30.0])
layers = st.builds(
    DoseLayer,
    sets=st.none() | st.integers(1, 3),
    rest=st.none() | seconds,
    reps=st.integers(1, 4),
    move=st.sampled_from([1.0, 2.0]),
    hold=seconds,
    pause=seconds,
    sides=st.sampled_from([None, "both", "alternate", "left"]),
    switch=seconds,
) | st.builds(DoseLayer, for_seconds=st.just(20.0), sides=st.sampled_from([None, "both"]), sets=st.integers(1, 3))
simple = (
    st.builds(ExerciseStep, exercise=st.just("a"), dose=layers)
    | st.builds(RestStep, seconds)
    | st.builds(SayStep, st.just(Text("Hm.")), st.none() | st.just(7.0))
)
steps = st.recursive(
    simple,
    lambda inner: st.builds(RoundsStep, st.integers(1, 3), st.lists(inner, min_size=1, max_size=3).map(tuple), seconds),
    max_leaves=6,
)


@settings(max_examples=examples(150), deadline=None)
@given(st.lists(steps, min_size=1, max_size=4), seconds, seconds)
def test_the_compiled_timeline_agrees(steps: list[RoutineStep], prepare: float, between: float) -> None:
    routine = a_routine(*steps, prepare=prepare, between=between)
    timeline = compile_routine(routine, SimpleNamespace(exercises=EXERCISES, coaching=Coaching({})))
    whole = extent(routine, EXERCISES)
    assert (whole.intervals, whole.seconds) == (len(timeline.intervals), timeline.seconds)


def of_rounds(step: str, *rounds: int) -> str:
    """A step inside rounds without rests, the first number outermost."""
    for number in reversed(rounds):
        step = f"{{rounds: {number}, rest: 0s, steps: [{step}]}}"
    return f"steps: [{step}]\n"


TEN_MINUTES = "{exercise: plank, dose: {for: 10m, sets: 1}}"
ONE_SECOND = "{exercise: plank, dose: {for: 1s, sets: 1}}"
LONG = "write fewer rounds or sets, at most 3h in all"
MANY = "write fewer rounds or sets, at most 2,000 in all"


@pytest.mark.parametrize(
    ("body", "problems"),
    [
        ("between: 0s\nprepare: 0s\n" + of_rounds(TEN_MINUTES, 18), []),
        ("between: 0s\nprepare: 1s\n" + of_rounds(TEN_MINUTES, 18), [f"7:1: the routine lasts 3h1s; {LONG}"]),
        (of_rounds(TEN_MINUTES, 18) + "between: 1s\n", [f"5:1: the routine lasts 3h27s; {LONG}"]),
        ("between: 0s\nprepare: 0s\n" + of_rounds(ONE_SECOND, 20, 10, 10), []),
        (
            "between: 0s\nprepare: 1s\n" + of_rounds(ONE_SECOND, 20, 10, 10),
            [f"7:1: the routine has 2,001 intervals; {MANY}"],
        ),
        (
            of_rounds("{exercise: chin-tuck}", 20, 20, 20),
            [f"5:1: the routine has 16,000 intervals; {MANY}", f"5:1: the routine lasts 7d14h13m20s; {LONG}"],
        ),
    ],
)
def test_limits(shelf: Shelf, body: str, problems: list[str]) -> None:
    assert shelf.of("routine", body) == problems
