"""What is planned on which day: the plan that is followed then, its week, and its items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal, Protocol

from coach.content.model import WEEKDAYS, Plan, PlanItem, PlanWeeks, Routine, Test
from coach.progression.past import PlanFollowed
from coach.session.planned import PlanPlace, planned_id
from coach.values import dataclass

_DAYS = len(WEEKDAYS)


class Library(Protocol):
    """What this needs of the catalogue."""

    @property
    def routines(self) -> Mapping[str, Routine]:
        """All routines as they are written, by id."""
        ...

    @property
    def tests(self) -> Mapping[str, Test]:
        """All tests, by id."""
        ...

    @property
    def plans(self) -> Mapping[str, Plan]:
        """All plans, by id."""
        ...


@dataclass(frozen=True, slots=True)
class Planned:
    """One thing to do on a day. `id` is the routine's or test's own, `target` what to start: the routine as the plan
    has it. `if_sore` is the routine to do instead when sore.
    """

    kind: Literal["routine", "test"]
    id: str
    target: str
    if_sore: str | None = None


@dataclass(frozen=True, slots=True)
class PlanWeek:
    """A week of a plan that is followed: its number, from 1, and what the plan has for it, None where nothing."""

    followed: PlanFollowed
    plan: Plan
    number: int
    weeks: PlanWeeks | None

    @property
    def is_over(self) -> bool:
        """Whether the plan's last week is past."""
        lasts = [weeks.last for weeks in self.plan.weeks]
        return None not in lasts and self.number > max((last or 0 for last in lasts), default=0)


@dataclass(frozen=True, slots=True)
class Calendar:
    """What is planned, by the plans that the person follows and the library as it is now. Nothing of what the library
    has not is planned, nor a routine that is `barred`: one of which the person's conditions leave nothing.
    """

    library: Library
    followed: Sequence[PlanFollowed] = ()
    barred: frozenset[str] = frozenset()

    def week_on(self, day: date) -> PlanWeek | None:
        """The plan that is followed on a day: of two the one that was begun on the later day, of one day the later in
        the list. None where none is.
        """
        holding = [one for one in self.followed if _holds(one, day) and one.plan in self.library.plans]
        if not holding:
            return None
        followed = max(enumerate(holding), key=lambda placed: (placed[1].begun, placed[0]))[1]
        plan = self.library.plans[followed.plan]
        number = (monday_of(day) - monday_of(followed.begun)).days // _DAYS + 1
        weeks = next((w for w in plan.weeks if w.first <= number and (w.last is None or number <= w.last)), None)
        return PlanWeek(followed, plan, number, weeks)

    def course_of(self, plan: str, day: date) -> PlanFollowed | None:
        """How this plan is followed on a day, whichever counts then, or from a later one on; None where it is not."""
        its = [one for one in self.followed if one.plan == plan]
        now = [one for one in its if _holds(one, day)]
        later = [one for one in its if one.begun > day and _holds(one, one.begun)]
        return max(now, key=_begun, default=None) or min(later, key=_begun, default=None)

    def on(self, day: date) -> tuple[Planned, ...] | None:
        """The items of a day in the plan's order, one for each time; None without a plan, or after its last week."""
        week = self.week_on(day)
        if week is None or week.is_over:
            return None
        return () if week.weeks is None else tuple(self._items(week.plan, week.weeks, WEEKDAYS[day.weekday()]))

    def _items(self, plan: Plan, weeks: PlanWeeks, weekday: str) -> Iterator[Planned]:
        for item in weeks.do:
            if weekday in item.days:
                planned = self._planned(plan, weeks, item)
                yield from () if planned is None else [planned] * item.times

    def _planned(self, plan: Plan, weeks: PlanWeeks, item: PlanItem) -> Planned | None:
        if item.test is not None:
            return Planned("test", item.test, item.test) if item.test in self.library.tests else None
        routine = item.routine or ""
        if not self.can_be_done(routine):
            return None
        if_sore = item.if_sore if self.can_be_done(item.if_sore or "") else None
        return Planned("routine", routine, planned_id(PlanPlace(plan, weeks, item)), if_sore)

    def varied(self, routine: str, day: date) -> frozenset[str]:
        """The exercises of a routine in whose place the plan of that day's week has others."""
        week = self.week_on(day)
        do = () if week is None or week.weeks is None else week.weeks.do
        return frozenset(named for item in do if item.routine == routine for named in item.variants)

    def can_be_done(self, routine: str) -> bool:
        """Whether the library has the routine, and the person's conditions leave something of it."""
        return routine in self.library.routines and routine not in self.barred


def _holds(followed: PlanFollowed, day: date) -> bool:
    return followed.begun <= day and (followed.until is None or day <= followed.until)


def _begun(followed: PlanFollowed) -> date:
    return followed.begun


def monday_of(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())
