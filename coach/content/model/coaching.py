"""What the coach says and sounds at each event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from coach.content.model.text import Text

EVENTS = (
    "prepare", "next", "go", "countdown", "half", "last-rep", "switch", "rest", "stop", "done",
    "describe", "count", "form", "pause", "resume", "lost", "nudge",
)  # fmt: skip
PLACEHOLDERS = ("routine", "exercise", "dose", "describe", "side", "set", "sets", "rep", "reps", "seconds")
PHRASES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "repetitions": ("n",),
        "sets-of": ("n", "sets", "reps", "dose"),
        "times": ("n", "sets", "time", "dose"),
        "each-side": ("dose",),
        "left-first": ("dose",),
        "one-side": ("dose", "side"),
        "hold": ("time",),
        "seconds": ("n",),
        "minutes": ("n",),
        "as-long-as-you-can": ("time",),
        "own-pace": (),
        "joined": ("first", "second"),
        "left": (),
        "right": (),
    }
)
"""The parts of {dose} with the placeholders that each may hold."""


@dataclass(frozen=True, slots=True)
class CoachingEvent:
    """`say` longest first; `last` belongs to countdown, `from_` to half; both seconds."""

    say: tuple[Text, ...] = ()
    sound: str | None = None
    last: float | None = None
    from_: float | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of {dose}. `one` is used where the phrase's number is 1; both are the same where no number counts."""

    one: Text
    other: Text


@dataclass(frozen=True, slots=True)
class Coaching:
    """What the coach says and sounds at each of EVENTS, the PHRASES that a dose is put into words with, and the ids of
    the figures that stand for something without a file of its own: `desk`.
    """

    events: Mapping[str, CoachingEvent]
    phrases: Mapping[str, Phrase] = field(default_factory=dict)
    figures: Mapping[str, str] = field(default_factory=dict)
