"""Several sources of one thing made into one."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack

from coach.desktop.how import How
from coach.desktop.protocol import Idle, Lock, Told
from coach.reminders.quiet import SEEN, SeenReason
from coach.values import dataclass


class FirstIdle:
    """The first of `sources` that knows, asked anew each time: services come and go while the program runs."""

    def __init__(self, sources: Sequence[Idle]) -> None:
        self._sources = sources
        self._told: Idle | None = None

    @property
    def why(self) -> tuple[How, ...]:
        """Who told last; where nobody did, why each does not."""
        return self._told.why if self._told else tuple(how for source in self._sources for how in source.why)

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


class AwayWhenLocked:
    """`idle`, where a locked screen counts as one that nobody has touched since, whatever moves before it."""

    def __init__(self, idle: Idle, lock: Lock, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._idle, self._lock, self._monotonic = idle, lock, monotonic
        self._locked_at: float | None = None
        self._idle_then = 0.0

    @property
    def why(self) -> tuple[How, ...]:
        """Who tells while it is not locked."""
        return self._idle.why

    @property
    def is_told(self) -> bool:
        """As the protocol says, of `idle`."""
        return self._idle.is_told

    def seconds(self) -> float | None:
        """As the protocol says: while it is locked, at least since it was first seen so."""
        seconds, now = self._idle.seconds(), self._monotonic()
        if not self._lock.is_locked():
            self._locked_at = None
            return seconds
        if self._locked_at is None:
            self._locked_at, self._idle_then = now, seconds or 0.0
        return max(seconds or 0.0, self._idle_then + now - self._locked_at)

    def close(self) -> None:
        """As the protocol says, of `idle`; who made the lock closes it."""
        self._idle.close()


def _unsaid() -> tuple[How, ...]:
    return (How("desktop-tells"),)


@dataclass(frozen=True, slots=True)
class Watch:
    """`is_on` tells whether `reason` holds now, None where it cannot be known; `how`, asked after it, who told, or why
    nobody did.
    """

    reason: SeenReason
    is_on: Callable[[], bool | None]
    how: Callable[[], tuple[How, ...]] = _unsaid


class WatchedQuiet:
    """All reasons of which at least one watch says yes. `why_not` says of a reason why nothing watches for it; `closes`
    give back what the watches ask.
    """

    def __init__(
        self,
        watches: Sequence[Watch],
        why_not: Mapping[SeenReason, How] | None = None,
        closes: Sequence[Callable[[], object]] = (),
    ) -> None:
        self._watches = watches
        self._why_not = why_not or {}
        self._closes = closes

    def told(self) -> tuple[Told, ...]:
        """Each watch is asked; of several for one reason the first that knows it counts."""
        return tuple(self._told(reason) for reason in SEEN)

    def reasons(self) -> frozenset[SeenReason]:
        """Those for which some watch says yes; a watch that does not know is no reason."""
        return frozenset(watch.reason for watch in self._watches if watch.is_on())

    def close(self) -> None:
        """As the protocol says, of all that is asked."""
        _close_all(self._closes)

    def _told(self, reason: SeenReason) -> Told:
        unknown: list[How] = []
        for watch in self._watches:
            if watch.reason == reason:
                if watch.is_on() is not None:
                    return Told(reason, True, watch.how())
                unknown += watch.how()
        return Told(reason, False, tuple(unknown) or (self._why_not.get(reason, How("nothing-tells")),))


def _close_all(closes: Sequence[Callable[[], object]]) -> None:
    """Each is called, the last first, also where another raises."""
    with ExitStack() as stack:
        for close in closes:
            stack.callback(close)
