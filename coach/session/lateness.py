"""How late the sounds of a session were."""

from __future__ import annotations

from collections.abc import Sequence

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
        from statistics import median  # with decimals and fractions: what a start has no time for

        return cls(len(seconds), median(seconds), max(seconds))
