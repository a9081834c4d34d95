"""How a plan stands on a day, and what it would do to begin one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from coach.content.model import PlanWeeks
from coach.progression.past import PlanFollowed
from coach.today.calendar import Calendar, PlanWeek, monday_of
from coach.values import dataclass

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Following:
    """How one plan is followed on a `day`. `course`: its days, where it is followed now or will be. `week`: its week,
    where it is the one that counts. `instead`: the week of another one that counts.
    """

    day: date
    course: PlanFollowed | None
    week: PlanWeek | None
    instead: PlanWeek | None

    @property
    def is_ahead(self) -> bool:
        """Whether it begins on a later day."""
        return self.course is not None and self.course.begun > self.day

    def place_of(self, weeks: PlanWeeks) -> Literal["past", "now", "ahead"] | None:
        """Where a range of its weeks lies; None where the plan does not count now."""
        if self.week is None:
            return None
        if weeks.last is not None and weeks.last < self.week.number:
            return "past"
        return "now" if weeks.first <= self.week.number else "ahead"


@dataclass(frozen=True, slots=True)
class Beginning:
    """What it does to begin a plan on a day: which followings end on the day before, the plan's own among them, and
    which other plan, that begins later, counts from its own first day on.
    """

    plan: str
    begun: date
    ends: tuple[PlanFollowed, ...]
    later: PlanFollowed | None

    @property
    def last_day(self) -> date:
        """The last day of those that end; one that began later was never followed then."""
        return self.begun - _DAY


def following(calendar: Calendar, plan: str, day: date) -> Following:
    """How the plan stands on a day."""
    week = calendar.week_on(day)
    is_this = week is not None and week.plan.id == plan
    return Following(day, calendar.course_of(plan, day), week if is_this else None, None if is_this else week)


def beginning(followed: Sequence[PlanFollowed], plan: str, begun: date) -> Beginning:
    """What it would do to begin a plan on that day."""
    going_on = [one for one in followed if one.until is None or one.until >= max(begun, one.begun)]
    ends = tuple(one for one in going_on if one.begun <= begun or one.plan == plan)
    return Beginning(plan, begun, ends, min((one for one in going_on if one not in ends), key=_begun, default=None))


def first_days(today: date) -> tuple[date, date]:
    """The days on which a plan is usually begun: today, and the next Monday."""
    return today, monday_of(today) + 7 * _DAY


def _begun(followed: PlanFollowed) -> date:
    return followed.begun
