"""From levels to doses."""

from __future__ import annotations

import pytest

from coach.content.model import DEFAULT_PROGRESS_STEPS, DoseLayer, ExerciseStep, ProgressStep
from coach.progression.ladder import Ladders, Rung
from tests.progression.past import exercise, told

REPS, SETS = ProgressStep("reps", 2, 12), ProgressStep("sets", 1, 3)
HARDER = ProgressStep("to", to="harder")


@pytest.mark.parametrize(
    ("dose", "steps", "rungs"),
    [
        (DoseLayer(reps=8), (REPS,), ["row 1x8", "row 1x10", "row 1x12"]),
        (DoseLayer(reps=9), (REPS,), ["row 1x9", "row 1x11", "row 1x12"]),
        (DoseLayer(reps=12), (REPS, SETS), ["row 1x12", "row 2x12", "row 3x12"]),
        (DoseLayer(reps=15), (REPS,), ["row 1x15"]),
        (DoseLayer(reps=8, sets=2), (SETS, REPS), ["row 2x8", "row 3x8", "row 3x10", "row 3x12"]),
        (DoseLayer(reps=8), (ProgressStep("hold", 5, 30),), ["row 1x8"]),
        (
            DoseLayer(reps=8, hold=22),
            (ProgressStep("hold", 5, 30),),
            ["row 1x8 hold 22", "row 1x8 hold 27", "row 1x8 hold 30"],
        ),
        (DoseLayer(for_seconds=30), (REPS, ProgressStep("for", 10, 50)), ["row 1x30s", "row 1x40s", "row 1x50s"]),
        (DoseLayer(for_seconds=30), (ProgressStep("hold", 5, 30), SETS), ["row 1x30s", "row 2x30s", "row 3x30s"]),
        (
            DoseLayer(as_long_as_possible=True),
            (ProgressStep("for", 10, 50), SETS),
            ["row 1xmax", "row 2xmax", "row 3xmax"],
        ),
        (DoseLayer(reps=98), (ProgressStep("reps", 2),), ["row 1x98", "row 1x100"]),
        (DoseLayer(reps=8), (ProgressStep("reps", 0, 12),), ["row 1x8"]),
    ],
)
def test_rungs_of_a_dose(dose: DoseLayer, steps: tuple[ProgressStep, ...], rungs: list[str]):
    row = exercise("row", dose)
    assert [told(rung) for rung in Ladders(steps, {"row": row}).rungs(Rung(row, dose))] == rungs


LIBRARY = {
    one.id: one
    for one in (
        exercise("row", DoseLayer(reps=10), harder="band-row", easier="pull"),
        exercise("band-row", DoseLayer(reps=8, sets=2), harder="heavy-row", check_first=("heart",)),
        exercise("heavy-row", DoseLayer(for_seconds=20), harder="row"),
        exercise("pull", DoseLayer(reps=5), easier="think", check_first=("wrist",)),
        exercise("think", DoseLayer(for_seconds=60), check_first=("mind",)),
    )
}
ROW = ExerciseStep("row", DoseLayer(sets=2, hold=3))


def rungs_of(*conditions: str, steps: tuple[ProgressStep, ...] = (REPS, HARDER), sets: int | None = None) -> list[str]:
    ladders = Ladders(steps, LIBRARY, conditions)
    first = ladders.first(ROW)
    assert first is not None
    return [told(rung) for rung in ladders.rungs(first, sets)]


def test_the_harder_exercise_has_its_own_dose_and_the_steps_begin_anew():
    assert rungs_of() == [
        "row 2x10 hold 3", "row 2x12 hold 3", "band-row 2x8", "band-row 2x10", "band-row 2x12", "heavy-row 1x20s",
    ]  # fmt: skip


def test_sets_of_a_plan_stay_with_the_harder_exercise():
    assert rungs_of(sets=4)[2:] == ["band-row 4x8", "band-row 4x10", "band-row 4x12", "heavy-row 4x20s"]


def test_a_barred_harder_exercise_is_passed_over():
    assert rungs_of("heart", steps=(HARDER, REPS)) == ["row 2x10 hold 3", "row 2x12 hold 3"]


def test_the_default_steps_as_the_reference_has_them():
    assert [step.key for step in DEFAULT_PROGRESS_STEPS] == ["reps", "sets", "to"]


@pytest.mark.parametrize(
    ("conditions", "below"),
    [((), "pull 1x5"), (("wrist",), "think 1x60s"), (("wrist", "mind"), "row 1x10 hold 3")],
)
def test_below_the_file(conditions: tuple[str, ...], below: str):
    ladders = Ladders((REPS,), LIBRARY, conditions)
    first = ladders.first(ROW)
    assert first is not None
    assert told(ladders.at(first, -1)) == below


def test_sets_of_a_plan_stay_with_the_easier_exercise():
    ladders = Ladders((REPS,), LIBRARY)
    first = ladders.first(ROW, 3)
    assert first is not None
    assert told(ladders.below(first, 3)) == "pull 3x5"


def test_what_stands_in_has_its_own_dose_and_the_plans_sets():
    library = {
        "press": exercise("press", check_first=("bone",), instead={"bone": "lean"}),
        "lean": exercise("lean", DoseLayer(for_seconds=20)),
    }
    step = ExerciseStep("press", DoseLayer(reps=5, sets=4))
    for sets, dose in ((None, "lean 1x20s"), (2, "lean 2x20s")):
        first = Ladders((), library, ("bone",)).first(step, sets)
        assert first is not None
        assert told(first) == dose
    assert Ladders((), {"press": library["press"]}, ("bone",)).first(step) is None


def test_a_level_above_the_top_is_the_top():
    ladders = Ladders((REPS,), LIBRARY)
    first = ladders.first(ROW)
    assert first is not None
    assert [told(ladders.at(first, level)) for level in (0, 1, 9)] == [
        "row 2x10 hold 3", "row 2x12 hold 3", "row 2x12 hold 3",
    ]  # fmt: skip
