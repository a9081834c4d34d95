"""Arms that keep their contacts: hands, forearms and elbows on surfaces, hands on the body."""

from __future__ import annotations

import math

import numpy as np

from coach.figure.angles import hand_angles, swing_angles, within, wrapped
from coach.figure.body import FOREARM, SEGMENT, SIDES, UPPER_ARM
from coach.figure.contacts import Hold, direction, plant, wrist_on
from coach.figure.kinematics import Frames, hand_on_forearm, place_hand
from coach.figure.limbs import aim_two_bones
from coach.figure.touch import FLESH, HAND, ON_LIMB, PLACES, Surface, place_on
from coach.figure.vectors import Array, Y, cross, flattened, floats, frame_of, length, relative, rotate_about, unit

_T3 = SEGMENT["t3"]
_PALM = np.array((0.0, -6.0, 0.0))
_TRIES = 4
_ALIKE = 1e-3  # degrees: a limit that is met this well is met


def aim_arm(frames: Frames, side: str, wrist: Array, pole: Array) -> None:
    """Bend shoulder and elbow so that the wrist is there, the elbow towards `pole`; the hand is left to others."""
    u, f = SEGMENT[f"{side}-upper"], SEGMENT[f"{side}-fore"]
    aim_two_bones(frames, u, f, wrist, (UPPER_ARM, FOREARM), pole, folds=1.0)


def reach(frames: Frames, side: str, point: Array, local: Array, hand: Array, pole: Array, *, flat: bool) -> None:
    """Bring a place of the hand to `point` with the hand turned to `hand`, as far as wrist and shoulder allow.

    The place is kept; where a limit is met, the elbow swings round or the hand gives way.
    """
    rot, org, sign = frames.rotations, frames.origins, SIDES[side]
    u, f = SEGMENT[f"{side}-upper"], SEGMENT[f"{side}-fore"]
    trunk = floats(rot[_T3])
    for _ in range(_TRIES):
        aim_arm(frames, side, point - hand @ local, pole)
        shown = _shown(rot[f], hand, sign)
        allowed = _allowed(shown, side)
        rotate = swing_angles(relative(trunk, floats(rot[u])), sign)[2]
        excess = rotate - within(f"{side}-shoulder.rotate", rotate)
        bent = max(abs(a - b) for a, b in zip(shown, allowed, strict=True)) > _ALIKE
        if not bent and abs(excess) < _ALIKE:
            break
        if bent:
            hand = rot[f] @ hand_on_forearm(allowed, sign)
        if excess and abs(excess) < 90:
            line = unit(point - hand @ local - org[u], -Y)
            pole = rotate_about(line, -sign * excess) @ pole
    place_hand(frames, side, hand, flat=flat)


def _shown(forearm: Array, hand: Array, sign: float) -> tuple[float, float, float]:
    """(pronate, flex, deviate) that a hand shows on a forearm."""
    return hand_angles(relative(floats(forearm), floats(hand)), sign)


def _allowed(angles: tuple[float, float, float], side: str) -> tuple[float, float, float]:
    """(pronate, flex, deviate) within their limits; near a right angle of the wrist, where turning the forearm and
    deviating are one, the forearm takes over what the wrist cannot do.
    """
    pronate, flex, deviate = angles
    kept = within(f"{side}-wrist.deviate", deviate)
    pronate -= (deviate - kept) * math.sin(math.radians(flex))
    return within(f"{side}-forearm.pronate", wrapped(pronate)), within(f"{side}-wrist.flex", flex), kept


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
        hand = rot[f] @ hand_on_forearm(_allowed(_shown(rot[f], hand, sign), side), sign)
    place_hand(frames, side, hand, flat=contact.part in ("forearm-front", "forearm-back"))
