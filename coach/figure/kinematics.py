"""Forward kinematics: from degrees of freedom to a rotation and an origin for every segment."""

from __future__ import annotations

import math
from collections.abc import Sequence

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
    bent_x,
    bent_y,
    bent_z,
    floats,
    place_of,
    product,
    turn_about,
    turn_yxz,
    turn_zxy,
    unit,
)
from coach.values import dataclass

_NECK_LEAN = math.asin(3.2 / NECK_LENGTH)  # the skull's joint stands this far before c7 (body.SPINE)
# The shoulder girdle has the scapulohumeral rhythm in its outline: first the arm alone, then a degree of
# the blade in three of raising. The other shares are chosen by eye.
_BLADE_SETS_OFF = 30.0  # degrees of raising before the shoulder blade follows the arm
_HIGHEST_LIFT = 170.0  # degrees beyond which the blade follows no more
_TURNS, _RISES = 0.33, 0.14  # of the blade and of the clavicle, degrees a degree of raising
_GLIDES = (-0.03, 0.26, -0.105)  # of the blade, centimetres a degree: forward and aside retracted, up elevated
_TIPS_BACK = 0.12  # of the blade, degrees a degree retracted
# Fingers, chosen by eye.
_FLAT_FINGERS = -4.0  # degrees of curl: almost straight, with the joints' own rest below
_FINGERS_REST, _FINGERS_CURL = 6, 0.82  # degrees at curl 0, and a degree of curl
_TIPS_REST, _TIPS_CURL = 8, 1.3
_THUMB_FOLDS = 30.0, 90.0  # curl from which the thumb leaves its place, and at which it lies across the fingers
_THUMB_AXIS, _THUMB_DEGREES = tuple(unit(np.array((0.700, 0.464, -0.543))).tolist()), 52.0


@dataclass(slots=True)
class Frames:
    """A figure being solved: rotations [N, 3, 3], origins [N, 3] and its degrees of freedom [D], changed in place."""

    rotations: Array
    origins: Array
    freedoms: Array

    @property
    def rows(self) -> Array:
        """The rotations [N, 9], the same memory: nine floats are written quicker than numpy multiplies matrices."""
        return self.rotations.reshape(-1, 9)

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
    """Pelvis, spine and head."""
    a = frames.freedoms.tolist()
    # turned, then tilted, then leant to the side: its own order, all others' is Y, X, Z
    turned = bent_x(turn_yxz(-a[2], 0.0, -a[0]), a[1])
    x, y, z = root.tolist()
    frames.rows[0], frames.origins[0] = turned, (x + a[3], y + a[4], z + a[5])
    _stack(frames, _SPINE)


def place_neck(frames: Frames) -> None:
    """Neck and head anew, the trunk as it is."""
    _stack(frames, _SPINE[_C7 - 1 :])


def _stack(frames: Frames, vertebrae: Sequence[_Vertebra]) -> None:
    """Some vertebrae, each on the one below. A head that glides forward turns the neck forward and the skull back."""
    a = frames.freedoms.tolist()
    glide = a[INDEX["head.forward"]] / NECK_LENGTH + math.sin(_NECK_LEAN)
    glide_degrees = math.degrees(math.asin(max(-0.95, min(0.95, glide))) - _NECK_LEAN)
    first = len(_SPINE) - len(vertebrae)
    turned = floats(frames.rotations[first])
    x, y, z = frames.origins[first].tolist()
    rotations, origins = [], []
    for joint, share, glides, along, up in vertebrae:
        x += turned[0] * along + turned[1] * up
        y += turned[3] * along + turned[4] * up
        z += turned[6] * along + turned[7] * up
        flex, side, turn = a[joint] * share + glide_degrees * glides, a[joint + 1] * share, a[joint + 2] * share
        if side or turn:
            turned = product(turned, turn_yxz(-turn, side, -flex))
        elif flex:
            turned = bent_z(turned, -flex)
        rotations.append(turned)
        origins.append((x, y, z))
    frames.rows[first + 1 : len(_SPINE) + 1] = rotations
    frames.origins[first + 1 : len(_SPINE) + 1] = origins


_Vertebra = tuple[int, float, float, float, float]


def _spine() -> list[_Vertebra]:
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
    a, sign = frames.freedoms.tolist(), SIDES[side]
    rot, org = frames.rows, frames.origins
    k = INDEX[f"{side}-scapula.elevate"]
    follows = max(0.0, min(a[INDEX[f"{side}-shoulder.raise"]], _HIGHEST_LIFT) - _BLADE_SETS_OFF)
    elevate, retract = a[k] + follows * _RISES, a[k + 1]
    upper, middle = floats(frames.rotations[_T3]), floats(frames.rotations[_T7])
    clavicle = product(upper, turn_yxz(-retract * sign, -elevate * sign, 0.0))
    i = SEGMENT[f"{side}-clavicle"]
    rot[i] = clavicle
    x, y, z = _FROM_T3
    x, y, z = place_of(org[_T3].tolist(), upper, x, y, z * sign)
    out, up, far = _FROM_STERNUM
    org[i] = place_of((x, y, z), clavicle, out, up, far * sign)
    j = SEGMENT[f"{side}-blade"]
    x, y, z = _BLADE
    forward, up, aside = _GLIDES
    x, y, z = x + forward * retract, y + up * elevate, (z + aside * retract) * sign
    org[j] = place_of(org[_T7].tolist(), middle, x, y, z)
    rot[j] = bent_x(middle, -sign * (follows * _TURNS - _TIPS_BACK * retract))


_C7, _T3, _T7 = SEGMENT["c7"], SEGMENT["t3"], SEGMENT["t7"]
_BLADE = tuple((BLADE - SPINE_ZERO["t7"]).tolist())
_FROM_T3, _FROM_STERNUM = tuple((STERNUM - SPINE_ZERO["t3"]).tolist()), tuple((SHOULDER - STERNUM).tolist())
"""Of the right side: the sternum from t3, the shoulder from the sternum."""


def place_arm(frames: Frames, side: str) -> None:
    """Shoulder girdle, upper arm, forearm and hand."""
    place_shoulder(frames, side)
    a, sign = frames.freedoms.tolist(), SIDES[side]
    rot, org = frames.rows, frames.origins
    k = INDEX[f"{side}-shoulder.raise"]
    lift, plane, rotate = a[k], math.radians(a[k + 1]), a[k + 2]
    swing = turn_about((-sign * math.cos(plane), 0.0, math.sin(plane)), lift)
    i, j = SEGMENT[f"{side}-upper"], SEGMENT[f"{side}-fore"]
    upper = bent_y(product(floats(frames.rotations[_T3]), swing), -sign * rotate)
    shoulder = org[SEGMENT[f"{side}-clavicle"]].tolist()
    rot[i], org[i] = upper, shoulder
    rot[j] = bent_z(upper, a[INDEX[f"{side}-elbow.flex"]])
    org[j] = place_of(shoulder, upper, 0.0, -UPPER_ARM, 0.0)
    place_hand(frames, side)


def hand_on_forearm(angles: tuple[float, float, float], sign: float) -> Array:
    """The hand's rotation in the forearm's frame, from (pronate, flex, deviate)."""
    return np.array(_turned_hand(angles, sign)).reshape(3, 3)


def _turned_hand(angles: tuple[float, float, float], sign: float) -> Matrix:
    pronate, flex, deviate = angles
    return turn_yxz(sign * pronate, sign * flex, deviate)


def place_hand(frames: Frames, side: str, rotation: Array | None = None, *, flat: bool = False) -> None:
    """The hand at the forearm's end, by its own angles or with a given rotation; fingers straight where it is flat."""
    a, sign = frames.freedoms.tolist(), SIDES[side]
    rot, org = frames.rows, frames.origins
    fore, hand, fingers, tips = (SEGMENT[f"{side}-{part}"] for part in ("fore", "hand", "fingers", "tips"))
    forearm = floats(frames.rotations[fore])
    if rotation is None:
        k = INDEX[f"{side}-wrist.flex"]
        palm = product(forearm, _turned_hand((a[INDEX[f"{side}-forearm.pronate"]], a[k], a[k + 1]), sign))
    else:
        palm = floats(rotation)
    curl = _FLAT_FINGERS if flat else a[INDEX[f"{side}-hand.curl"]]
    wrist = place_of(org[fore].tolist(), forearm, 0.0, -FOREARM, 0.0)
    knuckles = place_of(wrist, palm, 0.0, -PALM, 0.0)
    bent = bent_x(palm, sign * (_FINGERS_REST + curl * _FINGERS_CURL))
    rot[hand], org[hand] = palm, wrist
    rot[fingers], org[fingers] = bent, knuckles
    rot[tips] = bent_x(bent, sign * (_TIPS_REST + curl * _TIPS_CURL))
    org[tips] = place_of(knuckles, bent, 0.0, -KNUCKLES, 0.0)
    place_thumb(frames, side, curl)


def place_thumb(frames: Frames, side: str, curl: float) -> None:
    """The thumb: beside the fingers, and across them when they are curled to a fist."""
    rot, org, sign = frames.rows, frames.origins, SIDES[side]
    hand, thumb = SEGMENT[f"{side}-hand"], SEGMENT[f"{side}-thumb"]
    low, high = _THUMB_FOLDS
    folded = min(1.0, max(0.0, (curl - low) / (high - low)))
    palm = floats(frames.rotations[hand])
    x, y, z = _THUMB_AXIS
    rot[thumb] = product(palm, turn_about((x * sign, y * sign, z), folded * _THUMB_DEGREES)) if folded else palm
    x, y, z = _THUMB
    org[thumb] = place_of(org[hand].tolist(), palm, x, y, z * sign)


def place_leg(frames: Frames, side: str) -> None:
    """Thigh, shank, foot and toes."""
    a, sign = frames.freedoms.tolist(), SIDES[side]
    rot, org = frames.rows, frames.origins
    i, j, k = (SEGMENT[f"{side}-{part}"] for part in ("thigh", "shank", "foot"))
    flex = INDEX[f"{side}-hip.flex"]
    pelvis = floats(frames.rotations[0])
    thigh = product(pelvis, turn_zxy(a[flex], -sign * a[flex + 1], -sign * a[flex + 2]))
    shank = bent_z(thigh, -a[INDEX[f"{side}-knee.flex"]])
    hip = place_of(org[0].tolist(), pelvis, 0.0, 0.0, sign * HIP_OUT)
    knee = place_of(hip, thigh, 0.0, -THIGH, 0.0)
    rot[i], org[i] = thigh, hip
    rot[j], org[j] = shank, knee
    rot[k] = bent_z(shank, a[INDEX[f"{side}-ankle.flex"]])
    org[k] = place_of(knee, shank, 0.0, -SHANK, 0.0)
    place_toes(frames, side, a[INDEX[f"{side}-toes.extend"]])


def place_toes(frames: Frames, side: str, extend: float) -> None:
    """The toes at the foot's end, `extend` degrees up."""
    i, j = SEGMENT[f"{side}-foot"], SEGMENT[f"{side}-toe"]
    foot = floats(frames.rotations[i])
    frames.rows[j] = bent_z(foot, extend)
    x, y, z = _TOE
    frames.origins[j] = place_of(frames.origins[i].tolist(), foot, x, y, z)


_THUMB, _TOE = tuple(THUMB.tolist()), tuple(TOE.tolist())
