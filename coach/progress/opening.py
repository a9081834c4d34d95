"""Opening the data file: private folder, write-ahead log, migrations with a backup, a broken file kept aside."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from datetime import datetime
from pathlib import Path

from coach.progress.folders import make_private
from coach.progress.schema import MIGRATIONS, migrate

FILE_NAME = "posture-coach.sqlite"
BUSY_SECONDS = 0.5  # how long a write waits for another program's; what lasts longer is kept in memory meanwhile
_WAL_TRIES = 20
_BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def connect(path: Path | str, busy_seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """A connection without Python's own transaction handling, usable from any thread (the caller locks)."""
    connection = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None, check_same_thread=False)
    connection.text_factory = _text
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _text(stored: bytes) -> str:
    """A byte that is no UTF-8 any more spoils its own row, not the whole answer."""
    return stored.decode("utf-8", "replace")


def open_file(
    path: Path, now: datetime, migrations: tuple[tuple[str, ...], ...] = MIGRATIONS
) -> tuple[sqlite3.Connection, str | None]:
    """The data file, ready for use, and a sentence for the person where a broken one had to be kept aside.

    Raises NewerSchemaError, sqlite3.Error or OSError where it cannot be used; then nothing was changed.
    """
    make_private(path.parent)
    _make_file(path)
    try:
        return _open_sound(path, now, migrations), None
    except sqlite3.DatabaseError as error:
        if primary_code(error) not in _BROKEN:
            raise
        kept = keep_aside(path, now)
        return _open_sound(path, now, migrations), (
            f"The data file could not be read ({error}). It was kept as {kept}, and a new one was begun."
        )


def _make_file(path: Path) -> None:
    """A file that only its owner may read, also in a folder that others may enter; SQLite makes those beside it alike.

    What is there already stays as it is.
    """
    with contextlib.suppress(OSError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's result code without its extension; -1 where there is none."""
    code = getattr(error, "sqlite_errorcode", None)
    return -1 if code is None else code & 0xFF


def _open_sound(path: Path, now: datetime, migrations: tuple[tuple[str, ...], ...]) -> sqlite3.Connection:
    connection = connect(path)
    try:
        _refuse_damage(connection)
        migrate(connection, migrations, before=lambda version: back_up(path, version, now))
        _use_write_ahead_log(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_damage(connection: sqlite3.Connection) -> None:
    damage = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    if damage != "ok":
        error = sqlite3.DatabaseError(damage.splitlines()[-1])
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """WAL lets a reader and a writer work at once and survives a kill at any moment.

    Where two programs switch at the same moment SQLite answers one of them "locked" without waiting, hence the tries.
    A file system that cannot do it (some network drives) keeps the older journal, which is as safe.
    """
    for attempt in range(_WAL_TRIES):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            break
        except sqlite3.OperationalError:
            if attempt == _WAL_TRIES - 1:
                raise
            time.sleep(0.02)
    connection.execute("PRAGMA synchronous = NORMAL")


def back_up(path: Path, version: int, now: datetime) -> Path:
    """A copy of the file as it was before a migration, made by SQLite itself, so that the log is in it."""
    copy = path.with_name(f"{path.stem}-format{version}-{now:%Y%m%d-%H%M%S}{path.suffix}")
    _make_file(copy)
    with contextlib.closing(connect(path)) as source, contextlib.closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy


def keep_aside(path: Path, now: datetime) -> Path:
    """Rename the file (and its log) to a dated name that is free; nothing of the person's is ever deleted."""
    number, kept = 1, path.with_name(f"{path.stem}-broken-{now:%Y%m%d-%H%M%S}{path.suffix}")
    while kept.exists():
        number += 1
        kept = path.with_name(f"{path.stem}-broken-{now:%Y%m%d-%H%M%S}-{number}{path.suffix}")
    path.rename(kept)
    for tail in ("-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            Path(f"{path}{tail}").rename(f"{kept}{tail}")
    return kept
