"""Each call to the disk fails in turn, as on a full disk, a broken one or one of somebody else: nobody sees an
exception, and what was done is there at the next start.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from coach.progress.database import RETRY_SECONDS
from coach.progress.opening import FILE_NAME
from coach.progress.store import open_store
from coach.session.timeline import Interval
from coach.settings import THEME
from tests.beside import slow
from tests.fakes import FakeClock
from tests.stores import noticed

WORK = Interval("work", 10.0, 25.0, "chin-tuck")


class Faults:
    """Counts the calls, and lets one of them, or all from there on, fail."""

    def __init__(self) -> None:
        self.calls = 0
        self.fails_at = 0
        self.lasts = False
        self.code = sqlite3.SQLITE_FULL
        self.opened: list[sqlite3.Connection] = []

    def call(self) -> None:
        self.calls += 1
        if self.calls == self.fails_at or (self.lasts and 0 < self.fails_at < self.calls):
            error = sqlite3.OperationalError("a fault of the test's making")
            error.sqlite_errorcode = self.code
            raise error


def is_open(connection: sqlite3.Connection) -> bool:
    try:
        return connection.total_changes >= 0
    except sqlite3.ProgrammingError:
        return False


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> Iterator[Faults]:
    faults = Faults()
    connect = sqlite3.connect

    class Connection(sqlite3.Connection):
        def execute(self, *what: Any) -> sqlite3.Cursor:
            faults.call()
            return super().execute(*what)

    def connect_with_faults(database: Any, **options: Any) -> sqlite3.Connection:
        if database == ":memory:":
            return connect(database, **options)
        faults.call()
        faults.opened.append(connect(database, **options, factory=Connection))
        return faults.opened[-1]

    monkeypatch.setattr(sqlite3, "connect", connect_with_faults)
    yield faults
    faults.fails_at = 0
    assert [one for one in faults.opened if is_open(one)] == []


def a_session(folder: Path, clock: FakeClock) -> tuple[str, ...]:
    """A start, a session and an end; what was said."""
    store = open_store(folder, clock)
    session = store.begin_session("routine", "desk-reset", "Desk reset", 120.0, 3)
    store.add_interval(session, 0, WORK, 12.0, "done", None)
    clock.pass_time(RETRY_SECONDS)
    store.finish_session(session, "finished")
    store.keep(THEME, "dark")
    store.sessions()
    store.history()
    store.unfinished()
    store.close()
    return noticed(store)


EVERY_DAY = [(sqlite3.SQLITE_BUSY, False)]
CODES = (
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
)
OTHERS = [case for case in product(CODES, (False, True)) if case not in EVERY_DAY]


@pytest.mark.parametrize("fault", [*EVERY_DAY, *slow(OTHERS)], ids=str)
def test_each_call_to_the_file_fails_in_turn(tmp_path: Path, faults: Faults, fault: tuple[int, bool]) -> None:
    clock = FakeClock(datetime(2026, 5, 14, 9, 0, tzinfo=UTC))
    a_session(tmp_path / "sound", clock)
    calls = faults.calls
    assert calls > 20
    faults.code, faults.lasts = fault
    for number in range(1, calls + 1):
        folder = tmp_path / str(number)
        faults.calls, faults.fails_at = 0, number
        told = a_session(folder, clock)
        faults.fails_at = 0
        store = open_store(folder, clock)
        found = [record.how for record in store.sessions()]
        assert found == ["finished"], f"call {number}: {told} {noticed(store)}"
        assert store.get(THEME) == "dark"
        store.close()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
@pytest.mark.parametrize("name", ["mkdir", "chmod", "stat", "rename", "unlink"])
def test_each_call_to_the_folder_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int) -> None:
    clock = FakeClock(datetime(2026, 5, 14, 9, 0, tzinfo=UTC))

    def refuse(*_what: object, **_more: object) -> None:
        raise OSError(number, os.strerror(number))

    (tmp_path / FILE_NAME).write_bytes(b"no database, and long enough to be taken for one " * 20)
    with monkeypatch.context() as patch:
        patch.setattr(Path, name, refuse)
        a_session(tmp_path, clock)
    told = a_session(tmp_path, clock)
    assert all("lost" not in sentence for sentence in told)
