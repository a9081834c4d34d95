"""What exercises need, and what of it a person has not got. No dose follows from that: it is told, and left out where
something is chosen for the person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from coach.content.laid_doses import exercise_steps
from coach.content.model import Exercise, Routine
from coach.progression.conditions import is_barred
from coach.values import dataclass

Exercises = Mapping[str, Exercise]


@dataclass(frozen=True, slots=True)
class Lacking:
    """An exercise that needs `things` which the person has not got; `instead` does without any of those, None where no
    easier exercise does.
    """

    exercise: str
    things: tuple[str, ...]
    instead: str | None = None


def missing_for(exercise: Exercise, missing: Collection[str]) -> tuple[str, ...]:
    """What of its needs is missing, in their order."""
    return tuple(thing for thing in exercise.needs if thing in missing)


def without_it(
    exercise: Exercise, missing: Collection[str], conditions: Collection[str], exercises: Exercises
) -> Exercise | None:
    """The nearest along the chain of `easier` that needs nothing of what is missing, and that no condition bars."""
    seen = {exercise.id}
    found = exercises.get(exercise.easier or "")
    while found is not None and found.id not in seen:
        if not missing_for(found, missing) and not is_barred(found, conditions):
            return found
        seen.add(found.id)
        found = exercises.get(found.easier or "")
    return None


def lacking(
    routine: Routine, exercises: Exercises, missing: Collection[str], conditions: Collection[str] = ()
) -> tuple[Lacking, ...]:
    """The exercises of a routine for which something is missing, each once, in its order."""
    if not missing:
        return ()
    found = []
    for ident in dict.fromkeys(step.exercise for step in exercise_steps(routine.steps)):
        exercise = exercises.get(ident)
        things = missing_for(exercise, missing) if exercise is not None else ()
        if exercise is not None and things:
            other = without_it(exercise, missing, conditions, exercises)
            found.append(Lacking(ident, things, other.id if other is not None else None))
    return tuple(found)


def things_of(lacks: Iterable[Lacking]) -> tuple[str, ...]:
    """All that is missing, each once."""
    return tuple(dict.fromkeys(thing for one in lacks for thing in one.things))


def kit_of(exercises: Iterable[Exercise]) -> tuple[str, ...]:
    """Everything that some exercise needs: what most of them need first."""
    counted = Counter(thing for exercise in exercises for thing in exercise.needs)
    return tuple(sorted(counted, key=lambda thing: (-counted[thing], thing)))
