"""Where in its movement the figure is: out during move, still during hold, back during back."""

from __future__ import annotations

GO_SECONDS = 2.0
"""How long the figure takes into a position that is then held for a time."""


def share_of(
    phase: str | None, phase_share: float, *, is_cycle: bool = False, held_seconds: float | None = None
) -> float:
    """The share 0..1 of a Motion for a moment of the session; easing is the motion's own.

    `phase` is move, hold, back or pause with `phase_share` 0..1 in it; None with `every`, where `phase_share` runs
    through each period. `held_seconds`, seconds since the start, belongs to work that is held for a time: the figure
    goes there once and stays. A cycle runs once a period, or once a repetition (the hold stands still half-way).
    """
    share = min(1.0, max(0.0, phase_share))
    if held_seconds is not None:
        if is_cycle:
            return (held_seconds / GO_SECONDS) % 1.0
        return min(1.0, max(0.0, held_seconds / GO_SECONDS))
    if phase is None:
        return share if is_cycle else to_and_fro(share)
    if is_cycle:
        return {"move": share / 2, "hold": 0.5, "back": 0.5 + share / 2}.get(phase, 0.0)
    return {"move": share, "hold": 1.0, "back": 1.0 - share}.get(phase, 0.0)


def to_and_fro(share: float) -> float:
    """Out in the first half of a period, back in the second."""
    return 1.0 - abs(1.0 - 2.0 * share)
