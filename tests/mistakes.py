"""Whether a program that ran made a mistake of its own, told from what it said."""

from __future__ import annotations

_SAID = ("Traceback", "something went wrong that should not")
"""By Python, and by coach.unexpected."""


def has_mistake(said: str) -> bool:
    """What no person should ever read is in it."""
    return any(words in said for words in _SAID)
