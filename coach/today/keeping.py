"""How much of what was planned was done, and for how many days something was: both forgive days with pain."""

from __future__ import annotations

from datetime import date, timedelta

from coach.today.calendar import Calendar
from coach.today.doing import items_on
from coach.today.past import Past
from coach.values import dataclass

ADHERENCE_DAYS = 14
"""Before today: two weeks are what the advice speaks of (docs/evidence.md, section 7)."""

AIM_PERCENT = 70
"""Of what was planned: a good aim (docs/evidence.md, section 7)."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Adherence:
    """Of `planned` items so many were `done`; at least one was planned."""

    done: int
    planned: int

    @property
    def is_under_half(self) -> bool:
        """Whether less than half was done."""
        return 2 * self.done < self.planned

    @property
    def percent(self) -> int:
        """How much of it was done, 0 to 100; no more than was done."""
        return 100 * self.done // self.planned


def adherence(calendar: Calendar, past: Past) -> Adherence | None:
    """Of the fourteen days before today, none before the plan that is followed now began. Days with pain, and items
    that were offered gently, are left out. None where no plan is followed, or nothing that counts was planned.
    """
    now = calendar.week_on(past.today)
    if now is None:
        return None
    days = (past.today - _DAY * back for back in range(1, ADHERENCE_DAYS + 1))
    items = [item for day in days if day >= now.followed.begun for item in items_on(day, calendar, past) or ()]
    counted = [item for item in items if item.counts]
    return Adherence(sum(item.state == "done" for item in counted), len(counted)) if counted else None


def streak_days(calendar: Calendar, past: Past) -> int:
    """Days with something finished, going back from today, which is open until midnight.

    A day with pain, and one for which a plan has nothing, neither counts nor breaks it.
    """
    finished, with_pain = past.finished_days, past.pain_days
    first = min(finished, default=None)
    planned_from = min((one.begun for one in calendar.followed), default=date.max)
    day, count = past.today, 0
    while first is not None and day >= first:  # maybe thousands of days, of which a plan has the last ones
        if day not in with_pain and (day < planned_from or calendar.on(day) != ()):
            if day in finished:
                count += 1
            elif day != past.today:
                break
        day -= _DAY
    return count
