"""How long one may ask the reminders to be quiet."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from coach.words.pauses import pause_choices
from tests.words.languages import Bracketed, outside_brackets

TUESDAY = datetime(2026, 5, 12, 11, 0, tzinfo=UTC)


def test_the_choices_and_their_seconds() -> None:
    assert pause_choices(TUESDAY) == [
        ("For 30 minutes", 1800.0),
        ("For 1 hour", 3600.0),
        ("For 2 hours", 7200.0),
        ("Until tomorrow", 17 * 3600.0),
    ]
    assert all(outside_brackets(word) == "" for word, _ in pause_choices(TUESDAY, language=Bracketed()))


@pytest.mark.parametrize(("hour", "left"), [(11, 17 * 3600), (23, 5 * 3600), (2, 2 * 3600)])
def test_tomorrow_begins_in_the_small_hours(hour: int, left: float) -> None:
    assert dict(pause_choices(TUESDAY.replace(hour=hour)))["Until tomorrow"] == left
