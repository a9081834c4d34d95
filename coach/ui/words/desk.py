"""What the desk says now, for all of the window that shows it: its status is read here, and put into words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Protocol

from coach.content.model import Reminder
from coach.reminders.status import LogEntry
from coach.ui.words.qt_language import LANGUAGE
from coach.words import day_line
from coach.words import desk_view as words
from coach.words.desk_view import DeskView, LogLine

if TYPE_CHECKING:
    from coach.clock import Clock
    from coach.desk import Desk
    from coach.wiring import Parts


class AtTheDesk(Protocol):
    """Whoever runs the desk, with a window or without."""

    @property
    def desk(self) -> Desk: ...

    @property
    def clock(self) -> Clock: ...


def desk_view(parts: AtTheDesk) -> DeskView:
    """Read the desk's status once."""
    return words.desk_view(parts.desk.status(), parts.clock.wall(), _reminders(parts), LANGUAGE)


def log_view(parts: Parts, day: date | None = None) -> tuple[LogLine, ...]:
    """Today's line, or that of a day before: what came, what waited and why, the oldest first."""
    reminders = parts.library.catalogue.reminders
    if day is None:
        log: Sequence[LogEntry] = parts.desk.status().log
    else:
        records = parts.store.reminders(_midnight(parts, day), _midnight(parts, day + timedelta(days=1)))
        log = day_line.entries(records, reminders, LANGUAGE)
    return words.log_lines(log, reminders, LANGUAGE)


def day_beside(parts: Parts, day: date, *, later: bool) -> date | None:
    """The next day before `day`, or later than that and before today, on which a reminder did anything."""
    moment = _midnight(parts, day + timedelta(days=1)) if later else _midnight(parts, day)
    record = parts.store.reminder_beside(moment, later=later)
    if record is None:
        return None
    found = record.at.astimezone(moment.tzinfo).date()
    around = (found + timedelta(days=days) for days in (-1, 0, 1))  # the clocks may have changed in between
    found = next(one for one in around if record.at < _midnight(parts, one + timedelta(days=1)))
    return found if found < parts.clock.wall().date() else None


def _midnight(parts: Parts, day: date) -> datetime:
    """The moment at which a day begins where the machine is now."""
    return parts.clock.local(datetime.combine(day, time()))


def _reminders(parts: AtTheDesk) -> dict[str, Reminder]:
    return {one.id: one for one in parts.desk.reminders}
