"""A hold that is over, and where in a session's events it is told how long it lasted: at once, before what follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from coach.session.asides import RANK
from coach.session.events import Event, IntervalFinished, IntervalStarted, Say
from coach.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Held:
    """A shape that was kept for `seconds` of `of`, to the end or until it `was_lost`."""

    seconds: float
    of: float
    was_lost: bool

    @property
    def whole_seconds(self) -> int:
        """As the result shows it."""
        return round(self.seconds)


def held_by(event: IntervalFinished) -> Held | None:
    """What came of the hold that ended with `event`; None where that was no hold, or the test ended with it."""
    if event.interval.open != "max" or event.outcome in ("ended", "repeated"):
        return None
    return Held(min(event.seconds, event.interval.seconds), event.interval.seconds, event.outcome != "done")


def with_time_told(events: Sequence[Event], words: Callable[[Held], str]) -> list[Event]:
    """`events` in which every hold that ends says what came of it, in `words`, in place of the coach's sentence for a
    hold that is lost; what is said at the same moment follows behind it.
    """
    told: list[Event] = []
    waiting: Held | None = None
    joins_at: float | None = None
    for event in events:
        if isinstance(event, Say) and event.event == "lost":
            continue
        if waiting is not None and not isinstance(event, IntervalStarted):
            told.append(_said(told[-1], words(waiting)))
            waiting, joins_at = None, told[-1].due
        if isinstance(event, Say) and event.due == joins_at:
            told.append(replace(event, joined=True))
            joins_at = None
        else:
            told.append(event)
        if isinstance(event, IntervalFinished):
            waiting = held_by(event)
    if waiting is not None:
        told.append(_said(told[-1], words(waiting)))
    return told


def _said(after: Event, text: str) -> Say:
    return Say(after.at, after.due, text, "lost", RANK)
