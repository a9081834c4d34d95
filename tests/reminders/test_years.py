"""Working days by chance: never two nudges too near, none lost, always a reason, and what was promised comes."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.reminders.years import Year

seeds = st.integers(0, 2**32)

YEARS = int(os.environ.get("YEARS", "1"))
"""A year takes about a minute: `YEARS=10` lives ten, which is too much for what runs before every change."""


@settings(max_examples=4, deadline=None)
@given(seeds)
def test_some_days(seed: int) -> None:
    Year(seed).live(3)


@pytest.mark.slow
@pytest.mark.timeout(600 * YEARS)  # a minute a year, more on a busy machine
@settings(max_examples=YEARS, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=[Phase.generate])
@given(seeds)
def test_years(seed: int) -> None:
    assert Year(seed).live(365).lines > 0
