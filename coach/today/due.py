"""When a test is to be done again."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from coach.content.model import Test


def due(test: Test | None, last: datetime) -> datetime | None:
    """From when on a test that was done at `last` is due again; None where it need not be repeated, or is gone."""
    return None if test is None or test.again_after is None else last + timedelta(seconds=test.again_after)


def days_until(moment: datetime, today: date) -> int:
    """In how many days it is; 0 and less where that day has come."""
    return (moment.date() - today).days
