"""A long write in a thread of its own: nobody waits for it, and nothing that is written meanwhile is lost."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coach.progress import database
from coach.progress.notices import Fault, NotChanged
from coach.progress.opening import FILE_NAME
from coach.progress.portable.merging import Merged
from coach.progress.store import Store, open_store
from coach.progress.waiting import Change
from coach.settings import THEME
from tests.fakes import FakeClock
from tests.progress.portable.histories import session as record
from tests.stores import memory_store, noticed

NOW = datetime(2026, 5, 14, 9, 0, tzinfo=UTC)
RECORDS = [record("from-elsewhere")]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path, FakeClock(NOW))
    yield store
    store.close()


class Meanwhile:
    """Does something in the middle of the long write, when it has the file, or before."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, act: Callable[[], object], *, times: int = 1) -> None:
        self.left = times
        make_all = database.make_all

        def made(file: sqlite3.Connection, changes: Sequence[Change], unless: Callable[[], bool] = bool) -> bool:
            if self.left:
                self.left -= 1
                act()
            return make_all(file, changes, unless)

        monkeypatch.setattr(database, "make_all", made)


def uids(store: Store) -> list[str]:
    return [one.uid for one in store.past_without_work()]


def test_what_this_program_writes_meanwhile_follows(store: Store, tmp_path: Path, monkeypatch) -> None:
    act = Meanwhile(monkeypatch, lambda: store.keep(THEME, "dark"))
    merged = store.take_in(RECORDS)
    assert (act.left, uids(store), store.get(THEME), noticed(store)) == (0, ["from-elsewhere"], "dark", ())
    assert isinstance(merged, Merged)
    assert merged.taken == {"session": 1}
    with sqlite3.connect(tmp_path / FILE_NAME) as file:
        assert file.execute("SELECT value FROM setting").fetchall() == [('"dark"',)]
    file.close()


def test_where_another_program_wrote_meanwhile_it_is_merged_anew(store: Store, tmp_path: Path, monkeypatch) -> None:
    other = open_store(tmp_path, FakeClock(NOW))
    Meanwhile(monkeypatch, lambda: other.take(other.merge(RECORDS).changes))
    merged = store.take_in(RECORDS)
    other.close()
    assert isinstance(merged, Merged)
    assert (merged.known, uids(store)) == (1, ["from-elsewhere"])


def test_where_somebody_writes_all_the_time_nothing_is_changed(store: Store, tmp_path: Path, monkeypatch) -> None:
    other = open_store(tmp_path, FakeClock(NOW))
    number = itertools.count()
    Meanwhile(monkeypatch, lambda: other.set_setting("theme", next(number)), times=99)
    said = store.take_in(RECORDS)
    other.close()
    assert said == "always-written"
    assert uids(store) == []


def test_the_end_of_the_program_loses_nothing_that_was_written_meanwhile(tmp_path: Path, monkeypatch) -> None:
    store = open_store(tmp_path, FakeClock(NOW))

    def end() -> None:
        store.keep(THEME, "dark")
        store.close()

    Meanwhile(monkeypatch, end)
    assert store.take_in(RECORDS) == "closed"
    later = open_store(tmp_path, FakeClock(NOW))
    assert (later.get(THEME), uids(later)) == ("dark", []), "of what was taken in all or nothing"
    later.close()


def test_a_file_that_cannot_be_written_says_so(store: Store, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    said = store.take_in(RECORDS)
    other.close()
    assert said == NotChanged(Fault("busy", tmp_path / FILE_NAME))
    assert store.notices == ()
    store.keep(THEME, "dark")
    assert store.get(THEME) == "dark", "and it goes on"


def test_a_store_in_memory_takes_in_as_well() -> None:
    store = memory_store(FakeClock(NOW))
    merged = store.take_in(RECORDS)
    assert isinstance(merged, Merged)
    assert uids(store) == ["from-elsewhere"]
