"""How late the sounds of a session were."""

from __future__ import annotations

from coach.session.lateness import Lateness


def test_how_many_there_were_and_how_late() -> None:
    assert Lateness.of([0.004, 0.020, 0.001]) == Lateness(count=3, median=0.004, worst=0.020)
