"""What happens in a session."""

from __future__ import annotations

import pytest

from coach.session.events import Say


@pytest.mark.parametrize(
    ("text", "count", "left"),
    [("3. To the left.", "3.", "To the left."), ("Halfway.", "", "Halfway."), ("3.", "3.", "")],
)
def test_what_is_said_beside_the_number(text: str, count: str, left: str) -> None:
    assert Say(0.0, 1, text, "count", count=count).uncounted == left
