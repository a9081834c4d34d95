"""Who exercises, here or elsewhere, and what of it counts."""

from __future__ import annotations

import pytest

from coach.reminders.exercising import Exercising
from coach.reminders.leases import LEASE_SECONDS


@pytest.mark.parametrize(("told", "counted"), [(None, 60.0), (42.0, 42.0), (0.0, 0.0)])
def test_what_was_exercised_here_counts_and_where_nobody_knows_all_the_time_between(
    told: float | None, counted: float
) -> None:
    exercising = Exercising()
    exercising.begins(100.0)
    exercising.begins(130.0)  # said twice: it began at the first
    assert exercising.goes_on
    assert exercising.ends(160.0, told) == counted
    assert not exercising.goes_on
    assert exercising.ends(170.0, told) is None


def test_elsewhere_it_goes_on_as_long_as_it_is_said() -> None:
    exercising = Exercising()
    exercising.renewed("terminal", 0.0, 0.0)
    exercising.renewed("terminal", 30.0, 25.0)
    assert exercising.goes_on
    assert exercising.is_known("terminal")
    assert exercising.lapsed(30.0 + LEASE_SECONDS) == (25.0,)
    assert not exercising.goes_on
    assert exercising.ended("terminal", 60.0) == 0.0, "what was counted counts once"
