"""The next easier and the next harder exercise to the one that is done now, for a session that is under way."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from coach.content.laid_doses import exercise_steps
from coach.content.model import Exercise, ExerciseStep, PlanItem, ProgressStep, Routine
from coach.progression.choosing import Option
from coach.progression.conditions import Exercises, is_barred, nearest_easier
from coach.progression.ladder import Ladders
from coach.progression.own import Person, asked_of, ladders_of, resting
from coach.progression.past import What
from coach.progression.plan_variant import InItsPlace
from coach.values import dataclass

Way = Literal["easier", "harder"]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another exercise, and what to choose so that it is done the next times too; None where no choice does that."""

    exercise: Exercise
    keeps: What | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """What there is in the place of the exercise that the file names: another one from now on, the next times, or both.

    now: the exercise that can take over in the running session; keeps: what to choose for the next times; option: what
    that would make of them where no other exercise can take over now.
    """

    way: Way
    named: str
    now: Exercise | None = None
    keeps: What | None = None
    option: Option | None = None


def neighbour(
    way: Way,
    file: Routine,
    exercises: Exercises,
    person: Person,
    at: datetime,
    *,
    named: str,
    doing: str,
    item: PlanItem | None = None,
) -> Neighbour | None:
    """The exercise next to `doing`, which is done in the place of `named` of the routine `file`, by a plan's `item` or
    not.

    Easier is the exercise before it on the ladder of the routine, else the nearest that its file names; harder the one
    after it, in a routine without levels the one that its file names. None where there is none, a condition bars it,
    or it rests at the moment `at` after a worse morning.
    """
    step = next((step for step in exercise_steps(file.steps) if step.exercise == named), None)
    if step is None:
        return None
    ways = asked_of(item or PlanItem(()), file, person, at).ways(step, ladders_of(file, exercises, person.conditions))
    ladder = _on_the_ladder(file, step, exercises, person) if ways is None else _around_the_plans(way, ways, doing)
    found = _found(way, ladder, doing)
    if found is None and way == "easier":
        other = nearest_easier(exercises[doing], person.conditions, exercises)
        found = None if other is None else Neighbour(other)
    if found is None or found.exercise.id in resting(person, at):
        return None
    return found if file.progress is not None else Neighbour(found.exercise)


def _around_the_plans(way: Way, ways: InItsPlace, doing: str) -> list[Neighbour]:
    """What is next to `doing`, where the plan has another exercise: by what the files name, and kept where choosing it
    leads there.
    """
    ladders = ways.ladders
    here = ladders.exercises[doing]
    found = nearest_easier(here, ladders.conditions, ladders.exercises)
    if way == "harder":
        harder = ladders.exercises.get(here.harder or "")
        found = None if harder is None or is_barred(harder, ladders.conditions) else harder
    if found is None:
        return []
    chosen = ways.harder()
    keeps: What | None = None
    if found.id == ways.planned.exercise.id:
        keeps = "reset"
    elif way == "easier" and found.id == ways.lowest().exercise.id:
        keeps = "easier"
    elif chosen is not None and found.id == chosen.exercise.id:
        keeps = "harder"
    return [Neighbour(found, keeps), Neighbour(here)] if way == "easier" else [Neighbour(here), Neighbour(found, keeps)]


def _found(way: Way, ladder: list[Neighbour], doing: str) -> Neighbour | None:
    at = next((at for at, one in enumerate(ladder) if one.exercise.id == doing), None)
    if at is None:  # easier than all of them
        return ladder[0] if way == "harder" and ladder else None
    beside = at - 1 if way == "easier" else at + 1
    return ladder[beside] if 0 <= beside < len(ladder) else None


def _on_the_ladder(file: Routine, step: ExerciseStep, exercises: Exercises, person: Person) -> list[Neighbour]:
    """The exercises that levels lead to, the easiest first; none where the step is left out."""
    ladders = ladders_of(file, exercises, person.conditions)
    if file.progress is None:
        ladders = Ladders((ProgressStep("to", to="harder"),), exercises, person.conditions)
    first = ladders.first(step)
    if first is None:
        return []
    below, harder = ladders.below(first), [one for one in ladders.rungs(first) if one.key == "to"]
    found = [Neighbour(below.exercise, "easier")] if below.key == "easier" else []
    found.append(Neighbour(first.exercise, "reset"))
    return [*found, *(Neighbour(one.exercise, None if at else "harder") for at, one in enumerate(harder))]
