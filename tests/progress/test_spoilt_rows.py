"""One row that cannot be read, or that lies in the future, hides no other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from coach.progress.history import as_json
from coach.progress.store import Store, memory_store
from coach.session.timeline import Interval
from coach.words.history import as_text
from tests.fakes import FakeClock
from tests.stores import noticed

WORK = Interval("work", 10.0, 25.0, "chin-tuck")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(datetime(2026, 5, 14, 9, 0, tzinfo=UTC))


@pytest.fixture
def store(clock: FakeClock) -> Iterator[Store]:
    made = memory_store(clock)
    yield made
    made.close()


def run(store: Store, clock: FakeClock, how: str | None = "finished") -> int:
    session = store.begin_session("routine", "desk-reset", "Desk reset", 120.0, 3)
    store.add_interval(session, 0, WORK, 20.0, "done", None)
    clock.pass_time(60)
    if how is not None:
        store.finish_session(session, how)  # type: ignore[arg-type]
    return session


def spoil(store: Store, table: str, column: str, value: object, row: int) -> None:
    store._database.write(f"UPDATE {table} SET {column} = ? WHERE id = ?", (value, row))  # type: ignore[arg-type]


SESSION_SAID = "A session in the data file cannot be read and is left out; the rest is all there."
PART = "A part of a session in the data file cannot be read and is left out; the rest is all there."
TEST = "A test's result in the data file cannot be read and is left out; the rest is all there."


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("started_utc", "2026-13-14T09:00:00.000Z"),
        ("started_utc", "2026-05-14T09:00:00.000"),
        ("started_utc", b"\xff\x00"),
        ("started_utc", "0001-01-01T00:00:00.000Z"),
        ("started_offset_seconds", 90_000),
        ("started_offset_seconds", "Vienna"),
        ("ended_utc", "soon"),
        ("ended_offset_seconds", None),
        ("kind", "rutine"),
        ("how", "exploded"),
        ("title", b"blob"),
        ("planned_seconds", "long"),
        ("planned_seconds", 9e999),
        ("intervals", -3),
    ],
)
def test_a_session_that_cannot_be_read_is_left_out_and_said_once(
    store: Store, clock: FakeClock, column: str, value: object
) -> None:
    before, spoilt, after = (run(store, clock) for _ in range(3))
    spoil(store, "session", column, value, spoilt)
    assert [record.id for record in store.sessions()] == [after, before]
    assert [entry.id for entry in store.history()] == ["desk-reset"] * 2
    assert len(as_text(store.history()).splitlines()) == 2
    assert store.unfinished() is None
    assert noticed(store) == (SESSION_SAID,)


def test_the_newest_session_cannot_be_read_and_the_one_before_is_offered(store: Store, clock: FakeClock) -> None:
    cut = run(store, clock, how=None)
    spoil(store, "session", "started_utc", "2026-05-14T25:00:00.000Z", run(store, clock))
    found = store.unfinished()
    assert found is not None
    assert found.id == cut


@pytest.mark.parametrize(
    ("column", "value"), [("seconds", "long"), ("seconds", 9e999), ("finished_utc", "x"), ("position", "first")]
)
def test_a_part_that_cannot_be_read_is_left_out_of_its_session(
    store: Store, clock: FakeClock, column: str, value: object
) -> None:
    session = run(store, clock, how=None)
    store.add_interval(session, 1, WORK, 5.0, "done", None)
    (row,) = store._database.read("SELECT max(id) FROM interval")
    spoil(store, "interval", column, value, row[0])
    assert [part.index for part in store.intervals(session)] == [0]
    assert store.sessions()[0].seconds == (20.0 if column == "seconds" else 25.0)
    found = store.unfinished()
    assert found is not None
    assert found.next_interval == 1
    assert noticed(store) == (PART,)


@pytest.mark.parametrize(
    "result",
    ["{oops", "[]", "null", '"x"', b"\x00", '{"contact": "nine"}', '{"contact": NaN}', '{"hold_seconds": 1e999}',
     '{"focus": 5}', '{"focus": [1]}', '{"tension": []}', '{"answers": []}',
     '{"answers": {"ratings": {"a": {"b": [1]}}}}', '{"test_id": null}', "[" * 3000],
)  # fmt: skip
def test_a_result_that_is_none_is_left_out_and_said_once(store: Store, clock: FakeClock, result: object) -> None:
    numbers = [store.add_test("wall-test", {"contact": points, "focus": ["neck"]}) for points in (9, 10, 11)]
    spoil(store, "test", "result", result, numbers[1])
    assert [test.result["contact"] for test in store.tests("wall-test")] == [11, 9]
    assert [entry["contact"] for entry in as_json(store.history())] == [9, 11]
    assert noticed(store) == (TEST,)


def test_a_note_of_a_reminder_that_cannot_be_read_is_left_out(store: Store, clock: FakeClock) -> None:
    for what in ("shown", "done", "shown"):
        store.add_reminder("change-position", what)  # type: ignore[arg-type]
        clock.pass_time(1)
    store._database.write("UPDATE reminder SET what = 'dune' WHERE what = 'done'")
    assert [note.what for note in store.reminders(clock.wall() - timedelta(hours=1))] == ["shown", "shown"]
    assert len(noticed(store)) == 1


# --- the clock was once wrong ---


def in_the_future(store: Store, clock: FakeClock, days: float, how: str | None = "finished") -> int:
    now = clock.wall()
    clock.set_wall(now + timedelta(days=days))
    session = run(store, clock, how)
    store.add_test("wall-test", {"contact": 3})
    store.add_reminder("change-position", "shown")
    clock.set_wall(now)
    return session


@pytest.mark.parametrize("how", ["finished", None])
def test_a_session_made_while_the_clock_was_ahead_hides_no_session_that_was_cut_short(
    store: Store, clock: FakeClock, how: str | None
) -> None:
    in_the_future(store, clock, 40, how)
    assert store.unfinished() is None, "one of the future is not offered, neither now nor day after day"
    cut = run(store, clock, how=None)
    found = store.unfinished()
    assert found is not None
    assert found.id == cut


def test_a_session_some_hours_ahead_hides_none_either(store: Store, clock: FakeClock) -> None:
    in_the_future(store, clock, 0.2)
    cut = run(store, clock, how=None)
    found = store.unfinished()
    assert found is not None
    assert found.id == cut


def test_the_last_test_and_the_last_session_are_not_those_of_the_future(store: Store, clock: FakeClock) -> None:
    in_the_future(store, clock, 40)
    store.add_test("wall-test", {"contact": 9})
    session = run(store, clock)
    assert [test.result["contact"] for test in store.tests("wall-test")] == [9]
    assert [record.id for record in store.sessions(limit=1)] == [session]
    assert store.reminders(clock.wall() - timedelta(days=1)) == []
    assert len(store.history()) == 5, "the history tells all of it"
    clock.pass_time(41 * 86400)
    assert [test.result["contact"] for test in store.tests("wall-test")] == [3, 9]
