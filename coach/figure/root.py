"""Where the body stands: the root is moved so that trunk, knees and elbows lie where they are held.

Gauss-Newton on three translations and, with enough support, the tilt; weakly pulled to the authored values. The neck
is bent afterwards so that a held head rests.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from coach.figure.angles import within
from coach.figure.arms import lie_hand
from coach.figure.body import ANKLE, FOREARM, HIP_OUT, INDEX, SEGMENT, SEGMENTS, SHANK, SIDES, THIGH, UPPER_ARM
from coach.figure.contacts import Hold, is_trunk
from coach.figure.kinematics import Frames, place_neck, place_shoulder, place_trunk
from coach.figure.legs import TIPPED, foot_at, heel_up
from coach.figure.touch import FOREARM as FOREARM_PARTS
from coach.figure.touch import HEAD, LEG, ON_LIMB, TRUNK, Surface, touching_point
from coach.figure.vectors import Array, Y, place_of, turn_about
from coach.values import replace

_PULL = 0.02  # how weakly the authored place counts against a contact
_LEG_REACH = (THIGH + SHANK) * 0.9985  # short of quite straight, so that the joint keeps its side
_ARM_REACH = (UPPER_ARM + FOREARM) * 0.995
_TOES_TO_ANKLE = 1.4, 12.7  # along the foot and up, of a foot that stands on its toes; cm, chosen by eye
_STEPS = 12  # at most
_STILL = 1e-3  # cm and degrees: a step that no longer changes anything
_PUSHES = 2e-6  # cm: by which a reach that holds the body out is undercut, the pull being so weak
_BACKWARDS = -math.pi / 180
_C7, _HEAD = SEGMENT["c7"], SEGMENT["head"]
_NECK, _NOD = INDEX["neck.flex"], INDEX["head.flex"]
_FROM_SHOULDER = FOREARM_PARTS | {part for part, (segment, _) in TRUNK.items() if segment == "clavicle"}

Surfaces = Mapping[str, Surface]


class _Row(NamedTuple):
    """A wish for one point of the body: on a plane, at a place, or at (no further than) a distance from one."""

    offset: Array  # from the hips' middle
    kind: str  # plane, pin, distance, reach
    target: Array
    normal: Array = Y
    distance: float = 0.0


class _Plain(NamedTuple):
    """A row in plain numbers."""

    row: _Row
    offset: Sequence[float]
    target: Sequence[float]
    normal: Sequence[float]


def place_root(freedoms: Array, root: Array, holds: Sequence[Hold], surfaces: Surfaces) -> None:
    """Change pelvis (and neck and head) in `freedoms` so that the holds are kept as well as they can be.

    While a contact is let go, the figure passes from where it holds fully to where it does not hold at all.
    """
    firm = [hold for hold in holds if hold.weight >= 1]
    passing = [replace(hold, weight=1.0) for hold in holds if 0 < hold.weight < 1]
    free = freedoms.copy()
    _place(free, root, firm, surfaces)
    if passing:
        weight = max(hold.weight for hold in holds if hold.weight < 1)
        kept = freedoms.copy()
        _place(kept, root, [*firm, *passing], surfaces)
        free += (kept - free) * weight
    freedoms[:] = free


def _place(freedoms: Array, root: Array, holds: Sequence[Hold], surfaces: Surfaces) -> None:
    trunk = [h for h in holds if is_trunk(h.contact) and h.contact.part not in HEAD]
    heads = [h for h in holds if h.contact.part in HEAD]
    limbs = [h for h in holds if _steadies(h)]
    props = [] if trunk else [h for h in holds if _props_up(h)]
    if not (trunk or heads or limbs or props):
        return
    leans = bool(props) or len(trunk) > 1
    shoulders = bool(props) or any(h.contact.part in _FROM_SHOULDER for h in (*trunk, *limbs))
    frames = Frames(np.zeros((len(SEGMENTS), 3, 3)), np.zeros((len(SEGMENTS), 3)), freedoms)
    _place_support(frames, root, shoulders=shoulders)
    turns = 2 if leans or heads else 1
    for turn in range(turns):
        rows = [
            *(_trunk_row(frames, h, surfaces) for h in trunk),
            *(_limb_row(frames, h, surfaces) for h in limbs),
            *(_prop_row(frames, h, surfaces) for h in props),
        ]
        move = _solved(rows, frames.origins[0].copy(), frames.rotations[0][:, 2], leans=leans)
        freedoms[3:6] += move[:3]
        freedoms[0] += move[3]
        if heads or turn + 1 < turns:
            _place_support(frames, root, shoulders=shoulders)
        for hold in heads[:1]:
            _rest_head(frames, hold, surfaces)


def _place_support(frames: Frames, root: Array, *, shoulders: bool) -> None:
    """What the wishes are for: the trunk, and where they ask for them the shoulders."""
    place_trunk(frames, root)
    for side in SIDES if shoulders else ():
        place_shoulder(frames, side)


def _steadies(hold: Hold) -> bool:
    """Whether a planted leg or elbow has a say in where the root is."""
    contact = hold.contact
    if not contact.side or contact.part not in LEG | FOREARM_PARTS or hold.target is None:
        return False
    return contact.part != "instep" and (contact.moves != "slide" or contact.part == "foot")


def _props_up(hold: Hold) -> bool:
    """Whether a hand carries the body: planted on a surface the whole time."""
    contact = hold.contact
    return contact.part in ("hand", "fist") and hold.is_pinned and contact.on in ("floor", "wall", "desk", "chair")


def _trunk_row(frames: Frames, hold: Hold, surfaces: Surfaces) -> _Row:
    contact, surface = hold.contact, surfaces[hold.contact.on]
    offset = touching_point(frames, contact.side, contact.part) - frames.origins[0]
    if hold.is_pinned and hold.target is not None:
        return _Row(offset, "pin", hold.target)
    return _Row(offset, "plane", surface.origin, surface.normal)


def _limb_row(frames: Frames, hold: Hold, surfaces: Surfaces) -> _Row:
    contact, side = hold.contact, str(hold.contact.side)
    assert hold.target is not None
    if contact.part in FOREARM_PARTS:
        return _Row(_shoulder(frames, side), "distance", hold.target, distance=UPPER_ARM)
    hip = frames.rotations[0][:, 2] * (SIDES[side] * HIP_OUT)
    if contact.part == "knee":
        return _Row(hip, "distance", hold.target, distance=THIGH)
    ankle = hold.target
    if contact.part == "toes":
        assert hold.heading is not None
        along, up = _TOES_TO_ANKLE
        ankle = ankle + hold.heading * along + surfaces[contact.on].normal * up
    elif contact.part in TIPPED:
        assert hold.heading is not None
        pitch = heel_up(frames.freedoms, side, contact.part)
        ankle = ankle - foot_at(hold.heading, surfaces[contact.on].normal, pitch) @ ON_LIMB[contact.part]
    elif contact.part == "foot" and hold.foot is None:
        ankle = ankle + surfaces[contact.on].normal * ANKLE
    return _Row(hip, "reach", ankle, distance=_LEG_REACH)


def _prop_row(frames: Frames, hold: Hold, surfaces: Surfaces) -> _Row:
    contact, side = hold.contact, str(hold.contact.side)
    assert hold.heading is not None
    hand = lie_hand(contact.part, surfaces[contact.on].normal, hold.heading, SIDES[side])
    wrist = hold.target - hand @ np.array(ON_LIMB[contact.part], float)
    return _Row(_shoulder(frames, side), "reach", wrist, distance=_ARM_REACH)


def _shoulder(frames: Frames, side: str) -> Array:
    return frames.origins[SEGMENT[f"{side}-clavicle"]] - frames.origins[0]


def _solved(rows: Sequence[_Row], centre: Array, hinge: Array, *, leans: bool) -> Array:
    """The move [forward, up, right, tilt] that fulfils the rows best.

    Gauss-Newton with a weak pull home. Each wish of a row is a line [x y z t] of J: how the miss along its direction
    (x, y, z) grows with a centimetre forward, up and right, and with a degree of tilt; m holds the misses. Each step
    solves, with p the pull squared and I the unit matrix,

        (J'J + p I) step = J'm + p move        | xx xy xz xt |          | xm |
        move -= step                           | xy yy yz yt | step  =  | ym |
                                               | xz yz zz zt |          | zm |
                                               | xt yt zt tt |          | tm |

    which makes |m|^2 + p |move|^2 least where the rows are straight. `xx` ... `tm` are those sums; p stands on the
    diagonal alone. Without `leans` no wish has a t, and the tilt stays 0.

    A reach once exceeded stays an equality, or the steps would swing to and fro; one that then turns out to hold the
    body out instead of in is let go once, or the body would jump between two neighbouring instants. In plain numbers:
    the vectors are so short that numpy costs more than they do.
    """
    move = [0.0, 0.0, 0.0, 0.0]
    tight: set[int] = set()
    freed: set[int] = set()
    plain = [_Plain(row, *(part.tolist() for part in (row.offset, row.target, row.normal))) for row in rows]
    start, turns_at = centre.tolist(), hinge.tolist() if leans else None
    for _ in range(_STEPS):
        lines, misses, pushing = _sums(plain, start, turns_at, move, tight)
        step = np.linalg.solve(lines, misses).tolist()
        move = [moved - by for moved, by in zip(move, step, strict=True)]
        if max(step) < _STILL and min(step) > -_STILL:
            if pushing <= freed:
                break
            tight -= pushing
            freed |= pushing
    return np.array(move)


def _sums(
    rows: Sequence[_Plain],
    centre: Sequence[float],
    hinge: Sequence[float] | None,
    move: Sequence[float],
    tight: set[int],
) -> tuple[Sequence[Sequence[float]], Sequence[float], set[int]]:
    """Both sides of the equations of `_solved` at `move`, and which reaches hold the body out there; without a `hinge`
    nothing leans. What is exceeded joins `tight`.
    """
    forward, up, aside, tilt = move
    cx, cy, cz = centre
    turn = turn_about(hinge, -tilt) if hinge is not None else None
    pull = _PULL * _PULL
    xx = yy = zz = tt = pull
    xy = xz = yz = xt = yt = zt = 0.0
    xm, ym, zm, tm = pull * forward, pull * up, pull * aside, pull * tilt
    pushing: set[int] = set()
    for i, (row, offset, target, normal) in enumerate(rows):
        ax, ay, az = place_of((0.0, 0.0, 0.0), turn, *offset) if turn is not None else offset
        away = cx + ax + forward - target[0], cy + ay + up - target[1], cz + az + aside - target[2]
        for x, y, z, miss in _wishes(row, away, normal, i, tight):
            if row.kind == "reach" and miss < -_PUSHES:
                pushing.add(i)
            xx, xy, xz, xm = xx + x * x, xy + x * y, xz + x * z, xm + x * miss
            yy, yz, ym, zz, zm = yy + y * y, yz + y * z, ym + y * miss, zz + z * z, zm + z * miss
            if hinge is not None:
                t = _swing(hinge, (ax, ay, az), x, y, z)
                xt, yt, zt, tt, tm = xt + x * t, yt + y * t, zt + z * t, tt + t * t, tm + t * miss
    return ((xx, xy, xz, xt), (xy, yy, yz, yt), (xz, yz, zz, zt), (xt, yt, zt, tt)), (xm, ym, zm, tm), pushing


def _wishes(
    row: _Row, away: tuple[float, float, float], normal: Sequence[float], i: int, tight: set[int]
) -> Sequence[tuple[float, float, float, float]]:
    """What a row asks for, `away` from its target: unit directions, and how many centimetres are missed along each."""
    x, y, z = away
    if row.kind == "plane":
        across, up, aside = normal
        return ((across, up, aside, across * x + up * y + aside * z),)
    if row.kind == "pin":
        return (1.0, 0.0, 0.0, x), (0.0, 1.0, 0.0, y), (0.0, 0.0, 1.0, z)
    distance = math.sqrt(x * x + y * y + z * z)
    if row.kind == "distance" or distance > row.distance or i in tight:
        tight.add(i)
        return ((x / distance, y / distance, z / distance, distance - row.distance),)
    return ()


def _rest_head(frames: Frames, hold: Hold, surfaces: Surfaces) -> None:
    """Bend the neck so that the head lies on its surface, the face kept as it was."""
    a = frames.freedoms
    origin, normal = surfaces[hold.contact.on]
    nx, ny, nz = normal.tolist()
    level = float(normal @ origin)
    for _ in range(4):
        px, py, pz = touching_point(frames, hold.contact.side, hold.contact.part).tolist()
        gap = nx * px + ny * py + nz * pz - level
        (cx, cy, cz), (hx, hy, hz) = frames.origins[_C7].tolist(), frames.origins[_HEAD].tolist()
        arm, hinge = (hx - cx, hy - cy, hz - cz), frames.rotations[_C7][:, 2].tolist()
        slope = _swing(hinge, arm, nx, ny, nz)  # of the head, a degree
        if abs(slope) < 0.02 or abs(gap) < 0.05:
            break
        step = max(-12.0, min(12.0, -gap / slope * 0.9))
        a[_NECK] = within("neck.flex", a[_NECK] + step * 1.25)
        a[_NOD] = within("head.flex", a[_NOD] - step)
        place_neck(frames)


def _swing(hinge: Sequence[float], arm: Sequence[float], x: float, y: float, z: float) -> float:
    """How far a point at `arm` from the hinge moves along (x, y, z), centimetres a degree of leaning forward."""
    hx, hy, hz = hinge
    ax, ay, az = arm
    return _BACKWARDS * (x * (hy * az - hz * ay) + y * (hz * ax - hx * az) + z * (hx * ay - hy * ax))
