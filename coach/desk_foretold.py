"""What was foretold a moment ago: it serves all who ask in one look at the window."""

from __future__ import annotations

from dataclasses import dataclass

from coach.reminders.explain import Promises, promises
from coach.reminders.policy import Observation, Policy
from coach.reminders.quiet import QuietReason
from coach.reminders.state import State
from coach.zone import Local

KEPT_SECONDS = 1.0  # one look asks three or four times; a second later it may differ


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was foretold, of which state and machine, and when."""

    of: State
    asked: tuple[Policy, float | None, frozenset[QuietReason], frozenset[str]]
    at: Observation
    promises: Promises


class Foretold:
    """`local` gives a moment the offset of its own day."""

    def __init__(self, local: Local) -> None:
        self._local = local
        self._kept: _Kept | None = None

    def now(self, policy: Policy, kept_state: State, state: State, observation: Observation) -> Promises:
        """Of `state`, which came of `kept_state` by a look at `observation` alone."""
        asked = (policy, observation.idle, observation.quiet, observation.locked)
        kept = self._kept
        if (
            kept is None
            or kept.of is not kept_state
            or kept.asked != asked
            or not 0.0 <= observation.monotonic - kept.at.monotonic < KEPT_SECONDS
            or abs((observation.wall - kept.at.wall).total_seconds()) >= KEPT_SECONDS
        ):
            found = promises(policy, state, observation, self._local)
            kept = self._kept = _Kept(kept_state, asked, observation, found)
        return kept.promises
