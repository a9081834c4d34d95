"""When a plan begins, for its calendar and for whoever tells of it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

EVENING = time(18, 0)
"""When what a plan has once a day begins."""


def plan_start(now: datetime) -> date:
    """The Monday on or after today; the next one once this Monday's evening has begun."""
    today = now.date()
    is_over = today.weekday() == 0 and now.time() > EVENING
    return today + timedelta(days=7 if is_over else -today.weekday() % 7)
