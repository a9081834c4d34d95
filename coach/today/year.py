"""A year of days: what became of each, by the same past and the same plan as everything else that Today says."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Literal

from coach.today.calendar import Calendar, monday_of
from coach.today.doing import DayItem, day_state, items_on
from coach.today.past import Past
from coach.values import dataclass, replace

YearDayState = Literal["all", "part", "missed", "pain", "rest", "open"]
"""As a day of the week, without what was offered gently and left. `missed`: nothing of the rest was done; `open`: so
far, today; `rest`: there is no rest of it.
"""

WEEKS = 52
"""Before the week of today: a year of whole weeks."""

_DAY = timedelta(days=1)
_AROUND = timedelta(days=6)
"""What a day's soreness looks back at, and a date more where somebody flew; what is older has no say in it."""


@dataclass(frozen=True, slots=True)
class YearDay:
    """A date, what became of it, and of so many planned items that count how many were done."""

    date: date
    state: YearDayState
    done: int = 0
    planned: int = 0


@dataclass(frozen=True, slots=True)
class Year:
    """The days from the first of which anything is known, at most a year back, to today; `begins` is the Monday with
    which the year of weeks begins.
    """

    begins: date
    days: tuple[YearDay, ...] = ()


def first_day(today: date) -> date:
    """The Monday with which the year up to a day begins."""
    return monday_of(today) - timedelta(weeks=WEEKS)


def year(calendar: Calendar, past: Past) -> Year:
    """The year up to the moment of the past. Nothing is known of the days before the first session, test or plan."""
    begins = first_day(past.today)
    known = [
        *past.finished_days,
        *past.pain_days,
        *(one.started.date() for one in past.sessions[:1]),
        *(one.begun for one in calendar.followed if one.until is None or one.until >= one.begun),
    ]
    first = max(begins, min(known, default=past.today + _DAY))
    near = _Near(past)
    return Year(begins, tuple(_day(day, calendar, near.around(day)) for day in _dates(first, past.today)))


def _dates(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += _DAY


def _day(day: date, calendar: Calendar, past: Past) -> YearDay:
    items = items_on(day, calendar, past) or ()
    counted = [item for item in items if item.counts]
    done = sum(item.state == "done" for item in counted)
    return YearDay(day, _state(day, items, past), done, len(counted))


def _state(day: date, items: Sequence[DayItem], past: Past) -> YearDayState:
    asked = [item.state for item in items if item.state != "sore"]
    state = day_state(
        asked.count("done"),
        len(asked),
        exercised=_exercised(day, past),
        is_rest=not asked,
        has_pain=day in past.pain_days,
    )
    if state != "not":
        return state
    return "open" if day == past.today else "missed"


def _exercised(day: date, past: Past) -> bool:
    """Where only the day is known, what was finished on it was exercise."""
    deeds = past.finished.get(day)
    return day in past.finished_days if deeds is None else any(deed.is_exercise for deed in deeds)


class _Near:
    """A past as a day needs it: of its sessions only those that lie around the day, so that a year of days does not
    look a year of sessions through each.
    """

    def __init__(self, past: Past) -> None:
        self._past = past
        self._stamps = [one.started.timestamp() for one in past.sessions]

    def around(self, day: date) -> Past:
        noon = datetime.combine(day, time(12), tzinfo=self._past.at.tzinfo)
        first = bisect_left(self._stamps, (noon - _AROUND).timestamp())
        last = bisect_right(self._stamps, (noon + _AROUND).timestamp())
        return replace(self._past, sessions=self._past.sessions[first:last])
