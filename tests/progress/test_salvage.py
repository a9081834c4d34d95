"""A damaged data file gives what can still be read: whatever the damage, nothing is raised and the rest comes over."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coach.progress.database import RETRY_SECONDS
from coach.progress.opening import FILE_NAME
from coach.progress.pages import rows_of
from coach.progress.store import Store, open_store
from coach.session.timeline import Interval
from coach.settings import REMINDERS_ENABLED, SAFETY_ANSWERS, SAFETY_PASSED, THEME
from tests.beside import slow
from tests.fakes import FakeClock
from tests.stores import noticed

WORK = Interval("work", 10.0, 25.0, "chin-tuck")
SESSIONS, PARTS = 30, 10
PAGE = 4096


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(datetime(2026, 5, 14, 9, 0, tzinfo=UTC))


@pytest.fixture
def filled(tmp_path: Path, clock: FakeClock) -> Path:
    """The folder of a person with thirty sessions, as the program leaves it."""
    store = open_store(tmp_path, clock)
    store.keep(SAFETY_ANSWERS, {"yes": ["upper-back-unchecked"], "checked": True})
    store.keep(SAFETY_PASSED, "2026-05-01")
    store.keep(THEME, "dark")
    store.keep(REMINDERS_ENABLED, {"change-position": False})
    for _ in range(SESSIONS):
        session = store.begin_session("routine", "desk-reset", "Desk reset", 120.0, PARTS)
        for number in range(PARTS):
            clock.pass_time(12)
            store.add_interval(session, number, WORK, 12.0, "done", None)
        store.finish_session(session, "finished")
        store.add_reminder("change-position", "shown", "30 min at the desk")
    store.add_test("wall-test", {"contact": 9, "focus": ["neck"], "answers": {"checks": {"x" * 900: {"y" * 9000: 1}}}})
    store.close()
    return tmp_path


def damage(folder: Path, place: int, data: bytes) -> None:
    with (folder / FILE_NAME).open("r+b") as file:
        file.seek(place)
        file.write(data)


def page_of(folder: Path, name: str) -> int:
    with closing(sqlite3.connect(folder / FILE_NAME)) as file:
        return int(file.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchone()[0])


def counts(store: Store) -> tuple[int, int]:
    return len(store.sessions()), sum(len(store.intervals(record.id)) for record in store.sessions())


def test_six_hundred_bad_bytes_in_the_middle_cost_what_stood_there(filled: Path, clock: FakeClock) -> None:
    middle = (filled / FILE_NAME).stat().st_size // 2 // PAGE * PAGE
    damage(filled, middle, b"\xff" * 600)
    store = open_store(filled, clock)
    (notice,) = noticed(store)
    assert "It was kept as" in notice
    assert "with what could be read of it: " in notice
    sessions, parts = counts(store)
    assert sessions >= SESSIONS - 1
    assert parts >= SESSIONS * PARTS * 0.7
    assert store.get(SAFETY_ANSWERS)["yes"] == ["upper-back-unchecked"]
    assert store.get(REMINDERS_ENABLED) == {"change-position": False}
    assert store.setting("safety-passed") == "2026-05-01"
    assert len(store.tests()) == 1
    store.close()


@pytest.mark.parametrize("index", ["session_started", "interval_session", "reminder_at"])
def test_a_damaged_page_of_an_index_costs_nothing(filled: Path, clock: FakeClock, index: str) -> None:
    damage(filled, (page_of(filled, index) - 1) * PAGE, b"\xff" * PAGE)
    store = open_store(filled, clock)
    assert counts(store) == (SESSIONS, SESSIONS * PARTS)
    assert len(store.history()) == 2 * SESSIONS + 1
    assert store.get(THEME) == "dark"
    store.close()


def test_a_destroyed_head_and_top_of_a_tree_cost_nothing(filled: Path, clock: FakeClock) -> None:
    """Nothing that SQLite could begin with is left, but the pages of rows are."""
    tops = [page_of(filled, name) for name in ("interval", "reminder")]
    for top in tops:
        damage(filled, (top - 1) * PAGE, b"\0" * 8)
    damage(filled, 0, b"\0" * 100)
    store = open_store(filled, clock)
    assert counts(store) == (SESSIONS, SESSIONS * PARTS)
    assert store.get(THEME) == "dark"
    assert [test.result["contact"] for test in store.tests()] == [9], "a row that goes on in other pages too"
    store.close()


def test_what_was_brought_over_is_there_for_good_and_can_be_added_to(filled: Path, clock: FakeClock) -> None:
    damage(filled, 0, b"rubbish!")
    store = open_store(filled, clock)
    session = store.begin_session("routine", "desk-reset", "Desk reset", 120.0, PARTS)
    store.add_interval(session, 0, WORK, 12.0, "done", None)
    store.close()
    again = open_store(filled, clock)
    assert again.notices == ()
    assert len(again.sessions()) == SESSIONS + 1
    again.close()


@pytest.mark.parametrize("seed", [*range(20), *slow(range(20, 50))])
def test_whatever_is_damaged_wherever_the_program_goes_on(filled: Path, clock: FakeClock, seed: int) -> None:
    chance = random.Random(seed)
    file = filled / FILE_NAME
    size = file.stat().st_size
    if seed % 2:
        file.write_bytes(file.read_bytes()[: chance.randrange(1, size)])
    for _ in range(chance.randrange(1, 4)):
        length = chance.choice([1, 40, 600, PAGE, 3 * PAGE])
        damage(filled, chance.randrange(0, size), chance.randbytes(length))
    store = open_store(filled, clock)
    for record in store.sessions():
        store.intervals(record.id)
    store.history()
    store.unfinished()
    session = store.begin_session("routine", "desk-reset", "Desk reset", 120.0, 3)
    clock.pass_time(RETRY_SECONDS)
    assert session in [record.id for record in store.sessions()]
    store.close()
    again = open_store(filled, clock)
    assert session in [record.id for record in again.sessions()]
    again.close()


@pytest.mark.parametrize(
    ("size", "sentence"),
    [(0, "was empty; a new one was begun."), (1, "it is cut off after 1 byte)"), (99, "99 bytes)")],
)
def test_a_file_of_no_or_one_byte_is_said(tmp_path: Path, clock: FakeClock, size: int, sentence: str) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"S" * size)
    store = open_store(tmp_path, clock)
    (notice,) = noticed(store)
    assert sentence in notice
    store.keep(THEME, "dark")
    store.close()
    again = open_store(tmp_path, clock)
    assert again.notices == ()
    again.close()


def test_a_first_start_says_nothing(tmp_path: Path, clock: FakeClock) -> None:
    for _ in range(2):
        store = open_store(tmp_path, clock)
        assert store.notices == ()
        store.close()


def test_damage_that_comes_while_the_program_runs_is_mended_while_it_runs(filled: Path, clock: FakeClock) -> None:
    store = open_store(filled, clock)
    file = store._database._file
    assert file is not None
    file.execute("PRAGMA cache_size = 1")
    damage(filled, (page_of(filled, "session") - 1) * PAGE, b"\xff" * PAGE)
    store.sessions()
    assert "damaged" in noticed(store)[0]
    session = store.begin_session("routine", "desk-reset", "Desk reset", 120.0, 3)
    clock.pass_time(RETRY_SECONDS)
    assert session in [record.id for record in store.sessions()]
    assert any("It was kept as" in notice for notice in noticed(store))
    store.close()


def test_bytes_that_are_no_database_hold_no_rows() -> None:
    chance = random.Random(1)
    assert list(rows_of(b"")) == []
    for _ in range(200):
        list(rows_of(b"\x0d" + chance.randbytes(chance.randrange(0, 9000))))
