"""The times of a week's days that are free: what is put into a calendar does not lie on one another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time, timedelta
from itertools import chain

from coach.content.model import WEEKDAYS

STEP = timedelta(minutes=5)
"""Entries begin on it, and are whole numbers of it long."""

_DAY = timedelta(days=1)
_MOMENT = timedelta.resolution


def rounded(seconds: float) -> timedelta:
    """A length in steps, rounded up; at least one."""
    return STEP * max(1, -(-seconds // STEP.total_seconds()))


def since_midnight(moment: time) -> timedelta:
    """A time of day as a length."""
    return timedelta(hours=moment.hour, minutes=moment.minute)


class FreeTimes:
    """What of each day of a week is taken, from empty days on."""

    def __init__(self) -> None:
        self._taken: dict[str, list[tuple[timedelta, timedelta]]] = {day: [] for day in WEEKDAYS}

    def take(self, days: Sequence[str], wanted: timedelta, length: timedelta) -> timedelta:
        """Takes the first time from `wanted` on that is free on all `days` (all of them where none is named), else the
        last one before; where a day is full, what was wanted. Counted from midnight, and on the day itself.
        """
        on = days or WEEKDAYS
        later = (wanted + STEP * number for number in range((_DAY - wanted - _MOMENT) // STEP + 1))
        earlier = (wanted - STEP * number for number in range(1, wanted // STEP + 1))
        fits = (begin for begin in chain(later, earlier) if self._is_free(on, begin, begin + length))
        begin = next(fits, wanted)
        for day in on:
            self._taken[day].append((begin, begin + length))
        return begin

    def _is_free(self, days: Sequence[str], begin: timedelta, end: timedelta) -> bool:
        return all(end <= first or last <= begin for day in days for first, last in self._taken[day])
