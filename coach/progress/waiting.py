"""Changes that could not be saved before the program ended: a file beside the data file, which the next start takes in.

The file holds names of our own statements with their values, never SQL.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from coach import strict_json
from coach.files import write_whole
from coach.progress.notices import Notice, NotTakenIn
from coach.progress.statements import BY_NAME

Values = Sequence[str | int | float | None]
Change = tuple[str, Values]
"""A statement and its values."""

MOST_BYTES = 64 * 1024 * 1024  # of a file of changes: years of sessions; our choice
_NAMES = {sql: name for name, sql in BY_NAME.items()}


def write_down(database: Path, changes: Iterable[Change], now: datetime) -> Path:
    """Keep the changes in a file beside the data file, and which. OSError where that cannot be written either."""
    path = database.with_name(f"{database.stem}-unsaved-{now:%Y%m%d-%H%M%S}-{os.getpid()}.json")
    write_whole(path, strict_json.write(as_json(changes), indent=1))
    with contextlib.suppress(OSError):  # a file system without owners
        path.chmod(0o600)
    return path


def as_json(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """The changes as another program of ours takes them."""
    return [{"do": _NAMES[sql], "values": list(values)} for sql, values in changes if sql in _NAMES]


def from_json(told: Any) -> list[Change]:
    """What `as_json` gave. ValueError where it is none of ours."""
    if not isinstance(told, list):
        raise ValueError("no list of changes")
    return [_change(one) for one in told]


def take_in(database: Path, connection: sqlite3.Connection) -> list[Notice]:
    """Make the changes of earlier ends, and remove their files; what the person should know. A file that cannot be
    understood stays where it is. sqlite3.Error where the data file cannot be written; then everything stays.
    """
    told: list[Notice] = []
    for path in _files(database):
        try:
            changes = _read(path)
        except (OSError, ValueError):
            told.append(NotTakenIn(path))
            continue
        make_all(connection, changes)
        with contextlib.suppress(OSError):  # then it is taken in once more, which changes nothing
            path.unlink()
        told.append("saved-last")
    return told


def make_all(
    connection: sqlite3.Connection, changes: Iterable[Change], unless: Callable[[], bool] = lambda: False
) -> bool:
    """All changes or none; only what contradicts the file itself (its session was deleted meanwhile) is left out. None
    where `unless`, asked when nobody else can write any more, says so. Whether they were made.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        is_wanted = not unless()
        for sql, run in groupby(changes if is_wanted else (), key=itemgetter(0)):
            _make(connection, sql, [values for _, values in run])
        connection.execute("COMMIT")
    except Exception:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return is_wanted


def _make(connection: sqlite3.Connection, sql: str, run: Sequence[Values]) -> None:
    """Many of one kind at once; where one of them contradicts the file, each by itself: those that are in it already
    contradict themselves then.
    """
    try:
        connection.executemany(sql, run)
    except sqlite3.IntegrityError:
        for values in run:
            with contextlib.suppress(sqlite3.IntegrityError):
                connection.execute(sql, values)


def _files(database: Path) -> list[Path]:
    try:
        return sorted(database.parent.glob(f"{database.stem}-unsaved-*.json"))
    except OSError:
        return []


def _read(path: Path) -> list[Change]:
    """The changes of a file. ValueError where it is none of ours."""
    if path.stat().st_size > MOST_BYTES:
        raise ValueError("too large")
    return from_json(strict_json.read(path.read_bytes()))


def _change(one: Any) -> Change:
    sql = BY_NAME.get(str(one.get("do"))) if isinstance(one, dict) else None
    values = one.get("values") if sql is not None else None
    if sql is None or not isinstance(values, list) or len(values) != sql.count("?"):
        raise ValueError("no change of ours")
    if not all(_fits(value) for value in values):
        raise ValueError("no value of a row")
    return sql, values


def _fits(value: Any) -> bool:
    """SQLite keeps whole numbers of 64 bits, and text that is UTF-8."""
    is_number = isinstance(value, float) or (isinstance(value, int) and -(2**63) <= value < 2**63)
    return value is None or is_number or strict_json.is_text(value)
