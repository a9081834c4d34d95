"""The player walks a timeline. Position = banked seconds + (now - resumed at); timers only wake it.

Contract (to be implemented here; `now` is always Clock.monotonic()):

    Player(timeline, first=0)          `first`: index of the interval to begin with (resume after a crash, --from N)
    .start(now) -> list[Event]
    .advance(now) -> list[Event]       every event crossed since the last call, each once, in order, however late
    .pause(now) .resume(now)           resume runs a 3 s re-entry (ReEntry, three ticks as Sound with event "resume")
    .next(now) .back(now)              back: to the start of this interval, or of the one before within its first 3 s
    .more(now)                         ten seconds more (whole repetitions in a counted set, see DECISIONS)
    .done(now)                         ends an own-pace set, a `wait`; ignored elsewhere
    .lost(now)                         ends a `max` interval; ignored elsewhere
    .hurts(now) .answer_pain(now, n)   pauses with AskPain; n >= 6 ends kindly (Ended "pain"), less resumes
    .end(now)
    .next_due(now) -> float | None     the monotonic time of the next event, for the timer; None while paused
    .view(now) -> View                 what the screen shows; cheap, called 30 times a second

A gap of more than 3 s between two `advance` calls pauses with reason "gap", at the position of the last call. Every
command returns the events it causes (events crossed up to `now` first).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from coach.session.timeline import Interval, Timeline

Phase = Literal["move", "hold", "back", "pause"]
State = Literal["ready", "running", "paused", "reentry", "asking-pain", "ended"]


@dataclass(frozen=True, slots=True)
class View:
    """A moment of the session as the screen needs it. All times in seconds."""

    state: State
    index: int
    interval: Interval
    elapsed: float  # in this interval
    length: float  # of this interval, with what was added; for an open one its estimate
    left: float  # of this interval, never negative
    session_elapsed: float
    session_left: float  # planned, with what was added
    repetition: int | None = None  # from 1
    repetitions: int | None = None
    phase: Phase | None = None
    phase_share: float = 0.0  # 0..1 within the phase
    side: str | None = None  # left or right now
    next: Interval | None = None
    reentry_left: float = 0.0
    pause_reason: str | None = None
    lengths: tuple[float, ...] = ()  # of all intervals, as they stand now (strip)


class Player:
    def __init__(self, timeline: Timeline, first: int = 0) -> None:
        raise NotImplementedError
