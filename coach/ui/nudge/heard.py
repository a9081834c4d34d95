"""The sound of a nudge."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.wiring import Parts


def sound(parts: Parts) -> None:
    """Play what the coaching gives to a reminder that appears, which may be nothing."""
    event = parts.library.catalogue.coaching.events.get("nudge")
    if event is not None and event.sound is not None:
        parts.cues.open()
        parts.cues.play(event.sound)
