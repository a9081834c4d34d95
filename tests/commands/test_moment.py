"""The moment that `--at` tells."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from coach.commands.moment import day_of, moment_of
from coach.commands.stop import USAGE, Stop
from tests.fakes import FakeClock

NOW = datetime(2026, 5, 14, 9, 0, tzinfo=timezone(timedelta(hours=2)))


def berlin() -> FakeClock:
    return FakeClock(NOW, zone=ZoneInfo("Europe/Berlin"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "2026-05-14T09:00:00+02:00"),
        ("2026-12-01T08:00", "2026-12-01T08:00:00+01:00"),
        ("2026-12-01 08:00", "2026-12-01T08:00:00+01:00"),
        ("2026-06-01T08:00:30", "2026-06-01T08:00:30+02:00"),
        ("2026-12-01", "2026-12-01T23:59:59.999999+01:00"),
        ("2026-03-29", "2026-03-29T23:59:59.999999+02:00"),
        ("2026-10-25", "2026-10-25T23:59:59.999999+01:00"),
        ("2026-12-01T08:00:00.250+01:00", "2026-12-01T08:00:00.250000+01:00"),
        ("2026-12-01T08:00Z", "2026-12-01T09:00:00+01:00"),
        ("2026-12-01T23:30-10:00", "2026-12-02T10:30:00+01:00"),
        ("2026-03-29T02:30", "2026-03-29T03:30:00+02:00"),
    ],
)
def test_a_moment_is_in_the_zone_of_the_machine_and_a_date_is_its_end(text: str | None, told: str) -> None:
    assert moment_of(text, berlin()).isoformat() == told


def test_where_the_clocks_go_back_at_midnight_a_day_ends_the_second_time() -> None:
    paraguay = FakeClock(NOW, zone=ZoneInfo("America/Asuncion"))
    assert moment_of("2020-03-21", paraguay).isoformat() == "2020-03-21T23:59:59.999999-04:00"


@pytest.mark.parametrize(
    "text", ["soon", "", "2026-13-01", "2026-02-30", "2026-12-01T25:00", "20261201", "2026-W49-2", "1.12.2026",
             "2026-12-01T08", "0001-01-01", "9999-12-31", "9999-12-31T23:59", "0001-01-01T00:00",
             "2026-12-01T08:00+99:00", "٢٠٢٦-12-01"],
)  # fmt: skip
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(Stop) as stopped:
        moment_of(text, FakeClock(datetime(2026, 5, 14, tzinfo=UTC)))
    assert (str(stopped.value), stopped.value.code) == (
        f"--at: {text} is no moment; write a date such as 2026-12-01, or 2026-12-01T08:00",
        USAGE,
    )


def test_a_day() -> None:
    assert day_of("2026-12-01", "--from").isoformat() == "2026-12-01"
    for text in ("2026-12-01T08:00", "2026-02-30", "tomorrow"):
        with pytest.raises(Stop) as stopped:
            day_of(text, "--from")
        assert str(stopped.value) == f"--from: {text} is no date; write one such as 2026-12-01"
