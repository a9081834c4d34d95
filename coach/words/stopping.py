"""What is said when somebody stopped because it hurt, in a session or at the wall."""

from __future__ import annotations

from coach.words.language import Language


def well_stopped(language: Language) -> str:
    """That it was right to stop."""
    return language.translate("Stopping", "Good that you stopped.")


def emergency_signs(language: Language, what_to_do: str) -> str:
    """The signs with which this is an emergency, and what to do then."""
    signs = language.translate(
        "Stopping", "With chest pain or pressure, breathlessness, faintness or new weakness: {what_to_do}"
    )
    return signs.format(what_to_do=what_to_do)
