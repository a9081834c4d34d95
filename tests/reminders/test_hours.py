"""Windows, days and clock times as tables. 2026-05-14 is a Thursday."""

from __future__ import annotations

from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.reminders.hours import last_chance, next_occurrence, next_opening, occurrences, open_day
from tests.reminders.simulator import WORKDAYS, reminder


def moment(text: str) -> datetime:
    day, clock = text.split()
    return datetime.fromisoformat(f"2026-05-{day} {clock}")


@pytest.mark.parametrize(
    ("between", "now", "day"),
    [
        ("00:00-24:00", "14 00:00", 14),
        ("00:00-24:00", "14 23:59", 14),
        ("09:00-17:30", "14 08:59", None),
        ("09:00-17:30", "14 09:00", 14),
        ("09:00-17:30", "14 17:29", 14),
        ("09:00-17:30", "14 17:30", None),
        ("22:00-02:00", "14 21:59", None),
        ("22:00-02:00", "14 22:00", 14),
        ("22:00-02:00", "15 00:00", 14),
        ("22:00-02:00", "15 01:59", 14),
        ("22:00-02:00", "15 02:00", None),
        ("09:00-09:00", "14 08:59", 13),
        ("09:00-09:00", "14 09:00", 14),
    ],
)
def test_the_day_of_a_moment(between: str, now: str, day: int | None) -> None:
    found = open_day(reminder("r", every=1, between=between).between, moment(now))
    assert found == (day and date(2026, 5, day))


@pytest.mark.parametrize(
    ("between", "days", "now", "opens"),
    [
        ("09:00-17:30", WORKDAYS, "14 10:00", "14 10:00"),
        ("09:00-17:30", WORKDAYS, "14 07:00", "14 09:00"),
        ("09:00-17:30", WORKDAYS, "14 18:00", "15 09:00"),
        ("09:00-17:30", WORKDAYS, "15 18:00", "18 09:00"),  # Friday evening to Monday
        ("09:00-17:30", ("thu",), "14 17:30", "21 09:00"),
        ("22:00-02:00", ("thu",), "15 01:00", "15 01:00"),  # still Thursday's window
        ("22:00-02:00", ("fri",), "15 01:00", "15 22:00"),
        ("00:00-24:00", ("mon",), "14 12:00", "18 00:00"),
        ("00:00-24:00", (), "14 12:00", None),
    ],
)
def test_when_it_may_come_next(between: str, days: tuple[str, ...], now: str, opens: str | None) -> None:
    found = next_opening(reminder("r", every=1, between=between, days=days), moment(now))
    assert found == (opens and moment(opens))


@pytest.mark.parametrize(
    ("between", "at", "days", "following"),
    [
        ("00:00-24:00", ("10:30", "15:00"), WORKDAYS, ["14 15:00", "15 10:30", "15 15:00", "18 10:30"]),
        ("22:00-02:00", ("23:00", "01:00"), ("thu",), ["14 23:00", "15 01:00", "21 23:00", "22 01:00"]),
        ("22:00-02:00", ("12:00",), ("fri",), ["15 12:00", "22 12:00"]),  # outside its window: the day it is on
        ("00:00-24:00", ("09:00",), ("thu",), ["21 09:00"]),
    ],
)
def test_clock_times_and_the_days_they_belong_to(
    between: str, at: tuple[str, ...], days: tuple[str, ...], following: list[str]
) -> None:
    one = reminder("r", at=at, between=between, days=days)
    now = moment("14 12:00")
    for expected in following:
        found = next_occurrence(one, now)
        assert found == moment(expected)
        now = found


def test_no_day_has_no_clock_time() -> None:
    assert next_occurrence(reminder("r", at=("10:00",), days=()), moment("14 12:00")) is None


@pytest.mark.parametrize(
    ("between", "occurrence", "until"),
    [
        ("09:00-17:30", "14 15:00", "14 17:30"),
        ("09:00-17:30", "14 08:00", "14 17:30"),
        ("09:00-17:30", "14 20:00", "15 00:00"),
        ("00:00-24:00", "14 15:00", "15 00:00"),
        ("22:00-02:00", "14 23:00", "15 02:00"),
        ("22:00-02:00", "15 01:00", "15 02:00"),
        ("22:00-02:00", "14 12:00", "15 02:00"),
    ],
)
def test_until_when_a_clock_time_may_wait(between: str, occurrence: str, until: str) -> None:
    assert last_chance(reminder("r", at=("10:00",), between=between), moment(occurrence)) == moment(until)


minutes = st.integers(0, 1439).map(lambda minute: f"{minute // 60:02}:{minute % 60:02}")


@given(
    st.lists(minutes, min_size=1, max_size=4, unique=True), minutes, minutes, st.lists(st.integers(0, 40), max_size=6)
)
def test_looking_in_pieces_finds_every_clock_time_once(at: list[str], start: str, end: str, hours: list[int]) -> None:
    one = reminder("r", at=tuple(at), between=f"{start}-{end}", days=("mon", "thu", "fri", "sun"))
    cuts = [moment("11 12:00"), *(moment(f"{11 + h // 5} {h % 24:02}:17") for h in sorted(hours)), moment("21 12:00")]
    cuts.sort()
    pieces = [found for a, b in pairwise(cuts) for found in occurrences(one, a, b)]
    assert pieces == occurrences(one, cuts[0], cuts[-1])
