"""How far the trunk gives with a breath: its front comes forward, the belly most; its ribs widen to both sides.

Of a deep breath the back stays, of a wide one the middle; in between, the flesh follows in proportion.
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
_FLANK = 13.0  # of the trunk, sideways of its middle
_LEVELS = (12.0, 20.0, 27.0, 33.0, 42.0, 49.0)
_WIDENS = (0.0, 1.4, 3.0, 3.2, 1.4, 0.0)  # of each flank with a full breath


def rise(forward: float, height: float) -> float:
    """How far (cm) flesh comes forward with a full breath that lies there (cm from the hips' middle, standing)."""
    depth = (forward - _BACK) / (_FRONT - _BACK)
    return float(np.interp(height, _HEIGHTS, _RISES)) * max(0.0, depth)


def widening(sideways: float, height: float) -> float:
    """How far (cm) flesh goes to the right with a full wide breath that lies there (cm from the hips' middle)."""
    return float(np.interp(height, _LEVELS, _WIDENS)) * sideways / _FLANK


def lift_on(
    segment: str, position: tuple[float, float, float], outward: tuple[float, float, float], depth: float, width: float
) -> float:
    """How far (cm) a breath lifts what rests on a place of the right side, in a segment's own frame, along its normal
    `outward`; 0 where the segment does not breathe."""
    if segment not in BREATHING or not (depth or width):
        return 0.0
    forward, height, sideways = map(float, SPINE_ZERO[segment] + np.array(position))
    along = np.array(outward) / np.linalg.norm(outward)
    return depth * rise(forward, height) * float(along[0]) + width * widening(sideways, height) * float(along[2])
