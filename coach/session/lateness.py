"""How late the sounds of a session were."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from coach.values import dataclass


@dataclass(frozen=True, slots=True)
class Lateness:
    """How much later than their moment a session's sounds were handed on, in seconds."""

    count: int
    median: float
    worst: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> Lateness:
        """Of at least one sound; `seconds` in any order."""
        return cls(len(seconds), median(seconds), max(seconds))
