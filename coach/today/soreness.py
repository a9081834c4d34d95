"""Whether the person is sore at a moment, so that the gentler thing is offered (docs/today.md)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from coach.content.model.pain import AMBER_PAIN
from coach.progression.past import Session
from coach.today.past import between, pains_told
from coach.values import dataclass

SORE_PAIN = AMBER_PAIN
"""The last pain told, 0 to 10, from which on the gentler thing is offered (docs/evidence.md, section 6)."""

SORE_FOR = timedelta(hours=48)
"""So long a pain that was told counts, this length as well."""

LOOKED_AT = SORE_FOR + timedelta(days=2)
"""So far back it is looked: yesterday's date may lie further back where somebody flew."""


@dataclass(frozen=True, slots=True)
class SoreFromPain:
    """The last pain told was this much, 0 to 10."""

    pain: int


@dataclass(frozen=True, slots=True)
class SoreFromMorning:
    """This morning was worse after yesterday's session."""


Soreness = SoreFromPain | SoreFromMorning


def soreness(sessions: Sequence[Session], at: datetime) -> Soreness | None:
    """Why the person is sore at `at`, None where they are not. `sessions` in the order of their moments; a pain counts
    from the beginning of its session.
    """
    last: int | None = None
    was_worse = False
    for session in reversed(sessions):
        ago = between(session.started, at)
        if ago < timedelta(0):
            continue
        if ago > LOOKED_AT:
            break
        told = pains_told(session)
        if last is None and told and ago <= SORE_FOR:
            last = told[-1]
        yesterday = session.started.date() == at.date() - timedelta(days=1)
        was_worse = was_worse or (yesterday and session.morning == "worse")
    if last is not None and last >= SORE_PAIN:
        return SoreFromPain(last)
    return SoreFromMorning() if was_worse else None
