"""A year of days: what became of each, by the same past and the same plan as everything else that Today says."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Literal

from coach.today.calendar import Calendar, monday_of
from coach.today.doing import DayItem, items_on
from coach.today.past import Past

DayState = Literal["all", "part", "missed", "pain", "rest", "open"]
"""`all` of what counts was done, or anything where nothing is planned; `part`: something, and some of it not; `missed`:
nothing; `pain`: a day with pain, whatever was done; `rest`: nothing was planned that counts; `open`: today, so far.
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
    state: DayState
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
    items, did = items_on(day, calendar, past), day in past.finished_days
    if items is None:
        return YearDay(day, _state(day, past, (), did=did))
    counted = [item for item in items if item.counts]
    done = sum(item.state == "done" for item in counted)
    return YearDay(day, _state(day, past, items, did=did), done, len(counted))


def _state(day: date, past: Past, items: tuple[DayItem, ...], *, did: bool) -> DayState:
    if day in past.pain_days:
        return "pain"
    left = [item for item in items if item.state in ("due", "missed")]
    if not left:
        return "all" if did else "rest"
    if did:
        return "part"
    return "open" if day == past.today else "missed"


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
