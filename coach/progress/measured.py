"""The results of tests that matter now, without reading all that there ever were: each is judged as it is read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from coach.progress import rows
from coach.progress.database import Database
from coach.progress.moments import utc_text
from coach.progress.records import TestRecord

Readable = Callable[[rows.Row], TestRecord | None]


def of_late(database: Database, readable: Readable, since: datetime, until: datetime) -> list[TestRecord]:
    """Those that were done between two moments, and of each test the last one before them, the newest first."""
    lately = f"SELECT {rows.TEST} FROM test WHERE at_utc <= ? AND at_utc >= ?"  # noqa: S608 - our own columns
    found = [one for row in database.read(lately, (utc_text(until), utc_text(since))) if (one := readable(row))]
    known = {record.test_id for record in found}
    for (test,) in database.read("SELECT DISTINCT test FROM test WHERE at_utc <= ?", (utc_text(until),)):
        found += [] if test in known else newest(database, readable, test, until, 1)
    return sorted(found, key=lambda record: (record.at, record.id), reverse=True)


def newest(database: Database, readable: Readable, test: str, until: datetime, limit: int) -> list[TestRecord]:
    """So many of one test by a moment, the newest first."""
    found, looked_at = list[TestRecord](), 0
    sql = (
        f"SELECT {rows.TEST} FROM test WHERE test = ? AND at_utc <= ? ORDER BY at_utc DESC, id DESC"  # noqa: S608 - our own
        " LIMIT ? OFFSET ?"
    )
    while len(found) < limit:  # once, unless one cannot be read
        left = limit - len(found)
        read = database.read(sql, (test, utc_text(until), left, looked_at))
        found += [record for row in read if (record := readable(row)) is not None]
        looked_at += left
        if len(read) < left:
            break
    return found
