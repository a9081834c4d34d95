"""`--at` and dates of the command line: the moment for which something is worked out."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from coach.commands.stop import USAGE, Stop
from coach.zone import end_of

if TYPE_CHECKING:
    from coach.clock import Clock
    from coach.commands.parser import Parser

_DATE = r"\d{4}-\d{2}-\d{2}"
_MOMENT = re.compile(_DATE + r"[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?", re.ASCII)
_FIRST, _LAST = 1971, 9000
"""The years that the clocks of all systems can tell, and some room to count days in."""


def add_at(parser: Parser) -> None:
    """The moment asked for."""
    parser.add_argument("--at", metavar="T", help="2026-12-01T08:00, or a date: the end of that day; now if absent")


def moment_of(text: str | None, clock: Clock) -> datetime:
    """The moment that `--at` tells, in the zone of the machine; of a date the end of that day, now where absent."""
    if text is None:
        return clock.wall()
    day = _date(text)
    if day is not None:
        return end_of(day, clock.local)
    try:
        moment = datetime.fromisoformat(text) if _MOMENT.fullmatch(text) else None
        if moment is not None and _FIRST <= moment.year <= _LAST:
            return clock.local(moment)
    except (ValueError, OverflowError, OSError):
        pass
    raise Stop(f"--at: {text} is no moment; write a date such as 2026-12-01, or 2026-12-01T08:00", USAGE)


def day_of(text: str, option: str) -> date:
    """The date that an option tells."""
    day = _date(text)
    if day is None:
        raise Stop(f"{option}: {text} is no date; write one such as 2026-12-01", USAGE)
    return day


def times_of(text: str, option: str) -> tuple[time, ...]:
    """The times of day that an option tells, one or several, in their order."""
    try:
        return tuple(sorted({_time(one) for one in text.split(",")}))
    except ValueError:
        raise Stop(f"{option}: {text} is no time of day; write 12:30, or several such as 10:30,15:00", USAGE) from None


def _time(text: str) -> time:
    if not re.fullmatch(r"\d{1,2}:\d{2}", text.strip(), re.ASCII):
        raise ValueError
    hour, minute = text.split(":")
    return time(int(hour), int(minute))


def _date(text: str) -> date | None:
    try:
        day = date.fromisoformat(text) if re.fullmatch(_DATE, text, re.ASCII) else None
    except ValueError:
        return None
    return day if day is not None and _FIRST <= day.year <= _LAST else None
