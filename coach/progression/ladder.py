"""The rungs of an exercise in a routine: what each level is, from the file's dose to the last that is allowed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from coach.content.model import Dose, DoseLayer, Exercise, ExerciseStep, ProgressStep
from coach.progression.conditions import is_barred, nearest_easier, standing_in
from coach.session.planned import halved
from coach.values import dataclass, replace

LOWEST = -1
"""The level below the file's own dose: the easier exercise, or half of it."""

_FURTHEST = {"sets": 20, "reps": 100, "hold": 300, "for": 3600}
"""What a dose allows (docs/format.md, Dose), for a step that names no end."""


@dataclass(frozen=True, slots=True)
class Rung:
    """An exercise and its complete dose. `key` is what was raised to come here: sets, reps, hold, for, or to; easier or
    half below the file's own, which has none.
    """

    exercise: Exercise
    dose: DoseLayer
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Ladders:
    """The rungs of any step, by the `steps` of a routine's progress, for a person with these conditions.

    Where another exercise takes a step's place, it has its own dose; `sets` are those that a plan gives, which stay.
    """

    steps: Sequence[ProgressStep]
    exercises: Mapping[str, Exercise]
    conditions: Collection[str] = ()

    def first(self, step: ExerciseStep, sets: int | None = None) -> Rung | None:
        """Level 0 of a step: its exercise with the step's dose, or what stands in for it. None where nothing does."""
        exercise = self.exercises[step.exercise]
        found = standing_in(exercise, self.conditions, self.exercises)
        if found is exercise:
            return Rung(exercise, step.dose.over(exercise.dose))
        return None if found is None else _other(found, sets)

    def rungs(self, first: Rung, sets: int | None = None) -> tuple[Rung, ...]:
        """The rungs from level 0 on, `first` the lowest of them.

        A step of progress is passed over where the dose has no such key, has it at `most` or above, or holds for no
        time; `to: harder` where there is no harder exercise, or it is barred. What was gained stays. On a harder
        exercise the steps begin anew.
        """
        rungs, seen = [first], {first.exercise.id}
        ahead = list(self.steps)
        while ahead:
            step, place = ahead.pop(0), rungs[-1]
            if step.to is None:
                rungs += _raised(place, step)
                continue
            harder = self.exercises.get(place.exercise.harder or "")
            if harder is not None and harder.id not in seen and not is_barred(harder, self.conditions):
                seen.add(harder.id)
                rungs.append(replace(_other(harder, sets), key="to"))
                ahead = list(self.steps)
        return tuple(rungs)

    def below(self, first: Rung, sets: int | None = None) -> Rung:
        """The rung under level 0: the nearest easier exercise that nothing bars, else half of the dose."""
        easier = nearest_easier(first.exercise, self.conditions, self.exercises)
        if easier is not None:
            return replace(_other(easier, sets), key="easier")
        return Rung(first.exercise, halved(first.dose), "half")

    def other(self, ident: str, sets: int | None = None) -> Rung:
        """An exercise with its own dose in another's place."""
        return _other(self.exercises[ident], sets)

    def at(self, first: Rung, level: int, sets: int | None = None) -> Rung:
        """The rung of a level; one above the top is the top."""
        if level <= LOWEST:
            return self.below(first, sets)
        rungs = self.rungs(first, sets)
        return rungs[min(level, len(rungs) - 1)]


def _other(exercise: Exercise, sets: int | None) -> Rung:
    return Rung(exercise, exercise.dose if sets is None else replace(exercise.dose, sets=sets))


def _raised(place: Rung, step: ProgressStep) -> list[Rung]:
    value, rungs = amount(place.dose.settled(), step.key), list[Rung]()
    most = step.most if step.most is not None else _FURTHEST[step.key]
    if step.by <= 0 or value is None or (step.key == "hold" and value == 0):
        return []
    while value < most:
        value = min(value + step.by, most)
        rungs.append(Rung(place.exercise, _with(place.dose, step.key, value), step.key))
    return rungs


def amount(dose: Dose, key: str) -> float | None:
    """What a dose has of a key of `progress`; None where it has no such key."""
    match key:
        case "sets":
            return dose.sets
        case "reps":
            return dose.reps
        case "hold":
            return dose.hold if dose.reps is not None else None
        case _:
            return dose.for_seconds


def _with(layer: DoseLayer, key: str, value: float) -> DoseLayer:
    match key:
        case "sets":
            return replace(layer, sets=int(value))
        case "reps":
            return replace(layer, reps=int(value))
        case "hold":
            return replace(layer, hold=float(value))
        case _:
            return replace(layer, for_seconds=float(value))
