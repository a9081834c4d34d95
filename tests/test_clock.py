"""The clocks: which one goes on while the machine sleeps, and how long it slept between two looks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from coach.clock import TOLERANCE_SECONDS, Look, SystemClock
from tests.fakes import EVERY_SYSTEM, FakeClock

WALL = datetime(2026, 5, 14, 9, 0, tzinfo=UTC)


@pytest.fixture(params=EVERY_SYSTEM.values(), ids=EVERY_SYSTEM.keys())
def clock(request) -> FakeClock:
    return FakeClock(**request.param)


def test_time_that_the_machine_slept_is_told_from_time_awake(clock: FakeClock) -> None:
    before = Look.at(clock)
    clock.pass_time(40)
    assert Look.at(clock).slept_since(before) == 0.0
    clock.sleep_machine(600)
    clock.pass_time(5)
    assert Look.at(clock).slept_since(before) == 600.0


def test_a_clock_that_is_steered_a_little_is_no_sleep(clock: FakeClock) -> None:
    before = Look.at(clock)
    clock.set_wall(clock.wall() + timedelta(seconds=TOLERANCE_SECONDS))
    assert Look.at(clock).slept_since(before) == 0.0


def test_beyond_that_it_is_where_the_system_says_nothing_and_all_of_it() -> None:
    clock = FakeClock()
    before = Look.at(clock)
    clock.set_wall(clock.wall() + timedelta(seconds=TOLERANCE_SECONDS + 0.5))
    assert Look.at(clock).slept_since(before) == TOLERANCE_SECONDS + 0.5


def test_a_short_sleep_that_the_system_counts_is_told() -> None:
    counting = FakeClock(tells_sleep=True)
    before = Look.at(counting)
    counting.sleep_machine(1.5)
    assert Look.at(counting).slept_since(before) == 1.5


def test_no_clock_makes_a_negative_time() -> None:
    later, earlier = Look(10.0, WALL, 5.0), Look(12.0, WALL, 7.0)
    assert (later.awake_since(earlier), later.slept_since(earlier)) == (0.0, 0.0)
    untold = Look(10.0, WALL + timedelta(seconds=10), None)
    assert untold.slept_since(Look(12.0, WALL, None)) == 10.0, "time that went back is no sleep"


def test_a_clock_set_forward_is_no_sleep_where_the_system_counts_its_sleep() -> None:
    clock = FakeClock(tells_sleep=True)
    before = Look.at(clock)
    clock.set_wall(clock.wall() + timedelta(hours=1))
    assert Look.at(clock).slept_since(before) == 0.0


def test_a_clock_set_back_is_never_a_negative_sleep(clock: FakeClock) -> None:
    before = Look.at(clock)
    clock.set_wall(clock.wall() - timedelta(hours=1))
    assert Look.at(clock).slept_since(before) == 0.0


def test_a_rehearsal_that_runs_faster_than_the_world_does_not_look_asleep() -> None:
    clock = FakeClock(speed=20.0)
    before = Look.at(clock)
    clock.pass_time(600)
    assert Look.at(clock).slept_since(before) == 0.0


def test_the_machines_own_clocks_go_forward_together() -> None:
    clock = SystemClock(speed=10.0)
    first, second = clock.monotonic(), clock.monotonic()
    assert second >= first
    assert clock.awake() <= clock.awake()
    assert clock.wall().utcoffset() is not None
    asleep = clock.asleep()
    assert asleep is None or asleep >= 0.0
