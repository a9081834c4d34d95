"""The zone is the one that the machine is in now, and a moment has the offset of its own day."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from coach.clock import Clock, SystemClock
from coach.words.pauses import pause_choices
from coach.zone import zone_reader
from tests.fakes import FakeClock

BERLIN = ZoneInfo("Europe/Berlin")
posix = pytest.mark.skipif(not hasattr(time, "tzset"), reason="tells of its zone in another way")


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """The zone of this process, put back afterwards."""
    yield monkeypatch
    monkeypatch.undo()
    zone_reader()()


@posix
def test_a_change_of_zone_is_noticed_at_the_next_look(machine: pytest.MonkeyPatch) -> None:
    clock = SystemClock()
    machine.setenv("TZ", "Europe/Berlin")
    assert clock.wall().isoformat()[-6:] in ("+01:00", "+02:00")
    machine.setenv("TZ", "Asia/Tokyo")
    assert clock.wall().isoformat().endswith("+09:00")
    machine.setenv("TZ", "America/New_York")
    assert clock.local(datetime.fromisoformat("2026-01-05T09:00")).isoformat() == "2026-01-05T09:00:00-05:00"


def berlin_of_the_machine(machine: pytest.MonkeyPatch) -> Clock:
    machine.setenv("TZ", "Europe/Berlin")
    return SystemClock()


def berlin_of_the_tests(_machine: pytest.MonkeyPatch) -> Clock:
    return FakeClock(zone=BERLIN)


@pytest.mark.parametrize("berlin", [pytest.param(berlin_of_the_machine, marks=posix), berlin_of_the_tests])
@pytest.mark.parametrize(
    ("shown", "is_then"),
    [
        ("2026-03-28T09:00", "2026-03-28T09:00:00+01:00"),
        ("2026-03-30T09:00", "2026-03-30T09:00:00+02:00"),
        ("2026-03-29T02:30", "2026-03-29T03:30:00+02:00"),  # skipped
        ("2026-10-25T02:30", "2026-10-25T02:30:00+02:00"),  # shown twice, the first time is meant
        ("2026-03-29T00:30+00:00", "2026-03-29T01:30:00+01:00"),
        ("2026-03-29T01:30+00:00", "2026-03-29T03:30:00+02:00"),
    ],
)
def test_a_moment_has_the_offset_of_its_own_day(berlin, machine, shown: str, is_then: str) -> None:  # type: ignore[no-untyped-def]
    assert berlin(machine).local(datetime.fromisoformat(shown)).isoformat() == is_then


def test_windows_is_asked_through_its_library_of_c() -> None:
    asked: list[str] = []

    class Found:
        restype: object = int
        argtypes: object = None

        def __call__(self) -> None:
            asked.append("zone")

    found = Found()

    def load(name: str) -> object:
        asked.append(name)
        return SimpleNamespace(_tzset=found)

    read = zone_reader("win32", load, {})
    read()
    read()
    assert asked == ["ucrtbase", "zone", "zone"]
    assert found.restype is None


def test_windows_without_that_library_uses_the_older_one_and_without_both_keeps_its_zone() -> None:
    asked: list[str] = []

    def load(name: str) -> object:
        if name == "ucrtbase":
            raise OSError(name)
        return SimpleNamespace(_tzset=lambda: asked.append(name))

    zone_reader("win32", load, {})()
    assert asked == ["msvcrt"]
    zone_reader("win32", lambda _name: SimpleNamespace(), {})()


def test_until_tomorrow_ends_at_four_in_a_night_that_is_an_hour_shorter_or_longer() -> None:
    clock = FakeClock(datetime.fromisoformat("2026-03-28T20:00+01:00"), zone=BERLIN)
    assert dict(pause_choices(clock.wall(), clock.local))["Until tomorrow"] == 7 * 3600
    clock.set_wall(datetime.fromisoformat("2026-10-24T20:00+02:00"))
    assert dict(pause_choices(clock.wall(), clock.local))["Until tomorrow"] == 9 * 3600
