"""Two-bone inverse kinematics: legs and arms that keep their contacts."""

from __future__ import annotations

import math

import numpy as np

from coach.figure.angles import hand_angles, hinge_angle, swing_angles, within, wrapped
from coach.figure.body import ANKLE, FOREARM, SEGMENT, SHANK, SIDES, THIGH, UPPER_ARM
from coach.figure.contacts import Hold, direction, plant, wrist_on
from coach.figure.kinematics import Frames, hand_on_forearm, place_hand, place_toes
from coach.figure.touch import FLESH, HAND, ON_LIMB, PLACES, Surface, place_on
from coach.figure.vectors import (
    Array,
    Y,
    Z,
    blend_rotations,
    cross,
    flattened,
    frame_of,
    length,
    rotate_about,
    rotate_z,
    unit,
)

HEEL_UP = 66.0  # pitch of a foot that stands on its toes: a level leg then bends ankle and toes within their limits
_DORSIFLEXED = 28.0  # degrees that an ankle bends at most
_INSTEP_ANKLE = -58.0  # an ankle points no further; the foot's own slope does the rest
_PALM = np.array((0.0, -6.0, 0.0))
_TRIES = 4


def bend_two_bones(start: Array, end: Array, first: float, second: float, pole: Array) -> tuple[Array, Array]:
    """(middle joint, reached end) of two bones bent towards `pole`; an end out of reach is approached."""
    way = end - start
    distance = length(way)
    along = unit(way, -Y)
    reach = (first + second) * 0.9995
    if distance > reach:
        distance, end = reach, start + along * reach
    distance = max(distance, abs(first - second) + 1.0)
    side = unit(flattened(pole, along), unit(cross(along, Z)))
    foot = (first * first - second * second + distance * distance) / (2 * distance)
    height = math.sqrt(max(first * first - foot * foot, 0.0))
    return start + along * foot + side * height, end


def aim_leg(frames: Frames, side: str, ankle: Array, foot: Array | None = None) -> None:
    """Bend hip and knee so that the ankle is there; the foot keeps its angle to the shank, or gets `foot`."""
    rot, org = frames.rotations, frames.origins
    t, k, f = (SEGMENT[f"{side}-{part}"] for part in ("thigh", "shank", "foot"))
    relative = rot[k].T @ rot[f]
    knee, ankle = bend_two_bones(org[t], ankle, THIGH, SHANK, rot[t][:, 0])
    hinge = cross(ankle - knee, knee - org[t])
    hinge = unit(hinge) if length(hinge) > 1.0 else rot[t][:, 2].copy()
    rot[t] = frame_of(org[t] - knee, hinge)
    org[k] = knee
    rot[k] = frame_of(knee - ankle, hinge)
    org[f] = ankle
    rot[f] = foot if foot is not None else rot[k] @ relative


def aim_arm(frames: Frames, side: str, wrist: Array, pole: Array) -> None:
    """Bend shoulder and elbow so that the wrist is there, the elbow towards `pole`; the hand is left to others."""
    rot, org = frames.rotations, frames.origins
    u, f = SEGMENT[f"{side}-upper"], SEGMENT[f"{side}-fore"]
    elbow, wrist = bend_two_bones(org[u], wrist, UPPER_ARM, FOREARM, pole)
    hinge = cross(elbow - org[u], wrist - elbow)
    hinge = unit(hinge) if length(hinge) > 1.0 else rot[u][:, 2].copy()
    rot[u] = frame_of(org[u] - elbow, hinge)
    org[f] = elbow
    rot[f] = frame_of(elbow - wrist, hinge)


def reach(frames: Frames, side: str, point: Array, local: Array, hand: Array, pole: Array, *, flat: bool) -> None:
    """Bring a place of the hand to `point` with the hand turned to `hand`, as far as wrist and shoulder allow.

    The place is kept; where a limit is met, the elbow swings round or the hand gives way.
    """
    rot, org, sign = frames.rotations, frames.origins, SIDES[side]
    u, f = SEGMENT[f"{side}-upper"], SEGMENT[f"{side}-fore"]
    for _ in range(_TRIES):
        aim_arm(frames, side, point - hand @ local, pole)
        shown = hand_angles(rot[f].T @ hand, sign)
        allowed = _allowed(shown, side)
        rotate = swing_angles(rot[SEGMENT["t3"]].T @ rot[u], sign)[2]
        excess = rotate - within(f"{side}-shoulder.rotate", rotate)
        if shown == allowed and not excess:
            break
        if shown != allowed:
            hand = rot[f] @ hand_on_forearm(allowed, sign)
        if excess and abs(excess) < 90:
            line = unit(point - hand @ local - org[u], -Y)
            pole = rotate_about(line, -sign * excess) @ pole
    place_hand(frames, side, hand, flat=flat)


def _allowed(angles: tuple[float, float, float], side: str) -> tuple[float, float, float]:
    """(pronate, flex, deviate) within their limits; near a right angle of the wrist, where turning the forearm and
    deviating are one, the forearm takes over what the wrist cannot do.
    """
    pronate, flex, deviate = angles
    kept = within(f"{side}-wrist.deviate", deviate)
    pronate -= (deviate - kept) * math.sin(math.radians(flex))
    return within(f"{side}-forearm.pronate", wrapped(pronate)), within(f"{side}-wrist.flex", flex), kept


def keep_leg(frames: Frames, hold: Hold, surface: Surface) -> None:
    """Put foot, toes, instep, the foot's side or the knee where its hold says."""
    contact, side = hold.contact, str(hold.contact.side)
    origin, normal = surface
    target, heading = hold.target, hold.heading
    if target is None or contact.moves == "slide":
        now = plant(frames, contact, surface)
        target, heading = now.target, heading if heading is not None else now.heading
    assert target is not None
    assert heading is not None
    if hold.foot is not None:
        _swing_foot(frames, side, target, hold.foot)
    elif contact.part == "foot":
        aim_leg(frames, side, target + normal * ANKLE, np.column_stack((heading, normal, cross(heading, normal))))
    elif contact.part == "toes":
        foot = np.column_stack((heading, normal, cross(heading, normal))) @ rotate_z(-HEEL_UP)
        aim_leg(frames, side, target - foot @ ON_LIMB["toes"], foot)
    elif contact.part == "foot-side":
        aim_leg(frames, side, target)
    elif contact.part == "knee":
        _kneel(frames, side, target)
    else:
        _lay_instep(frames, side, origin, normal)


def _swing_foot(frames: Frames, side: str, ankle: Array, foot: Array) -> None:
    """A striding foot: turned as the stride says, as far as the ankle bends."""
    k, f = SEGMENT[f"{side}-shank"], SEGMENT[f"{side}-foot"]
    aim_leg(frames, side, ankle, foot)
    bent = hinge_angle(frames.rotations[k].T @ frames.rotations[f])
    frames.rotations[f] = frames.rotations[f] @ rotate_z(min(0.0, _DORSIFLEXED - bent))


def _kneel(frames: Frames, side: str, target: Array) -> None:
    rot, org = frames.rotations, frames.origins
    t, k, f = (SEGMENT[f"{side}-{part}"] for part in ("thigh", "shank", "foot"))
    down = unit(target - org[t], -Y)
    bend, relative = rot[t].T @ rot[k], rot[k].T @ rot[f]
    rot[t] = frame_of(-down, rot[t][:, 2].copy())
    org[k] = org[t] + down * THIGH
    rot[k] = rot[t] @ bend
    org[f] = org[k] - rot[k][:, 1] * SHANK
    rot[f] = rot[k] @ relative


def _lay_instep(frames: Frames, side: str, origin: Array, normal: Array) -> None:
    """Shank down to the surface behind the knee, the top of the foot on it; the thigh turns so that the knee hinges."""
    rot, org = frames.rotations, frames.origins
    t, k, f = (SEGMENT[f"{side}-{part}"] for part in ("thigh", "shank", "foot"))
    rise = FLESH["instep"] - float(normal @ (org[k] - origin))
    along = unit(flattened(-rot[k][:, 1], normal))
    shank = along * math.sqrt(max(SHANK**2 - rise**2, 0.0)) + normal * rise
    thigh = org[k] - org[t]
    hinge = cross(unit(shank), unit(thigh))
    hinge = unit(hinge) if length(hinge) > 0.15 else rot[t][:, 2].copy()
    if float(hinge @ rot[t][:, 2]) < 0:
        hinge = rot[t][:, 2].copy()
    rot[t] = frame_of(-thigh, hinge)
    rot[k] = frame_of(-shank, hinge)
    org[f] = org[k] - rot[k][:, 1] * SHANK
    rot[f] = rot[k] @ rotate_z(_INSTEP_ANKLE)


def lie_hand(part: str, normal: Array, heading: Array, sign: float) -> Array:
    """The rotation of a hand whose palm, back or knuckles lie on a surface, fingers along `heading`."""
    if part == "hand-back":
        return frame_of(-heading, -normal * sign)
    if part == "fist":
        return frame_of(normal, heading)
    return frame_of(-heading, normal * sign)


def keep_arm(frames: Frames, hold: Hold, surface: Surface | None) -> None:
    """Put hand, elbow or forearm where its hold says: on a surface, or on a place of the body."""
    contact, side = hold.contact, str(hold.contact.side)
    pole = -frames.rotations[SEGMENT[f"{side}-upper"]][:, 0]
    if contact.bend:
        pole = direction(frames, contact.bend, side)
    if contact.on in PLACES:
        place = place_on(frames, contact.on, side)
        hand = lie_hand(contact.part, place.normal, place.fingers, SIDES[side])
        reach(frames, side, place.point, _PALM, hand, pole, flat=False)
        return
    assert surface is not None
    if contact.part in HAND:
        now = hold if hold.is_pinned else plant(frames, contact, surface)
        assert now.target is not None
        assert now.heading is not None
        hand = lie_hand(contact.part, surface.normal, now.heading, SIDES[side])
        local = np.array(ON_LIMB[contact.part], float)
        reach(frames, side, now.target, local, hand, pole, flat=contact.part != "fist")
        return
    _rest_forearm(frames, hold, surface)


def _rest_forearm(frames: Frames, hold: Hold, surface: Surface) -> None:
    """The elbow on its target, or where the upper arm reaches the surface; the forearm along it."""
    contact, side = hold.contact, str(hold.contact.side)
    rot, org, sign, normal = frames.rotations, frames.origins, SIDES[side], surface.normal
    u, f = SEGMENT[f"{side}-upper"], SEGMENT[f"{side}-fore"]
    if hold.is_pinned:
        assert hold.target is not None
        elbow = org[u] + unit(hold.target - org[u]) * UPPER_ARM
        wrist = hold.wrist
    else:
        away = float(normal @ (org[u] - surface.origin)) - FLESH[contact.part]
        away = max(-UPPER_ARM, min(UPPER_ARM, away))
        centre = org[u] - normal * away
        along = unit(flattened(org[f] - centre, normal), unit(flattened(-Y, normal)))
        elbow = centre + along * math.sqrt(max(UPPER_ARM**2 - away**2, 0.0))
        wrist = None
    if wrist is None:
        wrist = elbow - rot[f][:, 1] * FOREARM
        if contact.part != "elbow":
            wrist = wrist_on(frames, side, elbow, surface)
    upper, fore = unit(elbow - org[u]), unit(wrist - elbow)
    hinge = cross(upper, fore)
    hinge = unit(hinge) if length(hinge) > 0.12 else rot[u][:, 2].copy()
    rot[u] = frame_of(-upper, hinge)
    org[f] = elbow
    rot[f] = frame_of(-fore, hinge)
    hand = None
    if contact.part == "forearm":  # the little finger's side down, the thumb away from the surface
        hand = frame_of(-fore, cross(normal, -fore))
    elif contact.part != "elbow":
        hand = frame_of(-fore, normal * (-sign if contact.part == "forearm-back" else sign))
    if hand is not None:
        hand = rot[f] @ hand_on_forearm(_allowed(hand_angles(rot[f].T @ hand, sign), side), sign)
    place_hand(frames, side, hand, flat=contact.part in ("forearm-front", "forearm-back"))


def hold_partly(frames: Frames, side: str, before: Array, weight: float, *, arm: bool) -> None:
    """Go back from a kept limb towards its free rotations `before` [3, 3, 3]: weight 1 is kept, 0 free."""
    rot, org = frames.rotations, frames.origins
    parts = limb_parts(side, arm=arm)
    for j, i in enumerate(parts):
        rot[i] = blend_rotations(before[j], rot[i], weight)
    lengths = (UPPER_ARM, FOREARM) if arm else (THIGH, SHANK)
    for i, after, bone in zip(parts, parts[1:], lengths, strict=False):
        org[after] = org[i] - rot[i][:, 1] * bone
    if arm:
        place_hand(frames, side, rot[parts[2]].copy())
    else:
        place_toes(frames, side, 0.0)


def limb_parts(side: str, *, arm: bool) -> list[int]:
    """The indices of a limb's three segments, from the trunk outwards."""
    names = ("upper", "fore", "hand") if arm else ("thigh", "shank", "foot")
    return [SEGMENT[f"{side}-{name}"] for name in names]
