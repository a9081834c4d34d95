"""What the session page keeps while a session is under way, and only then."""

from __future__ import annotations

from dataclasses import dataclass

from coach.conductor import Conductor
from coach.ui.words.session import StageWords


@dataclass(slots=True)
class Sitting:
    """A session that somebody does, from its first picture until they have left the questions at its end.

    `for_you` is told as it begins; `gap_seconds` is how long the machine had stood still when it last paused.
    """

    conductor: Conductor
    words: StageWords
    for_you: str = ""
    gap_seconds: float = 0.0
