"""What became of each part of a session: one that was skipped was not done, whichever screen shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coach.content.model.pain import RED_PAIN
from coach.session.events import Outcome
from coach.session.timeline import Interval

PAIN_ENDS = RED_PAIN  # that a session ends there is our choice (docs/evidence.md, section 6)

DONE: tuple[Outcome, ...] = ("done", "lost")  # a hold that was lost was held until then

Outcomes = Mapping[int, Outcome]
"""What became of the intervals that were left, by their index."""


def with_outcome(outcomes: Outcomes, index: int, outcome: Outcome) -> Outcomes:
    """`outcomes` and this one; what was done once stays done when it is gone back to."""
    return outcomes if outcomes.get(index) in DONE else {**outcomes, index: outcome}


def steps_done(intervals: Sequence[Interval], outcomes: Outcomes) -> int:
    """How many exercises were done: some of the work of each was not skipped."""
    return len(
        {
            interval.step
            for index, interval in enumerate(intervals)
            if interval.kind == "work" and interval.step and outcomes.get(index) in DONE
        }
    )
