"""From frames back to joint angles, and within their limits: what inverse kinematics made of a limb."""

from __future__ import annotations

import math

import numpy as np

from coach.figure.body import INDEX, LIMITS, SEGMENT, SIDES
from coach.figure.kinematics import Frames
from coach.figure.vectors import Array, rotate_about

HANGING = 1.5  # degrees: below this an arm has no plane of its own
_OVERHEAD = 178.0


def swing_angles(swing: Array, sign: float) -> tuple[float, float, float]:
    """(raise, plane, rotate) of an upper arm from its rotation relative to the upper trunk."""
    up = math.degrees(math.acos(max(-1.0, min(1.0, float(swing[1, 1])))))
    straight = up < HANGING or up > _OVERHEAD
    plane = 90.0 if straight else math.degrees(math.atan2(-swing[0, 1], -sign * swing[2, 1]))
    radians = math.radians(plane)
    plain = rotate_about(np.array((-sign * math.cos(radians), 0.0, math.sin(radians))), up)
    twist = plain.T @ swing
    rotate = -sign * math.degrees(math.atan2(twist[0, 2], twist[0, 0]))
    low, high = LIMITS["right-shoulder.plane"]
    if plane > high:
        up, plane = -up, plane - 180
    elif plane < low:
        up, plane = -up, plane + 180
    return up, plane, rotate


def hand_angles(relative: Array, sign: float) -> tuple[float, float, float]:
    """(pronate, flex, deviate) of a hand from its rotation relative to the forearm."""
    pronate = sign * math.degrees(math.atan2(relative[0, 2], relative[2, 2]))
    flex = -sign * math.degrees(math.asin(max(-1.0, min(1.0, float(relative[1, 2])))))
    return pronate, flex, math.degrees(math.atan2(relative[1, 0], relative[1, 1]))


def hip_angles(relative: Array, sign: float) -> tuple[float, float, float]:
    """(flex, abduct, rotate) of a thigh from its rotation relative to the pelvis."""
    flex = math.degrees(math.atan2(-relative[0, 1], relative[1, 1]))
    abduct = -sign * math.degrees(math.asin(max(-1.0, min(1.0, float(relative[2, 1])))))
    return flex, abduct, -sign * math.degrees(math.atan2(-relative[2, 0], relative[2, 2]))


def hinge_angle(relative: Array) -> float:
    """The turn about Z of one segment relative to another: elbow +, knee -."""
    return math.degrees(math.atan2(relative[1, 0], relative[0, 0]))


def measure(frames: Frames) -> Array:
    """The degrees of freedom [D] that a solved figure shows, limbs read back from their frames."""
    rot = frames.rotations
    found = frames.freedoms.copy()

    def relative(a: str, b: str) -> Array:
        return rot[SEGMENT[a]].T @ rot[SEGMENT[b]]

    for side, sign in SIDES.items():
        k = INDEX[f"{side}-shoulder.raise"]
        found[k : k + 3] = _overhead(swing_angles(relative("t3", f"{side}-upper"), sign), frames.freedoms[k : k + 3])
        found[INDEX[f"{side}-elbow.flex"]] = hinge_angle(relative(f"{side}-upper", f"{side}-fore"))
        k = INDEX[f"{side}-forearm.pronate"]
        found[k : k + 3] = hand_angles(relative(f"{side}-fore", f"{side}-hand"), sign)
        k = INDEX[f"{side}-hip.flex"]
        found[k : k + 3] = hip_angles(relative("pelvis", f"{side}-thigh"), sign)
        found[INDEX[f"{side}-knee.flex"]] = -hinge_angle(relative(f"{side}-thigh", f"{side}-shank"))
        found[INDEX[f"{side}-ankle.flex"]] = hinge_angle(relative(f"{side}-shank", f"{side}-foot"))
        found[INDEX[f"{side}-toes.extend"]] = hinge_angle(relative(f"{side}-foot", f"{side}-toe"))
    return found


def _overhead(shown: tuple[float, float, float], posed: Array) -> tuple[float, float, float]:
    """The reading of an arm that is nearest to its pose: straight up (and hanging) plane and rotation trade places.

    With the arm up, turning the plane by p turns the arm about itself by 2 p; hanging, the plane turns nothing.
    """
    up, plane, rotate = shown
    if up > _READ_OVERHEAD:
        turn = float(posed[1]) - plane
        share = (up - _READ_OVERHEAD) / (180 - _READ_OVERHEAD)
        return up, plane + turn * share, _wrapped(rotate + 2 * turn * share)
    return up, plane, _wrapped(rotate)


_READ_OVERHEAD = 120.0


def _wrapped(degrees: float) -> float:
    return (degrees + 180.0) % 360.0 - 180.0


def within(name: str, degrees: float) -> float:
    """`degrees` clamped to the limits of that degree of freedom."""
    low, high = LIMITS[name]
    return min(high, max(low, degrees))
