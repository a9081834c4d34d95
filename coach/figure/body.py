"""The body: segments, lengths, degrees of freedom with their limits.

Centimetres at a stature of 170 cm; degrees. Segment lengths are shares of the stature after Drillis and Contini
(1966), the joint centres of hip and shoulder moved inwards from the flesh. Zero is standing, arms at the sides, palms
to the thighs.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from coach.content.joints import MIDDLE, PAIRED
from coach.figure.vectors import Array

STATURE = 170.0  # centimetres; every length is of a body of this size
THIGH, SHANK, ANKLE = 0.245 * STATURE, 0.246 * STATURE, 0.039 * STATURE
UPPER_ARM, FOREARM = 0.186 * STATURE, 0.146 * STATURE
HIP_HEIGHT = 0.530 * STATURE
HIP_OUT = 8.6  # hip joint centre from the midline (the hip's width is measured on the flesh)
SHOULDER = np.array((-1.2, 0.288 * STATURE - 0.4, 17.2))  # joint centre relative to mid-hip
# Chosen by eye on these bones, under the flesh that is painted; centimetres.
BLADE = np.array((-9.6, 41.5, 9.4))  # middle of the shoulder blade on the back
STERNUM = np.array((3.0, 50.0, 2.2))  # the joint of sternum and clavicle
TOE = np.array((10.8, -5.0, 0.0))  # the toes' hinge, relative to the ankle
PALM, KNUCKLES = 9.0, 4.6  # wrist to the fingers' hinge, and to the hinge of their tips
THUMB = np.array((2.1, -2.4, -0.4))  # where the thumb grows from the hand, relative to the wrist
NECK_LENGTH = 10.6

SIDES: Mapping[str, float] = {"left": -1.0, "right": 1.0}
"""The side's name and the sign of its Z."""

LIMITS: dict[str, tuple[float, float]] = {
    f"{joint}.{key}": limits for joint, keys in MIDDLE.items() for key, limits in keys.items()
}
"""Degree of freedom -> lowest and highest; the shoulder's are the solver's own (see pose.py)."""
SHOULDER_LIMITS = {"raise": (-60.0, 185.0), "plane": (-60.0, 150.0), "rotate": PAIRED["shoulder"]["rotate"]}
for _side in SIDES:
    for _joint, _keys in PAIRED.items():
        for _key, _limits in (SHOULDER_LIMITS if _joint == "shoulder" else _keys).items():
            LIMITS[f"{_side}-{_joint}.{_key}"] = _limits

FREEDOMS: tuple[str, ...] = tuple(LIMITS)
INDEX: Mapping[str, int] = {name: i for i, name in enumerate(FREEDOMS)}
LOWEST = np.array([LIMITS[name][0] for name in FREEDOMS], float)
HIGHEST = np.array([LIMITS[name][1] for name in FREEDOMS], float)


def _other_side(name: str) -> str:
    if name.startswith("left"):
        return "right" + name[4:]
    return "left" + name[5:] if name.startswith("right") else name


MIRROR_FROM = np.array([INDEX[_other_side(name)] for name in FREEDOMS])
MIRROR_SIGN = np.array(
    [
        -1.0 if not name.startswith(("left", "right")) and name.split(".")[1] in ("side", "turn", "right") else 1.0
        for name in FREEDOMS
    ]
)

# Spine: name, zero position (forward, up) relative to mid-hip, its joint, its share of that joint's angle. Few of them
# stand for many: places and shares are chosen by eye.
SPINE: tuple[tuple[str, tuple[float, float], str, float], ...] = (
    ("l5", (-3.4, 8.5), "lumbar", 0.34),
    ("l3", (-1.8, 15.0), "lumbar", 0.34),
    ("l1", (-2.8, 21.5), "lumbar", 0.32),
    ("t10", (-4.6, 28.0), "thoracic", 0.30),
    ("t7", (-6.2, 36.0), "thoracic", 0.38),
    ("t3", (-6.0, 45.0), "thoracic", 0.32),
    ("c7", (-4.4, 52.4), "neck", 0.5),
    ("c4", (-2.6, 57.6), "neck", 0.5),
    ("head", (-1.2, 62.6), "head", 1.0),
)
SPINE_ZERO: Mapping[str, Array] = {"pelvis": np.zeros(3)} | {
    name: np.array((x, y, 0.0)) for name, (x, y), _, _ in SPINE
}
LIMB_SEGMENTS = (
    "clavicle", "blade", "upper", "fore", "hand", "fingers", "tips", "thumb", "thigh", "shank", "foot", "toe",
)  # fmt: skip
SEGMENTS: tuple[str, ...] = (
    "pelvis",
    *(name for name, *_ in SPINE),
    *(f"{side}-{part}" for side in SIDES for part in LIMB_SEGMENTS),
)
SEGMENT: Mapping[str, int] = {name: i for i, name in enumerate(SEGMENTS)}
MIRROR_SEGMENT = np.array([SEGMENT[_other_side(name)] for name in SEGMENTS])
BONES: tuple[tuple[str, str, float], ...] = tuple(
    bone
    for side in SIDES
    for bone in (
        (f"{side}-upper", f"{side}-fore", UPPER_ARM),
        (f"{side}-fore", f"{side}-hand", FOREARM),
        (f"{side}-hand", f"{side}-fingers", PALM),
        (f"{side}-fingers", f"{side}-tips", KNUCKLES),
        (f"{side}-thigh", f"{side}-shank", THIGH),
        (f"{side}-shank", f"{side}-foot", SHANK),
        (f"{side}-foot", f"{side}-toe", float(np.linalg.norm(TOE))),
    )
)
"""Pairs of limb segments whose origins keep their distance, in centimetres."""
