"""`--at`: moments as people write them."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from coach.commands.moment import asked_for, written
from tests.fakes import FakeClock

BERLIN = ZoneInfo("Europe/Berlin")


def on_the_clock(text: str) -> str:
    return asked_for(written(text), FakeClock(datetime(2026, 5, 14, 9, 0, tzinfo=BERLIN), zone=BERLIN)).isoformat()


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-12-01T08:00", "2026-12-01T08:00:00+01:00"),
        ("2026-07-01T08:00:30", "2026-07-01T08:00:30+02:00"),
        ("2026-12-01", "2026-12-01T23:59:59.999999+01:00"),
        ("2026-03-29", "2026-03-29T23:59:59.999999+02:00"),  # the day that has 23 hours
        ("2026-10-25", "2026-10-25T23:59:59.999999+01:00"),
        ("2026-12-01T08:00Z", "2026-12-01T09:00:00+01:00"),
        ("2026-12-01T08:00+05:30", "2026-12-01T03:30:00+01:00"),
        ("2028-02-29", "2028-02-29T23:59:59.999999+01:00"),
    ],
)
def test_a_moment_is_one_of_this_zone_and_a_date_is_its_end(text: str, moment: str) -> None:
    assert on_the_clock(text) == moment


def test_without_one_it_is_now() -> None:
    clock = FakeClock(datetime(2026, 5, 14, 9, 0, tzinfo=timezone(timedelta(hours=2))))
    assert asked_for(None, clock) == clock.wall()
    assert asked_for(datetime(2026, 1, 1, tzinfo=UTC), clock).utcoffset() == timedelta(hours=2)


@pytest.mark.parametrize(
    "text", ["", "now", "2026-13-01", "2026-02-29", "2026-12-1", "20261201", "2026-W49-2", "2026-12-01T25:00", "08:00",
             "2026-12-01 08:00", "0001-01-01", "1.12.2026"]
)  # fmt: skip
def test_anything_else_says_what_to_write(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError) as told:
        written(text)
    assert str(told.value) == (
        f"{text} is no moment; write one like 2026-12-01T08:00, or 2026-12-01 for the end of that day"
    )
