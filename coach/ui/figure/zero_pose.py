"""Where every segment begins when the body stands straight: the pose in which the flesh is written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from coach.figure.body import (
    BLADE,
    FOREARM,
    HIP_OUT,
    KNUCKLES,
    PALM,
    SEGMENTS,
    SHANK,
    SHOULDER,
    SIDES,
    SPINE_ZERO,
    THIGH,
    THUMB,
    TOE,
    UPPER_ARM,
)

if TYPE_CHECKING:
    from coach.ui.figure.arrays import Floats


def zero_origins() -> dict[str, Floats]:
    """Origin of every segment, centimetres from the middle of the hips."""
    down = np.array((0.0, -1.0, 0.0))
    elbow = SHOULDER + down * UPPER_ARM
    wrist = elbow + down * FOREARM
    hip = np.array((0.0, 0.0, HIP_OUT))
    ankle = hip + down * (THIGH + SHANK)
    right = {
        "clavicle": SHOULDER,
        "blade": BLADE,
        "upper": SHOULDER,
        "fore": elbow,
        "hand": wrist,
        "fingers": wrist + down * PALM,
        "tips": wrist + down * (PALM + KNUCKLES),
        "thumb": wrist + THUMB,
        "thigh": hip,
        "shank": hip + down * THIGH,
        "foot": ankle,
        "toe": ankle + TOE,
    }
    limbs = {
        f"{side}-{name}": np.asarray(at, float) * (1.0, 1.0, sign)
        for side, sign in SIDES.items()
        for name, at in right.items()
    }
    zero = {**{name: np.asarray(at, float) for name, at in SPINE_ZERO.items()}, **limbs}
    return {name: zero[name] for name in SEGMENTS}
