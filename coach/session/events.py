"""What the player tells: plain values, performed elsewhere by the screen, the sound and the store.

`at` is the place on the session's own time line in seconds (what was extended or shortened counts as it happened);
`due` is the monotonic time at which it should have happened. A late `advance` returns late events; they say so here.
"""

from __future__ import annotations

from typing import Literal

from coach.session.timeline import Interval
from coach.values import dataclass, field

Outcome = Literal["done", "skipped", "lost", "ended", "repeated"]
PauseReason = Literal["person", "gap", "hurts", "device"]
End = Literal["finished", "ended", "pain"]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a session; `at` and `due` as told above."""

    at: float
    due: float


@dataclass(frozen=True, slots=True)
class IntervalStarted(Event):
    """Interval `index` of the timeline begins; the same one begins again after "back" to its start."""

    index: int
    interval: Interval


@dataclass(frozen=True, slots=True)
class IntervalFinished(Event):
    """`seconds` is what it really took without pauses; `repetitions` how many were completed (None if not counted)."""

    index: int
    interval: Interval
    seconds: float
    outcome: Outcome
    repetitions: int | None = None


@dataclass(frozen=True, slots=True)
class RepetitionStarted(Event):
    """`number` counts from 1 within the interval; `side` is left or right where the sides alternate."""

    number: int
    of: int
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Say(Event):
    """`room`, `brief`, `joined` and `count` as in TimedCue."""

    text: str
    event: str
    rank: int = 0
    room: float | None = field(default=None, compare=False)
    brief: str | None = field(default=None, compare=False)
    joined: bool = field(default=False, compare=False)
    count: str = field(default="", compare=False)

    @property
    def uncounted(self) -> str:
        """What it says beside the number of the repetition."""
        return self.text.removeprefix(self.count).lstrip()


@dataclass(frozen=True, slots=True)
class Sound(Event):
    """`row` and `left` as in TimedCue; what was interrupted meanwhile still says where it stood."""

    name: str
    event: str
    row: int = 1
    left: int = 1


@dataclass(frozen=True, slots=True)
class Paused(Event):
    """`gap_seconds` with reason `gap`: how long the machine slept or stood still."""

    reason: PauseReason
    gap_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class ReEntry(Event):
    """The countdown before going on after a pause has begun; `seconds` long."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Resumed(Event):
    """The session runs again: at the end of the re-entry, or at once where nobody is counted in."""


@dataclass(frozen=True, slots=True)
class AskPain(Event):
    """The person pressed "this hurts": the session is paused and waits for `answer_pain`."""


@dataclass(frozen=True, slots=True)
class Ended(Event):
    """The last event of a session: it was gone through to the end, ended by the person, or ended by `pain`, 0 to 10."""

    how: End
    pain: int | None = None
