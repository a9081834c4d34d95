"""What was foretold a moment ago: it serves all who ask in one look at the window, however long it took."""

from __future__ import annotations

from dataclasses import dataclass

from coach.clock import Clock
from coach.reminders.explain import Promises, promises
from coach.reminders.policy import Observation, Policy
from coach.reminders.quiet import QuietReason
from coach.reminders.state import State

KEPT_SECONDS = 1.0
"""One look asks three or four times; a second later it may differ. From when it was done: on a busy machine it may take
longer than that, and would be done anew for each who asks."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was foretold, of which state and machine, and when it was done."""

    of: State
    asked: tuple[Policy, float | None, frozenset[QuietReason], frozenset[str]]
    at: Observation
    done: float
    promises: Promises

    def is_of_now(self, observation: Observation) -> bool:
        """Whether it was done a moment ago, by a clock that nobody has set meanwhile."""
        passed = observation.monotonic - self.at.monotonic
        set_by = (observation.wall - self.at.wall).total_seconds() - passed
        return passed >= 0 and observation.monotonic - self.done < KEPT_SECONDS and abs(set_by) < KEPT_SECONDS


class Foretold:
    """`clock` is the one of the observations."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._kept: _Kept | None = None

    def now(self, policy: Policy, kept_state: State, state: State, observation: Observation) -> Promises:
        """Of `state`, which came of `kept_state` by a look at `observation` alone."""
        asked = (policy, observation.idle, observation.quiet, observation.locked)
        kept = self._kept
        if kept is None or kept.of is not kept_state or kept.asked != asked or not kept.is_of_now(observation):
            found = promises(policy, state, observation, self._clock.local)
            kept = self._kept = _Kept(kept_state, asked, observation, self._clock.awake(), found)
        return kept.promises
