"""What goes into the store comes out of it, with the times and offsets it happened at."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from coach.progress.store import Store, memory_store, open_store
from coach.progression.past import Days
from coach.session.timeline import Interval
from tests.fakes import FakeClock
from tests.stores import noticed

VIENNA = timezone(timedelta(hours=2))
WORK = Interval("work", 10.0, 25.0, "chin-tuck", set=1, sets=2, side="left", reps=5)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(datetime(2026, 5, 14, 9, 0, tzinfo=VIENNA))


@pytest.fixture(params=["file", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path, clock: FakeClock) -> Iterator[Store]:
    made = open_store(tmp_path / "data", clock) if request.param == "file" else memory_store(clock)
    yield made
    made.close()


def begin(store: Store, intervals: int = 3, kind: str = "routine") -> int:
    return store.begin_session(kind, "desk-reset", "Desk reset", 120.0, intervals)


def test_a_session_with_its_intervals_end_and_rating(store: Store, clock: FakeClock) -> None:
    session = begin(store)
    clock.pass_time(25)
    store.add_interval(session, 1, WORK, 24.5, "done", 5)
    clock.pass_time(10)
    store.add_interval(session, 2, Interval("rest", 35.0, 10.0), 3.0, "skipped", None)
    store.finish_session(session, "ended")
    store.rate_session(session, 4, None)

    (record,) = store.sessions()
    assert (record.id, record.kind, record.target, record.title) == (session, "routine", "desk-reset", "Desk reset")
    assert (record.planned_seconds, record.seconds, record.intervals, record.intervals_done) == (120.0, 27.5, 3, 1)
    assert (record.how, record.effort, record.pain) == ("ended", 4, None)
    assert record.started.isoformat() == "2026-05-14T09:00:00+02:00"
    assert record.ended is not None
    assert record.ended.isoformat() == "2026-05-14T09:00:35+02:00"
    first, second = store.intervals(session)
    assert (first.index, first.kind, first.exercise, first.set, first.side) == (1, "work", "chin-tuck", 1, "left")
    assert (first.seconds, first.outcome, first.repetitions) == (24.5, "done", 5)
    assert first.finished.isoformat() == "2026-05-14T09:00:25+02:00"
    assert (second.outcome, second.exercise, second.repetitions) == ("skipped", None, None)


def test_sessions_come_newest_first_and_as_many_as_asked(store: Store, clock: FakeClock) -> None:
    numbers = []
    for _ in range(3):
        numbers.append(begin(store))
        clock.pass_time(60)
    assert [record.id for record in store.sessions()] == numbers[::-1]
    assert [record.id for record in store.sessions(limit=2)] == numbers[:0:-1]


def test_ids_stay_apart_within_a_millisecond_and_when_the_clock_is_set_back(store: Store, clock: FakeClock) -> None:
    numbers = [begin(store), begin(store)]
    clock.set_wall(datetime(2020, 1, 1, tzinfo=UTC))
    numbers += [begin(store), begin(store)]
    assert numbers == sorted(set(numbers))
    assert all(number < 2**53 for number in numbers), "JSON readers keep whole numbers up to 2**53"


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        ([], 0),
        ([(0, "done")], 1),
        ([(0, "done"), (1, "skipped")], 2),
        ([(0, "done"), (1, "lost")], 2),
        ([(0, "done"), (1, "repeated")], 1),
        ([(0, "done"), (1, "done"), (2, "done")], None),
    ],
)
def test_where_to_go_on(store: Store, done: list[tuple[int, str]], expected: int | None) -> None:
    session = begin(store)
    for index, outcome in done:
        store.add_interval(session, index, WORK, 1.0, outcome, None)
    found = store.unfinished()
    assert (found and found.next_interval) == expected
    assert found is None or (found.id, found.target, found.intervals) == (session, "desk-reset", 3)


def test_how_many_intervals_a_session_was_begun_with(store: Store) -> None:
    assert store.planned_intervals(begin(store)) == 3
    assert store.planned_intervals(1) == 0


@pytest.mark.parametrize(
    ("hours", "offered"), [(0.0, True), (11.9, True), (12.1, False), (24 * 30, False), (-5.0, True)]
)
def test_an_old_half_session_is_not_offered(store: Store, clock: FakeClock, hours: float, offered: bool) -> None:
    store.add_interval(begin(store), 0, WORK, 1.0, "done", None)
    clock.set_wall(clock.wall() + timedelta(hours=hours))
    assert (store.unfinished() is not None) == offered


def test_only_the_last_session_is_offered(store: Store, clock: FakeClock) -> None:
    begin(store)
    clock.pass_time(60)
    last = begin(store)
    store.finish_session(last, "finished")
    assert store.unfinished() is None


def test_a_test_begins_again(store: Store) -> None:
    store.add_interval(begin(store, kind="test"), 0, WORK, 1.0, "done", None)
    found = store.unfinished()
    assert found is not None
    assert (found.kind, found.next_interval) == ("test", 0)


def test_tests_newest_first_and_of_one_kind(store: Store, clock: FakeClock) -> None:
    store.add_test("wall-test", {"contact": 11, "focus": ["neck"], "said": "läuft"})
    clock.pass_time(60)
    store.add_test("other-test", {})
    store.add_test("wall-test", {"contact": 12})
    assert [t.result.get("contact") for t in store.tests("wall-test")] == [12, 11]
    assert [t.test_id for t in store.tests()] == ["wall-test", "other-test", "wall-test"]
    assert store.tests("wall-test")[1].result["said"] == "läuft"


def test_the_notes_of_a_day_and_those_beside_it(store: Store, clock: FakeClock) -> None:
    begin = clock.wall()
    for hours in (0, 1, 24):
        clock.set_wall(begin + timedelta(hours=hours))
        store.add_reminder("change-position", "shown", str(hours))
    noon, later = begin + timedelta(hours=12), begin + timedelta(hours=24)
    assert [record.why for record in store.reminders(begin, noon)] == ["0", "1"]
    assert [record.why for record in store.reminders(begin, later)] == ["0", "1"]
    beside = [store.reminder_beside(noon, later=is_later) for is_later in (False, True)]
    assert [record.why for record in beside if record is not None] == ["1", "24"]
    assert store.reminder_beside(begin, later=False) is None
    assert store.reminder_beside(later + timedelta(seconds=1), later=True) is None
    clock.set_wall(begin - timedelta(days=2))
    assert store.reminder_beside(begin, later=True) is None, "it lies in the future"


def test_reminders_since_a_moment_in_any_offset(store: Store, clock: FakeClock) -> None:
    store.add_reminder("change-position", "shown")
    clock.pass_time(3600)
    store.add_reminder("change-position", "done", "stood up")
    since = datetime(2026, 5, 14, 7, 30, tzinfo=UTC)  # half past nine in Vienna
    (record,) = store.reminders(since)
    assert (record.reminder_id, record.what, record.why) == ("change-position", "done", "stood up")
    assert record.at.isoformat() == "2026-05-14T10:00:00+02:00"


@pytest.mark.parametrize("value", [None, True, 0.8, "dark", [1, 2], {"a": {"b": [None]}}])
def test_settings_hold_any_json(store: Store, value: object) -> None:
    assert store.setting("key", "default") == "default"
    store.set_setting("key", "first")
    store.set_setting("key", value)
    assert store.setting("key", "default") == value


def test_everything_is_there_after_opening_again(tmp_path: Path, clock: FakeClock) -> None:
    store = open_store(tmp_path, clock)
    session = begin(store)
    store.add_interval(session, 0, WORK, 1.0, "done", 5)
    store.set_setting("theme", "dark")
    store.close()
    store.close()
    store.set_setting("theme", "light")  # a late call after the end does nothing
    assert store.sessions() == []

    again = open_store(tmp_path, clock)
    assert again.notices == ()
    assert again.setting("theme") == "dark"
    assert [interval.index for interval in again.intervals(session)] == [0]
    found = again.unfinished()
    assert found is not None
    assert found.next_interval == 1
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permission bits")
def test_the_folder_is_the_owners_alone(tmp_path: Path, clock: FakeClock) -> None:
    folder = tmp_path / "new" / "data"
    open_store(folder, clock).close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700, "a parent that was made for it too"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permission bits")
def test_a_folder_that_was_there_keeps_its_rights_and_the_file_is_the_owners_alone(
    tmp_path: Path, clock: FakeClock
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o755)
    open_store(shared, clock).close()
    assert stat.S_IMODE(shared.stat().st_mode) == 0o755
    assert stat.S_IMODE((shared / "posture-coach.sqlite").stat().st_mode) == 0o600


def test_two_programs_write_and_read_at_once(tmp_path: Path, clock: FakeClock) -> None:
    one, two = open_store(tmp_path, clock), open_store(tmp_path, clock)
    one.set_setting("volume", 0.5)
    two.add_reminder("change-position", "shown")
    assert two.setting("volume") == 0.5
    assert len(one.reminders(clock.wall())) == 1
    assert noticed(one) == two.notices == ()
    one.close()
    two.close()


def test_sessions_since_a_moment_come_with_their_work_and_others_are_not_read(store: Store, clock: FakeClock) -> None:
    for _ in range(3):
        store.add_interval(begin(store), 1, WORK, 24.5, "done", 5)
        clock.pass_time(3600)
    moment = clock.wall() - timedelta(hours=2)
    lately = store.past(since=moment)
    assert [(one.started, len(one.work)) for one in lately] == [(moment, 1), (moment + timedelta(hours=1), 1)]
    assert [len(one.work) for one in store.past_without_work()] == [0, 0, 0]


def test_the_days_of_sessions_are_dates_of_their_own_offset(store: Store, clock: FakeClock) -> None:
    """At one in the night in Vienna; then in Auckland, half a day ahead; with pain in the middle, and at the end."""
    vienna, auckland = datetime(2026, 5, 2, 1, 0, tzinfo=VIENNA), timezone(timedelta(hours=12))
    for moment, how, pain, middle in (
        (vienna, "finished", 3, 2),
        (datetime(2026, 5, 3, 1, 0, tzinfo=auckland), "ended", 4, None),
        (datetime(2026, 5, 4, 1, 0, tzinfo=auckland), "finished", None, 4),
        (datetime(2026, 5, 4, 2, 0, tzinfo=auckland), "ended", 0, None),
        (datetime(2026, 5, 5, 1, 0, tzinfo=auckland), None, None, None),
        (datetime(2026, 5, 6, 1, 0, tzinfo=auckland), "finished", 9, None),
    ):
        clock.set_wall(moment)
        session = begin(store)
        if middle is not None:
            store.add_pain(session, "chin-tuck", middle)
        if how is not None:
            store.finish_session(session, how)  # type: ignore[arg-type]
        store.rate_session(session, 5, pain)
    before = datetime(2026, 5, 6, 1, 0, tzinfo=auckland)
    assert store.days(before, 4) == Days(
        frozenset({date(2026, 5, 2), date(2026, 5, 4)}), frozenset({date(2026, 5, 3), date(2026, 5, 4)})
    )
    assert store.days(vienna, 0) == Days()


def test_results_until_a_moment_may_lie_in_the_future(store: Store, clock: FakeClock) -> None:
    now = clock.wall()
    clock.pass_time(10 * 86400)
    store.add_test("wall-test", {})
    clock.set_wall(now)
    assert store.tests() == []
    assert store.tests_until(now + timedelta(days=9)) == []
    assert [one.at for one in store.tests_until(now + timedelta(days=10))] == [now + timedelta(days=10)]
