"""When a person sits at the desk: their own hours and days, before those that the shipped reminders have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from coach.content.model import DAY_MINUTES, WEEKDAYS, Reminder, Window
from coach.reminders.hours import is_within
from coach.unfit import NoneOf, UnfitError
from coach.values import dataclass, replace

_TIME = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class DeskHours:
    """The days of the week, in their order, on which somebody is at the desk, and from when until when."""

    days: tuple[str, ...]
    between: Window

    @classmethod
    def read(cls, value: Any) -> DeskHours | None:
        """From JSON: `{"days": ["mon"], "from": "09:00", "until": "17:30"}`, or null where none are set. ValueError."""
        if value is None:
            return None
        if not isinstance(value, Mapping) or not isinstance(value.get("days"), list):
            raise UnfitError("no-desk-hours")
        named = [day for day in value["days"] if isinstance(day, str) and day in WEEKDAYS]
        if len(named) != len(value["days"]):
            raise UnfitError(NoneOf(WEEKDAYS, is_day=True))
        window = Window(_minute(value.get("from")), _minute(value.get("until")))
        if window.start == DAY_MINUTES:
            raise UnfitError("ends-as-it-begins")
        return cls(tuple(day for day in WEEKDAYS if day in named), window)

    def as_json(self) -> dict[str, Any]:
        """What `read` takes."""
        return {"days": list(self.days), "from": _time(self.between.start), "until": _time(self.between.end)}

    def of(self, reminder: Reminder) -> Reminder:
        """The reminder at these hours and days, where it has hours at all: a clock time without any, such as that of a
        weekly test, is an appointment and stays. Of the times of one that has hours those stay that lie within these.
        """
        if reminder.between == Window():
            return reminder
        at = tuple(minute for minute in reminder.at if is_within(self.between, minute))
        return replace(reminder, days=self.days, between=self.between, at=at)


def usual_hours(reminders: Iterable[Reminder]) -> DeskHours:
    """What to begin from where nothing is set: the hours of the first reminder that has some, else all of the week."""
    found = (DeskHours(one.days, one.between) for one in reminders if one.between != Window())
    return next(found, DeskHours(WEEKDAYS, Window()))


def _minute(value: Any) -> int:
    """Minutes after midnight of `09:00`; `24:00` is the day's end. ValueError."""
    found = _TIME.fullmatch(value) if isinstance(value, str) else None
    minute = 60 * int(found[1]) + int(found[2]) if found is not None else DAY_MINUTES + 1
    if minute > DAY_MINUTES:
        raise UnfitError("no-time-of-day")
    return minute


def _time(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
