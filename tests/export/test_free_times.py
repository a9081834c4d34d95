"""What is free of a week's days."""

from __future__ import annotations

from datetime import time, timedelta

import pytest

from coach.content.model import WEEKDAYS
from coach.export.free_times import FreeTimes, rounded, since_midnight


def minutes(hour: int, minute: int = 0) -> timedelta:
    return timedelta(hours=hour, minutes=minute)


@pytest.mark.parametrize(("seconds", "expected"), [(0.0, 5), (1.0, 5), (300.0, 5), (301.0, 10), (890.0, 15)])
def test_a_length_is_whole_steps(seconds: float, expected: int) -> None:
    assert rounded(seconds) == timedelta(minutes=expected)


def test_a_time_of_day_as_a_length() -> None:
    assert since_midnight(time(12, 30)) == minutes(12, 30)


def test_one_after_the_other_on_the_days_that_they_share() -> None:
    free, length = FreeTimes(), timedelta(minutes=10)
    assert free.take(("mon",), minutes(18), length) == minutes(18)
    assert free.take(WEEKDAYS, minutes(18), length) == minutes(18, 10)
    assert free.take(("tue",), minutes(18), length) == minutes(18)  # Monday is another day
    assert free.take(("tue",), minutes(17, 55), length) == minutes(18, 20)
    assert free.take((), minutes(18), length) == minutes(18, 30)  # any day


def test_late_in_the_evening_the_last_time_before_is_taken() -> None:
    free, length = FreeTimes(), timedelta(minutes=10)
    taken = [free.take(("mon",), minutes(23, 50), length) for _ in range(3)]
    assert taken == [minutes(23, 50), minutes(23, 40), minutes(23, 30)]


def test_a_full_day_has_what_was_wanted() -> None:
    free = FreeTimes()
    free.take(("mon",), minutes(0), minutes(24))
    assert free.take(("mon",), minutes(18), timedelta(minutes=5)) == minutes(18)
