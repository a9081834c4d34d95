"""Every write, on a disk that takes no more, while another program holds the file, and where it may not be written:
nobody sees an exception, a sentence says what is the matter, and what was done is there as soon as it can be.
"""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from coach.following import stop
from coach.progress.database import RETRY_SECONDS
from coach.progress.opening import FILE_NAME
from coach.progress.portable.form import written
from coach.progress.store import Store, open_store
from coach.session.timeline import Interval
from coach.words import data_file
from coach.words.language import ENGLISH
from tests.fakes import FakeClock
from tests.progress.portable.histories import session as record
from tests.stores import noticed

NOW = datetime(2026, 5, 14, 9, 0, tzinfo=UTC)
WORK = Interval("work", 10.0, 25.0, "row")
SAVED = "What could not be saved before is saved now."

Write = Callable[[Store, int], object]

WRITES: Mapping[str, Write] = {
    "session": lambda store, _: store.begin_session("routine", "desk", "Desk", 60.0, 3),
    "interval": lambda store, session: store.add_interval(session, 1, WORK, 12.0, "done", named="press"),
    "end": lambda store, session: store.finish_session(session, "finished"),
    "rating": lambda store, session: store.rate_session(session, 5, 1),
    "pain": lambda store, session: store.add_pain(session, "row", 4),
    "test": lambda store, _: store.add_test("wall-test", {"test_id": "wall-test", "hold_seconds": 20.0}),
    "reminder": lambda store, _: store.add_reminder("change-position", "shown", "30 min"),
    "setting": lambda store, _: store.set_setting("theme", "dark"),
    "choice": lambda store, _: store.add_choice("desk", "row", "up"),
    "safety": lambda store, _: store.add_safety(["fever"]),
    "conditions": lambda store, _: store.add_conditions(["osteoporosis"]),
    "plan": lambda store, _: store.start_plan("eight-weeks", date(2026, 5, 14)),
    "stop": lambda store, _: stop(store, store.plans(), date(2026, 5, 15)),
    "morning": lambda store, session: store.tell_morning(store.uid_of_session(session) or "", "worse"),
    "correction": lambda store, session: store.correct(store.uid_of_session(session) or "", {"effort": 9}),
    "deletion": lambda store, session: store.delete(store.uid_of_session(session) or ""),
}
WHOLE: Mapping[str, Callable[[Store], str | None]] = {
    "import": lambda store: store.take(store.merge([record("from-elsewhere")]).changes),
    "delete all": lambda store: store.forget_all(),
}
"""All or nothing, at once: whoever asks is told why not, and asks again."""


LEAST = 3000
"""Bytes that a file may still have: a page of the log has more, the list of what waits has less."""


@contextmanager
def no_room(store: Store, _path: Path) -> Iterator[None]:
    """The system refuses to let the log grow."""
    resource = pytest.importorskip("resource")
    assert store._database._file is not None
    store._database._file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (LEAST, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def full(store: Store, path: Path) -> Iterator[None]:
    """Not a byte more on the whole disk."""
    assert store._database._file is not None
    store._database._file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    ballast = path.with_name("ballast")
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 4096)
    yield
    ballast.unlink()


@contextmanager
def held(store: Store, path: Path) -> Iterator[None]:
    """By another program."""
    assert store._database._file is not None
    store._database._file.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def read_only(store: Store, _path: Path) -> Iterator[None]:
    """It may be looked at alone."""
    assert store._database._file is not None
    store._database._file.execute("PRAGMA query_only = ON")
    yield
    with suppress(sqlite3.ProgrammingError):  # it was closed
        store._database._file.execute("PRAGMA query_only = OFF")


Fault = Callable[[Store, Path], AbstractContextManager[None]]

FAULTS: Mapping[Fault, str] = {
    no_room: "The disk answered with an error",
    held: "Another program is using the data file",
    read_only: "The data file may not be written",
}
CASES = pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)


def begun(folder: Path, clock: FakeClock) -> tuple[Store, int]:
    store = open_store(folder, clock)
    session = store.begin_session("routine", "desk", "Desk", 60.0, 3)
    store.add_interval(session, 0, WORK, 12.0, "done")
    store.start_plan("long-ago", date(2026, 1, 1))
    clock.pass_time(1.0)
    return store, session


def lines(store: Store) -> set[str]:
    """All of it."""
    return {written(one) for one in store.shelf().records()}


def wanted(folder: Path, write: Write) -> set[str]:
    """What a sound disk has after the write."""
    store, session = begun(folder, FakeClock(NOW))
    write(store, session)
    found = lines(store)
    store.close()
    return found


def alike(found: set[str], expected: set[str]) -> bool:
    """The same but for ids that are made of a moment and a process; as many of them, that is, of the same lengths."""
    return sorted(map(len, found)) == sorted(map(len, expected))


@CASES
@pytest.mark.parametrize("name", WRITES)
def test_what_cannot_be_written_is_kept_and_written_when_it_can_be(tmp_path: Path, fault: Fault, name: str) -> None:
    expected = wanted(tmp_path / "sound", WRITES[name])
    clock = FakeClock(NOW)
    store, session = begun(tmp_path, clock)
    before = lines(store)
    with fault(store, tmp_path / FILE_NAME):
        WRITES[name](store, session)
        [notice] = noticed(store)
        assert notice == (
            f"{FAULTS[fault]}: {tmp_path / FILE_NAME}. What you do now is kept in memory and saved as soon as that"
            " works again."
        )
        assert alike(lines(store), expected), "it is there to be seen"
    with closing(open_store(tmp_path, FakeClock(NOW))) as other:
        assert lines(other) == before
    clock.pass_time(RETRY_SECONDS)
    assert alike(lines(store), expected)
    assert noticed(store) == (notice, SAVED)
    store.close()
    with closing(open_store(tmp_path, clock)) as later:
        assert alike(lines(later), expected)
        assert later.notices == ()


@CASES
@pytest.mark.parametrize("name", WRITES)
def test_an_end_meanwhile_keeps_it_for_the_next_start(tmp_path: Path, fault: Fault, name: str) -> None:
    expected = wanted(tmp_path / "sound", WRITES[name])
    clock = FakeClock(NOW)
    store, session = begun(tmp_path, clock)
    with fault(store, tmp_path / FILE_NAME):
        WRITES[name](store, session)
        store.close()
    assert noticed(store)[-1].endswith("; the next start takes it in.")
    with closing(open_store(tmp_path, clock)) as later:
        assert noticed(later) == ("What could not be saved when the program last ended is saved now.",)
        assert alike(lines(later), expected)


@CASES
@pytest.mark.parametrize("name", WHOLE)
def test_what_has_to_be_whole_says_why_not_and_changes_nothing(tmp_path: Path, fault: Fault, name: str) -> None:
    clock = FakeClock(NOW)
    store, _ = begun(tmp_path, clock)
    before = lines(store)
    with fault(store, tmp_path / FILE_NAME):
        said = WHOLE[name](store)
        assert data_file.notice(ENGLISH, said) == f"{FAULTS[fault]}: {tmp_path / FILE_NAME}. Nothing was changed."
        assert lines(store) == before
    assert store.notices == ()
    clock.pass_time(RETRY_SECONDS)
    assert WHOLE[name](store) is None
    assert lines(store) != before
    store.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of half a megabyte."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("needs the right to mount a file system")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="mounts a small file system")
@pytest.mark.parametrize("name", WRITES)
def test_a_disk_that_is_really_full(small_disk: Path, tmp_path: Path, name: str) -> None:
    expected = wanted(tmp_path / "sound", WRITES[name])
    clock = FakeClock(NOW)
    store, session = begun(small_disk, clock)
    with full(store, small_disk / FILE_NAME):
        WRITES[name](store, session)
        assert noticed(store)[0].startswith(f"The disk is full: {small_disk / FILE_NAME}. ")
        assert alike(lines(store), expected)
        for whole in WHOLE.values():
            assert whole(store) == store.notices[-1]
    clock.pass_time(RETRY_SECONDS)
    assert alike(lines(store), expected)
    assert noticed(store)[1:] == (SAVED,)
    store.close()
