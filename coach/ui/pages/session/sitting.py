"""What the session page keeps while a session is under way, and only then."""

from __future__ import annotations

from coach.conductor import Conductor
from coach.session.events import PauseReason
from coach.session.timeline import Timeline
from coach.ui.words.session import StageWords
from coach.values import dataclass
from coach.wiring.variants import Variants


@dataclass(slots=True)
class Sitting:
    """A session that somebody does, from its first picture until they have left the questions at its end.

    `words` are those of `timeline`, which another takes the place of where another exercise takes over. `for_you` is
    told as it begins, and `note` until the clock shows `note_until`; `gap_seconds` is how long the machine had stood
    still when it last paused, which was for `paused_by`; `instead` is the gentler routine that
    they chose in its place, if any; `trouble_at` is when the clock lets it be asked again what is amiss.
    """

    conductor: Conductor
    variants: Variants
    timeline: Timeline
    words: StageWords
    for_you: str = ""
    note: str = ""
    note_until: float = 0.0
    gap_seconds: float = 0.0
    paused_by: PauseReason = "person"
    instead: str = ""
    trouble_at: float = 0.0

    def note_at(self, now: float) -> str:
        """What is told besides while the clock shows `now`; empty where nothing is."""
        return self.note if now < self.note_until else ""
