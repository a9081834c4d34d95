"""A routine as a list of its exercises: how much of each, in which rounds, and what it all needs."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from coach.content.model import Cue, Dose, Exercise, ExerciseStep, RoundsStep, Routine, RoutineStep, Text
from coach.session.timeline import Timeline
from coach.values import dataclass


@dataclass(frozen=True, slots=True)
class RoutineLine:
    """One exercise of a routine: its number in the file, the exercise, its dose there, the rounds around it, the
    cues, note and load that the routine adds, and the exercise that the file names, where another is done in its place.
    """

    number: int
    exercise: Exercise
    dose: Dose
    rounds: int
    cues: tuple[Cue, ...] = ()
    named: str = ""
    note: Text | None = None
    load: Text | None = None


def takes_load(exercise: Exercise, load: Text | str | None) -> bool:
    """Whether it is done with a band or a weight, of which the person may say which."""
    return "band" in exercise.needs or load is not None


def loaded(routines: Iterable[Routine], exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
    """The ids of the exercises that are done with a band or a weight, by themselves or in one of the routines."""
    told = {
        step.exercise for routine in routines for step, _ in _walk(routine.steps, 1) if step.load is not None
    }  # fmt: skip
    return tuple(ident for ident, one in sorted(exercises.items()) if ident in told or takes_load(one, None))


def lines(routine: Routine, exercises: Mapping[str, Exercise]) -> list[RoutineLine]:
    """The exercises of a routine in the file's order. One that is missing from `exercises` is left out."""
    found = []
    for number, (step, rounds) in enumerate(_walk(routine.steps, 1), 1):
        exercise = exercises.get(step.exercise)
        if exercise is not None:
            dose = step.dose.over(exercise.dose).settled()
            named = step.named or step.exercise
            found.append(RoutineLine(number, exercise, dose, rounds, step.cues, named, step.note, step.load))
    return found


def _walk(steps: Sequence[RoutineStep], rounds: int) -> Iterator[tuple[ExerciseStep, int]]:
    for step in steps:
        if isinstance(step, ExerciseStep):
            yield step, rounds
        elif isinstance(step, RoundsStep):
            yield from _walk(step.steps, rounds * step.rounds)


def needs(routine: Routine, exercises: Mapping[str, Exercise]) -> list[str]:
    """What a routine needs, each once, in the order it is needed."""
    return list(dict.fromkeys(_needed(routine, exercises)))


def needs_only(things: Container[str], routine: Routine, exercises: Mapping[str, Exercise]) -> bool:
    """Whether a routine needs nothing but these; no further exercise is looked at than the first that needs more."""
    return all(thing in things for thing in _needed(routine, exercises))


def _needed(routine: Routine, exercises: Mapping[str, Exercise]) -> Iterator[str]:
    for step, _ in _walk(routine.steps, 1):
        exercise = exercises.get(step.exercise)
        if exercise is not None:
            yield from exercise.needs


def step_seconds(timeline: Timeline, number: int) -> float:
    """How long exercise `number` takes in the timeline, rests between its sets included, change-overs not."""
    own = [interval for interval in timeline.intervals if interval.step == number]
    return sum(interval.seconds for interval in own if interval.kind in ("work", "switch", "rest"))
