"""A data file that never fails its caller: what cannot be written now is kept in memory and written when it can be."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from coach.clock import Clock
from coach.progress.notices import (
    Cause,
    Fault,
    KeptInMemory,
    Lost,
    Newer,
    NotChanged,
    Notice,
    Refused,
    WrittenDown,
)
from coach.progress.opening import BROKEN, BUSY_SECONDS, connect, copies_of, open_file, primary_code
from coach.progress.schema import TABLES, NewerSchemaError, migrate
from coach.progress.waiting import Change, Values, make_all, take_in, write_down

RETRY_SECONDS = 5.0  # from a write that failed to the next try; our choice
ROOM_BYTES = 64 * 1024  # less than this free is a full disk: the log beside the file needs as much


class ChangedMeanwhileError(Exception):
    """Something was written since what is to be written was worked out."""


class Database:
    """One SQLite file, or its stand-in in memory.

    While all is well, reads and writes go to the file, each write its own transaction. After an error a copy in memory
    takes over; its writes are remembered, and every RETRY_SECONDS the next call tries to put them into the file. The
    reasons stand in `notices`, each once. Calls from several threads are safe. `path` None keeps everything in memory.
    """

    def __init__(self, path: Path | None, clock: Clock) -> None:
        self._path = path
        self._clock = clock
        self._lock = threading.RLock()
        self._file: sqlite3.Connection | None = None
        self._memory: sqlite3.Connection | None = None
        self._waiting: list[Change] = []
        self._writes = 0
        self._retry_at = 0.0
        self._may_retry = path is not None
        self._held: list[Change] | None = None  # what is written while another thread's long write goes on beside
        self._closed = False
        self._is_damaged = False
        self.notices: tuple[Notice, ...] = ()
        if path is None:
            self._begin_memory()
            return
        try:
            self._open(path)
        except (NewerSchemaError, sqlite3.Error, OSError) as error:
            self._fall_back(error)

    def read(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """The rows; from memory where the file cannot be read."""
        with self._lock:
            if self._closed:
                return []
            self._catch_up()
            if self._memory is None and self._file is not None:
                try:
                    return self._file.execute(sql, values).fetchall()
                except (sqlite3.Error, UnicodeDecodeError) as error:
                    self._fall_back(error)
            assert self._memory is not None
            return self._memory.execute(sql, values).fetchall()

    @property
    def is_whole(self) -> bool:
        """Whether reads and writes go to where they belong, and not to a copy for want of it."""
        return not self._closed and (self._memory is None or self._path is None)

    @property
    def unsaved(self) -> tuple[Change, ...]:
        """What waits for the file."""
        with self._lock:
            return tuple(self._waiting)

    def give_away_unsaved(self) -> None:
        """Another program has what waits, and writes it."""
        with self._lock:
            self._waiting = []

    @property
    def version(self) -> tuple[int, int]:
        """Another one whenever anything was written, by this program or by another."""
        with self._lock:
            if self._closed or self._memory is not None or self._file is None:
                return self._writes, 0
            try:
                return self._writes, int(self._file.execute("PRAGMA data_version").fetchone()[0])
            except sqlite3.Error:
                return self._writes, 0

    def write(self, sql: str, values: Values = ()) -> None:
        """One change, in the file when this returns, or else in memory and waiting for the file."""
        with self._lock:
            if self._closed:
                return
            if self._held is not None:
                self._held.append((sql, values))
                return
            self._writes += 1
            self._catch_up()
            if self._memory is None and self._file is not None:
                try:
                    self._file.execute(sql, values)
                except sqlite3.IntegrityError as error:
                    self._notice(_refused(error))
                except (sqlite3.Error, UnicodeDecodeError) as error:
                    self._fall_back(error)
                if self._memory is None:
                    return
            assert self._memory is not None
            self._memory.execute(sql, values)
            if self._may_retry:
                self._waiting.append((sql, values))

    def write_whole(self, changes: Sequence[Change]) -> Notice | None:
        """All the changes in the file, or none of them; why not, where it cannot be. Nothing is kept for later: whoever
        asks may ask again.
        """
        with self._lock:
            self._writes += 1
            self._catch_up()
            if self._closed or self._memory is not None or self._file is None:
                if self._path is not None:
                    return self.notices[-1] if self.notices and not self._closed else "closed"
                assert self._memory is not None
                make_all(self._memory, changes)
                return None
            try:
                make_all(self._file, changes)
            except (sqlite3.Error, UnicodeDecodeError) as error:
                return NotChanged(_fault(error, self._path))
            return None

    def write_beside(self, changes: Sequence[Change], version: tuple[int, int]) -> Notice | None:
        """As `write_whole`, for a thread of its own: nobody who reads or writes waits for it; what is written meanwhile
        follows it. Raises ChangedMeanwhileError, and changes nothing, where anything was written since `version`.
        """
        with self._lock:
            if self._path is None or not self.is_whole or self._held is not None:
                return self.write_whole(changes)
            if self.version != version:
                raise ChangedMeanwhileError
            self._held = []
        try:
            with contextlib.closing(connect(self._path)) as beside:
                is_made = make_all(beside, changes, unless=lambda: self.version != version)
        except (sqlite3.Error, UnicodeDecodeError) as error:
            return NotChanged(_fault(error, self._path))
        finally:
            with self._lock:
                held, self._held = self._held or [], None
                for change in held:
                    self.write(*change)
        if not is_made:
            raise ChangedMeanwhileError
        return None

    def write_worked_out(self, changes: Sequence[Change], version: tuple[int, int]) -> None:
        """Make the changes, all or none, if nothing was written since `version`. Where the file cannot be written now
        nothing happens, nothing waits and nothing is said: what these write can be worked out again.
        """
        with self._lock:
            connection = self._memory if self._path is None else self._file
            if not self.is_whole or connection is None or self.version != version:
                return
            with contextlib.suppress(sqlite3.Error):
                connection.execute("PRAGMA busy_timeout = 0")  # whoever waits for this waits for a page
                try:
                    make_all(connection, changes, unless=lambda: self.version != version)
                finally:
                    connection.execute(f"PRAGMA busy_timeout = {round(BUSY_SECONDS * 1000)}")

    def remove_copies(self) -> None:
        """Delete the older copies beside the file; one that cannot be is left."""
        for copy in copies_of(self._path) if self._path is not None else ():
            with contextlib.suppress(OSError):
                copy.unlink()

    def bring_home(self) -> None:
        """Move what the log holds into the file, so that a copy of the file alone is whole. Waits for the disk."""
        with self._lock:
            if self._closed or self._file is None or self._memory is not None:
                return
            with contextlib.suppress(sqlite3.Error):  # somebody reads or writes: the next time will do
                self._file.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def close(self) -> None:
        """Write what still waits, if possible, else keep it in a file for the next start, and let the data file go.

        What is lost after all stands in `notices`.
        """
        with self._lock:
            if self._closed:
                return
            self._retry_at = self._clock.monotonic()
            if self._held:  # the write beside is not waited for: it is made whole or not at all
                self._waiting, self._held = [*self._waiting, *self._held], []
            if not self._is_damaged:  # what can be read of it is brought over at the next start, not at the end
                self._catch_up()
            if self._waiting:
                self._write_down()
            for connection in (self._memory, self._file):
                if connection is not None:
                    with contextlib.suppress(sqlite3.Error):
                        connection.close()
            self._closed = True

    def _open(self, path: Path) -> None:
        self._file, notice = open_file(path, self._clock.wall())
        if notice is not None:
            self._notice(notice)
        for one in take_in(path, self._file):
            self._notice(one)

    def _write_down(self) -> None:
        assert self._path is not None
        try:
            kept = write_down(self._path, self._waiting, self._clock.wall())
        except OSError as error:
            self._notice(Lost(self._path.parent, error.strerror or str(error)))
        except (ValueError, TypeError):  # of what no file of ours can hold
            self._notice(Lost(self._path.parent, "JSON"))
        else:
            self._notice(WrittenDown(kept))

    def _fall_back(self, error: Exception) -> None:
        self._notice(_notice_of(error, self._path))
        self._retry_at = self._clock.monotonic() + RETRY_SECONDS
        if isinstance(error, NewerSchemaError):
            self._may_retry = False
        self._is_damaged = _is_damage(error)
        self._begin_memory()

    def _begin_memory(self) -> None:
        memory = connect(":memory:")
        memory.execute("PRAGMA foreign_keys = OFF")  # the rows that a new one belongs to may be in the file alone
        migrate(memory)
        if self._path is not None and self._may_retry:
            with contextlib.suppress(sqlite3.Error):
                _copy_rows(self._file or _read_only(self._path), memory, close=self._file is None)
        if self._is_damaged:  # the next try opens it anew, finds the damage and takes along what can be read
            self._let_go()
        self._memory = memory

    def _let_go(self) -> None:
        if self._file is not None:
            with contextlib.suppress(sqlite3.Error):
                self._file.close()
        self._file = None

    def _catch_up(self) -> None:
        if self._memory is None or not self._may_retry or self._clock.monotonic() < self._retry_at:
            return
        assert self._path is not None
        self._retry_at = self._clock.monotonic() + RETRY_SECONDS
        try:
            if self._file is None:
                self._open(self._path)
            assert self._file is not None
            make_all(self._file, self._waiting)
        except NewerSchemaError as error:
            self._may_retry = False
            self._notice(_notice_of(error, self._path))
            return
        except (sqlite3.Error, OSError):
            return
        self._memory.close()
        self._memory = None
        self._is_damaged = False
        if self._waiting:
            self._waiting = []
            self._notice("saved")

    def _notice(self, notice: Notice) -> None:
        if notice not in self.notices:
            self.notices = (*self.notices, notice)


def _read_only(path: Path) -> sqlite3.Connection:
    """A view of a file in a folder that nothing may be written to (SQLite would want its log beside it)."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)


def _copy_rows(source: sqlite3.Connection, target: sqlite3.Connection, close: bool) -> None:
    """What can be read, row by row: the backup API would wait without end while another program holds the file."""
    try:
        for table in TABLES:
            _copy_table(source, target, table)
    finally:
        if close:
            source.close()


def _copy_table(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> None:
    from coach.progress.salvage import rows_until_damage

    rows = rows_until_damage(source, table)
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except sqlite3.Error as error:
            if primary_code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise  # the other tables would make the person wait as long again
            return
        marks = ", ".join("?" * len(row))
        target.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row)  # noqa: S608 - a name from our own list


_CAUSES: dict[int, Cause] = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_READONLY: "not-writable",
    sqlite3.SQLITE_CANTOPEN: "not-opened",
    sqlite3.SQLITE_PERM: "not-writable",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_IOERR: "disk",
}


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < ROOM_BYTES
    except OSError:
        return False


def _is_damage(error: Exception) -> bool:
    """SQLite says so, or what it says cannot even be read, because a damaged name is in it."""
    if isinstance(error, sqlite3.Error):
        return primary_code(error) in BROKEN
    return isinstance(error, UnicodeDecodeError)


def _refused(error: sqlite3.IntegrityError) -> Notice:
    if error.sqlite_errorcode == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return "session-deleted"
    return Refused(str(error))


def _notice_of(error: Exception, path: Path | None) -> Notice:
    if isinstance(error, NewerSchemaError):
        return Newer(path, error.found, error.known)
    return KeptInMemory(_fault(error, path))


def _fault(error: Exception, path: Path | None) -> Fault:
    if isinstance(error, sqlite3.Error) and path is not None and _is_full(path):
        return Fault("full", path)  # SQLite says so only for some of its files
    if isinstance(error, sqlite3.Error):
        cause = _CAUSES.get(primary_code(error))
        return Fault("file", path, str(error)) if cause is None else Fault(cause, path)
    if _is_damage(error):
        return Fault("damaged", path)
    return Fault("folder", path, str(getattr(error, "strerror", None) or error))
