"""When a plan begins, for its calendar and for whoever tells of it."""

from __future__ import annotations

from datetime import date, timedelta


def plan_start(today: date) -> date:
    """The Monday on or after `today`."""
    return today + timedelta(days=-today.weekday() % 7)
