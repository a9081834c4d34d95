"""A routine as a plan has it in one of its weeks, under an id of its own: `upper-back-strength@eight-weeks.7`.

Such an id stands wherever a routine's does: on its page, in a session, in every file and command. Who follows a plan
gets the doses of the week, and a session that was cut short goes on with them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Protocol

from coach.content.laid_doses import exercise_steps, laid_steps, varied_steps
from coach.content.model import DoseLayer, Exercise, Plan, PlanItem, PlanWeeks, Routine
from coach.values import dataclass, replace

HALF = 0.5
"""The volume that is half of a dose, whoever asks for it: a plan, a pause, the lowest level."""

_ID = re.compile(r"([a-z0-9-]+)@([a-z0-9-]+)\.([1-9][0-9]{0,2})(?:\.([2-9]|[1-9][0-9]))?")


class Library(Protocol):
    """What this needs of the catalogue."""

    @property
    def routines(self) -> Mapping[str, Routine]:
        """All routines as they are written, by id."""
        ...

    @property
    def plans(self) -> Mapping[str, Plan]:
        """All plans, by id."""
        ...

    @property
    def exercises(self) -> Mapping[str, Exercise]:
        """All exercises, by id."""
        ...


@dataclass(frozen=True, slots=True)
class PlanPlace:
    """Where a plan has a routine: the range of weeks and the item in it."""

    plan: Plan
    weeks: PlanWeeks
    item: PlanItem


def planned_id(place: PlanPlace) -> str:
    """The id of the routine as it is there: its own where the plan changes nothing. Empty for a test."""
    item, routine = place.item, place.item.routine or ""
    if not routine or (item.dose == DoseLayer() and item.volume in (None, 1.0) and not item.variants):
        return routine
    number = _turns(place.weeks, routine).index(item) + 1
    return f"{routine}@{place.plan.id}.{place.weeks.first}" + (f".{number}" if number > 1 else "")


def place_of(ident: str, library: Library) -> PlanPlace | None:
    """The place that such an id tells; any week of a range will do. None for another id, and where there is none."""
    found = _ID.fullmatch(ident)
    plan = library.plans.get(found[2]) if found else None
    if not found or plan is None:
        return None
    week, number = int(found[3]), int(found[4] or 1)
    for weeks in plan.weeks:
        turns = _turns(weeks, found[1])
        if weeks.first <= week <= (weeks.last or week) and number <= len(turns):
            return PlanPlace(plan, weeks, turns[number - 1])
    return None


def routine_of(ident: str) -> str:
    """The routine's own id."""
    return ident.partition("@")[0]


def is_planned(ident: str) -> bool:
    """Whether it is a routine as a plan has it."""
    return "@" in ident


def find_routine(ident: str, library: Library) -> Routine | None:
    """The routine of this id, as its file has it or as a plan does; None where there is none."""
    place = place_of(ident, library)
    routine = library.routines.get(routine_of(ident))
    if place is None or routine is None:
        return library.routines.get(ident)
    return replace(as_planned(routine, place.item, library.exercises), id=ident)


def as_planned(routine: Routine, item: PlanItem, exercises: Mapping[str, Exercise]) -> Routine:
    """The routine with the item's exercises in the place of some, its dose laid over all, and of each its volume."""
    there = {step.exercise for step in exercise_steps(routine.steps)}
    steps = varied_steps(routine.steps, item.variants)
    steps = laid_steps(steps, set(item.only) or there, exercises, item.dose.over)
    if item.volume is not None:
        volume = item.volume
        steps = laid_steps(steps, there, exercises, lambda below: at_volume(below, volume))
    return replace(routine, steps=steps)


def at_volume(layer: DoseLayer, volume: float) -> DoseLayer:
    """The share `volume` (0.01 to 1) of a complete dose. A half is `halved`; of another share there are as few sets as
    hold it, then fewer repetitions or less time in each, at least one set of one repetition or one second, and
    `for: max` keeps its length (our choice).
    """
    if volume == HALF:
        return halved(layer)
    dose = layer.settled()
    wanted = dose.sets * volume
    sets = max(1, math.ceil(round(wanted, 6)))
    share = wanted / sets
    return replace(
        layer,
        sets=sets,
        reps=None if dose.reps is None else max(1, math.floor(dose.reps * share + 0.5)),
        for_seconds=None if dose.for_seconds is None else max(1.0, math.floor(dose.for_seconds * share + 0.5)),
    )


def halved(layer: DoseLayer) -> DoseLayer:
    """Half of a complete dose, rounded up: of its sets, or of what is in its one set (our choice)."""
    dose = layer.settled()
    if dose.sets > 1:
        return replace(layer, sets=_half(dose.sets))
    if dose.reps is not None:
        return replace(layer, reps=_half(dose.reps))
    if dose.for_seconds is not None:
        return replace(layer, for_seconds=float(_half(dose.for_seconds)))
    return replace(layer, up_to=float(_half(dose.up_to)))


def _half(amount: float) -> int:
    return math.ceil(amount / 2)


def _turns(weeks: PlanWeeks, routine: str) -> list[PlanItem]:
    """The items of these weeks that have this routine; on other days it may have another dose."""
    return [item for item in weeks.do if item.routine == routine]
