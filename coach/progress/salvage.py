"""What can still be read of a damaged data file, copied into a new one: first what SQLite gives, then what stands in
the pages that it does not reach any more (pages.py). A row that is no row of ours is left behind.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from coach.progress.moments import from_row
from coach.progress.pages import Value, rows_of
from coach.progress.schema import COLUMNS, TABLES

MOST_BYTES = 512 * 1024 * 1024  # a hundred years of sessions are smaller; more is not held in memory
_WIDTH = {table: columns.count(",") + 1 for table, columns in COLUMNS.items()}
_TOLD = ("session", "test", "reminder", "setting")
"""What is told of; the other tables belong to these."""


def salvage(kept: Path, target: sqlite3.Connection) -> dict[str, int]:
    """Copy what can be read of the file `kept` into the new one; how much that was, by the table it is in.

    Never raises for what is in the file; sqlite3.Error where the new one cannot be written.
    """
    copied: Counter[str] = Counter()
    target.execute("PRAGMA foreign_keys = OFF")  # a part may be found before its session
    target.execute("BEGIN IMMEDIATE")
    try:
        for table, row in chain(_asked(kept), _found(kept)):
            copied[table] += _insert(target, table, row)
        target.execute("DELETE FROM interval WHERE session NOT IN (SELECT id FROM session)")
        target.execute("DELETE FROM pain WHERE session NOT IN (SELECT id FROM session)")
        target.execute("DELETE FROM stand_in WHERE interval NOT IN (SELECT id FROM interval)")
        target.execute("COMMIT")
    except BaseException:
        if target.in_transaction:
            target.execute("ROLLBACK")
        raise
    finally:
        target.execute("PRAGMA foreign_keys = ON")
    return {table: copied[table] for table in _TOLD}


def rows_until_damage(connection: sqlite3.Connection, table: str) -> Iterator[tuple[Any, ...]]:
    """The rows of one of our tables, in their order, as far as they can be read. sqlite3.Error at the damage."""
    try:
        yield from connection.execute(f"SELECT {COLUMNS[table]} FROM {table}")  # noqa: S608 - names from our own list
    except UnicodeDecodeError as error:  # the name of a column is damaged
        raise sqlite3.DatabaseError(str(error)) from None


def _asked(kept: Path) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """What SQLite gives, its log included. The file stays as it is."""
    has_log = Path(f"{kept}-wal").exists()
    address = f"{kept.absolute().as_uri()}?{'mode=ro' if has_log else 'immutable=1'}"
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(address, uri=True)) as source:
        source.text_factory = lambda raw: raw.decode("utf-8", "replace")
        for table in TABLES:
            with contextlib.suppress(sqlite3.Error):
                for row in rows_until_damage(source, table):
                    if _JUDGES[table](row):
                        yield table, row


def _found(kept: Path) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """What stands in the pages."""
    try:
        if kept.stat().st_size > MOST_BYTES:
            return
        data = kept.read_bytes()
    except OSError:
        return
    for found in rows_of(data):
        row = found.values if found.number is None else (found.number, *found.values[1:])
        for table, width in _WIDTH.items():
            is_numbered = table != "setting"
            if len(row) == width and is_numbered == (found.number is not None) and _JUDGES[table](row):
                yield table, row


def _insert(target: sqlite3.Connection, table: str, row: Sequence[Value]) -> int:
    marks = ", ".join("?" * len(row))
    with contextlib.suppress(sqlite3.IntegrityError):
        return target.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row).rowcount  # noqa: S608 - ours
    return 0


def _is_moment(utc: Value, offset: Value) -> bool:
    try:
        from_row(utc, offset)
    except (ValueError, OverflowError):
        return False
    return True


def _are_texts(*values: Value) -> bool:
    return all(isinstance(value, str) for value in values)


_JUDGES: Mapping[str, Callable[[Sequence[Value]], bool]] = {
    "session": lambda row: _are_texts(*row[1:4]) and _is_moment(row[6], row[7]),
    "interval": lambda row: isinstance(row[1], int) and _are_texts(row[3], row[8]) and _is_moment(row[10], row[11]),
    "test": lambda row: _are_texts(*row[1:3]) and _is_moment(row[3], row[4]),
    "reminder": lambda row: _are_texts(*row[1:4]) and _is_moment(row[4], row[5]),
    "setting": lambda row: _are_texts(*row),
    "note": lambda row: _are_texts(row[1], row[2], row[6]) and _is_moment(row[4], row[5]),
    "stand_in": lambda row: _are_texts(row[1]),
    "pain": lambda row: isinstance(row[1], int) and _are_texts(row[2]) and _is_moment(row[4], row[5]),
}
"""Whether a row can be one of the table's: what stands in damaged pages looks like a row now and then."""
