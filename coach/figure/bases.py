"""The postures that files lay their poses over: pose, height of the hips' middle (cm), default contacts."""

from __future__ import annotations

from collections.abc import Mapping

from coach.figure.body import HIP_HEIGHT, THIGH
from coach.figure.touch import FLESH
from coach.values import dataclass

# Angles and heights of the hips' middle are chosen by eye; contacts then bring the flesh onto floor and seat.
SEAT_HEIGHT = 43.0  # the knee's joint (SHANK + ANKLE) less the flesh below it
_HANGING_ARMS: Mapping[str, object] = {
    "shoulder": {"abduct": 8, "across": 10}, "elbow": 12, "forearm": 20, "hand": 22,
}  # fmt: skip
_KNEES = {"point": "knees", "on": "floor", "at": {"forward": 0}}


@dataclass(frozen=True, slots=True)
class Base:
    """A posture to begin from: `height` of the hips' middle in cm, joint angles in degrees, and what touches what."""

    height: float
    pose: Mapping[str, object]
    contacts: tuple[object, ...]


BASES: Mapping[str, Base] = {
    "standing": Base(HIP_HEIGHT, {**_HANGING_ARMS, "hip": {"abduct": 2, "rotate": 6}}, ("feet on floor",)),
    "sitting": Base(
        SEAT_HEIGHT + 10.5,
        {
            "hip": {"flex": 86, "abduct": 6}, "knee": 84, "shoulder": {"flex": 14}, "elbow": 62, "forearm": 60,
            "hand": 22,
        },
        ("pelvis on chair", "feet on floor"),
    ),
    "kneeling": Base(
        THIGH + FLESH["knee"], {**_HANGING_ARMS, "knee": 90, "ankle": -52}, (_KNEES, "insteps on floor")
    ),
    "all-fours": Base(
        THIGH + FLESH["knee"],
        {
            "pelvis": {"tilt": 80}, "hip": {"flex": 80}, "knee": 90, "ankle": -52, "shoulder": {"flex": 84},
            "elbow": 4, "wrist": -78, "forearm": 75, "neck": {"flex": -6},
        },
        (_KNEES, "insteps on floor", "hands on floor"),
    ),
    "prone": Base(
        9.6,
        {
            "pelvis": {"tilt": 90}, "ankle": -58, "shoulder": {"abduct": 14}, "elbow": 6, "hand": 15,
            "hip": {"flex": 6, "abduct": 4}, "knee": 5,
        },
        ("belly on floor", "insteps on floor"),
    ),
    "supine": Base(
        12.2,
        {
            "pelvis": {"tilt": -90}, "ankle": -18, "shoulder": {"abduct": 16}, "elbow": 8, "forearm": 40, "hand": 15,
            "hip": {"abduct": 4},
        },
        ("buttocks on floor", "head on floor"),
    ),
    "side-lying": Base(
        16.2,
        {
            "pelvis": {"side": 90}, "hip": {"flex": 12}, "knee": 18, "hand": 15, "left-shoulder": {"abduct": 4},
            "right-shoulder": {"flex": 90}, "right-elbow": 90, "ankle": -15,
        },
        ("right-hip-side on floor",),
    ),
}  # fmt: skip
