"""Rows of what reminders did, into records. A row that somebody, or a fault of the disk, has spoilt is a ValueError."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, get_args

from coach.progress.moments import from_row
from coach.reminders.decision import What
from coach.values import dataclass

REMINDER = "reminder, what, why, at_utc, at_offset_seconds"
"""The columns that the reader below takes, in this order."""


@dataclass(frozen=True, slots=True)
class ReminderRecord:
    """What a reminder did, and why, in words."""

    reminder_id: str
    what: What
    why: str
    at: datetime


def reminder_of(row: Sequence[Any]) -> ReminderRecord:
    """REMINDER, the columns in that order."""
    ident, what, why = row[:3]
    if not isinstance(ident, str) or not isinstance(why, str) or what not in get_args(What):
        raise ValueError("no note of a reminder")
    return ReminderRecord(ident, what, why, from_row(row[3], row[4]))
