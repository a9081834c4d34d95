"""The results of tests that matter now."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from coach.progress.store import Store
from tests.fakes import FakeClock
from tests.stores import memory_store, noticed

NOW = datetime(2026, 5, 14, 9, 0, tzinfo=UTC)
SPOILT = "A test's result in the data file cannot be read and is left out; the rest is all there."


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


@pytest.fixture
def store() -> Store:
    """Two tests in turn, every tenth day; the last of each in the future."""
    clock = FakeClock(ago(60))
    store = memory_store(clock)
    for number in range(9):
        store.add_test(("wall", "chair")[number % 2], {"hold_seconds": float(number)})
        clock.pass_time(10 * 86400.0)
    clock.set_wall(NOW)
    return store


def told(found: list) -> list[tuple[str, float]]:  # type: ignore[type-arg]
    return [(one.test_id, one.result["hold_seconds"]) for one in found]


def spoil(store: Store, hold: float) -> None:
    store._database.write("UPDATE test SET result = '[]' WHERE result LIKE ?", (f"%{hold}%",))


def test_those_of_late_and_the_last_of_each(store: Store) -> None:
    assert told(store.tests_of_late(ago(25), NOW)) == [("wall", 6.0), ("chair", 5.0), ("wall", 4.0)]
    assert told(store.tests_of_late(NOW, NOW)) == [("wall", 6.0), ("chair", 5.0)]
    assert told(store.tests_of_late(ago(35), ago(35))) == [("wall", 2.0), ("chair", 1.0)]
    assert told(store.tests_of_late(ago(70), NOW)) == told(store.tests_until(NOW))
    assert told(store.tests_of_late(ago(70), ago(61))) == []


@pytest.mark.parametrize("spoilt", [(), (6.0,), (5.0, 3.0), (8.0, 6.0, 4.0, 2.0, 0.0)])
def test_those_of_late_are_what_the_rule_says_of_all(store: Store, spoilt: tuple[float, ...]) -> None:
    for hold in spoilt:
        spoil(store, hold)
    for since, until in ((a, b) for a in range(-30, 71, 10) for b in range(-30, a + 1, 10)):
        by_then = store.tests_until(ago(until))
        last_before = {one.test_id: one.id for one in reversed(by_then)}
        expected = [one for one in by_then if one.at >= ago(since) or one.id == last_before[one.test_id]]
        assert store.tests_of_late(ago(since), ago(until)) == expected


def test_the_last_of_each_and_the_newest_of_one(store: Store) -> None:
    assert told(store.last_tests()) == [("wall", 6.0), ("chair", 5.0)]
    assert told(store.newest_tests("wall", 2)) == [("wall", 6.0), ("wall", 4.0)]
    assert told(store.newest_tests("wall", 9)) == [("wall", 6.0), ("wall", 4.0), ("wall", 2.0), ("wall", 0.0)]
    assert store.newest_tests("floor", 2) == []


def test_one_that_cannot_be_read_hides_none_before_it(store: Store) -> None:
    spoil(store, 5.0)
    assert told(store.last_tests()) == [("wall", 6.0), ("chair", 3.0)]
    assert told(store.newest_tests("chair", 1)) == [("chair", 3.0)]
    spoil(store, 3.0)
    assert told(store.newest_tests("chair", 1)) == [("chair", 1.0)]
    assert told(store.newest_tests("chair", 2)) == [("chair", 1.0)]
    assert noticed(store) == (SPOILT,)


def test_a_day_with_a_test_is_one_with_something_finished(store: Store) -> None:
    assert store.days(ago(35), 4).finished == {ago(60).date(), ago(50).date(), ago(40).date()}
