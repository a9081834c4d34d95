"""The solved figure: root first, then the legs, then the arms, and nothing free sinks into the floor."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from coach.figure.arms import aim_arm, keep_arm
from coach.figure.body import INDEX, MIRROR_SEGMENT, SEGMENT, SIDES
from coach.figure.contacts import Hold
from coach.figure.kinematics import Frames, forward, place_hand, place_toes
from coach.figure.legs import aim_leg, keep_leg
from coach.figure.limbs import hold_partly, limb_parts
from coach.figure.pose import mirror
from coach.figure.root import place_root
from coach.figure.skin import sinks
from coach.figure.touch import ARM, LEG, Surface
from coach.figure.vectors import Array, Y

_ON_TOES = {"toes", "forefoot"}  # which lie flat however far the heel is up
_LEGS_LAST = {"instep", "toes"}  # they take over from the knee


def solve(freedoms: Array, root: Array, holds: Sequence[Hold], surfaces: Mapping[str, Surface]) -> Frames:
    """The figure in a pose [D] with its contacts kept."""
    freedoms = freedoms.copy()
    place_root(freedoms, root, holds, surfaces)
    frames = forward(freedoms, root)
    legs = [h for h in holds if h.contact.side and h.contact.part in LEG and h.weight > 0]
    for hold in sorted(legs, key=lambda h: h.contact.part in _LEGS_LAST):
        _keep(frames, hold, surfaces, arm=False)
    tucked = {h.contact.side: _pitch(frames, h) * h.weight for h in legs if h.contact.part in _ON_TOES}
    tucked |= {h.contact.side: h.toes for h in legs if h.foot is not None}
    for side in SIDES:
        place_toes(frames, side, freedoms[INDEX[f"{side}-toes.extend"]] + tucked.get(side, 0.0))
    for hold in holds:
        if hold.contact.side and hold.contact.part in ARM and hold.weight > 0:
            _keep(frames, hold, surfaces, arm=True)
    _keep_above(frames, holds)
    return frames


def _pitch(frames: Frames, hold: Hold) -> float:
    """How far (degrees) the heel is up."""
    forward_axis = frames.rotations[SEGMENT[f"{hold.contact.side}-foot"]][:, 0]
    return math.degrees(math.asin(max(-1.0, min(1.0, -float(forward_axis @ Y)))))


def _keep(frames: Frames, hold: Hold, surfaces: Mapping[str, Surface], *, arm: bool) -> None:
    side = str(hold.contact.side)
    before = frames.rotations[limb_parts(side, arm=arm)].copy() if hold.weight < 1 else None
    if arm:
        keep_arm(frames, hold, surfaces.get(hold.contact.on))
    else:
        keep_leg(frames, hold, surfaces[hold.contact.on])
    if before is not None:
        hold_partly(frames, side, before, hold.weight, arm=arm)


def _keep_above(frames: Frames, holds: Sequence[Hold]) -> None:
    """A free hand or foot never sinks into the floor: it is lifted by what it would sink, elbow or knee bending."""
    held = {(h.contact.side, h.contact.part in ARM) for h in holds if h.weight >= 1 and h.contact.side}
    rot, org = frames.rotations, frames.origins
    for side in SIDES:
        hand, foot = SEGMENT[f"{side}-hand"], SEGMENT[f"{side}-foot"]
        if (side, True) not in held:
            deep = sinks(frames, f"{side}-hand")
            if deep > 0:
                kept = rot[hand].copy()
                aim_arm(frames, side, org[hand] + Y * deep, -rot[SEGMENT[f"{side}-upper"]][:, 0])
                place_hand(frames, side, kept)
        if (side, False) not in held:
            deep = sinks(frames, f"{side}-foot")
            if deep > 0:
                extend = frames.freedoms[INDEX[f"{side}-toes.extend"]]
                aim_leg(frames, side, org[foot] + Y * deep, rot[foot].copy())
                place_toes(frames, side, extend)


def mirrored_frames(frames: Frames) -> Frames:
    """The same figure with left and right exchanged: frames reflected, sides swapped."""
    flip = np.array((1.0, 1.0, -1.0))
    rotations = frames.rotations[MIRROR_SEGMENT] * flip[:, None] * flip[None, :]
    return Frames(rotations, frames.origins[MIRROR_SEGMENT] * flip, mirror(frames.freedoms))
