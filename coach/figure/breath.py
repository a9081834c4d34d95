"""How far the front of the trunk comes forward with a breath: the belly most, the lower ribs less.

The back stays; in between, the flesh follows in proportion to how far forward it lies.
"""

from __future__ import annotations

import numpy as np

from coach.figure.body import SPINE_ZERO

BREATHING = ("pelvis", "l5", "l3", "l1", "t10", "t7")
"""The segments that carry what moves."""
# Centimetres, chosen by eye.
_BACK, _FRONT = -9.5, 9.5  # of the trunk, forward of the hips
_HEIGHTS = (3.0, 10.0, 18.0, 24.0, 32.0, 42.0)  # above the hips, standing
_RISES = (0.0, 2.8, 4.6, 4.2, 2.2, 0.0)  # of the front with a full breath


def rise(forward: float, height: float) -> float:
    """How far (cm) flesh comes forward with a full breath that lies there (cm from the hips' middle, standing)."""
    depth = (forward - _BACK) / (_FRONT - _BACK)
    return float(np.interp(height, _HEIGHTS, _RISES)) * max(0.0, depth)


def rise_on(segment: str, position: tuple[float, float, float]) -> float:
    """The same for a place in a segment's own frame; 0 where the segment does not breathe."""
    if segment not in BREATHING:
        return 0.0
    forward, height, _ = SPINE_ZERO[segment] + np.array(position)
    return rise(float(forward), float(height))
