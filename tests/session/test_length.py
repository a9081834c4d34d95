"""A routine of one long exercise is as long as the person chooses."""

from __future__ import annotations

import pytest

from coach.content.model import (
    CueEvery,
    DoseLayer,
    Exercise,
    ExerciseStep,
    RestStep,
    RoundsStep,
    Routine,
    SayStep,
    Text,
)
from coach.session.compile import compile_routine
from coach.session.length import chosen_length, with_length
from tests.session.library import catalogue

RUN = Exercise("run", Text("Run"), ("neck",), "standing", Text("Run."), DoseLayer(for_seconds=1800.0))
CUE = CueEvery(300.0, (Text("Tall."), Text("Loose.")))
STEP = ExerciseStep("run", cues=(CUE,))
EXERCISES = {"run": RUN}


def routine(*steps: object) -> Routine:
    return Routine("track", Text("Track"), steps)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("steps", "seconds"),
    [
        ((STEP,), 1800.0),
        ((SayStep(Text("Go.")), STEP), 1800.0),
        ((ExerciseStep("run", DoseLayer(for_seconds=599.0)),), None),
        ((ExerciseStep("run", DoseLayer(sets=2)),), None),
        ((ExerciseStep("run", DoseLayer(reps=5)),), None),
        ((STEP, STEP), None),
        ((RoundsStep(2, (STEP,)), STEP), None),
        ((ExerciseStep("gone"),), None),
        ((RestStep(5.0),), None),
    ],
)
def test_whose_length_it_is(steps: tuple[object, ...], seconds: float | None) -> None:
    assert chosen_length(routine(*steps), EXERCISES) == seconds


def test_a_longer_run_has_more_cues() -> None:
    longer = with_length(routine(SayStep(Text("Go."), 5.0), STEP), 1300.0)
    timeline = compile_routine(longer, catalogue(RUN))
    assert timeline.seconds == 5.0 + 10.0 + 1300.0
    assert [cue.say for cue in timeline.cues if cue.event == "cue"] == ["Tall.", "Loose.", "Tall.", "Loose."]


@pytest.mark.parametrize(("steps", "seconds"), [((STEP, STEP), 60.0), ((STEP,), 0.0), ((STEP,), 3601.0), ((), 60.0)])
def test_what_cannot_be_set(steps: tuple[object, ...], seconds: float) -> None:
    with pytest.raises(ValueError, match=" s for "):
        with_length(routine(*steps), seconds)
