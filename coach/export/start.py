"""When a calendar's entries begin: what the person asked for, and what stands where they did not."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from coach.values import dataclass

EVENING = time(18, 0)
"""When what is done once a day begins."""

AT_THE_DESK = time(11, 0)
"""When what is done at one's place of work begins: neither the first thing there nor in the break."""


@dataclass(frozen=True, slots=True)
class When:
    """`times` of day, none: those that suit it; `begins`, the first day, None: the next that suits it."""

    times: tuple[time, ...] = ()
    begins: date | None = None


ANY_TIME = When()
"""Nothing was asked for."""


def plan_start(now: datetime, evening: time = EVENING) -> date:
    """The Monday on or after today; the next one once this Monday's evening has begun."""
    today = now.date()
    is_over = today.weekday() == 0 and now.time() > evening
    return today + timedelta(days=7 if is_over else -today.weekday() % 7)
