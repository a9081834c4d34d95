"""No two rows get one id, however many are made at once and however soon the file is opened again."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from coach.progress.database import Database
from coach.progress.ids import Ids
from coach.progress.portable.form import Record, fitting, moment_text
from coach.progress.store import open_store
from tests.fakes import FakeClock

NOW = datetime(2026, 5, 14, 9, 0, tzinfo=UTC)


def session(uid: str) -> Record:
    """One with many parts."""
    at = moment_text(NOW - timedelta(days=1))
    part = {"kind": "work", "exercise": "row", "set": 1, "side": None, "seconds": 5.0, "reps": None, "outcome": "done"}
    return fitting(
        {"type": "session", "uid": uid, "changed": at, "kind": "routine", "target": "back", "title": "Back",
         "started": at, "ended": at, "how": "finished",
         "intervals": [{**part, "index": number, "finished": at} for number in range(50)]}
    )  # fmt: skip


def test_they_rise() -> None:
    with closing(Database(None, FakeClock(NOW))) as database:
        ids = Ids(database, FakeClock(NOW))
        made = [*ids.new(3), *ids.new(1), *ids.new(2)]
    assert made == sorted(set(made))


def test_what_is_taken_in_right_after_another_file_leaves_nothing_out(tmp_path: Path) -> None:
    """Its ids reach further ahead than the clock has gone when the file is opened again."""
    clock = FakeClock(NOW)
    for uid in ("a", "b", "c"):
        store = open_store(tmp_path, clock)
        assert store.take(store.merge([session(uid)]).changes) is None
        store.close()
        clock.pass_time(0.001)
    store = open_store(tmp_path, clock)
    assert {record["uid"]: len(record["intervals"]) for record in store.shelf().records()} == dict.fromkeys("abc", 50)
    store.close()


def test_a_session_begun_right_after_it_has_an_id_of_its_own(tmp_path: Path) -> None:
    clock = FakeClock(NOW)
    store = open_store(tmp_path, clock)
    assert store.take(store.merge([session("a")]).changes) is None
    store.close()
    store = open_store(tmp_path, clock)
    begun = store.begin_session("routine", "back", "Back", 60.0, 3)
    assert begun in {record.id for record in store.sessions()}
    assert len(store.sessions()) == 2
    store.close()


def test_a_clock_that_was_wrong_by_years_moves_none(tmp_path: Path) -> None:
    store = open_store(tmp_path, FakeClock(NOW + timedelta(days=9000)))
    ahead = store.begin_session("routine", "back", "Back", 60.0, 3)
    store.close()
    store = open_store(tmp_path, FakeClock(NOW))
    assert store.begin_session("routine", "back", "Back", 60.0, 3) < ahead
    store.close()
