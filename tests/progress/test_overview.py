"""The history a page at a time: the same sessions, the same numbers, as where all of it is read."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from coach.progress.overview import Felt, Totals
from coach.progress.store import Store
from coach.session.timeline import Interval
from tests.fakes import FakeClock
from tests.stores import memory_store, noticed

NOW = datetime(2026, 5, 12, 11, 48, tzinfo=timezone(timedelta(hours=2)))


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(NOW)


@pytest.fixture
def store(clock: FakeClock) -> Store:
    return memory_store(clock)


def did(
    store: Store, clock: FakeClock, days_ago: float, *, kind: str = "routine", how: str | None = "finished", **told
) -> int:
    clock.set_wall(NOW - timedelta(days=days_ago))
    session = store.begin_session(kind, "desk-reset", f"{days_ago} days ago", 300.0, 3)
    for index in range(2):
        store.add_interval(session, index, Interval("work", 0.0, 30.0), 30.0, "done")
    if how is not None:
        store.finish_session(session, how)
    if told:
        store.rate_session(session, told.get("effort"), told.get("pain"))
    clock.set_wall(NOW)
    return session


def test_a_page_is_what_all_of_them_begin_with(store, clock) -> None:
    for days_ago in (3, 1, 7, 5, 2):
        did(store, clock, days_ago, effort=days_ago, pain=1)
    did(store, clock, 4, kind="test")
    exercise = [one for one in store.sessions() if one.kind != "test"]
    assert store.overview.sessions(NOW, 2) == exercise[:2]
    assert store.overview.sessions(NOW, 2, 2) == exercise[2:4]
    assert store.overview.sessions(NOW, 9, 4) == exercise[4:]
    assert store.overview.sessions(NOW, 9, since=exercise[2].started) == exercise[:3]
    assert store.overview.sessions(NOW, 1, 1, since=exercise[2].started) == exercise[1:2]
    assert [one.title for one in store.overview.sessions(NOW - timedelta(days=4), 9)] == ["5 days ago", "7 days ago"]


def test_what_was_felt_is_of_the_last_ones_that_told_it(store, clock) -> None:
    for days_ago in (9, 8, 7):
        did(store, clock, days_ago, effort=days_ago, pain=None)
    did(store, clock, 6)
    hurt = did(store, clock, 5)
    store.add_pain(hurt, "row", 3)
    store.add_pain(hurt, "row", 5)
    did(store, clock, 4, effort=2, pain=0)
    assert [(one.title, one.effort, one.pain) for one in store.overview.felt(NOW, 4)] == [
        ("8 days ago", 8, None),
        ("7 days ago", 7, None),
        ("5 days ago", None, 5),
        ("4 days ago", 2, 0),
    ]
    assert store.overview.felt(NOW - timedelta(days=9), 4) == [
        Felt(NOW - timedelta(days=9), "9 days ago", 9, None),
    ]


def test_what_was_cut_short_adds_its_seconds_and_is_none_that_was_finished(store, clock) -> None:
    did(store, clock, 1)
    did(store, clock, 1.1)
    did(store, clock, 2, how="ended")
    did(store, clock, 3, how=None)
    did(store, clock, 3, kind="test")
    did(store, clock, 40)
    assert store.overview.totals(NOW - timedelta(days=30), NOW) == Totals(2, 1, 240.0)
    assert store.overview.totals(NOW - timedelta(days=365), NOW) == Totals(3, 2, 300.0)
    assert memory_store(clock).overview.totals(NOW, NOW) == Totals(0, 0, 0.0)


def test_a_day_is_that_of_the_clock_on_the_wall(store, clock) -> None:
    clock.set_wall(datetime(2026, 5, 10, 23, 50, tzinfo=timezone(timedelta(hours=-8))))
    store.finish_session(store.begin_session("routine", "a", "late", 1.0, 1), "finished")
    clock.set_wall(datetime(2026, 5, 11, 8, 10, tzinfo=timezone(timedelta(hours=0))))
    store.finish_session(store.begin_session("routine", "a", "early", 1.0, 1), "finished")
    assert store.overview.totals(NOW - timedelta(days=30), NOW).days == 2


def test_what_cannot_be_read_is_left_out_and_said(store, clock) -> None:
    did(store, clock, 1, effort=3, pain=1)
    did(store, clock, 2, effort=4, pain=1)
    store._database.write("UPDATE session SET started_offset_seconds = 'x' WHERE effort = 4")
    assert [one.effort for one in store.overview.sessions(NOW, 9)] == [3]
    assert [one.effort for one in store.overview.felt(NOW, 9)] == [3]
    assert noticed(store) == ("A session in the data file cannot be read and is left out; the rest is all there.",)
    store._database.write("PRAGMA ignore_check_constraints = 1")
    store._database.write("UPDATE session SET started_offset_seconds = 0, effort = 44 WHERE effort = 4")
    assert [one.effort for one in store.overview.felt(NOW, 9)] == [3]


def test_the_past_without_work_reaches_as_far_back_as_is_asked(store, clock) -> None:
    for days_ago in (1, 5, 9):
        did(store, clock, days_ago)
    assert [NOW - one.started for one in store.past_without_work(NOW - timedelta(days=6))] == [
        timedelta(days=5),
        timedelta(days=1),
    ]
