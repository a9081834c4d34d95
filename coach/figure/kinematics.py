"""Forward kinematics: from degrees of freedom to a rotation and an origin for every segment."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from coach.figure.body import (
    BLADE,
    FOREARM,
    HIP_OUT,
    INDEX,
    KNUCKLES,
    NECK_LENGTH,
    PALM,
    SEGMENT,
    SEGMENTS,
    SHANK,
    SHOULDER,
    SIDES,
    SPINE,
    SPINE_ZERO,
    STERNUM,
    THIGH,
    THUMB,
    TOE,
    UPPER_ARM,
)
from coach.figure.vectors import (
    Array,
    Matrix,
    product,
    rotate_about,
    rotate_x,
    rotate_y,
    rotate_yxz,
    rotate_z,
    turn_yxz,
    unit,
)

_NECK_LEAN = math.asin(3.2 / NECK_LENGTH)
_BLADE_SETS_OFF = 30.0  # degrees of raising before the shoulder blade follows the arm
_HIGHEST_LIFT = 170.0
_FLAT_FINGERS = -4.0
_THUMB_FOLDS = 30.0, 90.0  # curl from which the thumb leaves its place, and at which it lies across the fingers
_THUMB_AXIS, _THUMB_DEGREES = unit(np.array((0.700, 0.464, -0.543))), 52.0


@dataclass(slots=True)
class Frames:
    """A figure being solved: rotations [N, 3, 3], origins [N, 3] and its degrees of freedom [D], changed in place."""

    rotations: Array
    origins: Array
    freedoms: Array

    def point(self, segment: int, local: Array | tuple[float, float, float]) -> Array:
        """A place given in a segment's own frame, in the world."""
        return self.origins[segment] + self.rotations[segment] @ np.asarray(local, float)


def forward(freedoms: Array, root: Array) -> Frames:
    """The figure as the degrees of freedom say, nothing kept in contact. `root` is where the hips' middle is based."""
    frames = Frames(np.zeros((len(SEGMENTS), 3, 3)), np.zeros((len(SEGMENTS), 3)), freedoms)
    place_trunk(frames, root)
    for side in SIDES:
        place_arm(frames, side)
        place_leg(frames, side)
    return frames


def place_trunk(frames: Frames, root: Array) -> None:
    """Pelvis, spine and head. A head that glides forward turns the neck forward and the skull back."""
    a = frames.freedoms.tolist()
    glide = a[INDEX["head.forward"]] / NECK_LENGTH + math.sin(_NECK_LEAN)
    glide_degrees = math.degrees(math.asin(max(-0.95, min(0.95, glide))) - _NECK_LEAN)
    # turned, then tilted, then leant to the side: its own order, all others' is Y, X, Z
    turned: Matrix = product(product(turn_yxz(-a[2], 0.0, 0.0), turn_yxz(0.0, 0.0, -a[0])), turn_yxz(0.0, a[1], 0.0))
    x, y, z = root.tolist()
    x, y, z = x + a[3], y + a[4], z + a[5]
    rotations, origins = [turned], [(x, y, z)]
    for joint, share, glides, along, up in _SPINE:
        x += turned[0] * along + turned[1] * up
        y += turned[3] * along + turned[4] * up
        z += turned[6] * along + turned[7] * up
        flex, side, turn = a[joint] * share + glide_degrees * glides, a[joint + 1] * share, a[joint + 2] * share
        if flex or side or turn:
            turned = product(turned, turn_yxz(-turn, side, -flex))
        rotations.append(turned)
        origins.append((x, y, z))
    frames.rotations[: len(rotations)] = np.array(rotations).reshape(-1, 3, 3)
    frames.origins[: len(origins)] = origins


def _spine() -> list[tuple[int, float, float, float, float]]:
    """Of every vertebra: its joint's first freedom, its share of it, its share of the head's glide, and how far it
    lies forward and up of the one below. The segments follow the pelvis in this order."""
    out, at = [], SPINE_ZERO["pelvis"]
    for name, _, joint, share in SPINE:
        along, up, _ = (SPINE_ZERO[name] - at).tolist()
        out.append((INDEX[f"{joint}.flex"], share, {"c7": 1.0, "head": -1.0}.get(name, 0.0), along, up))
        at = SPINE_ZERO[name]
    return out


_SPINE = _spine()
assert [SEGMENT[name] for name, *_ in SPINE] == list(range(1, len(SPINE) + 1))


def place_shoulder(frames: Frames, side: str) -> None:
    """Clavicle and shoulder blade: the clavicle turns about the sternum, the blade glides on the ribs.

    The blade moves towards the spine, up, and turns up with the arm (scapulohumeral rhythm).
    """
    a, rot, org, sign = frames.freedoms.tolist(), frames.rotations, frames.origins, SIDES[side]
    mirrored, sternum, shoulder = _GIRDLE[side]
    k = INDEX[f"{side}-scapula.elevate"]
    follows = max(0.0, min(a[INDEX[f"{side}-shoulder.raise"]], _HIGHEST_LIFT) - _BLADE_SETS_OFF)
    elevate, retract = a[k] + follows * 0.14, a[k + 1]
    t3, t7 = SEGMENT["t3"], SEGMENT["t7"]
    i = SEGMENT[f"{side}-clavicle"]
    rot[i] = rot[t3] @ rotate_yxz(-retract * sign, -elevate * sign, 0.0)
    org[i] = org[t3] + rot[t3] @ sternum + rot[i] @ shoulder
    j = SEGMENT[f"{side}-blade"]
    glide = np.array((-0.03 * retract, 0.26 * elevate, -0.105 * retract))
    org[j] = org[t7] + rot[t7] @ ((_BLADE + glide) * mirrored)
    rot[j] = rot[t7] @ rotate_x(-sign * (follows * 0.33 - 0.12 * retract))


_BLADE = BLADE - SPINE_ZERO["t7"]
_GIRDLE = {
    side: (
        np.array((1.0, 1.0, sign)),
        STERNUM * (1.0, 1.0, sign) - SPINE_ZERO["t3"],
        (SHOULDER - STERNUM) * (1.0, 1.0, sign),
    )
    for side, sign in SIDES.items()
}
"""For each side: its mirror, the sternum from t3, the shoulder from the sternum."""


def place_arm(frames: Frames, side: str) -> None:
    """Shoulder girdle, upper arm, forearm and hand."""
    place_shoulder(frames, side)
    a, rot, org, sign = frames.freedoms.tolist(), frames.rotations, frames.origins, SIDES[side]
    k = INDEX[f"{side}-shoulder.raise"]
    lift, plane, rotate = a[k], math.radians(a[k + 1]), a[k + 2]
    swing = rotate_about(np.array((-sign * math.cos(plane), 0.0, math.sin(plane))), lift)
    upper, fore = SEGMENT[f"{side}-upper"], SEGMENT[f"{side}-fore"]
    rot[upper] = rot[SEGMENT["t3"]] @ swing @ rotate_y(-sign * rotate)
    org[upper] = org[SEGMENT[f"{side}-clavicle"]]
    rot[fore] = rot[upper] @ rotate_z(a[INDEX[f"{side}-elbow.flex"]])
    org[fore] = org[upper] - rot[upper][:, 1] * UPPER_ARM
    place_hand(frames, side)


def hand_on_forearm(angles: tuple[float, float, float], sign: float) -> Array:
    """The hand's rotation in the forearm's frame, from (pronate, flex, deviate)."""
    pronate, flex, deviate = angles
    return rotate_yxz(sign * pronate, sign * flex, deviate)


def place_hand(frames: Frames, side: str, rotation: Array | None = None, *, flat: bool = False) -> None:
    """The hand at the forearm's end, by its own angles or with a given rotation; fingers straight where it is flat."""
    a, rot, org, sign = frames.freedoms.tolist(), frames.rotations, frames.origins, SIDES[side]
    fore, hand, fingers, tips = (SEGMENT[f"{side}-{part}"] for part in ("fore", "hand", "fingers", "tips"))
    if rotation is None:
        k = INDEX[f"{side}-wrist.flex"]
        rotation = rot[fore] @ hand_on_forearm((a[INDEX[f"{side}-forearm.pronate"]], a[k], a[k + 1]), sign)
    curl = _FLAT_FINGERS if flat else a[INDEX[f"{side}-hand.curl"]]
    rot[hand] = rotation
    org[hand] = org[fore] - rot[fore][:, 1] * FOREARM
    rot[fingers] = rotation @ rotate_x(sign * (6 + curl * 0.82))
    org[fingers] = org[hand] - rotation[:, 1] * PALM
    rot[tips] = rot[fingers] @ rotate_x(sign * (8 + curl * 1.3))
    org[tips] = org[fingers] - rot[fingers][:, 1] * KNUCKLES
    place_thumb(frames, side, curl)


def place_thumb(frames: Frames, side: str, curl: float) -> None:
    """The thumb: beside the fingers, and across them when they are curled to a fist."""
    rot, org, sign = frames.rotations, frames.origins, SIDES[side]
    hand, thumb = SEGMENT[f"{side}-hand"], SEGMENT[f"{side}-thumb"]
    low, high = _THUMB_FOLDS
    folded = min(1.0, max(0.0, (curl - low) / (high - low)))
    rot[thumb] = rot[hand]
    if folded:
        rot[thumb] = rot[hand] @ rotate_about(_THUMB_AXIS * (sign, sign, 1.0), folded * _THUMB_DEGREES)
    org[thumb] = org[hand] + rot[hand] @ (THUMB * (1.0, 1.0, sign))


def place_leg(frames: Frames, side: str) -> None:
    """Thigh, shank, foot and toes."""
    a, rot, org, sign = frames.freedoms.tolist(), frames.rotations, frames.origins, SIDES[side]
    thigh, shank, foot = (SEGMENT[f"{side}-{part}"] for part in ("thigh", "shank", "foot"))
    k = INDEX[f"{side}-hip.flex"]
    rot[thigh] = rot[0] @ rotate_z(a[k]) @ rotate_x(-sign * a[k + 1]) @ rotate_y(-sign * a[k + 2])
    org[thigh] = org[0] + rot[0][:, 2] * (sign * HIP_OUT)
    rot[shank] = rot[thigh] @ rotate_z(-a[INDEX[f"{side}-knee.flex"]])
    org[shank] = org[thigh] - rot[thigh][:, 1] * THIGH
    rot[foot] = rot[shank] @ rotate_z(a[INDEX[f"{side}-ankle.flex"]])
    org[foot] = org[shank] - rot[shank][:, 1] * SHANK
    place_toes(frames, side, a[INDEX[f"{side}-toes.extend"]])


def place_toes(frames: Frames, side: str, extend: float) -> None:
    """The toes at the foot's end, `extend` degrees up."""
    foot, toe = SEGMENT[f"{side}-foot"], SEGMENT[f"{side}-toe"]
    frames.rotations[toe] = frames.rotations[foot] @ rotate_z(extend)
    frames.origins[toe] = frames.point(foot, TOE)
