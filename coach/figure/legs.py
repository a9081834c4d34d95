"""Legs that keep their contacts: feet, the balls of the feet, toes, insteps, the feet's sides and knees."""

from __future__ import annotations

import math

from coach.figure.angles import hinge_angle
from coach.figure.body import ANKLE, INDEX, SEGMENT, SHANK, THIGH
from coach.figure.contacts import Hold, plant
from coach.figure.kinematics import Frames
from coach.figure.limbs import aim_two_bones
from coach.figure.touch import FLESH, ON_LIMB, Surface
from coach.figure.vectors import Array, Y, columns, cross, flattened, floats, frame_of, length, relative, rotate_z, unit

TIPPED = ("forefoot", "heel")
"""What a foot stands on whose angle to the floor is the pose's."""
HEEL_UP = 66.0  # pitch of a foot that stands on its toes: a level leg then bends ankle and toes within their limits
_DORSIFLEXED = 28.0  # degrees that an ankle bends at most
_INSTEP_ANKLE = -58.0  # an ankle points no further; the foot's own slope does the rest


def heel_up(freedoms: Array, side: str, part: str) -> float:
    """How far (degrees) a pose lifts the heel of a foot whose ball (`forefoot`) stays down; of one that stands on its
    `heel`, how far it lifts the ball, as a number below zero."""
    hip, knee, ankle = (freedoms[INDEX[f"{side}-{joint}.flex"]] for joint in ("hip", "knee", "ankle"))
    pitch = float(freedoms[INDEX["pelvis.tilt"]] - hip + knee - ankle)
    return max(0.0, pitch) if part == "forefoot" else min(0.0, pitch)


def foot_at(heading: Array, normal: Array, pitch: float) -> Array:
    """The rotation of a foot that points along `heading`, its heel `pitch` degrees up."""
    return columns(heading, normal, cross(heading, normal)) @ rotate_z(-pitch)


def aim_leg(frames: Frames, side: str, ankle: Array, foot: Array | None = None) -> None:
    """Bend hip and knee so that the ankle is there; the foot keeps its angle to the shank, or gets `foot`."""
    rot, org = frames.rotations, frames.origins
    t, k, f = (SEGMENT[f"{side}-{part}"] for part in ("thigh", "shank", "foot"))
    kept = rot[k].T @ rot[f] if foot is None else None
    org[f] = aim_two_bones(frames, t, k, ankle, (THIGH, SHANK), rot[t][:, 0], folds=-1.0)
    rot[f] = foot if foot is not None else rot[k] @ kept


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
        aim_leg(frames, side, target + normal * ANKLE, columns(heading, normal, cross(heading, normal)))
    elif contact.part in ("toes", *TIPPED):
        pitch = HEEL_UP if contact.part == "toes" else heel_up(frames.freedoms, side, contact.part)
        foot = foot_at(heading, normal, pitch)
        aim_leg(frames, side, target - foot @ ON_LIMB[contact.part], foot)
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
    bent = hinge_angle(relative(floats(frames.rotations[k]), floats(frames.rotations[f])))
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
