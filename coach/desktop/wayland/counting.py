"""How long nobody has touched a seat, from a compositor that only says when a short while without a touch is over."""

from __future__ import annotations

from coach.values import dataclass, replace

STEP_SECONDS = 5.0
"""The short while. Shorter ones would wake the program at each pause in typing; our choice."""
LATE_SECONDS = 2.0  # how late a busy compositor may say so
LONGEST_WITHOUT_A_PAUSE_SECONDS = 120.0
"""Who types and moves the mouse rests for STEP_SECONDS at least so often; our choice. Longer silence means that some
program keeps the screen on."""


@dataclass(frozen=True, slots=True)
class Counting:
    """Asked at `asked_at`, on a clock that stands still in sleep, like the compositor's own.

    `sees_through` tells that programs which keep the screen on make no difference to it. Where they do, a compositor
    says nothing while one does, our own session too, and no touch can be told from a film: then it is not known.
    """

    asked_at: float
    sees_through: bool
    idle_since: float | None = None
    touched_at: float | None = None

    def idled(self, now: float) -> Counting:
        """The short while is over."""
        return replace(self, idle_since=now - STEP_SECONDS)

    def resumed(self, now: float) -> Counting:
        """Somebody touched it; or, where it does not see through, a program began to keep the screen on."""
        return replace(self, idle_since=None, touched_at=now)

    def seconds(self, now: float) -> float | None:
        """Since the last touch, at least so long; 0 within the short while, None where it is not known."""
        if self.idle_since is not None:
            return max(0.0, now - self.idle_since)
        if self.sees_through:
            return 0.0 if now - self.asked_at > STEP_SECONDS + LATE_SECONDS else None
        if self.touched_at is None or now - self.touched_at > LONGEST_WITHOUT_A_PAUSE_SECONDS:
            return None
        return 0.0
