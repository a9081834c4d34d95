"""Which exercises a person's conditions bar, and what takes their place."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from coach.content.laid_doses import exercise_steps
from coach.content.model import Exercise, Routine

Exercises = Mapping[str, Exercise]


def barred_by(conditions: Collection[str], exercises: Exercises) -> frozenset[str]:
    """The ids of the exercises that one of the conditions bars."""
    if not conditions:  # most have none, and need not look into every exercise
        return frozenset()
    return frozenset(ident for ident, exercise in exercises.items() if is_barred(exercise, conditions))


def is_barred(exercise: Exercise, conditions: Collection[str]) -> bool:
    """Whether one of the conditions has to be looked at by a professional before this exercise."""
    return bool(barring(exercise, conditions))


def barring(exercise: Exercise, conditions: Collection[str]) -> tuple[str, ...]:
    """The conditions that bar this exercise, in the order of its file."""
    return tuple(condition for condition in exercise.check_first if condition in conditions)


def standing_in(exercise: Exercise, conditions: Collection[str], exercises: Exercises) -> Exercise | None:
    """The exercise itself where nothing bars it, else the first on the way of its `instead`s and `easier`s that nothing
    bars. None where there is none: it is left out.
    """
    seen: set[str] = set()
    found: Exercise | None = exercise
    while found is not None and is_barred(found, conditions):
        seen.add(found.id)
        after = _instead(found, conditions)
        found = exercises.get(after) if after is not None and after not in seen else None
    return found


def nearest_easier(exercise: Exercise, conditions: Collection[str], exercises: Exercises) -> Exercise | None:
    """The first along the chain of `easier` that nothing bars."""
    seen = {exercise.id}
    found = exercises.get(exercise.easier or "")
    while found is not None and found.id not in seen:
        if not is_barred(found, conditions):
            return found
        seen.add(found.id)
        found = exercises.get(found.easier or "")
    return None


def _instead(exercise: Exercise, conditions: Collection[str]) -> str | None:
    named = (exercise.instead.get(condition) for condition in exercise.check_first if condition in conditions)
    return next((ident for ident in named if ident is not None), exercise.easier)


def routines_left_out(
    routines: Mapping[str, Routine], exercises: Exercises, conditions: Collection[str]
) -> frozenset[str]:
    """The routines of which the conditions leave no exercise, though the file has some."""
    if not conditions:  # most have none, and need not look into every routine
        return frozenset()
    return frozenset(
        ident
        for ident, routine in routines.items()
        if (steps := list(exercise_steps(routine.steps)))
        and all(standing_in(exercises[step.exercise], conditions, exercises) is None for step in steps)
    )
