"""A plan begins on a Monday."""

from __future__ import annotations

from datetime import date

import pytest

from coach.export.start import plan_start


@pytest.mark.parametrize(("today", "start"), [(11, 11), (12, 18), (17, 18)])
def test_the_monday_on_or_after_today(today, start):
    assert plan_start(date(2026, 5, today)) == date(2026, 5, start)
