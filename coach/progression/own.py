"""A routine as it is for one person now: their levels, their conditions, their pauses, and why each change is there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import TypeVar

from coach.content.extent import extent
from coach.content.laid_doses import exercise_steps, laid_steps
from coach.content.model import (
    Exercise,
    ExerciseStep,
    PlanItem,
    Progress,
    RestStep,
    RoundsStep,
    Routine,
    RoutineStep,
)
from coach.progression.conditions import barring
from coach.progression.ladder import LOWEST, Ladders, Rung
from coach.progression.levels import Course, Levels, levels
from coach.progression.past import Choice, Session
from coach.progression.plan_variant import OfThePlan, plans_of
from coach.progression.reason import LevelReason
from coach.progression.standing import Folded, Standing
from coach.session.planned import Library, at_volume, halved, place_of, routine_of
from coach.values import dataclass, replace

T = TypeVar("T")

LONGEST_SHARE = 1.5
"""Of the file's length: nothing rises that would make a routine longer (our choice)."""

NOTHING: Mapping[str, str] = MappingProxyType({})

REST_AFTER_WORSE = timedelta(hours=48)
"""Without the exercises of a session after which the morning was worse (docs/evidence.md, section 6)."""


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of the person: sessions and choices in any order, and the conditions that bar exercises (told, and
    not cleared by a professional). `begun`: what the routine's sessions and choices until a moment have come to, which
    then need not be among these.
    """

    sessions: Sequence[Session] = ()
    choices: Sequence[Choice] = ()
    conditions: frozenset[str] = frozenset()
    begun: Folded | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """An exercise that is not as the file or the plan has it.

    named: the file's exercise; rung: what is done; level: its level; why: what brought it there; barred_by: the
    conditions for which another exercise takes its place; half_after_days: the pause after which there is half of it.
    """

    named: str
    rung: Rung
    level: int
    why: LevelReason | None = None
    barred_by: tuple[str, ...] = ()
    half_after_days: int | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An exercise that is not done: for these conditions, until a moment, after a worse morning, or, where exercises
    are chosen for the person, for want of what it needs.
    """

    named: str
    barred_by: tuple[str, ...] = ()
    until: datetime | None = None
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnRoutine:
    """The routine to do, why it differs from the file, and what is left out of it."""

    routine: Routine
    changed: tuple[Changed, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether anything is otherwise than in the file or the plan."""
        return bool(self.changed or self.left_out)

    @property
    def is_empty(self) -> bool:
        """Whether all of its exercises are left out."""
        return bool(self.left_out) and not any(exercise_steps(self.routine.steps))


def own_routine(
    ident: str, library: Library, person: Person, at: datetime, instead: Mapping[str, str] = NOTHING
) -> OwnRoutine | None:
    """The routine `ident`, as its file or a plan has it, for `person` at the moment `at` (aware, in their zone).

    None where the library holds no such routine. The order is the file, the plan's dose, the level, the plan's volume,
    the pause's. `instead` has exercises in the place of those that the file names, whatever their level is.
    """
    file, place = library.routines.get(routine_of(ident)), place_of(ident, library)
    if file is None or (place is None and ident not in library.routines):
        return None
    planned = replace(file, id=ident)
    item = PlanItem(()) if place is None else place.item
    plans = asked_of(item, file, person, at)
    laid = laid_steps(file.steps, set(plans.only - item.variants.keys()), library.exercises, item.dose.over)
    ladders = ladders_of(file, library.exercises, person.conditions)
    standing = levels_of(file, ladders, person, at)
    making = _Making(ladders, standing, resting(person, at), plans, instead)
    steps = making.steps(laid)
    if making.left_out and not any(exercise_steps(steps)):
        steps = ()  # what was said between exercises says nothing by itself
    return OwnRoutine(replace(planned, steps=steps), _once(making.changed), _once(making.left_out))


def asked_of(item: PlanItem, file: Routine, person: Person, at: datetime) -> OfThePlan:
    """What a plan's item asks for of the exercises of its routine `file`, by what the person chose until `at`."""
    only = frozenset(item.only) or frozenset(step.exercise for step in exercise_steps(file.steps))
    return plans_of(item, only, [one for one in person.choices if one.at <= at])


def ladders_of(file: Routine, exercises: Mapping[str, Exercise], conditions: Collection[str]) -> Ladders:
    """The ladders of a routine; one without `progress` has no rungs above its file."""
    return Ladders(file.progress.steps if file.progress is not None else (), exercises, conditions)


def levels_of(file: Routine, ladders: Ladders, person: Person, at: datetime) -> Levels:
    """The levels of the exercises of a routine at the moment `at`; none where it has no `progress`."""
    if file.progress is None:
        return Levels({})
    return levels(course_of(file, file.progress, ladders), *of_routine(file.id, person), at, person.begun)


def of_routine(ident: str, person: Person) -> tuple[list[Session], list[Choice]]:
    """The sessions of a routine, as its file has it or a plan, and the choices for it."""
    return (
        [one for one in person.sessions if one.kind == "routine" and routine_of(one.target) == ident],
        [one for one in person.choices if routine_of(one.routine) == ident],
    )


def course_of(file: Routine, progress: Progress, ladders: Ladders) -> Course:
    """What the levels of a routine depend on, as its file has it, without a plan."""
    found: dict[str, list[tuple[Rung, ...]]] = {}
    of_step: dict[ExerciseStep, tuple[Rung, ...]] = {}
    for step in exercise_steps(file.steps):
        first = ladders.first(step)
        of_step[step] = ladders.rungs(first) if first is not None else ()
        found.setdefault(step.exercise, []).append(of_step[step])

    def done_at(ident: str, level: int) -> Collection[str]:
        return {rungs[min(level, len(rungs) - 1)].exercise.id for rungs in found[ident] if rungs}

    most = extent(file, ladders.exercises).seconds * LONGEST_SHARE
    judged: dict[tuple[int, ...], bool] = {}

    def fits(at_levels: Mapping[str, int]) -> bool:
        levels_of_all = tuple(at_levels[ident] for ident in found)
        if levels_of_all not in judged:  # who has risen as far as there is time asks again after every session
            judged[levels_of_all] = is_short(at_levels)
        return judged[levels_of_all]

    def is_short(at_levels: Mapping[str, int]) -> bool:
        def risen(step: ExerciseStep) -> ExerciseStep:
            rungs, level = of_step[step], at_levels[step.exercise]
            if not rungs:
                return step
            return _as(step, ladders.below(rungs[0]) if level <= LOWEST else rungs[min(level, len(rungs) - 1)])

        return extent(replace(file, steps=_each(file.steps, risen)), ladders.exercises).seconds <= most

    return Course(
        progress,
        tuple(found),
        {ident: max([0, *(len(rungs) - 1 for rungs in each)]) for ident, each in found.items()},
        {ident: level for ident, each in found.items() if (level := _first_harder(each)) is not None},
        fits,
        done_at,
    )


def _first_harder(ladders: Sequence[Sequence[Rung]]) -> int | None:
    """The first level that has the harder exercise."""
    return min((level for rungs in ladders for level, rung in enumerate(rungs) if rung.key == "to"), default=None)


def resting(person: Person, at: datetime) -> dict[str, datetime]:
    """The exercises that rest after a session whose morning was worse, and until when."""
    found: dict[str, datetime] = {}
    for session in person.sessions:
        until = session.started + REST_AFTER_WORSE
        if session.morning == "worse" and session.started <= at < until:
            for ident in {*session.speaks_for, *(work.exercise for work in session.work)}:
                found[ident] = max(until, found.get(ident, until))
    return found


def _once(things: Sequence[T]) -> tuple[T, ...]:
    """Each thing once, in their order; two steps with one exercise may change in the same way."""
    return tuple(thing for at, thing in enumerate(things) if thing not in things[:at])


class _Making:
    """Makes the steps of a person's routine, and notes what is changed and left out on the way."""

    def __init__(
        self,
        ladders: Ladders,
        standing: Levels,
        resting: Mapping[str, datetime],
        plans: OfThePlan,
        instead: Mapping[str, str],
    ) -> None:
        self._ladders = ladders
        self._standing = standing
        self._resting = resting
        self._plans = plans
        self._instead = instead
        self.changed: list[Changed] = []
        self.left_out: list[LeftOut] = []

    def steps(self, steps: Sequence[RoutineStep]) -> tuple[RoutineStep, ...]:
        """Those that are done, in the file's order. Of two rests that only something left out kept apart one stays."""
        kept, closes_up = list[RoutineStep](), False
        for step in steps:
            made = self._step(step)
            if made is None:
                closes_up = True
            elif closes_up and isinstance(made, RestStep) and kept and isinstance(kept[-1], RestStep):
                kept[-1] = max(kept[-1], made, key=lambda rest: rest.seconds)
            else:
                kept.append(made)
                closes_up = False
        return tuple(kept)

    def _step(self, step: RoutineStep) -> RoutineStep | None:
        if isinstance(step, ExerciseStep):
            return self._exercise(step)
        if isinstance(step, RoundsStep):
            inner = self.steps(step.steps)
            had_some, has_some = any(exercise_steps(step.steps)), any(exercise_steps(inner))
            return replace(step, steps=inner) if inner and (has_some or not had_some) else None
        return step

    def _exercise(self, step: ExerciseStep) -> ExerciseStep | None:
        named, sets = step.exercise, self._plans.sets.get(step.exercise)
        standing = self._standing.of.get(named, Standing())
        asked, first = self._plans.first(step, self._ladders)
        barred_by = barring(self._ladders.exercises[asked], self._ladders.conditions)
        if first is None:
            self.left_out.append(LeftOut(named, barred_by))
            return None
        rung = self._plans.at(step, first, standing.level, self._ladders)
        instead = self._instead.get(named, rung.exercise.id)
        if instead != rung.exercise.id:
            rung = first if instead == first.exercise.id else self._ladders.other(instead, sets)
        until = max((self._resting[one] for one in (named, rung.exercise.id) if one in self._resting), default=None)
        if until is not None:
            self.left_out.append(LeftOut(named, until=until))
            return None
        dose = rung.dose if self._plans.volume is None else at_volume(rung.dose, self._plans.volume)
        half = self._standing.half_after_days
        done = replace(rung, dose=dose if half is None else halved(dose))
        if done.exercise.id != asked or rung.dose != first.dose or half is not None:
            self.changed.append(Changed(named, done, standing.level, standing.why, barred_by, half))
        return _as(step, done)


def _as(step: ExerciseStep, rung: Rung) -> ExerciseStep:
    """The step with the rung's exercise and dose; another exercise has neither its cues nor its note."""
    if rung.exercise.id == step.exercise:
        return replace(step, dose=rung.dose)
    return ExerciseStep(rung.exercise.id, rung.dose, named=step.exercise)


def _each(steps: Sequence[RoutineStep], change: Callable[[ExerciseStep], ExerciseStep]) -> tuple[RoutineStep, ...]:
    """The steps with every exercise step changed, those inside rounds too."""
    return tuple(
        change(step)
        if isinstance(step, ExerciseStep)
        else replace(step, steps=_each(step.steps, change))
        if isinstance(step, RoundsStep)
        else step
        for step in steps
    )
