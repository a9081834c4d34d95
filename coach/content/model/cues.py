"""What is said and sounded within a piece of work, when its author wants it."""

from __future__ import annotations

from typing import Literal

from coach.content.model.text import Text
from coach.values import dataclass

Phase = Literal["move", "hold", "back", "pause"]
"""A part of a repetition, in this order."""


@dataclass(frozen=True, slots=True)
class CueAt:
    """`at: 10s`, `50%` or `end-3s`: counted in each work interval. Exactly one of the three is set."""

    from_start: float | None = None  # seconds
    share: float | None = None  # 0.0 to 1.0
    before_end: float | None = None  # seconds
    say: Text | None = None
    sound: str | None = None


@dataclass(frozen=True, slots=True)
class CueAtPhase:
    """`at: back`: where that phase begins in every repetition."""

    phase: Phase
    say: Text | None = None
    sound: str | None = None


@dataclass(frozen=True, slots=True)
class CueEach:
    """`each: 4`: at the start of repetitions 4, 8, 12 ..."""

    repetitions: int
    say: Text | None = None
    sound: str | None = None


@dataclass(frozen=True, slots=True)
class CueEvery:
    """`every: 5m` in timed work, the texts taken in turn."""

    seconds: float
    say: tuple[Text, ...] = ()
    sound: str | None = None


Cue = CueAt | CueAtPhase | CueEach | CueEvery
