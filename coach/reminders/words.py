"""Reasons in words."""

from __future__ import annotations

from collections.abc import Iterable

REASONS = {
    "session": "a session is running",
    "do-not-disturb": "do not disturb is on",
    "full-screen": "a program fills the screen",
    "camera": "the camera is in use",
    "paused": "you paused the reminders",
    "away": "you are away",
    "another": "another reminder is open",
    "outside-hours": "outside its hours",
    "not-today": "not on this day",
    "limit": "it came as often as it may today",
}


def reasons_in_words(keys: Iterable[str]) -> str:
    """The reasons, joined; a key that is not known stands for itself."""
    return ", ".join(REASONS.get(key, key.replace("-", " ")) for key in keys)
