"""Answers for somebody who can press but not choose: lit one after another, and one press takes the one that is lit.

Accessibility calls it single-switch scanning. Pure: who asks tells the time.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from coach.values import dataclass

PRESS_APART_SECONDS = 0.8
"""Presses closer together are one: a remote that bounces, a hand that trembles, a double click. Our choice."""

ROUNDS = 4
"""So often everything is lit; then whoever asked is taken to have gone, and the next press begins anew. Our choice."""

_SLACK = 1e-6


@dataclass(frozen=True, slots=True)
class Scan:
    """Options lit one after another, each for its own of `dwells` seconds, after a `lead` in which none is."""

    lead: float
    dwells: tuple[float, ...]

    def lit(self, seconds: float) -> int | None:
        """Which option is lit `seconds` after the beginning, counted from 0; None in the lead and after all rounds."""
        if seconds < self.lead - _SLACK or seconds >= self._end - _SLACK:
            return None
        within = (seconds - self.lead + _SLACK) % sum(self.dwells)
        for option, dwell in enumerate(self.dwells):
            if within < dwell:
                return option
            within -= dwell
        return len(self.dwells) - 1

    def rests(self, seconds: float) -> bool:
        """Whether all rounds are over, so that nothing will be lit any more."""
        return seconds >= self._end - _SLACK

    def next_change(self, seconds: float) -> float:
        """When, in seconds after the beginning, another one is lit or none any more; infinity after all rounds."""
        moment = self.lead
        for _ in range(ROUNDS):
            for dwell in self.dwells:
                if moment > seconds + _SLACK:
                    return moment
                moment += dwell
        return moment if moment > seconds + _SLACK else inf

    @property
    def _end(self) -> float:
        return self.lead + ROUNDS * sum(self.dwells)


class Debounce:
    """Tells presses from the bounces that follow them."""

    def __init__(self, apart: float = PRESS_APART_SECONDS) -> None:
        self._apart = apart
        self._last = -inf

    def counts(self, now: float) -> bool:
        """Whether a press at `now` (seconds of the session's clock) is one of its own."""
        if now - self._last < self._apart - _SLACK:
            return False
        self._last = now
        return True


def timed(lead: float, words: Sequence[float], *, pause: float) -> Scan:
    """A scan whose options take as long as their `words` (seconds), and a `pause` each in which to press."""
    return Scan(lead, tuple(seconds + pause for seconds in words))
