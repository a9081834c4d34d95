"""A routine as a list of its exercises."""

from __future__ import annotations

from coach.content.model import DoseLayer, Exercise, ExerciseStep, RestStep, RoundsStep, Routine, Text
from coach.session.routine_lines import lines, loaded, needs, needs_only, step_seconds, takes_load
from coach.session.timeline import Interval, IntervalKind, Timeline


def exercise(name: str, *needs: str) -> Exercise:
    return Exercise(name, Text(name), ("neck",), "standing", Text("do"), DoseLayer(reps=8), needs=needs)


def test_the_lines_of_a_routine_go_into_rounds_and_skip_what_is_missing() -> None:
    exercises = {"a": exercise("a", "mat"), "b": exercise("b", "chair", "mat")}
    steps = (
        ExerciseStep("a", DoseLayer(reps=5)),
        RestStep(30),
        RoundsStep(2, (ExerciseStep("b"), RoundsStep(3, (ExerciseStep("a"),)))),
        ExerciseStep("gone"),
    )
    routine = Routine("r", Text("R"), steps)
    found = lines(routine, exercises)
    assert [(line.number, line.exercise.id, line.dose.reps, line.rounds) for line in found] == [
        (1, "a", 5, 1), (2, "b", 8, 2), (3, "a", 8, 6),
    ]  # fmt: skip
    assert needs(routine, exercises) == ["mat", "chair"]
    assert [needs_only(things, routine, exercises) for things in ({"mat", "chair"}, {"mat", "wall"}, set())] == [
        True,
        False,
        False,
    ]


def test_an_exercises_time_counts_its_rests_and_not_the_change_over() -> None:
    def interval(kind: IntervalKind, start: float, seconds: float, step: int) -> Interval:
        return Interval(kind, start, seconds, "a", step=step)

    intervals = (
        interval("prepare", 0, 10, 1), interval("work", 10, 25, 1), interval("rest", 35, 20, 1),
        interval("work", 55, 25, 1), interval("between", 80, 10, 2), interval("work", 90, 5, 2),
    )  # fmt: skip
    timeline = Timeline("r", "R", 95.0, False, 2, intervals, ())
    assert step_seconds(timeline, 1) == 70
    assert step_seconds(timeline, 2) == 5


def test_what_is_done_with_a_band_or_a_weight() -> None:
    library = {"row": exercise("row", "anchor", "band"), "squat": exercise("squat"), "plank": exercise("plank", "mat")}
    heavy = ExerciseStep("squat", load=Text("3 kg"))
    steps = (ExerciseStep("plank"), RoundsStep(2, (heavy,)))
    assert loaded([Routine("r", Text("R"), steps)], library) == ("row", "squat")
    assert loaded([], library) == ("row",)
    [line] = lines(Routine("r", Text("R"), (heavy,)), library)
    assert takes_load(line.exercise, line.load)
    assert not takes_load(line.exercise, None)
