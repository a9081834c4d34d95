"""A moment of the session as a screen needs it."""

from __future__ import annotations

from typing import Literal

from coach.content.model import Phase
from coach.session.outcomes import Outcomes
from coach.session.timeline import Interval
from coach.values import dataclass, field

State = Literal["ready", "running", "paused", "reentry", "asking-pain", "ended"]


@dataclass(frozen=True, slots=True)
class View:
    """A moment of the session. All times in seconds, as they stand now: with what was added by "ten seconds more".

    `repetition` counts from 1 in a counted set; at one's own pace only `repetitions` is known. `phase` is that of a
    counted repetition; a plain `for` is a `hold`; with `every` there is no phase and `phase_share` runs through each
    period. `side` is left or right now. `elapsed` of an interval that waits for the person may exceed its `length`.
    """

    state: State
    index: int
    interval: Interval
    elapsed: float  # in this interval
    length: float  # of this interval; for an open one its estimate
    left: float  # of this interval, never negative
    session_elapsed: float  # position on the session's own time line, where repeated and waited time counts
    session_left: float
    repetition: int | None = None
    repetitions: int | None = None
    phase: Phase | None = None
    phase_share: float = 0.0  # 0 to 1
    side: str | None = None
    next: Interval | None = None
    reentry_left: float = 0.0
    pause_reason: str | None = None
    lengths: tuple[float, ...] = ()  # of all intervals, done ones as planned (the strip)
    outcomes: Outcomes = field(default_factory=dict, compare=False)  # of the intervals that were left
