"""When a test is to be done again: a timetable."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from coach.content.model import Test
from coach.content.model import Text as Words
from coach.today.due import days_until, due

LAST = datetime(2026, 5, 12, 20, 0, tzinfo=timezone(timedelta(hours=2)))


def again_after(seconds: float | None) -> Test:
    return Test("wall", Words("Wall"), (), again_after=seconds)


@pytest.mark.parametrize(
    ("hours", "today", "days"),
    [
        (168, date(2026, 5, 12), 7),
        (168, date(2026, 5, 18), 1),
        (168, date(2026, 5, 19), 0),
        (168, date(2026, 5, 30), -11),
        (36, date(2026, 5, 12), 2),  # the morning after next
        (3, date(2026, 5, 12), 0),
        (4, date(2026, 5, 12), 1),  # midnight is tomorrow
    ],
)
def test_days_until_a_test_is_due(hours: float, today: date, days: int) -> None:
    again = due(again_after(hours * 3600.0), LAST)
    assert again is not None
    assert days_until(again, today) == days


def test_what_need_not_be_repeated_or_is_gone_is_never_due() -> None:
    assert due(again_after(None), LAST) is None
    assert due(None, LAST) is None
