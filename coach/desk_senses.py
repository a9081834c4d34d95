"""What the desk sees of the machine: who is there, what is against a reminder, and the clocks."""

from __future__ import annotations

from coach.clock import Clock
from coach.desktop.protocol import Idle, Lock, Quiet
from coach.reminders.policy import Observation
from coach.reminders.quiet import QuietReason


class Senses:
    """`idle.seconds()` is None where it cannot be known. Before a locked screen nobody is, from the first moment on."""

    def __init__(self, clock: Clock, idle: Idle, quiet: Quiet, lock: Lock | None) -> None:
        self._clock, self._idle, self._quiet, self._lock = clock, idle, quiet, lock
        self.idle_is_told = False
        """Whether this machine tells that a person is away, as far as the last look showed."""

    def look(self, *, exercises: bool, locked: frozenset[str]) -> Observation:
        """The machine now; whether somebody exercises, and which reminders ask for what may not begin, others know."""
        quiet: set[QuietReason] = set(self._quiet.reasons())
        if exercises:
            quiet.add("session")
        if self._lock is not None and self._lock.is_locked():
            quiet.add("away")
        idle = self._idle.seconds()
        self.idle_is_told = idle is not None or self._idle.is_told
        return self._moment(idle, frozenset(quiet), locked)

    def again(self, seen: Observation, *, is_away: bool) -> Observation:
        """A look of before at the present time, without asking the machine; who was away then still is."""
        passed = self._clock.awake() - seen.monotonic
        idle = seen.idle + passed if is_away and seen.idle is not None else seen.idle
        return self._moment(idle, seen.quiet, seen.locked)

    def _moment(self, idle: float | None, quiet: frozenset[QuietReason], locked: frozenset[str]) -> Observation:
        return Observation(self._clock.awake(), self._clock.wall(), idle, quiet, self._clock.asleep(), locked)
