"""From frames back to joint angles, and within their limits: what inverse kinematics made of a limb."""

from __future__ import annotations

import math

from coach.figure.body import INDEX, LIMITS, SEGMENT, SIDES
from coach.figure.kinematics import Frames
from coach.figure.vectors import Array, Matrix, relative, smooth, turn_about

HANGING = 1.5  # degrees: below this an arm has no plane of its own
_OVERHEAD = 178.0
_BEHIND = 75.0  # degrees: an arm behind the trunk is read as negative up to here
_BLADE_PLANE = 45.0


def swing_angles(swing: Matrix, sign: float) -> tuple[float, float, float]:
    """(raise, plane, rotate) of an upper arm from its rotation relative to the upper trunk."""
    up = math.degrees(math.acos(max(-1.0, min(1.0, swing[4]))))
    straight = up < HANGING or up > _OVERHEAD
    plane = 90.0 if straight else math.degrees(math.atan2(-swing[1], -sign * swing[7]))
    radians = math.radians(plane)
    plain = turn_about((-sign * math.cos(radians), 0.0, math.sin(radians)), up)
    x, y, z = plain[0], plain[3], plain[6]  # where the twist is read: how the arm's X and Z lie along the plain one's X
    rotate = -sign * math.degrees(
        math.atan2(x * swing[2] + y * swing[5] + z * swing[8], x * swing[0] + y * swing[3] + z * swing[6])
    )
    low, high = LIMITS["right-shoulder.plane"]
    if up < _BEHIND and not low <= plane <= high:
        up, plane = -up, plane - math.copysign(180.0, plane)
    return up, plane, wrapped(rotate + overhead_turn(up, plane))


def overhead_turn(up: float, plane: float) -> float:
    """What `rotate` counts more than the bare twist, in degrees, so that it means the same with the arm overhead.

    Straight up, the plane of raising and the twist trade places (the plane counting twice): an arm raised to the front
    shows its elbow's crease behind, one raised to the side in front. Rotation is therefore read as from the plane of
    the shoulder blade, fully at 180 degrees and not at all up to 90.
    """
    return 2 * (plane - _BLADE_PLANE) * smooth((up - 90.0) / 90.0)


def wrapped(degrees: float) -> float:
    """The same direction within -180 to 180."""
    return (degrees + 180.0) % 360.0 - 180.0


def hand_angles(turned: Matrix, sign: float) -> tuple[float, float, float]:
    """(pronate, flex, deviate) of a hand from its rotation relative to the forearm."""
    pronate = sign * math.degrees(math.atan2(turned[2], turned[8]))
    flex = -sign * math.degrees(math.asin(max(-1.0, min(1.0, turned[5]))))
    return pronate, flex, math.degrees(math.atan2(turned[3], turned[4]))


def hip_angles(turned: Matrix, sign: float) -> tuple[float, float, float]:
    """(flex, abduct, rotate) of a thigh from its rotation relative to the pelvis."""
    flex = math.degrees(math.atan2(-turned[1], turned[4]))
    abduct = -sign * math.degrees(math.asin(max(-1.0, min(1.0, turned[7]))))
    return flex, abduct, -sign * math.degrees(math.atan2(-turned[6], turned[8]))


def hinge_angle(turned: Matrix) -> float:
    """The turn about Z of one segment relative to another: elbow +, knee -."""
    return math.degrees(math.atan2(turned[3], turned[0]))


def measure(frames: Frames) -> Array:
    """The degrees of freedom [D] that a solved figure shows, limbs read back from their frames."""
    rows = [tuple(row) for row in frames.rows.tolist()]
    found = frames.freedoms.copy()

    def between(a: str, b: str) -> Matrix:
        return relative(rows[SEGMENT[a]], rows[SEGMENT[b]])

    for side, sign in SIDES.items():
        k = INDEX[f"{side}-shoulder.raise"]
        found[k : k + 3] = swing_angles(between("t3", f"{side}-upper"), sign)
        found[INDEX[f"{side}-elbow.flex"]] = hinge_angle(between(f"{side}-upper", f"{side}-fore"))
        k = INDEX[f"{side}-forearm.pronate"]
        found[k : k + 3] = hand_angles(between(f"{side}-fore", f"{side}-hand"), sign)
        k = INDEX[f"{side}-hip.flex"]
        found[k : k + 3] = hip_angles(between("pelvis", f"{side}-thigh"), sign)
        found[INDEX[f"{side}-knee.flex"]] = -hinge_angle(between(f"{side}-thigh", f"{side}-shank"))
        found[INDEX[f"{side}-ankle.flex"]] = hinge_angle(between(f"{side}-shank", f"{side}-foot"))
        found[INDEX[f"{side}-toes.extend"]] = hinge_angle(between(f"{side}-foot", f"{side}-toe"))
    return found


def within(name: str, degrees: float) -> float:
    """`degrees` clamped to the limits of that degree of freedom."""
    low, high = LIMITS[name]
    return min(high, max(low, degrees))
