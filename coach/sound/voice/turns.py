"""Whose turn it is to speak. The same rule for a running session and for one that is rendered to a file."""

from __future__ import annotations

from coach.session.speech import BEHIND_CUE_SECONDS

BREATH_SECONDS = 0.12
"""Between two sentences that follow one another."""

LATEST_SECONDS = 1.5
"""A sentence may wait this long for another to end; later it would not belong to its moment any more."""

JOINED_SECONDS = 6.0
"""One that is due at the same moment as the sentence before it may wait this long for that to end."""

WAITING_SECONDS = 120.0
"""One that tells how a session goes on which waits belongs there as long as that waits."""

TOGETHER_SECONDS = 0.25  # a busy machine may take a while from the sound to the sentence
_EPSILON = 1e-6


def behind_cue(since_cue: float, cue_seconds: float) -> float:
    """How long a sentence waits for a cue sound that began `since_cue` seconds ago and is `cue_seconds` long."""
    if not 0.0 <= since_cue <= TOGETHER_SECONDS:
        return 0.0
    return max(0.0, min(cue_seconds, BEHIND_CUE_SECONDS) - since_cue)


def patience(event: str, *, is_joined: bool) -> float:
    """How many seconds a sentence of this event may wait for the one before it."""
    if event in ("wait", "recorded"):
        return WAITING_SECONDS
    return JOINED_SECONDS if is_joined else LATEST_SECONDS


class Turns:
    """Gives the floor to one sentence after another. All moments in seconds of one clock."""

    def __init__(self) -> None:
        self.free_at = float("-inf")

    def begin(
        self, now: float, seconds: float, until: float | None, wait: float = 0.0, patience: float = LATEST_SECONDS
    ) -> float | None:
        """When a sentence of this length begins, or None when it is not said.

        It waits for the one before it, at most `patience` seconds, and for `wait` seconds (a cue sound), and must end
        by `until`, when one of higher rank is due.
        """
        start = max(now + wait, self.free_at + BREATH_SECONDS)
        if start - now > max(patience, wait):
            return None
        if until is not None and start + seconds > until + _EPSILON:
            return None
        self.free_at = start + seconds
        return start

    def hush(self, now: float) -> None:
        """The one who speaks has been silenced."""
        self.free_at = min(self.free_at, now)
