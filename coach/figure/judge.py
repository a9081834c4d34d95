"""What only solving shows: a contact out of reach, a joint past its limit, flesh in the floor or behind the wall."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from coach.content.model import Figure
from coach.figure.angles import measure
from coach.figure.body import FREEDOMS, HIGHEST, LOWEST, SEGMENT, STATURE
from coach.figure.contacts import Hold, is_trunk
from coach.figure.kinematics import Frames
from coach.figure.motion import FigureProblem, Motion
from coach.figure.posture import Posture
from coach.figure.skin import NAMES, RADII, balls
from coach.figure.touch import FLESH, FOREARM, HEAD, PLACES, WRIST_FLESH, Surface, place_on, touching_point
from coach.figure.vectors import length

REACH = 0.01 * STATURE
"""How far (cm) a contact may be missed: 1 % of the stature."""
SLACK = 1.0
"""How far (degrees) a joint may be past its limit: what rounding and blending leave."""
DEPTH = 1.0
"""How far (cm) flesh may sink into the floor."""
WALL_DEPTH = 2.5
"""The same for a wall, on which flesh is pressed flat."""
_INSTANTS = 16


@dataclass(frozen=True, slots=True)
class Findings:
    """An instant of a motion: what is missed and by how much. Centimetres; degrees past a limit."""

    missed: Mapping[str, float]
    past: Mapping[str, float]
    sunk: Mapping[str, float]


def examine(motion: Motion, share: float) -> Findings:
    """All contacts that hold fully, all angles, all flesh at a share of the movement."""
    return _examine(motion, motion.at(share), motion.holds_at(share))


def _examine(motion: Motion, posture: Posture, holds: list[Hold]) -> Findings:
    frames = Frames(posture.rotations, posture.origins, posture.freedoms)
    missed = {
        f"{hold.contact.name} on {hold.contact.on}": missed_by(frames, hold, motion.surfaces)
        for hold in holds
        if hold.weight >= 1
    }
    shown = measure(frames)
    over = np.maximum(shown - HIGHEST, LOWEST - shown)
    past = {name: float(over[i]) for i, name in enumerate(FREEDOMS) if over[i] > SLACK}
    sunk: dict[str, float] = {}
    centres = balls(frames)
    for name, limit in (("floor", DEPTH), ("wall", WALL_DEPTH), ("chair-back", WALL_DEPTH)):
        if name not in motion.surfaces or (name == "chair-back" and not _leans_back(holds)):
            continue
        origin, normal = motion.surfaces[name]
        depth = RADII - (centres - origin) @ normal
        i = int(depth.argmax())
        if depth[i] > limit:
            sunk[f"{NAMES[i]} in the {name}"] = float(depth[i])
    return Findings(missed, past, sunk)


def _leans_back(holds: list[Hold]) -> bool:
    return any(hold.contact.on == "chair-back" for hold in holds)


def missed_by(frames: Frames, hold: Hold, surfaces: Mapping[str, Surface]) -> float:
    """How far (cm) a contact is from where it belongs: its place, or its surface where it may slide."""
    contact = hold.contact
    if contact.on in PLACES:
        palm = frames.point(SEGMENT[f"{contact.side}-hand"], (0.0, -6.0, 0.0))
        return length(place_on(frames, contact.on, str(contact.side)).point - palm)
    origin, normal = surfaces[contact.on]
    point = touching_point(frames, contact.side, contact.part)
    flesh = 0.0 if is_trunk(contact) else FLESH.get(contact.part, 0.0)
    off = abs(float(normal @ (point - origin)) - flesh)
    if hold.foot is not None:
        return length(frames.origins[SEGMENT[f"{contact.side}-foot"]] - hold.target)
    if contact.part in FOREARM - {"elbow"}:
        wrist = frames.origins[SEGMENT[f"{contact.side}-hand"]]
        off = max(off, abs(float(normal @ (wrist - origin)) - WRIST_FLESH))
    if not hold.is_pinned or contact.part in HEAD or contact.part == "instep":
        return off
    return max(off, length(point - hold.target)) if contact.moves != "step" else length(point - hold.target)


def judge(figure: Figure) -> list[str]:
    """The problems of a checked figure that only solving finds, a sentence each, the worst instant of each named.

    What the base pose alone brings about is not the author's.
    """
    try:
        worst = _worst(Motion.of(figure))
    except FigureProblem as problem:
        return [str(problem)]
    bare = _worst(Motion.of(Figure(figure.id, figure.title, figure.base, start={}))) if worst else {}
    return [
        text.format(f"{number:.1f}", f"{share:.0%}")
        for text, (number, share) in worst.items()
        if number > bare.get(text, (-SLACK, 0.0))[0] + SLACK
    ]


def _worst(motion: Motion) -> dict[str, tuple[float, float]]:
    """Of each sentence the greatest number, and the share of the movement where it is reached."""
    worst: dict[str, tuple[float, float]] = {}
    for i in range(_INSTANTS + 1 if motion.has_end else 1):
        share = i / _INSTANTS
        for text, number in _sentences(examine(motion, share)):
            if number > worst.get(text, (0.0, 0.0))[0]:
                worst[text] = (number, share)
    return worst


def _sentences(found: Findings) -> list[tuple[str, float]]:
    missed = [
        (f"{name} is missed by {{}} cm at {{}} of the movement; bring the pose nearer or let it slide", by)
        for name, by in found.missed.items()
        if by > REACH
    ]
    past = [
        (
            f"{name} goes {{}} degrees past its limit at {{}} of the movement; write a smaller angle or move a contact",
            by,
        )
        for name, by in found.past.items()
    ]
    sunk = [
        (f"{name} sinks {{}} cm deep at {{}} of the movement; raise it, or make it a contact", by)
        for name, by in found.sunk.items()
    ]
    return missed + past + sunk
