"""A plan begins on a Monday."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from coach.export.start import plan_start


@pytest.mark.parametrize(
    ("today", "hour", "start"), [(11, 7, 11), (11, 18, 11), (11, 19, 18), (12, 7, 18), (12, 23, 18), (17, 20, 18)]
)
def test_the_monday_on_or_after_today_or_the_next_once_its_evening_has_begun(today, hour, start):
    assert plan_start(datetime(2026, 5, today, hour, tzinfo=UTC)) == date(2026, 5, start)
