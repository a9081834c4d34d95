"""A routine of one long exercise, like a cue track for a run, is as long as the person chooses."""

from __future__ import annotations

from collections.abc import Mapping

from coach.content.model import DoseLayer, Exercise, ExerciseStep, RoundsStep, Routine
from coach.values import replace

LONG_SECONDS = 600.0
"""From here on a length is a matter of the day, not of the exercise (our choice)."""

LONGEST_SECONDS = 3600.0
"""The longest `for` that a dose allows (docs/format.md, Dose)."""


def chosen_length(routine: Routine, exercises: Mapping[str, Exercise]) -> float | None:
    """The seconds of the routine's one long exercise; None where the length is not the person's to choose."""
    step = _only_exercise(routine)
    if step is None or step.exercise not in exercises:
        return None
    dose = step.dose.over(exercises[step.exercise].dose).settled()
    return dose.for_seconds if dose.sets == 1 and (dose.for_seconds or 0.0) >= LONG_SECONDS else None


def with_length(routine: Routine, seconds: float) -> Routine:
    """The same routine with its one exercise `seconds` long. ValueError where it has none or the length is too long."""
    step = _only_exercise(routine)
    if step is None or not 1 <= seconds <= LONGEST_SECONDS:
        raise ValueError(f"{seconds} s for {routine.id}")
    longer = replace(step, dose=DoseLayer(for_seconds=seconds).over(step.dose))
    return replace(routine, steps=tuple(longer if other is step else other for other in routine.steps))


def _only_exercise(routine: Routine) -> ExerciseStep | None:
    steps = [step for step in routine.steps if isinstance(step, ExerciseStep)]
    nested = any(isinstance(step, RoundsStep) for step in routine.steps)
    return steps[0] if len(steps) == 1 and not nested else None
