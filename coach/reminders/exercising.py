"""Who exercises at this desk: here, or in another program of the person's that says so (leases.py)."""

from __future__ import annotations

from coach.reminders.leases import Leases


class Exercising:
    """Each way to end tells the seconds that are to be counted as a break. Times are of Clock.awake()."""

    def __init__(self, leases: Leases | None = None) -> None:
        self.leases = leases or Leases()
        self._since: float | None = None

    @property
    def goes_on(self) -> bool:
        """Whether anybody does, here or elsewhere."""
        return self._since is not None or bool(self.leases.held)

    def is_known(self, name: str) -> bool:
        """Whether the session of this name in another program goes on, as far as it was told."""
        return name in self.leases.held

    def begins(self, now: float) -> None:
        """Somebody exercises here; they may have begun before."""
        if self._since is None:
            self._since = now

    def ends(self, now: float, exercised_seconds: float | None) -> float | None:
        """Nobody does any more: how long it was, all the time in between where nobody knows; None where nobody did."""
        since, self._since = self._since, None
        if since is None:
            return None
        return now - since if exercised_seconds is None else exercised_seconds

    def renewed(self, name: str, now: float, exercised_seconds: float) -> None:
        """The session of this name goes on elsewhere, or begins, with so many seconds so far."""
        self.leases = self.leases.renewed(name, now, exercised_seconds)

    def ended(self, name: str, exercised_seconds: float) -> float:
        """It has ended, after so many seconds in all."""
        self.leases, seconds = self.leases.ended(name, exercised_seconds)
        return seconds

    def lapsed(self, now: float) -> tuple[float, ...]:
        """Those of whom nothing was heard in time, each with its seconds."""
        self.leases, seconds = self.leases.lapsed(now)
        return seconds
