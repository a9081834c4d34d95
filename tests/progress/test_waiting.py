"""What could not be saved before the program ended is taken in at the next start, or said to be lost."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from coach.progress import waiting
from coach.progress.opening import FILE_NAME
from coach.progress.store import open_store
from coach.session.timeline import Interval
from coach.settings import THEME
from tests.fakes import FakeClock
from tests.stores import noticed

WORK = Interval("work", 10.0, 25.0, "chin-tuck")


@pytest.fixture(scope="module", autouse=True)
def who_waits_for_a_lock_waits_a_moment() -> Iterator[None]:
    """Half a second for each of a dozen writes is the program's, and says nothing about what is kept."""
    connect = sqlite3.connect

    def briefly(*given: Any, **named: Any) -> sqlite3.Connection:
        return connect(*given, **{**named, "timeout": 0.01})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", briefly)
        yield


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(datetime(2026, 5, 14, 9, 0, tzinfo=UTC))


@pytest.fixture(scope="module")
def ended(who_waits_for_a_lock_waits_a_moment: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which a program ended that could not save: made once, since each write of it waits."""
    folder = tmp_path_factory.mktemp("ended")
    end_while_it_is_locked(folder, FakeClock(datetime(2026, 5, 14, 9, 0, tzinfo=UTC)))
    return folder


@pytest.fixture
def unsaved(ended: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return shutil.copytree(ended, tmp_path / "unsaved")


def end_while_it_is_locked(folder: Path, clock: FakeClock) -> tuple[str, ...]:
    """A session that was done while another program held the data file, to the end; what is said."""
    open_store(folder, clock).close()
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("INSERT INTO setting VALUES ('held', '1')")
        store = open_store(folder, clock)
        session = store.begin_session("routine", "desk-reset", "Desk reset ü", 120.0, 3)
        store.add_interval(session, 0, WORK, 12.0, "done", None)
        store.finish_session(session, "finished")
        store.keep(THEME, "dark")
        store.close()
        return noticed(store)


def test_what_was_done_while_the_file_was_locked_to_the_end_is_there_at_the_next_start(
    tmp_path: Path, clock: FakeClock
) -> None:
    notices = end_while_it_is_locked(tmp_path, clock)
    (kept,) = tmp_path.glob("*unsaved*")
    assert notices[-1] == f"What you did could not be saved yet. It was kept in {kept}; the next start takes it in."
    again = open_store(tmp_path, clock)
    assert noticed(again) == ("What could not be saved when the program last ended is saved now.",)
    (record,) = again.sessions()
    assert (record.title, record.how, record.seconds) == ("Desk reset ü", "finished", 12.0)
    assert again.get(THEME) == "dark"
    assert not kept.exists()
    again.close()


def test_what_cannot_be_kept_anywhere_is_said_to_be_lost(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _data: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(waiting, "write_whole", full)
    notices = end_while_it_is_locked(tmp_path, clock)
    assert notices[-1] == (
        f"What you did could not be saved and is lost: {tmp_path} cannot be written (No space left on device)."
    )


@pytest.mark.parametrize(
    "text",
    ["", "{oops", "{}", "[1]", '[{"do": "drop-table", "values": []}]', '[{"do": "set-setting", "values": ["a"]}]',
     '[{"do": "set-setting", "values": ["a", []]}]', '[{"do": "set-setting", "values": ["a", NaN]}]',
     '[{"do": ["set-setting"], "values": ["a", "b"]}]', '[{"do": "set-setting", "values": ["a", "\\ud800"]}]',
     '[{"do": "set-setting", "values": [99999999999999999999, "1"]}]', "[" * 5000],
)  # fmt: skip
def test_a_file_that_is_none_of_ours_stays_and_hides_nothing(unsaved: Path, clock: FakeClock, text: str) -> None:
    other = unsaved / "posture-coach-unsaved-by-hand.json"
    other.write_text(text)
    again = open_store(unsaved, clock)
    assert sorted(noticed(again)) == [
        "What could not be saved when the program last ended is saved now.",
        f"What was not saved at an earlier end cannot be read: {other}. It stays there.",
    ]
    assert len(again.sessions()) == 1
    assert other.exists()
    again.close()


def test_taken_in_twice_changes_nothing(unsaved: Path, clock: FakeClock) -> None:
    (kept,) = unsaved.glob("*unsaved*")
    text = kept.read_text()
    for _ in range(2):
        kept.write_text(text)
        store = open_store(unsaved, clock)
        assert len(store.sessions()) == 1
        store.close()
