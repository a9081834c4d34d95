"""The clocks: which one goes on while the machine sleeps, and how long it slept between two looks."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coach.clock import Look, SystemClock
from tests.fakes import FakeClock

EVERY_SYSTEM = {
    "Linux and macOS": {"tells_sleep": True},
    "Windows": {"runs_in_sleep": True},
    "one that tells nothing": {},
}


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
