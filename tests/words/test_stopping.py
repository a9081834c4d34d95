"""What somebody reads who stopped because it hurt."""

from __future__ import annotations

from coach.words.language import ENGLISH
from coach.words.stopping import emergency_signs, well_stopped


def test_stopping_is_right_and_an_emergency_has_its_signs() -> None:
    assert well_stopped(ENGLISH) == "Good that you stopped."
    assert emergency_signs(ENGLISH, "Call 112.") == (
        "With chest pain or pressure, breathlessness, faintness or new weakness: Call 112."
    )
