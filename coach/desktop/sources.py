"""Several sources of one thing made into one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from coach.desktop.protocol import Idle
from coach.reminders.quiet import SEEN, SeenReason


class FirstIdle:
    """The first of `sources` that knows, asked anew each time: services come and go while the program runs."""

    def __init__(self, sources: Sequence[Idle]) -> None:
        self._sources = sources
        self._told: Idle | None = None

    @property
    def why(self) -> str:
        """Who told last; where nobody did, why each does not."""
        return self._told.why if self._told else "; ".join(source.why for source in self._sources)

    @property
    def is_told(self) -> bool:
        """As the protocol says; the first that tells it is the one in `why`, known or not at this moment."""
        self._told = next((source for source in self._sources if source.is_told), None)
        return self._told is not None

    def seconds(self) -> float | None:
        """As the protocol says; None where none of the sources knows."""
        for source in self._sources:
            seconds = source.seconds()
            if seconds is not None:
                self._told = source
                return seconds
        self._told = None
        return None

    def close(self) -> None:
        """As the protocol says, of each source."""
        _close_all([source.close for source in self._sources])


@dataclass(frozen=True, slots=True)
class Watch:
    """`is_on` tells whether `reason` holds now, None where it cannot be known."""

    reason: SeenReason
    is_on: Callable[[], bool | None]


class WatchedQuiet:
    """All reasons of which at least one watch says yes. `closes` give back what the watches ask."""

    def __init__(
        self, watches: Sequence[Watch], why_not: str = "", closes: Sequence[Callable[[], object]] = ()
    ) -> None:
        self._watches = watches
        self._why_not = why_not
        self._closes = closes

    @property
    def why(self) -> str:
        """Which reasons are watched for, by their keys, whether or not one holds now, and why no others."""
        seen = [reason for reason in SEEN if any(watch.reason == reason for watch in self._watches)]
        watched = f"watches {', '.join(seen)}" if seen else "watches nothing"
        return f"{watched}; {self._why_not}" if self._why_not else watched

    def reasons(self) -> frozenset[SeenReason]:
        """Those for which some watch says yes; a watch that does not know is no reason."""
        return frozenset(watch.reason for watch in self._watches if watch.is_on())

    def close(self) -> None:
        """As the protocol says, of all that is asked."""
        _close_all(self._closes)


def _close_all(closes: Sequence[Callable[[], object]]) -> None:
    """Each is called, the last first, also where another raises."""
    with ExitStack() as stack:
        for close in closes:
            stack.callback(close)
