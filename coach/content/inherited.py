"""Sets and rests that a step takes over from its exercise, and that its author may not mean.

A dose is laid over the exercise's key by key, so who writes how much is done once still gets the exercise's own sets.
That is right, and a surprise. Hardly a surprise are: a step without a dose, one that only changes the tempo, and a rest
that is as long as where nobody writes one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from coach.content.model import Dose, DoseLayer, Exercise, ExerciseStep, RoundsStep, Routine, RoutineStep
from coach.values import dataclass


@dataclass(frozen=True, slots=True)
class Inherited:
    """Step `step` (from 1, of the exercise steps) has so many `sets` of its exercise's own, and this `rest` of its own
    between them; None for what the step says itself. `in_rounds`: they are done in every round.
    """

    step: int
    exercise: str
    sets: int | None
    rest: float | None
    in_rounds: bool


def inherited(routine: Routine, exercises: Mapping[str, Exercise]) -> Iterator[Inherited]:
    """Those of a whole routine, in the order of its steps."""
    for number, (step, in_rounds) in enumerate(_walk(routine.steps, in_rounds=False), 1):
        own = exercises[step.exercise].dose
        dose = step.dose.over(own).settled()
        has_amount = _gives_amount(step.dose)
        sets = dose.sets if step.dose.sets is None and dose.sets > 1 and (has_amount or in_rounds) else None
        is_told = sets is not None or (has_amount and dose.sets > 1 and own.rest not in (None, Dose().rest))
        rest = own.rest if step.dose.rest is None and is_told else None
        if sets is not None or rest is not None:
            yield Inherited(number, step.exercise, sets, rest, in_rounds)


def _gives_amount(dose: DoseLayer) -> bool:
    return dose.reps is not None or dose.for_seconds is not None or bool(dose.as_long_as_possible)


def _walk(steps: Sequence[RoutineStep], *, in_rounds: bool) -> Iterator[tuple[ExerciseStep, bool]]:
    for step in steps:
        if isinstance(step, ExerciseStep):
            yield step, in_rounds
        elif isinstance(step, RoundsStep):
            yield from _walk(step.steps, in_rounds=in_rounds or step.rounds > 1)
