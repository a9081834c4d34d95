"""A routine as a list of its exercises: how much of each, in which rounds, and what it all needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coach.content.model import Cue, Dose, Exercise, ExerciseStep, RoundsStep, Routine, RoutineStep, Text
from coach.session.timeline import Timeline


@dataclass(frozen=True, slots=True)
class RoutineLine:
    """One exercise of a routine: its number in the file, the exercise, its dose there, the rounds around it, the
    cues and the note that the routine adds, and the exercise that the file names, where another is done in its place.
    """

    number: int
    exercise: Exercise
    dose: Dose
    rounds: int
    cues: tuple[Cue, ...] = ()
    named: str = ""
    note: Text | None = None


def lines(routine: Routine, exercises: Mapping[str, Exercise]) -> list[RoutineLine]:
    """The exercises of a routine in the file's order. One that is missing from `exercises` is left out."""
    found = []
    for number, (step, rounds) in enumerate(_walk(routine.steps, 1), 1):
        exercise = exercises.get(step.exercise)
        if exercise is not None:
            dose = step.dose.over(exercise.dose).settled()
            found.append(RoutineLine(number, exercise, dose, rounds, step.cues, step.named or step.exercise, step.note))
    return found


def _walk(steps: Sequence[RoutineStep], rounds: int) -> Iterator[tuple[ExerciseStep, int]]:
    for step in steps:
        if isinstance(step, ExerciseStep):
            yield step, rounds
        elif isinstance(step, RoundsStep):
            yield from _walk(step.steps, rounds * step.rounds)


def needs(routine: Routine, exercises: Mapping[str, Exercise]) -> list[str]:
    """What a routine needs, each once, in the order it is needed."""
    return list(dict.fromkeys(thing for line in lines(routine, exercises) for thing in line.exercise.needs))


def step_seconds(timeline: Timeline, number: int) -> float:
    """How long exercise `number` takes in the timeline, rests between its sets included, change-overs not."""
    own = [interval for interval in timeline.intervals if interval.step == number]
    return sum(interval.seconds for interval in own if interval.kind in ("work", "switch", "rest"))
