"""What a person may choose for an exercise of a routine, and what each choice would make of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from coach.content.laid_doses import exercise_steps
from coach.content.model import Exercise, Routine
from coach.progression.ladder import LOWEST, Rung
from coach.progression.own import Person, course_of, ladders_of, levels_of
from coach.progression.past import What


@dataclass(frozen=True, slots=True)
class Option:
    """A choice, and what is done of the exercise after it; None where nothing of that changes."""

    what: What
    rung: Rung | None = None


def options(
    file: Routine, exercises: Mapping[str, Exercise], person: Person, at: datetime
) -> dict[str, tuple[Option, ...]]:
    """By the file's exercises, what may be chosen at the moment `at`: the easier and the harder one, the dose of the
    file, and to hold what there is. Only what would change something; nothing of a routine without levels, or of an
    exercise that is left out.

    Harder is the harder exercise, where the ladder has one further up and nothing is held, else the next rung.
    """
    if file.progress is None:
        return {}
    ladders = ladders_of(file, exercises, person.conditions)
    course, standings = course_of(file, file.progress, ladders), levels_of(file, ladders, person, at).of
    found: dict[str, tuple[Option, ...]] = {}
    for step in exercise_steps(file.steps):
        first, standing = ladders.first(step), standings[step.exercise]
        if first is None or step.exercise in found:
            continue
        may = []
        if standing.level > LOWEST:
            may.append(Option("easier", ladders.below(first)))
        harder = course.harder.get(step.exercise, LOWEST)
        if harder > standing.level and not standing.is_held:
            may.append(Option("harder", ladders.at(first, harder)))
        elif standing.level < course.tops[step.exercise] or standing.is_held:
            level = min(standing.level + 1, course.tops[step.exercise])
            may.append(Option("up", ladders.at(first, level)))
        if standing.level != 0:
            may.append(Option("reset", first))
        if standing.level < course.tops[step.exercise] and not standing.is_held:
            may.append(Option("hold"))
        found[step.exercise] = tuple(may)
    return found
