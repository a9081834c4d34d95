"""What a value is that is none of what it has to be, as a value: coach/words/unfit.py says it."""

from __future__ import annotations

from typing import Literal

from coach.values import dataclass

Plain = Literal["no-truth", "no-text", "no-texts", "no-names", "no-text-as-name", "no-plain-word", "no-table"]
Special = Literal[
    "no-day", "no-lateness", "no-takeover", "no-desk-hours", "no-time-of-day", "ends-as-it-begins", "no-age"
]
"""What one setting alone has to be."""


@dataclass(frozen=True, slots=True)
class NoNumber:
    """No number in these bounds; `is_age`: of years."""

    low: float
    high: float
    is_age: bool = False


@dataclass(frozen=True, slots=True)
class NoneOf:
    """None of these words; `is_day`: of the days of a week."""

    words: tuple[str, ...]
    is_day: bool = False


Unfit = Plain | Special | NoNumber | NoneOf


class UnfitError(ValueError):
    """A value is none of what it has to be."""

    def __init__(self, unfit: Unfit) -> None:
        super().__init__(unfit)
        self.unfit = unfit
