"""What became of each part of a session: one that was skipped was not done, whichever screen shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from coach.session.events import Outcome
from coach.session.timeline import Interval

DONE: tuple[Outcome, ...] = ("done", "lost")  # a hold that was lost was held until then

Outcomes = Mapping[int, Outcome]
"""What became of the intervals that were left, by their index."""


class Kept(Protocol):
    """An interval as the store kept it when the session was begun."""

    @property
    def index(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def exercise(self) -> str | None: ...
    @property
    def set(self) -> int | None: ...
    @property
    def side(self) -> str | None: ...
    @property
    def outcome(self) -> str: ...


def with_outcome(outcomes: Outcomes, index: int, outcome: Outcome) -> Outcomes:
    """`outcomes` and this one; what was done once stays done when it is gone back to."""
    return outcomes if outcomes.get(index) in DONE else {**outcomes, index: outcome}


def earlier(kept: Iterable[Kept], intervals: Sequence[Interval]) -> Outcomes:
    """What became of `intervals` before the session was cut short; what is another part by now counts as nothing."""
    found: Outcomes = {}
    for one in kept:
        if one.index < len(intervals) and _same(one, intervals[one.index]):
            found = with_outcome(found, one.index, _OUTCOMES.get(one.outcome, "skipped"))
    return found


_OUTCOMES: Mapping[str, Outcome] = {
    "done": "done", "skipped": "skipped", "lost": "lost", "ended": "ended", "repeated": "repeated",
}  # fmt: skip


def _same(kept: Kept, interval: Interval) -> bool:
    return (kept.kind, kept.exercise, kept.set, kept.side) == (
        interval.kind,
        interval.exercise,
        interval.set,
        interval.side,
    )


def steps_done(intervals: Sequence[Interval], outcomes: Outcomes) -> int:
    """How many exercises were done: some of the work of each was not skipped."""
    return len(
        {
            interval.step
            for index, interval in enumerate(intervals)
            if interval.kind == "work" and interval.step and outcomes.get(index) in DONE
        }
    )
