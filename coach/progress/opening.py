"""Opening the data file: private folder, write-ahead log, migrations with a backup, a broken file kept aside."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from datetime import datetime
from pathlib import Path

from coach.progress.folders import make_private
from coach.progress.notices import Begun, CutOff, KeptAside, Notice
from coach.progress.schema import COLUMNS, MIGRATIONS, WORKED_OUT, migrate

FILE_NAME = "posture-coach.sqlite"
BUSY_SECONDS = 0.5  # how long a write waits for another program's; what lasts longer is kept in memory meanwhile
CACHE_KILOBYTES = 256  # of pages in memory: the system keeps the file at hand, and a program in the tray stays small
LEAST_BYTES = 512  # no database is smaller, but SQLite takes such a file for an empty one
_WAL_TRIES = 20  # a fiftieth of a second apart; our choice
BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def connect(path: Path | str, busy_seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """A connection without Python's own transaction handling, usable from any thread (the caller locks)."""
    connection = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None, check_same_thread=False)
    connection.text_factory = _text
    try:
        connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _text(stored: bytes) -> str:
    """A byte that is no UTF-8 any more spoils its own row, not the whole answer."""
    return stored.decode("utf-8", "replace")


def open_file(
    path: Path, now: datetime, migrations: tuple[tuple[str, ...], ...] = MIGRATIONS
) -> tuple[sqlite3.Connection, Notice | None]:
    """The data file, ready for use, and what the person should know where a broken one had to be kept aside.

    A symbolic link stays: what is begun, copied or kept aside lies beside the file that it leads to. Raises
    NewerSchemaError, sqlite3.Error or OSError where the file cannot be used; then nothing was changed.
    """
    make_private(path.parent)
    path = Path(os.path.realpath(path))  # a folder that a link leads to is not made: its disk may be unplugged
    if _size(path) is None:
        _begin_aside(path, now, migrations)
    before = _size(path)
    try:
        connection, is_new = _open_sound(path, now, migrations)
    except sqlite3.DatabaseError as error:
        if primary_code(error) not in BROKEN:
            raise
        kept = keep_aside(path, now)
        connection, _ = _open_sound(path, now, migrations)
        return connection, _about_broken(error, kept, connection)
    if is_new and before == 0:
        return connection, Begun(path)
    return connection, None


def _begin_aside(path: Path, now: datetime, migrations: tuple[tuple[str, ...], ...]) -> None:
    """Put a whole new file at `path`, so that a program that is killed as it begins leaves no empty one, which would
    look like a loss. One that another program put there meanwhile stays. Where it cannot be done, nothing is.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        connection, _ = _open_sound(part, now, migrations)
        connection.close()  # the last one takes the log with it
        os.link(part, path)  # unlike a move it never replaces
    except (sqlite3.Error, OSError):  # the usual way says what is wrong, or does without links
        pass
    finally:
        for tail in ("", "-wal", "-shm", "-journal"):
            with contextlib.suppress(OSError):
                Path(f"{part}{tail}").unlink()


class _CutOffError(sqlite3.DatabaseError):
    sqlite_errorcode = sqlite3.SQLITE_CORRUPT

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.told = CutOff(count)


def _about_broken(error: sqlite3.Error, kept: Path, connection: sqlite3.Connection) -> Notice:
    """Bring over what can still be read of the file that was kept aside, and what that was."""
    from coach.progress.salvage import salvage

    why = error.told if isinstance(error, _CutOffError) else str(error)
    try:
        return KeptAside(kept, why, salvage(kept, connection))
    except sqlite3.Error as problem:
        return KeptAside(kept, why, problem=str(problem))


def _size(path: Path) -> int | None:
    """Bytes of the file; None where there is none."""
    try:
        return path.stat().st_size
    except OSError:
        return None


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's result code without its extension; -1 where there is none."""
    code = getattr(error, "sqlite_errorcode", None)
    return -1 if code is None else code & 0xFF


def _open_sound(path: Path, now: datetime, migrations: tuple[tuple[str, ...], ...]) -> tuple[sqlite3.Connection, bool]:
    """The file, and whether it was begun now."""
    before = _size(path)
    if before is not None and 0 < before < LEAST_BYTES:
        raise _CutOffError(before)
    connection = connect(path)
    try:
        _refuse_damage(connection)
        is_new = migrate(connection, migrations, before=lambda version: back_up(path, version, now))
        _refuse_other_tables(connection)
        if before is None:
            _make_private_file(path)
        _use_write_ahead_log(connection)
        connection.execute(f"PRAGMA cache_size = -{CACHE_KILOBYTES}")
        connection.execute("PRAGMA shrink_memory")  # the look for damage went through all of it
    except UnicodeDecodeError as error:  # a name, or SQLite's own sentence about one, is damaged
        connection.close()
        raise _damage(str(error)) from None
    except BaseException:
        connection.close()
        raise
    return connection, is_new


def _make_private_file(path: Path) -> None:
    """Only its owner may read it, also in a folder that others may enter; SQLite makes those beside it alike."""
    with contextlib.suppress(OSError):  # a file system without owners
        path.chmod(0o600)


def _damage(what: str) -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError(what)
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


def _refuse_damage(connection: sqlite3.Connection) -> None:
    damage = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    if damage != "ok":
        raise _damage(damage.splitlines()[-1])


def _refuse_other_tables(connection: sqlite3.Connection) -> None:
    """A name of a table or a column that was damaged is as bad as the table itself."""
    for table, columns in {**COLUMNS, **WORKED_OUT}.items():
        try:
            connection.execute(f"SELECT {columns} FROM {table} LIMIT 0").fetchall()  # noqa: S608 - our own names
        except sqlite3.OperationalError as error:
            if primary_code(error) != sqlite3.SQLITE_ERROR:
                raise
            raise _damage(str(error)) from None


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
    """A copy of the file as it was before a migration, made by SQLite itself, so that the log is in it: there whole, or
    not at all.
    """
    copy = path.with_name(f"{path.stem}-format{version}-{now:%Y%m%d-%H%M%S}{path.suffix}")
    part = path.with_name(f".{path.stem}.copy")
    part.unlink(missing_ok=True)  # of a program that was killed here
    try:
        with contextlib.closing(connect(path)) as source, contextlib.closing(sqlite3.connect(part)) as target:
            source.backup(target)
        _make_private_file(part)
        part.replace(copy)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    return copy


def copies_of(path: Path) -> list[Path]:
    """What back_up and keep_aside left beside the file."""
    names = (f"{path.stem}-format*{path.suffix}*", f"{path.stem}-broken-*{path.suffix}*")
    return sorted(found for name in names for found in path.parent.glob(name))


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
