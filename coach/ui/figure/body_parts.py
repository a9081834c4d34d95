"""The body as units to draw: which hulls, in which tone, and where a unit grows out of its neighbour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from coach.figure.body import SEGMENTS
from coach.ui.figure import body_lofts as flesh
from coach.ui.figure.lofts import Knot, LoftBuilder, Nodes
from coach.ui.figure.muscles import Muscle, muscles_of
from coach.ui.figure.outline import Outline, Tubes
from coach.ui.figure.zero_pose import zero_origins
from coach.values import dataclass, field

if TYPE_CHECKING:
    from coach.ui.figure.arrays import Floats, Numbers

SIDES = ("left", "right")
SKIN, TOP, SHORTS = "skin", "top", "shorts"
_THIN = 3

Laying = tuple[str, Sequence[list[int]], Sequence[tuple[int, ...]]]
"""A part before it has a number: its tone, its rows of nodes, and hulls of a few."""


@dataclass(frozen=True)
class Part:
    """One fill: a tone, and the number of its outline."""

    tone: str
    outline: int


@dataclass(frozen=True)
class Unit:
    """What is painted in one go. `root` and `tip` are its first and last node, the joint and the far end."""

    name: str
    parts: tuple[Part, ...]
    root: int
    tip: int
    side: str = ""
    nodes: Numbers = field(default_factory=lambda: np.zeros(0, int))

    @cached_property
    def outlines(self) -> tuple[int, ...]:
        """The numbers of its parts' outlines."""
        return tuple(part.outline for part in self.parts)

    @cached_property
    def kind(self) -> str:
        """The name without its side."""
        return self.name.removeprefix(f"{self.side}-") if self.side else self.name


class Laid(NamedTuple):
    """A muscle on the body of one side: the number of its outline, and its nodes."""

    muscle: Muscle
    side: str
    outline: int
    nodes: Numbers


@dataclass(frozen=True)
class Body:
    """Everything fixed about the body. `tubes` traces the outlines that the parts name; `spread` the
    nodes that each gradient runs across; `flesh` counts the nodes that come before those of the `muscles`."""

    nodes: Nodes
    units: tuple[Unit, ...]
    spread: dict[str, Numbers]
    tubes: Tubes
    flesh: int
    muscles: tuple[Laid, ...]

    @cached_property
    def reach(self) -> Floats:
        """The largest radius of each node of the flesh, centimetres."""
        reach: Floats = self.nodes.radii[: self.flesh].max(1)
        return reach

    @cached_property
    def sorted_units(self) -> dict[str, Unit]:
        """The units that are sorted by depth, by name; ears go with the head."""
        return {unit.name: unit for unit in self.units if unit.kind != "ear"}

    @cached_property
    def sorted_nodes(self) -> tuple[Numbers, tuple[int, ...]]:
        """Every third node of each of them, which tells where it is, in one row, and how many those are."""
        thin = [unit.nodes[::_THIN] for unit in self.sorted_units.values()]
        return np.concatenate(thin), tuple(len(nodes) for nodes in thin)

    @cached_property
    def spreads(self) -> tuple[Numbers, Numbers]:
        """All nodes of `spread` in one row, and where each entry starts."""
        counts = [len(nodes) for nodes in self.spread.values()]
        return np.concatenate(list(self.spread.values())), np.cumsum([0, *counts[:-1]])


def build_body(areas: Iterable[str] = ()) -> Body:
    """The body with the muscles of some areas, once for all frames."""
    index = {name: row for row, name in enumerate(SEGMENTS)}
    zero = zero_origins()
    return _Assembly(LoftBuilder(zero, index), zero).body(areas)


class _Assembly:
    def __init__(self, builder: LoftBuilder, zero: dict[str, Floats]) -> None:
        self._builder, self._zero = builder, zero
        self._units: list[Unit] = []
        self._spread: dict[str, list[int]] = {TOP: [], SHORTS: []}
        self._tubes: list[list[int]] = []
        self._hulls: list[tuple[int, ...]] = []
        self._outlines: list[Outline] = []
        self._thin: set[int] = set()

    def body(self, areas: Iterable[str]) -> Body:
        self._torso()
        self._head()
        for side in SIDES:
            self._arm(side)
            self._leg(side)
        spread = {name: np.array(sorted(set(nodes))) for name, nodes in self._spread.items()}
        flesh = self._builder.count
        muscles = tuple(self._muscle(muscle, side) for muscle, side in muscles_of(areas))
        tubes = Tubes(self._tubes, self._hulls, self._outlines, self._thin)
        return Body(self._builder.done(), tuple(self._units), spread, tubes, flesh, muscles)

    # --- trunk and head ----------------------------------------------------------------------------------------------

    def _middle(self, row: flesh.Row, sideways: float = 0.0) -> Knot:
        """A knot of the trunk, whose table counts from the hips, in its segment's frame."""
        segment, height, forward, deep, high, wide = row
        at = np.array((forward, height, sideways)) - self._zero[segment]
        return Knot(segment, tuple(at), (deep, high, wide))

    def _torso(self) -> None:
        build = self._builder
        trunk = build.loft([self._middle(row) for row in flesh.TRUNK])
        hips = build.loft([self._middle(row) for row in flesh.HIPS])
        top: list[tuple[int, ...]] = []
        shorts: list[tuple[int, ...]] = []
        for side in SIDES:
            neck = build.node(self._middle(flesh.YOKE_NECK[:6], flesh.YOKE_NECK[6]), side)
            middle, end = build.node(flesh.YOKE_MIDDLE, side), build.node(flesh.YOKE_END, side)
            pectoral = build.node(flesh.PECTORAL, side)
            high, low = (build.node(knot, side) for knot in flesh.BUTTOCK)
            chest, shoulders = trunk[14], trunk[16]
            top += [
                (neck, middle, shoulders),
                (middle, end, shoulders),
                (shoulders, end, chest),
                (pectoral, chest, end),
            ]
            shorts += [(high, low), (low, hips[2])]
            self._spread[TOP] += [middle, end]
        self._spread[TOP] += trunk
        self._spread[SHORTS] += hips
        self._add("torso", [(SHORTS, [hips], shorts), (TOP, [trunk], top)], hips[2], trunk[14])

    def _head(self) -> None:
        build = self._builder
        neck = build.loft([self._middle(row) for row in flesh.NECK])
        self._add("neck", [(SKIN, [neck], [])], neck[0], neck[-1])
        skull, jaw, chin, bridge, nose = (
            build.node(self._middle(row)) for row in (flesh.SKULL, flesh.JAW, flesh.CHIN, flesh.BRIDGE, flesh.NOSE)
        )
        self._add("head", [(SKIN, [], [(skull, jaw, chin), (bridge, nose), (skull, bridge)])], skull, chin)
        self._spread["head"] = [*neck, skull, chin]
        for side in SIDES:
            ear = [build.node(knot, side) for knot in flesh.EAR]
            self._add("ear", [(SKIN, [], [tuple(ear)])], ear[0], ear[1], side)

    # --- limbs -------------------------------------------------------------------------------------------------------

    def _arm(self, side: str) -> None:
        build = self._builder
        upper, sleeve, fore = (build.loft(knots, 2, side) for knots in (flesh.UPPER_ARM, flesh.SLEEVE, flesh.FOREARM))
        thumb = build.loft(flesh.THUMB, 2, side)
        fingers = [build.loft(knots, 1, side) for knots in flesh.FINGERS]
        wrist, knuckles = fore[2 * flesh.WRIST], fore[-1]
        self._add(f"{side}-upper", [(SKIN, [upper], []), (TOP, [sleeve], [])], sleeve[0], upper[-1], side)
        self._add(
            f"{side}-fore",
            [(SKIN, [fore, *fingers, thumb], [(wrist, knuckles, thumb[0])])],
            fore[0],
            wrist,
            side,
        )
        self._thin |= {number for number, row in enumerate(self._tubes) if row in fingers}
        self._spread[f"{side}-arm"] = [sleeve[0], *upper, *fore, fingers[1][-1]]
        self._spread[TOP] += sleeve

    def _leg(self, side: str) -> None:
        build = self._builder
        shorts, thigh, shank, foot = (
            build.loft(knots, 2, side) for knots in (flesh.SHORTS_LEG, flesh.THIGH, flesh.SHANK, flesh.FOOT)
        )
        ankle = build.node(flesh.ANKLE, side)
        self._add(f"{side}-thigh", [(SKIN, [thigh], []), (SHORTS, [shorts], [])], shorts[0], thigh[-1], side)
        heel = [(ankle, shank[-1], foot[0]), (ankle, foot[0], foot[2])]
        self._add(f"{side}-shank", [(SKIN, [shank, foot], heel)], shank[0], shank[-1], side)
        self._spread[f"{side}-leg"] = [*thigh, *shank, *foot]
        self._spread[SHORTS] += shorts

    def _muscle(self, muscle: Muscle, side: str) -> Laid:
        knots = []
        for segment, at, radii in muscle.knots:
            origin = self._zero[segment if segment in self._zero else f"right-{segment}"]
            knots.append(Knot(segment, tuple(np.array(at) - origin), radii))
        self._outlines.append(((len(self._tubes),), ()))
        nodes = self._builder.loft(knots, 2, side)
        self._tubes.append(nodes)
        return Laid(muscle, side, len(self._outlines) - 1, np.array(nodes))

    def _add(self, name: str, parts: Sequence[Laying], root: int, tip: int, side: str = "") -> None:
        if name == "ear":
            name = f"{side}-ear"
        made: list[Part] = []
        nodes: set[int] = set()
        for tone, tubes, hulls in parts:
            numbers = range(len(self._tubes), len(self._tubes) + len(tubes))
            singles = range(len(self._hulls), len(self._hulls) + len(hulls))
            self._tubes += tubes
            self._hulls += hulls
            made.append(Part(tone, len(self._outlines)))
            self._outlines.append((tuple(numbers), tuple(singles)))
            nodes |= {node for row in (*tubes, *hulls) for node in row}
        self._units.append(Unit(name, tuple(made), root, tip, side, np.array(sorted(nodes))))
