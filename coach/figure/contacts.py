"""Contacts: what is kept on what, for how long, and where it was planted."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from coach.figure.body import FOREARM as FOREARM_LENGTH
from coach.figure.body import SEGMENT, SIDES
from coach.figure.kinematics import Frames
from coach.figure.touch import FLESH, FOREARM, HAND, LEG, TRUNK, WRIST_FLESH, Surface, touching_point
from coach.figure.vectors import Array, X, Y, flattened, length, smooth, unit
from coach.values import dataclass, field

_LET_GO = 0.3  # share of the movement over which a contact is let go or taken up
_PLURALS = {
    "feet": "foot", "forefeet": "forefoot", "heels": "heel", "toes": "toes", "insteps": "instep", "knees": "knee",
    "foot-sides": "foot-side", "hands": "hand",
    "hand-backs": "hand-back", "fists": "fist", "forearms": "forearm", "forearm-backs": "forearm-back",
    "forearm-fronts": "forearm-front", "elbows": "elbow",
}  # fmt: skip
_WORDS: Mapping[str, tuple[float, float, float]] = {
    "out": (0, 0, 1), "in": (0, 0, -1), "up": (0, 1, 0), "down": (0, -1, 0), "forward": (1, 0, 0), "back": (-1, 0, 0),
}  # fmt: skip

Fixed = tuple[float | None, float | None, float | None]
"""Coordinates (forward, up, out) of a target; None where the pose decides."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One point of one side (`side` None for the middle) kept on a surface or a place of the body.

    `moves` is plant, slide, step or stride; `during` all, start, end, or the first and last share of a movement.
    `fixed` holds coordinates for every key of the movement (one for all, or none). `lift` and `stride` are
    centimetres: how high a step goes, how long a stride is; `stance` is the share
    of a stride in which the foot is on the ground (walking 0.6, running 0.35). `item` counts its place in the list.
    """

    side: str | None
    part: str
    on: str
    moves: str = "plant"
    during: str | tuple[float, float] = "all"
    bend: tuple[str, ...] = ()
    fingers: tuple[str, ...] = ()
    fixed: tuple[Fixed, ...] = ()
    lift: float = 7.0
    stride: float = 60.0
    stance: float = 0.6
    item: int = field(default=0, compare=False)

    @property
    def name(self) -> str:
        """The point in the words of a file: left-hand, buttocks."""
        return f"{self.side}-{self.part}" if self.side else self.part

    @property
    def words(self) -> str:
        """`POINT on PLACE` as a file says it (a towel's top is the floor)."""
        return f"{self.name} on {self.on.partition(' under ')[0]}"

    def fixed_at(self, key: int) -> Fixed:
        """The coordinates fixed at a key, counted from 0."""
        return self.fixed[min(key, len(self.fixed) - 1)] if self.fixed else (None, None, None)

    def weight(self, share: float, *, periodic: bool) -> float:
        """How firmly it holds, 0 to 1, at a share of the movement."""
        if self.during == "all":
            return 1.0
        if self.during == "start":
            return 1 - smooth(share / _LET_GO)
        if self.during == "end":
            return smooth((share - 1 + _LET_GO) / _LET_GO)
        assert not isinstance(self.during, str)
        first, last = self.during
        outside = max(first - share, share - last, 0.0)
        if periodic and outside > 0:
            outside = min((first - share) % 1.0, (share - last) % 1.0)
        return 1 - smooth(outside / (_LET_GO / 3))


@dataclass(frozen=True, slots=True)
class Hold:
    """A contact with what was found out when it was planted.

    `target` is where the touching place belongs (None: wherever the pose has it on the surface), `heading` the unit
    direction of foot or fingers along the surface, `wrist` that of a planted forearm, `foot` a rotation that a stride
    gives, `toes` their extension (degrees) with it. `weight` 0 to 1.
    """

    contact: Contact
    target: Array | None = None
    heading: Array | None = None
    wrist: Array | None = None
    foot: Array | None = None
    toes: float = 0.0
    weight: float = 1.0

    @property
    def is_pinned(self) -> bool:
        """Whether it stays at one place rather than anywhere on its surface."""
        return self.target is not None and self.contact.moves != "slide"


def read_contacts(items: Iterable[object]) -> tuple[Contact, ...]:
    """The contacts of a checked figure: `POINT on PLACE` or a map, a plural standing for both sides."""
    found: list[Contact] = []
    for i, item in enumerate(items):
        if isinstance(item, str):
            point, _, on = item.partition(" on ")
            found += _for_sides(point, {"on": on}, i)
        elif isinstance(item, Mapping):
            found += _for_sides(str(item["point"]), item, i)
    return tuple(found)


def _for_sides(point: str, item: Mapping[str, Any], i: int) -> list[Contact]:
    fixed = item.get("at") or ()
    during = item.get("during") or "all"
    rest: dict[str, Any] = {
        "item": i,
        "on": str(item["on"]),
        "moves": item.get("moves") or "plant",
        "during": during if isinstance(during, str) else tuple(during),
        "bend": tuple(item.get("bend") or ()),
        "fingers": tuple(item.get("fingers") or ()),
        "fixed": tuple(_fixed(each) for each in ([fixed] if isinstance(fixed, Mapping) else fixed)),
    }
    rest.update({key: float(item[key]) for key in ("lift", "stride", "stance") if item.get(key) is not None})
    if point in _PLURALS:
        return [Contact(side, _PLURALS[point], **rest) for side in SIDES]
    side, dash, part = point.partition("-")
    if dash and side in SIDES:
        return [Contact(side, part, **rest)]
    return [Contact(None, point, **rest)]


def _fixed(at: Mapping[str, float | None]) -> Fixed:
    return at.get("forward"), at.get("up"), at.get("out")


def direction(frames: Frames, words: tuple[str, ...], side: str) -> Array:
    """Words such as (out, back) as a unit direction of the upper trunk, in the world."""
    summed = np.sum([_WORDS[word] for word in words], axis=0) * (1.0, 1.0, SIDES[side])
    return frames.rotations[SEGMENT["t3"]] @ unit(summed)


def plant(frames: Frames, contact: Contact, surface: Surface | None, key: int = 0) -> Hold:
    """The hold of a contact found from a posed figure: its point projected onto the surface, flesh between."""
    if surface is None:
        return Hold(contact)
    origin, normal = surface
    point = touching_point(frames, contact.side, contact.part)
    target = flattened(point - origin, normal) + origin + normal * FLESH.get(contact.part, 0.0)
    sign = SIDES[contact.side] if contact.side else 1.0
    fixed = contact.fixed_at(key)
    for axis, number in enumerate(fixed):
        if number is not None:
            target[axis] = number * sign if axis == 2 else number
    heading = wrist = None
    if contact.side and contact.part in LEG:
        heading = _foot_heading(frames, contact.side, normal)
    elif contact.side and contact.part in HAND:
        heading = _hand_heading(frames, contact, normal)
    elif contact.side and contact.part in FOREARM - {"elbow"}:
        wrist = wrist_on(frames, contact.side, target, surface)
    return Hold(contact, target, heading, wrist)


def _foot_heading(frames: Frames, side: str, normal: Array) -> Array:
    heading = flattened(frames.rotations[SEGMENT[f"{side}-foot"]][:, 0], normal)
    if length(heading) < 0.25:
        heading = flattened(frames.rotations[0][:, 0], normal)
    return unit(heading)


def _hand_heading(frames: Frames, contact: Contact, normal: Array) -> Array:
    side = str(contact.side)
    along = -frames.rotations[SEGMENT[f"{side}-hand"]][:, 1]
    if contact.fingers:
        along = direction(frames, contact.fingers, side)
    along = flattened(along, normal)
    return unit(along) if length(along) > 0.2 else unit(flattened(Y, normal), X)


def wrist_on(frames: Frames, side: str, elbow: Array, surface: Surface) -> Array:
    """Where the wrist of a forearm lies that rests on a surface with its elbow at `elbow`."""
    origin, normal = surface
    rise = WRIST_FLESH - float(normal @ (elbow - origin))
    along = flattened(frames.origins[SEGMENT[f"{side}-hand"]] - elbow, normal)
    return elbow + unit(along) * math.sqrt(max(FOREARM_LENGTH**2 - rise**2, 0.0)) + normal * rise


def is_trunk(contact: Contact) -> bool:
    """Whether it holds the trunk or the head rather than a limb."""
    return contact.part in TRUNK
