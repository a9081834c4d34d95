"""A few balls of flesh on the bones: enough to see whether the figure sinks into something. Not what is painted.

The balls are chosen by eye within the flesh that is painted (coach.ui.figure.body_lofts).
"""

from __future__ import annotations

import numpy as np

from coach.figure.body import FOREARM, SEGMENT, SEGMENTS, SHANK, SIDES, THIGH, UPPER_ARM
from coach.figure.kinematics import Frames
from coach.figure.vectors import Array

# segment, centre in its frame (right side), radius: centimetres
_MIDDLE = (
    ("l5", (3.9, 6.3, 0), 8.0),
    ("l3", (2.3, 5.8, 0), 8.0),
    ("l1", (2.7, 6.3, 0), 9.0),
    ("head", (2.1, 8.0, 0), 8.6),
    ("head", (8.2, -1.9, 0), 2.0),
)
_PAIRED = (
    ("pelvis", (-5.2, -3.0, 7.2), 6.3),
    ("pelvis", (-0.9, 0.5, 7.0), 8.0),
    ("t10", (4.1, 7.0, 5.0), 9.0),
    ("t7", (4.9, 6.3, 5.5), 9.2),
    ("t3", (3.6, 3.2, 5.0), 7.0),
    ("upper", (0.0, -1.6, 0.1), 4.4),
    ("upper", (0.2, -UPPER_ARM / 2, 0.1), 4.2),
    ("fore", (-0.1, 0.0, 0.0), 3.4),
    ("fore", (0.1, -14.5, 0.0), 3.0),
    ("fore", (0.0, -FOREARM, 0.0), 2.3),
    ("hand", (0.2, -7.8, 0.0), 1.4),
    ("tips", (-0.2, -3.6, 0.0), 1.0),
    ("thumb", (3.3, -6.8, -1.5), 1.1),
    ("thigh", (0.3, -10.0, 0.2), 7.8),
    ("thigh", (0.6, -25.0, 0.0), 6.4),
    ("shank", (0.2, 0.0, 0.0), 4.9),
    ("shank", (-1.4, -11.0, 0.1), 5.0),
    ("shank", (-0.3, -SHANK + 0.5, 0.0), 2.9),
    ("foot", (-4.4, -3.7, 0.0), 2.8),
    ("foot", (4.2, -2.4, -0.3), 2.6),
    ("foot", (10.3, -4.9, 0.1), 1.6),
    ("toe", (5.0, -0.5, 0.2), 1.0),
)

_ALL = [(SEGMENT[s], p, r) for s, p, r in _MIDDLE] + [
    (SEGMENT[s if s in SEGMENT else f"{side}-{s}"], (x, y, z * sign), r)
    for side, sign in SIDES.items()
    for s, (x, y, z), r in _PAIRED
]
SEGMENT_OF_BALL = np.array([i for i, _, _ in _ALL])
CENTRES = np.array([p for _, p, _ in _ALL], float)
RADII = np.array([r for _, _, r in _ALL], float)
NAMES = tuple(SEGMENTS[i] for i in SEGMENT_OF_BALL)
assert THIGH > SHANK * 0.9  # the balls above stand on these proportions


def balls(frames: Frames) -> Array:
    """The centres [B, 3] of all balls in the world; their radii are RADII [B]."""
    return np.einsum("nij,nj->ni", frames.rotations[SEGMENT_OF_BALL], CENTRES) + frames.origins[SEGMENT_OF_BALL]


_OF = {
    f"{side}-{limb}": np.array(
        [k for k, name in enumerate(NAMES) if name.partition("-")[2] in parts and name.startswith(side)]
    )
    for side in SIDES
    for limb, parts in (("hand", ("hand", "tips", "thumb")), ("elbow", ("fore",)), ("foot", ("foot", "toe")))
}


def sinks(frames: Frames, limb: str) -> float:
    """How far (cm) `SIDE-hand`, `SIDE-elbow` or `SIDE-foot` reaches below the floor; 0 or less when above."""
    which = _OF[limb]
    segments = SEGMENT_OF_BALL[which]
    heights = np.einsum("nj,nj->n", frames.rotations[segments][:, 1], CENTRES[which]) + frames.origins[segments][:, 1]
    return float((RADII[which] - heights).max())
