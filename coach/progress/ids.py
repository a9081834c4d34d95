"""Ids of new rows: chosen here, not by SQLite, so that a row kept in memory has the same one when it is in the file."""

from __future__ import annotations

import os
from collections.abc import Iterator

from coach.clock import Clock
from coach.progress.database import Database

_STEP = 1000  # from one id of a program to its next: three digits tell programs apart
_A_DAY = 24 * 60 * 60 * 1000 * _STEP
_TABLES = ("session", "interval", "test", "reminder", "note", "pain")


class Ids:
    """Ids that no row of the data file has."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._last: int | None = None

    def new(self, count: int) -> Iterator[int]:
        """So many new ones, rising.

        Milliseconds with three digits for the process: two programs at once do not meet, and they sort by age. Many at
        once reach as many milliseconds ahead, so the first comes after those that an earlier store made in that way.
        """
        now = int(self._clock.wall().timestamp() * 1000) * _STEP + os.getpid() % _STEP
        if self._last is None:
            self._last = now + (self._made_ahead(now) - now) // _STEP * _STEP
        first = max(now, self._last + _STEP)
        self._last = first + (count - 1) * _STEP
        return iter(range(first, self._last + 1, _STEP))

    def _made_ahead(self, now: int) -> int:
        """The last id that a row has, of those from now on; what is a day ahead comes of a wrong clock."""
        last = now - _STEP
        for table in _TABLES:
            sql = f"SELECT max(id) FROM {table} WHERE id BETWEEN ? AND ?"  # noqa: S608 (names of our own)
            for (found,) in self._database.read(sql, (now, now + _A_DAY)):
                last = max(last, found or 0)
        return last
