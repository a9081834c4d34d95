"""Lengths of time and reasons in words."""

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


def length(seconds: float) -> str:
    """A length of time for a person, rounded as they would: `40 s`, `12 min`, `2 h`, `2 h 5 min`."""
    if round(seconds) < 60:
        return f"{round(seconds)} s"
    hours, minutes = divmod(round(seconds / 60), 60)
    if not hours:
        return f"{minutes} min"
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"


def reasons_in_words(keys: Iterable[str]) -> str:
    """The reasons, joined; a key that is not known stands for itself."""
    return ", ".join(REASONS.get(key, key.replace("-", " ")) for key in keys)
