"""What arms and legs share: two bones that reach a place, and a limb on the way between held and free."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from coach.figure.body import FOREARM, KNUCKLES, SEGMENT, SHANK, THIGH, UPPER_ARM
from coach.figure.kinematics import Frames, place_hand, place_toes
from coach.figure.vectors import Array, blend_rotations, framed

_HAND = ("hand", "fingers", "tips", "thumb")


def aim_two_bones(
    frames: Frames, first: int, second: int, end: Array, lengths: tuple[float, float], pole: Array, *, folds: float
) -> Array:
    """Bend two bones (segments by number, centimetres) so that the second one ends at `end`, their joint towards
    `pole`; an end out of reach is approached. `folds` is 1 where the joint's hinge turns the second bone forward (an
    elbow), -1 backward (a knee). Returns the end that is reached. In plain numbers, which numpy is slower with."""
    start = sx, sy, sz = frames.origins[first].tolist()
    (mx, my, mz), (ex, ey, ez) = bend_two_bones(start, end.tolist(), *lengths, pole.tolist())
    upper, lower = (sx - mx, sy - my, sz - mz), (mx - ex, my - ey, mz - ez)
    (ax, ay, az), (bx, by, bz) = upper, lower
    hx, hy, hz = (ay * bz - az * by) * folds, (az * bx - ax * bz) * folds, (ax * by - ay * bx) * folds
    if hx * hx + hy * hy + hz * hz <= 1.0:  # as good as straight: the hinge stays
        hx, hy, hz = frames.rotations[first][:, 2].tolist()
    rot, org = frames.rows, frames.origins
    rot[first] = framed(upper, (hx, hy, hz))
    org[second] = mx, my, mz
    rot[second] = framed(lower, (hx, hy, hz))
    return np.array((ex, ey, ez))


_STRAIGHTEST = 0.9995  # of both bones' length: quite straight, a joint has no side
_MOST_FOLDED_CM = 1.0  # nor has it quite folded

Point = Sequence[float]


def bend_two_bones(start: Point, end: Point, first: float, second: float, pole: Point) -> tuple[Point, Point]:
    """(joint, reached end) of two bones bent towards `pole`."""
    sx, sy, sz = start
    ex, ey, ez = end
    ax, ay, az = ex - sx, ey - sy, ez - sz
    distance = math.sqrt(ax * ax + ay * ay + az * az)
    ax, ay, az = (ax / distance, ay / distance, az / distance) if distance > 1e-9 else (0.0, -1.0, 0.0)
    reach = (first + second) * _STRAIGHTEST
    if distance > reach:
        distance, end = reach, (sx + ax * reach, sy + ay * reach, sz + az * reach)
    distance = max(distance, abs(first - second) + _MOST_FOLDED_CM)
    px, py, pz = pole
    down = px * ax + py * ay + pz * az
    px, py, pz = px - ax * down, py - ay * down, pz - az * down
    size = math.sqrt(px * px + py * py + pz * pz)
    if size <= 1e-9:  # a pole along the line: any direction across it
        px, py, pz = ay, -ax, 0.0
        size = math.sqrt(px * px + py * py) or 1.0
        px = px if ax or ay else 1.0
    foot = (first * first - second * second + distance * distance) / (2 * distance)
    height = math.sqrt(max(first * first - foot * foot, 0.0)) / size
    return (sx + ax * foot + px * height, sy + ay * foot + py * height, sz + az * foot + pz * height), end


def hold_partly(frames: Frames, side: str, before: Array, weight: float, *, arm: bool) -> None:
    """Go back from a kept limb towards its free rotations `before` [3, 3, 3]: weight 1 is kept, 0 free."""
    rot, org = frames.rotations, frames.origins
    parts = limb_parts(side, arm=arm)
    bent = _finger_bends(frames, side)
    for j, i in enumerate(parts):
        rot[i] = blend_rotations(before[j], rot[i], weight)
    lengths = (UPPER_ARM, FOREARM) if arm else (THIGH, SHANK)
    for i, after, bone in zip(parts, parts[1:], lengths, strict=False):
        org[after] = org[i] - rot[i][:, 1] * bone
    if arm:
        place_hand(frames, side, rot[parts[2]].copy())
        _bend_fingers(frames, side, bent, weight)
    else:
        place_toes(frames, side, 0.0)


def _finger_bends(frames: Frames, side: str) -> tuple[Array, Array, Array]:
    """The rotations of the fingers relative to the hand, of their tips relative to them, of the thumb to the hand."""
    hand, fingers, tips, thumb = (frames.rotations[SEGMENT[f"{side}-{part}"]] for part in _HAND)
    return hand.T @ fingers, fingers.T @ tips, hand.T @ thumb


def _bend_fingers(frames: Frames, side: str, kept: tuple[Array, Array, Array], weight: float) -> None:
    """Bend fingers and thumb from where they are towards the bends that a held hand gave them."""
    rot, org = frames.rotations, frames.origins
    hand, fingers, tips, thumb = (SEGMENT[f"{side}-{part}"] for part in _HAND)
    free = _finger_bends(frames, side)
    rot[fingers] = rot[hand] @ blend_rotations(free[0], kept[0], weight)
    org[tips] = org[fingers] - rot[fingers][:, 1] * KNUCKLES
    rot[tips] = rot[fingers] @ blend_rotations(free[1], kept[1], weight)
    rot[thumb] = rot[hand] @ blend_rotations(free[2], kept[2], weight)


def limb_parts(side: str, *, arm: bool) -> list[int]:
    """The indices of a limb's three segments, from the trunk outwards."""
    names = ("upper", "fore", "hand") if arm else ("thigh", "shank", "foot")
    return [SEGMENT[f"{side}-{name}"] for name in names]
