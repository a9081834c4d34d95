"""Reasons in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from coach.reminders.promise import Assumption

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


SUPPOSED: dict[Assumption, str] = {
    "resumed": "if you resume now",
    "quiet-ends": "if that ends now",
    "back-now": "if you come back now",
    "stays": "if you stay at the desk",
    "sits-down": "if you sit down at {time}",
    "is-there": "if you are at the desk then",
}


def supposed_in_words(supposed: Iterable[Assumption], sits_down: datetime | None) -> str:
    """What is supposed of the person where a moment is named; empty where nothing is."""
    time = "" if sits_down is None else f"{sits_down.hour}:{sits_down.minute:02}"
    return ", ".join(SUPPOSED[one].format(time=time) for one in supposed)
