"""What of the body can touch something, where it lies, and where on the body a hand can rest.

Positions are for the right side or the middle, in the segment's own frame, centimetres at a stature of 170 cm.
They are chosen by eye on the flesh that is painted (coach.ui.figure.body_lofts); judge.py says what is still missed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from coach.figure.body import ANKLE, INDEX, SEGMENT, SIDES, TOE
from coach.figure.breath import lift_on
from coach.figure.kinematics import Frames
from coach.figure.vectors import Array, unit
from coach.values import dataclass

Local = tuple[float, float, float]


class Surface(NamedTuple):
    """A plane: a point on it and its unit normal, out of the material."""

    origin: Array
    normal: Array


# Points on the trunk's and the head's skin.
TRUNK: Mapping[str, tuple[str, Local]] = {
    "pelvis": ("pelvis", (-3.0, -10.5, 0)),
    "buttocks": ("pelvis", (-12.0, -3.0, 0)),
    "belly": ("pelvis", (9.2, 5.0, 0)),
    "low-back": ("l3", (-6.6, 3.0, 0)),
    "mid-back": ("t10", (-6.8, 6.0, 0)),
    "upper-back": ("t7", (-5.6, 5.0, 0)),
    "chest": ("t7", (15.2, 4.0, 0)),
    "head": ("head", (-6.8, 8.9, 0)),
    "forehead": ("head", (10.8, 8.9, 0)),
    "hip-side": ("pelvis", (-0.8, 0.0, 16.0)),
    "rib-side": ("t10", (3.4, 7.0, 14.6)),
    "shoulder-side": ("clavicle", (0, 0, 5.6)),
    "head-side": ("head", (2.0, 8.0, 7.6)),
}
HEAD = {"head", "forehead", "head-side"}
LEG = {"foot", "forefoot", "heel", "toes", "instep", "knee", "foot-side"}
HAND = {"hand", "hand-back", "fist"}
FOREARM = {"forearm", "forearm-back", "forearm-front", "elbow"}
ARM = HAND | FOREARM
SEGMENT_OF: Mapping[str, str] = {
    "foot": "foot", "forefoot": "foot", "heel": "foot", "toes": "foot", "instep": "foot",
    "foot-side": "foot", "knee": "shank",
    "hand": "hand", "hand-back": "hand", "fist": "hand",
    "forearm": "fore", "forearm-back": "fore", "forearm-front": "fore", "elbow": "fore",
}  # fmt: skip
_HEEL: Local = (-4.4, -3.7, 0.0)  # the middle of its ball of flesh, as in skin.py
ON_LIMB: Mapping[str, Local] = {
    "foot": (0, -ANKLE, 0), "forefoot": tuple(TOE.tolist()), "heel": _HEEL, "toes": (11.0, -6.4, 0),
    **dict.fromkeys(HAND, (0, -5.0, 0)),
}  # fmt: skip
"""The touching place in SEGMENT_OF's segment; without one its origin."""
FLESH: Mapping[str, float] = {
    "forefoot": ANKLE + float(TOE[1]), "heel": ANKLE + _HEEL[1], "instep": 4.8, "foot-side": 4.6, "knee": 5.2,
    "hand": 2.4, "hand-back": 2.4, "fist": 3.6,
    **dict.fromkeys(FOREARM, 3.9),
}  # fmt: skip
"""How far the touching place keeps from the surface: the flesh over the bone."""
WRIST_FLESH = 3.0
_HAND_CM = 1.2  # of a hand that lies on the body: from the skin to its middle


class BodyPlace(NamedTuple):
    """A place of the body for a hand: its segment, position, outward normal, and where the fingers point."""

    segment: str
    position: Local
    normal: Local
    fingers: Local


PLACES: Mapping[str, BodyPlace] = {
    "behind-head": BodyPlace("head", (-1.5, 7.2, 12.6), (-0.885, 0.0, 0.46), (-0.46, 0.08, -0.885)),
    "thigh": BodyPlace("thigh", (6.9, -29.0, -1.0), (1, 0, 0), (0.1, -1, -0.12)),
    "knee": BodyPlace("thigh", (5.6, -37.5, -0.5), (1, -0.15, 0), (0.1, -1, -0.12)),
    "hip": BodyPlace("pelvis", (0.2, 13.8, 14.0), (0.2, 0.22, 0.95), (0.9, -0.3, -0.25)),
    "opposite-shoulder": BodyPlace("t3", (11.8, 2.5, -9.5), (0.85, 0.1, -0.45), (-0.45, 0.4, -0.8)),
    "temple": BodyPlace("head", (2.0, 8.5, 8.2), (0, 0.3, 1), (-0.5, 1, 0)),
    "crown": BodyPlace("head", (1.0, 17.0, 0.0), (0, 1, 0), (0.1, -0.2, -1)),
    "forehead": BodyPlace("head", (9.8, 9.6, 4.4), (0.92, 0.15, 0.36), (-0.2, 1, -0.25)),
    "belly": BodyPlace("l3", (9.4, 2.0, 4.0), (1, 0, 0), (0, -0.15, -1)),
    "ribs": BodyPlace("t10", (14.0, 6.0, 5.0), (1, 0, 0.2), (0, 0.1, -1)),
    "flank": BodyPlace("t10", (5.0, 2.0, 13.4), (0.3, 0, 0.95), (0.9, -0.1, -0.35)),
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A body place in the world: point, outward normal and the fingers' direction along the skin."""

    point: Array
    normal: Array
    fingers: Array


def place_on(frames: Frames, name: str, side: str) -> Placed:
    """Where a body place is now, for the hand of that side."""
    place = PLACES[name]
    mirrored = np.array((1.0, 1.0, SIDES[side]))
    i = SEGMENT[place.segment if place.segment in SEGMENT else f"{side}-{place.segment}"]
    normal = frames.rotations[i] @ unit(np.array(place.normal, float) * mirrored)
    along = frames.rotations[i] @ (np.array(place.fingers, float) * mirrored)
    depth, width = (float(frames.freedoms[INDEX[f"breath.{key}"]]) for key in ("depth", "width"))
    lift = _HAND_CM + lift_on(place.segment, place.position, place.normal, depth, width)
    point = frames.point(i, np.array(place.position, float) * mirrored) + normal * lift
    return Placed(point, normal, unit(along - normal * float(normal @ along)))


def touching_point(frames: Frames, side: str | None, part: str) -> Array:
    """Where the touching place of a part is now, in the world."""
    segment, local = _TOUCHING[side, part]
    return frames.origins[segment] + frames.rotations[segment] @ local


def _touching() -> dict[tuple[str | None, str], tuple[int, Array]]:
    """Segment and place in it, for every side and part."""
    found: dict[tuple[str | None, str], tuple[int, Array]] = {}
    for side, sign in ((None, 1.0), *SIDES.items()):
        for part, (segment, local) in TRUNK.items():
            name = segment if segment in SEGMENT else f"{side}-{segment}"
            if name in SEGMENT:
                found[side, part] = SEGMENT[name], np.array(local, float) * (1.0, 1.0, sign)
        for part, segment in SEGMENT_OF.items() if side else ():
            found[side, part] = SEGMENT[f"{side}-{segment}"], np.array(ON_LIMB.get(part, (0.0, 0.0, 0.0)), float)
    return found


_TOUCHING = _touching()
