"""Sessions that another program of the person says it runs: each holds for a while, then it has to be said again.

A program that is killed says nothing any more, and its session ends by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from coach.values import dataclass, field

LEASE_SECONDS = 90.0  # our choice
RENEW_SECONDS = LEASE_SECONDS / 3
"""How often it is said again: two of three messages may be lost."""


@dataclass(frozen=True, slots=True)
class Lease:
    """Holds until `until`. Of the seconds exercised so far, `first` were told with the first message that was heard."""

    until: float
    first: float
    seconds: float

    @property
    def seen(self) -> float:
        """The seconds exercised since it was heard of: what was before may have been counted already."""
        return self.seconds - self.first

    def told(self, seconds: float) -> Lease:
        """The same lease with `seconds` exercised so far; a message that comes late never takes seconds back."""
        return Lease(self.until, self.first, max(self.seconds, seconds))


@dataclass(frozen=True, slots=True)
class Leases:
    """Those that hold, by the name that each session gave itself.

    Times are of Clock.awake(): while the machine sleeps nobody can renew, and no lease runs out.
    """

    held: Mapping[str, Lease] = field(default_factory=lambda: MappingProxyType({}))

    def renewed(self, name: str, now: float, seconds: float) -> Leases:
        """`name` goes on, or begins where it does not hold, with `seconds` exercised so far."""
        lease = self.held.get(name, Lease(now, seconds, seconds)).told(seconds)
        return Leases({**self.held, name: Lease(now + LEASE_SECONDS, lease.first, lease.seconds)})

    def ended(self, name: str, seconds: float) -> tuple[Leases, float]:
        """Without `name`, and the seconds to count; none for one that does not hold, whose seconds were counted."""
        lease = self.held.get(name)
        return self._without(name), 0.0 if lease is None else lease.told(seconds).seen

    def lapsed(self, now: float) -> tuple[Leases, tuple[float, ...]]:
        """Without those that were not renewed in time, and the seconds to count of each: no more than it told."""
        over = [name for name, lease in self.held.items() if lease.until <= now]
        return self._without(*over), tuple(self.held[name].seen for name in over)

    @property
    def first_end(self) -> float | None:
        """When the first one lapses if nobody renews; None where none holds."""
        return min((lease.until for lease in self.held.values()), default=None)

    def _without(self, *names: str) -> Leases:
        return Leases({name: lease for name, lease in self.held.items() if name not in names})
