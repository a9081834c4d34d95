"""What a plan asks for of a routine's exercises, and what is done where it has another one in their place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coach.content.model import DoseLayer, Exercise, ExerciseStep, PlanItem
from coach.progression.ladder import LOWEST, Ladders, Rung
from coach.progression.past import Choice
from coach.values import dataclass, field


@dataclass(frozen=True, slots=True)
class OfThePlan:
    """By the file's ids: those that the plan's dose is for, the sets that it gives, the exercises that it has in the
    place of others, and those of which the person chose the harder one; and its volume.
    """

    only: frozenset[str] = frozenset()
    sets: Mapping[str, int] = field(default_factory=dict)
    volume: float | None = None
    variants: Mapping[str, ExerciseStep] = field(default_factory=dict)
    chosen_harder: frozenset[str] = frozenset()

    def first(self, step: ExerciseStep, ladders: Ladders) -> tuple[str, Rung | None]:
        """The exercise that the plan or the file asks for, and the rung of level 0; None where nothing of it is left.
        Where nothing is left of the plan's exercise, the file's is asked for.
        """
        ways = self.ways(step, ladders)
        if ways is not None:
            return self.variants[step.exercise].exercise, ways.planned
        return step.exercise, ladders.first(step, self.sets.get(step.exercise))

    def at(self, step: ExerciseStep, first: Rung, level: int, ladders: Ladders) -> Rung:
        """What is done at a level, `first` being what is done at level 0."""
        ways = self.ways(step, ladders)
        if ways is not None:
            return ways.at(level, is_chosen=step.exercise in self.chosen_harder)
        return ladders.at(first, level, self.sets.get(step.exercise))

    def ways(self, step: ExerciseStep, ladders: Ladders) -> InItsPlace | None:
        """The file's way and the plan's, where the plan has another exercise of which something is left; else None."""
        sets, variant = self.sets.get(step.exercise), self.variants.get(step.exercise)
        planned = None if variant is None else ladders.first(variant, sets)
        return None if planned is None else InItsPlace(ladders, ladders.first(step, sets), planned, sets)


def plans_of(item: PlanItem, only: frozenset[str], choices: Sequence[Choice]) -> OfThePlan:
    """What a plan's item asks for, its dose for `only` these exercises, of a person who chose so by now."""
    return OfThePlan(
        only,
        {} if item.dose.sets is None else dict.fromkeys(only, item.dose.sets),
        item.volume,
        {
            named: ExerciseStep(other, item.dose if named in only else DoseLayer())
            for named, other in item.variants.items()
        },
        frozenset(named for named in item.variants if _is_chosen_harder(named, choices)),
    )


def _is_chosen_harder(named: str, choices: Sequence[Choice]) -> bool:
    """Whether the person chose the harder exercise, and neither the easier one nor the file's since."""
    other = [one for one in choices if one.exercise == named and one.what in ("harder", "easier", "reset")]
    last = max(other, key=lambda one: one.at, default=None)
    return last is not None and last.what == "harder"


@dataclass(frozen=True, slots=True)
class InItsPlace:
    """The two ways of an exercise: from the `file`'s rung of level 0 (None where nothing is left of it), and from the
    `planned` one. `sets` as the plan gives them.
    """

    ladders: Ladders
    file: Rung | None
    planned: Rung
    sets: int | None = None

    def at(self, level: int, *, is_chosen: bool) -> Rung:
        """What is done at a level, which `is_chosen` where the person wanted the harder exercise.

        That one stands over the plan's. A level that rose does not: it waits, unless it has led to the plan's exercise.
        At the lowest level it is the file's easier exercise, or less of the plan's where that is as easy.
        """
        if level <= LOWEST:
            return self.lowest()
        own = None if self.file is None or level == 0 else self.ladders.at(self.file, level, self.sets)
        if own is None or self.file is None:
            return self.planned
        is_harder = is_chosen and own.exercise.id != self.file.exercise.id
        return own if is_harder or own.exercise.id == self.planned.exercise.id else self.planned

    def harder(self) -> Rung | None:
        """The harder exercise, as the person may choose it; None where the file's way has none."""
        rungs = () if self.file is None else self.ladders.rungs(self.file, self.sets)
        return next((one for one in rungs if one.key == "to"), None)

    def lowest(self) -> Rung:
        """What is done at the lowest level."""
        below, planned = self.ladders.below(self.planned, self.sets), self.planned.exercise
        own = below if self.file is None else self.ladders.below(self.file, self.sets)
        is_easier = own.key == "easier" or self._leads(planned, own.exercise)
        is_as_easy = own.exercise.id == planned.id or self._leads(own.exercise, planned)
        return own if is_easier and not is_as_easy else below

    def _leads(self, exercise: Exercise, other: Exercise) -> bool:
        """Whether one comes from `exercise` to `other` by what is easier."""
        exercises, seen = self.ladders.exercises, {exercise.id}
        found = exercises.get(exercise.easier or "")
        while found is not None and found.id not in seen:
            if found.id == other.id:
                return True
            seen.add(found.id)
            found = exercises.get(found.easier or "")
        return False
