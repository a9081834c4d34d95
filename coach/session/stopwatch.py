"""Position on a session's own time line: banked seconds + (now - running since). Nothing is ever counted down."""

from __future__ import annotations


class Stopwatch:
    """Maps monotonic time to position and back; stands until told to run."""

    def __init__(self, position: float = 0.0) -> None:
        self._banked = position
        self._since: float | None = None

    def run(self, now: float) -> None:
        """Count on from the position reached, beginning at `now`."""
        self._since = now

    def stop(self, now: float) -> None:
        """Bank what has been reached at `now`, and stand."""
        self._banked = self.position(now)
        self._since = None

    def position(self, now: float) -> float:
        """The position at `now`; one before the watch was set running takes nothing back."""
        return self._banked if self._since is None else self._banked + max(0.0, now - self._since)

    def time_of(self, position: float, now: float) -> float:
        """The monotonic time at which `position` is or was reached; `now` while the watch stands."""
        return now if self._since is None else self._since + (position - self._banked)
