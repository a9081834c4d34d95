"""What was done, a page at a time and counted where it is kept: of twenty thousand sessions that is a few milliseconds.

Tests are no exercise, and none of this is about them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from coach.progress import rows
from coach.progress.database import Database
from coach.progress.moments import from_row, utc_text
from coach.progress.records import SessionRecord
from coach.values import dataclass

T = TypeVar("T")

SESSION_TOLD = rows.SESSION.replace(
    "s.pain", "coalesce(s.pain, (SELECT max(pain.pain) FROM pain WHERE pain.session = s.id))"
)
"""A session's pain is what was told at its end, else the most that was told in the middle of it."""

SECONDS = "CASE WHEN typeof(i.seconds) IN ('real', 'integer') AND i.seconds BETWEEN 0 AND 86400 THEN i.seconds END"
"""An interval's seconds, where they can be any."""

_OF_EXERCISE = "s.kind != 'test' AND s.started_utc <= ?"
_PAGE = (
    f"SELECT {SESSION_TOLD},"  # noqa: S608 - our own columns
    f" coalesce((SELECT sum({SECONDS}) FROM interval i WHERE i.session = s.id), 0),"
    " (SELECT count(DISTINCT i.position) FROM interval i WHERE i.session = s.id AND i.outcome = 'done')"
    f" FROM session s WHERE {_OF_EXERCISE} AND s.started_utc >= ?"
    " ORDER BY s.started_utc DESC, s.id DESC LIMIT ? OFFSET ?"
)
_FELT = (
    "SELECT s.started_utc, s.started_offset_seconds, s.title, s.effort,"  # noqa: S608 - our own columns
    " coalesce(s.pain, (SELECT max(pain.pain) FROM pain WHERE pain.session = s.id)) AS worst"
    f" FROM session s WHERE {_OF_EXERCISE} AND (s.effort IS NOT NULL OR worst IS NOT NULL)"
    " ORDER BY s.started_utc DESC, s.id DESC LIMIT ?"
)
_COUNTED = (
    "SELECT total(s.how IS 'finished'), count(DISTINCT CASE WHEN s.how IS 'finished'"  # noqa: S608 - our own columns
    " THEN date(s.started_utc, s.started_offset_seconds || ' seconds') END)"
    f" FROM session s WHERE {_OF_EXERCISE} AND s.started_utc >= ?"
)
_LASTED = (
    f"SELECT total({SECONDS}) FROM interval i JOIN session s ON s.id = i.session"  # noqa: S608 - our own columns
    f" WHERE {_OF_EXERCISE} AND s.started_utc >= ?"
)


@dataclass(frozen=True, slots=True)
class Felt:
    """How a session was, as told: effort and the most pain, 0 to 10, None where not told."""

    started: datetime
    title: str
    effort: int | None
    pain: int | None


@dataclass(frozen=True, slots=True)
class Totals:
    """`finished` sessions, on how many `days`, and the `seconds` of all exercise, of what was cut short as well."""

    finished: int
    days: int
    seconds: float


class Overview:
    """Reads of sessions of exercise up to a moment (aware). A row that cannot be read is left out and told once."""

    def __init__(self, database: Database, spoilt: Callable[[str], None]) -> None:
        self._database, self._spoilt = database, spoilt

    def sessions(
        self, until: datetime, limit: int, offset: int = 0, *, since: datetime | None = None
    ) -> list[SessionRecord]:
        """So many sessions, the newest first, after leaving out `offset` of them; since a moment or of all."""
        after = "" if since is None else utc_text(since)
        found = self._database.read(_PAGE, (utc_text(until), after, limit, offset))
        return [record for row in found if (record := self._readable(row, rows.session_of)) is not None]

    def felt(self, until: datetime, limit: int) -> list[Felt]:
        """The last sessions of which effort or pain was told, the oldest of them first."""
        found = self._database.read(_FELT, (utc_text(until), limit))
        told = [felt for row in found if (felt := self._readable(row, _felt)) is not None]
        return told[::-1]

    def totals(self, since: datetime, until: datetime) -> Totals:
        """What was done between two moments, counted."""
        span = utc_text(until), utc_text(since)
        [(finished, days)] = self._database.read(_COUNTED, span) or [(0, 0)]
        [(seconds,)] = self._database.read(_LASTED, span) or [(0,)]
        return Totals(round(finished), days, seconds)

    def _readable(self, row: rows.Row, read: Callable[[rows.Row], T]) -> T | None:
        try:
            return read(row)
        except (ValueError, OverflowError, TypeError):
            self._spoilt("session")
            return None


def _felt(row: rows.Row) -> Felt:
    utc, offset, title, effort, pain = row
    for rating in (effort, pain):
        if rating is not None and (not isinstance(rating, int) or not 0 <= rating <= 10):
            raise ValueError("no rating")
    return Felt(from_row(utc, offset), str(title), effort, pain)
