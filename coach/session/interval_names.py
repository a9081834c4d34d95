"""What a part of a session is called, the same on every screen: known here alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from coach.session.timeline import Interval, IntervalKind

NAMES: Mapping[IntervalKind, str] = {
    "prepare": "Get ready",
    "work": "Hold",  # work without an exercise, as in a test
    "rest": "Rest",
    "switch": "Other side",
    "between": "Change over",
    "say": "Listen",
}


def interval_name(interval: Interval, say: Callable[[str], str] = str) -> str:
    """The name of what `interval` is, without its exercise; `say` puts it into the person's language."""
    return say("Your turn") if interval.wait else say(NAMES[interval.kind])
