"""What a person may choose for an exercise of a routine, and what each choice would make of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from coach.content.laid_doses import exercise_steps
from coach.content.model import Exercise, PlanItem, Routine
from coach.progression.ladder import LOWEST, Ladders, Rung
from coach.progression.own import Person, asked_of, course_of, ladders_of, levels_of
from coach.progression.past import What
from coach.progression.plan_variant import InItsPlace
from coach.progression.standing import Standing
from coach.values import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """A choice, and what is done of the exercise after it; None where nothing of that changes."""

    what: What
    rung: Rung | None = None


def options(
    file: Routine,
    exercises: Mapping[str, Exercise],
    person: Person,
    at: datetime,
    item: PlanItem | None = None,
) -> dict[str, tuple[Option, ...]]:
    """By the file's exercises, what may be chosen at the moment `at`: the easier and the harder one, the dose of the
    file, and to hold what there is. Only what would change something; nothing of a routine without levels, or of an
    exercise that is left out.

    Harder is the harder exercise, where the ladder has one further up and nothing is held, else the next rung. Of an
    exercise in whose place the plan's `item` has another, only what leads to another exercise than that, or back to it.
    """
    if file.progress is None:
        return {}
    ladders = ladders_of(file, exercises, person.conditions)
    course, standings = course_of(file, file.progress, ladders), levels_of(file, ladders, person, at).of
    found: dict[str, tuple[Option, ...]] = {}
    plans = asked_of(item or PlanItem(()), file, person, at)
    for step in exercise_steps(file.steps):
        first, standing = ladders.first(step), standings[step.exercise]
        if step.exercise in found:
            continue
        if (ways := plans.ways(step, ladders)) is not None:
            now = ways.at(standing.level, is_chosen=step.exercise in plans.chosen_harder)
            found[step.exercise] = _beside_the_plans(ways, standing.level, now)
        elif first is not None:
            harder = course.harder.get(step.exercise, LOWEST)
            found[step.exercise] = _of_the_file(first, standing, harder, course.tops[step.exercise], ladders)
    return found


def _of_the_file(first: Rung, standing: Standing, harder: int, top: int, ladders: Ladders) -> tuple[Option, ...]:
    """`harder` is the first level with the harder exercise, the lowest where there is none."""
    may = []
    if standing.level > LOWEST:
        may.append(Option("easier", ladders.below(first)))
    if harder > standing.level and not standing.is_held:
        may.append(Option("harder", ladders.at(first, harder)))
    elif standing.level < top or standing.is_held:
        may.append(Option("up", ladders.at(first, min(standing.level + 1, top))))
    if standing.level != 0:
        may.append(Option("reset", first))
    if standing.level < top and not standing.is_held:
        may.append(Option("hold"))
    return tuple(may)


def _beside_the_plans(ways: InItsPlace, level: int, now: Rung) -> tuple[Option, ...]:
    harder = ways.harder()
    may = [Option("easier", ways.lowest())] if level > LOWEST else []
    if harder is not None and harder.exercise.id not in (now.exercise.id, ways.planned.exercise.id):
        may.append(Option("harder", harder))
    if now != ways.planned:
        may.append(Option("reset", ways.planned))
    return tuple(may)
