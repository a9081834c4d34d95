"""What a pose may say: joints, their keys and limits; and what can touch what.

Degrees; `forward`, `up` and `right` of the pelvis and `forward` of the head are centimetres at a stature of 170 cm;
`breath` is a share of a full breath in. `posture-coach schema figure` says in words what each joint and its sign mean.
"""

from __future__ import annotations

from collections.abc import Mapping

Limits = Mapping[str, tuple[float, float]]

MIDDLE: Mapping[str, Limits] = {
    "pelvis": {
        "tilt": (-180, 180), "side": (-180, 180), "turn": (-180, 180),
        "forward": (-200, 200), "up": (-100, 100), "right": (-200, 200),
    },
    "lumbar": {"flex": (-35, 60), "side": (-30, 30), "turn": (-15, 15)},
    "thoracic": {"flex": (-30, 45), "side": (-30, 30), "turn": (-40, 40)},
    "neck": {"flex": (-60, 50), "side": (-40, 40), "turn": (-60, 60)},
    "head": {"flex": (-25, 25), "side": (-15, 15), "turn": (-30, 30), "forward": (-4, 7)},
    "breath": {"depth": (0, 1), "width": (0, 1)},
}  # fmt: skip
PAIRED: Mapping[str, Limits] = {
    "scapula": {"elevate": (-10, 35), "retract": (-30, 30)},
    "shoulder": {"flex": (-60, 185), "abduct": (-45, 185), "across": (-120, 140), "rotate": (-95, 110)},
    "elbow": {"flex": (-5, 150)},
    "forearm": {"pronate": (-90, 90)},
    "wrist": {"flex": (-85, 85), "deviate": (-30, 25)},
    "hand": {"curl": (0, 100)},
    "hip": {"flex": (-30, 130), "abduct": (-30, 60), "rotate": (-45, 60)},
    "knee": {"flex": (-3, 155)},
    "ankle": {"flex": (-60, 30)},
    "toes": {"extend": (-20, 75)},
}
# The key that a bare number means.
BARE: Mapping[str, str] = {
    "elbow": "flex", "knee": "flex", "ankle": "flex", "forearm": "pronate", "wrist": "flex", "hand": "curl",
    "toes": "extend", "breath": "depth",
}  # fmt: skip
SIDES = ("left-", "right-")
JOINTS: Mapping[str, Limits] = {
    **MIDDLE,
    **{side + joint: limits for joint, limits in PAIRED.items() for side in ("", *SIDES)},
}

# Cameras by name: yaw (0 sees the right side, 90 the front, -90 the back) and pitch (how far it looks down), degrees.
VIEWS: Mapping[str, tuple[float, float]] = {
    "side": (0, 5), "front": (90, 3), "back": (-90, 3), "three-quarter": (48, 8), "three-quarter-back": (-50, 8),
    "top": (0, 84),
}  # fmt: skip
HIGHEST_PITCH = 84  # degrees, as from the top: from straight above a body has no front, and a turn no sense
SURFACES = ("floor", "wall", "chair", "chair-back", "doorway", "roller", "desk", "step")
BODY_PLACES = (  # for hands only
    "behind-head", "thigh", "knee", "hip", "opposite-shoulder", "temple", "crown", "forehead",
    "belly", "ribs", "flank",
)  # fmt: skip

_LIMBS = {
    "feet": "foot", "forefeet": "forefoot", "heels": "heel", "toes": "toes", "insteps": "instep", "knees": "knee",
    "foot-sides": "foot-side", "hands": "hand",
    "hand-backs": "hand-back", "fists": "fist", "forearms": "forearm", "forearm-backs": "forearm-back",
    "forearm-fronts": "forearm-front", "elbows": "elbow",
}  # fmt: skip
_FLANKS = ("hip-side", "rib-side", "shoulder-side", "head-side")
TRUNK_POINTS = ("pelvis", "buttocks", "belly", "low-back", "mid-back", "upper-back", "chest", "head", "forehead")
POINTS = (
    *TRUNK_POINTS,
    *_LIMBS,
    *(side + part for part in (*_LIMBS.values(), *_FLANKS) for side in SIDES),
)
HAND_POINTS = tuple(point for point in POINTS if "hand" in point or "fist" in point)
ARM_POINTS = (*HAND_POINTS, *(point for point in POINTS if "forearm" in point or "elbow" in point))
BAND_ENDS = tuple(side + part for part in ("hand", "wrist", "foot") for side in SIDES)
DIRECTIONS = ("out", "in", "up", "down", "forward", "back")
