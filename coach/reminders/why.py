"""Why a reminder came, waits or was missed, and why it will come when it does: values, never a sentence.

coach.words.reminders says them. Seconds and moments are as the engine has them; who says them rounds.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from coach.reminders.quiet import QuietReason
from coach.values import dataclass

Bare = Literal[
    "switched-off", "never-comes", "nothing-due", "asked-for", "snooze-outlived", "pause-in-typing", "program-ended"
]
"""What needs no more words.

never-comes: it has no day and hour at which it could; asked-for: by the person; snooze-outlived: its hours were over
when its snooze ended; pause-in-typing: it comes as soon as the hands rest for a moment; program-ended: while it was on
the screen.
"""

LengthKind = Literal[
    "comes-in",
    "comes-again-in",
    "snoozed",
    "at-desk",
    "away-counted",
    "session-counted",
    "answered-after",
    "snoozed-for",
]


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time that says it.

    comes-in, comes-again-in (after a snooze): until then; snoozed: it was, for so long; at-desk: all that it counts;
    away-counted, session-counted: a break that was so long counted as it; answered-after: the person answered so long
    after it came; snoozed-for: the person asked for so long.
    """

    kind: LengthKind
    seconds: float


MomentKind = Literal["is-time", "skipped", "skipped-past-hours", "off", "hours-over"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A clock time of the reminder, local.

    is-time: it is now; skipped: the clock was put forward past it, and past its hours as well; off: the computer was
    off or asleep at it; hours-over: its hours were over before it could come.
    """

    kind: MomentKind
    at: datetime


@dataclass(frozen=True, slots=True)
class ComesAt:
    """It comes at a clock time, of today or of another day."""

    at: datetime
    is_today: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """`seconds` of `of_seconds` at the desk are over."""

    seconds: float
    of_seconds: float


@dataclass(frozen=True, slots=True)
class Held:
    """It waits for these reasons to go, or came after it had waited for them."""

    kind: Literal["waits", "waited"]
    reasons: tuple[QuietReason, ...]


@dataclass(frozen=True, slots=True)
class WaitedAllAlong:
    """The clock time `at` waited until its hours were over; without reasons, for another reminder that was open."""

    at: datetime
    reasons: tuple[QuietReason, ...]


@dataclass(frozen=True, slots=True)
class StillWaited:
    """The clock time `at` still waited when the next one came."""

    at: datetime
    next: datetime


@dataclass(frozen=True, slots=True)
class LongOff:
    """The computer was off or asleep at so many clock times, the first of them on another day."""

    first: datetime
    times: int


@dataclass(frozen=True, slots=True)
class Counted:
    """Another reminder, which the person did, counted as it."""

    title: str


Why = Bare | Length | Moment | ComesAt | Counts | Held | WaitedAllAlong | StillWaited | LongOff | Counted
