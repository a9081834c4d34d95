"""Times a piece of work and something fixed beside it, in turn, so that a figure means the same on every machine."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True)
class Pair:
    """Median milliseconds of the work and of what ran beside it; `ratio` is the median of each pair's own ratio."""

    milliseconds: float
    beside: float
    ratio: float


def time_once(work: Work, clock: Callable[[], float] = time.perf_counter) -> float:
    """Milliseconds that the work takes."""
    began = clock()
    work()
    return (clock() - began) * 1000


def in_turn(work: Work, beside: Work, rounds: int = 7) -> Pair:
    """A, B, A, B, ... after one of each that does not count: a machine that changes its pace changes both."""
    time_once(work), time_once(beside)
    pairs = [(time_once(work), time_once(beside)) for _ in range(rounds)]
    return Pair(
        statistics.median(own for own, _ in pairs),
        statistics.median(other for _, other in pairs),
        statistics.median(own / other for own, other in pairs),
    )


def table(rows: Sequence[tuple[str, Pair, str]]) -> str:
    """Name, milliseconds, how many times the work beside it, and what that was."""
    return "\n".join(
        f"{name:34} {pair.milliseconds:9.1f} ms   {pair.ratio:6.2f} times {pair.beside:.1f} ms: {what}"
        for name, pair, what in rows
    )
