"""Why a dose is as it is: values, for which coach/words/progression.py has the words."""

from __future__ import annotations

from coach.progression.past import What
from coach.progression.verdict import Cause
from coach.values import dataclass


@dataclass(frozen=True, slots=True)
class Rose:
    """So many good sessions, the hardest of them with this effort and this pain (0 to 10)."""

    times: int
    effort: int
    pain: int


@dataclass(frozen=True, slots=True)
class FellRed:
    """One session told enough: this pain (0 to 10), a worse morning, or that it was stopped for pain."""

    cause: Cause
    pain: int


@dataclass(frozen=True, slots=True)
class FellAmber:
    """So many sessions with some pain, the last of them with this much."""

    times: int
    pain: int


@dataclass(frozen=True, slots=True)
class Paused:
    """So many whole days without the routine."""

    days: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """The person wanted it so."""

    what: What


LevelReason = Rose | FellRed | FellAmber | Paused | Chosen
