"""Outlines of lofts: tubes through a row of ellipses, all traced at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from coach.ui.figure.shapes import ANGLES, AROUND, DIRECTIONS, Shadows, Shape, hull_rows, hulls

_TURN = 2 * np.pi
_CAP_POINTS = 9
_SIDE_POINTS = 3
_SHARPEST = 1.9  # radians between neighbouring tangents; a sharper fold is drawn hull by hull
_TOUCHES = 1e-6  # pixels: an ellipse that touches another from within does not look out of it
_CLOSEST = 0.35  # pixels between points of an outline

Outline = tuple[Sequence[int], Sequence[int]]
"""Tubes and hulls, by number, that are filled together."""


class Tubes:
    """The fixed part of many tubes. Each is a row of nodes; its outline walks round the first, along one side,
    round the last and back. A point's direction lies between two tangents, at a share of the way."""

    def __init__(
        self,
        tubes: Sequence[Sequence[int]],
        single: Sequence[Sequence[int]] = (),
        outlines: Sequence[Outline] | None = None,
    ) -> None:
        """`single` are hulls of a few nodes each, traced along with the tubes; `outlines` are what will be filled,
        by default each tube by itself."""
        self._single = np.array([tuple(nodes) + (nodes[0],) * (4 - len(nodes)) for nodes in single], int).reshape(-1, 4)
        self._rows = [np.asarray(tube) for tube in tubes]
        self._first, self._second = (
            np.concatenate([row[cut] for row in self._rows]) for cut in (slice(None, -1), slice(1, None))
        )
        walk: list[tuple[int, int, int, float, bool]] = []
        starts, pairs = [], []
        pair = 0
        for row in self._rows:
            starts.append(len(walk))
            pairs.append(pair)
            walk += _walk(row, pair, len(self._first))
            pair += len(row) - 1
        node, leave, arrive, share, cap = zip(*walk, strict=True)
        self._node, self._leave, self._arrive = np.array(node), np.array(leave), np.array(arrive)
        self._share, self._cap = np.array(share), np.array(cap)
        self._sides = 1.0 - self._cap
        self._starts, self._pairs = np.array(starts), np.array(pairs)
        self._numbers = np.arange(len(walk))
        self._around = np.tile(AROUND, (len(self._single), 1))
        self.outlines = outlines if outlines is not None else [((i,), ()) for i in range(len(self._rows))]
        self._corners, self.spans = self._corners_of_outlines([*starts, len(walk)])

    def _corners_of_outlines(self, bounds: list[int]) -> tuple[np.ndarray, list[slice]]:
        """Rows of the traced points in the order of the outlines' corners, and each outline's part of them."""
        corners: list[int] = []
        spans = []
        for tubes, single in self.outlines:
            ends = [(bounds[tube], bounds[tube + 1]) for tube in tubes]
            ends += [(bounds[-1] + number * DIRECTIONS, bounds[-1] + (number + 1) * DIRECTIONS) for number in single]
            begin = len(corners)
            for first, after in ends:
                corners += [*range(first, after), first]
            corners += [first for first, _ in ends[-2::-1]]
            spans.append(slice(begin, len(corners)))
        return np.array(corners), spans

    def trace(self, shadows: Shadows) -> Traced:
        """The outlines of all tubes in one frame."""
        angles, apart = self._tangents(shadows.support)
        leaving = angles.take(self._leave)
        between = angles.take(self._arrive) - leaving
        span = np.where(self._cap, between % _TURN, (between + np.pi) % _TURN - np.pi)
        angle = leaving + span * self._share
        outward = np.concatenate((np.stack((np.cos(angle), np.sin(angle)), 1), self._around))
        nodes = np.concatenate((self._node, hull_rows(shadows, self._single).ravel()))
        points = shadows.points(nodes, outward)
        self._calm(points, outward)
        folded = np.maximum.reduceat(np.abs(span) * self._sides, self._starts) > _SHARPEST
        whole = np.logical_and.reduceat(apart, self._pairs) & ~folded
        instead = {i: self._hulls_of(i, shadows) for i in np.flatnonzero(~whole).tolist()}
        return Traced(self, points, outward, points.take(self._corners, 0), outward.take(self._corners, 0), instead)

    def _calm(self, points: np.ndarray, outward: np.ndarray) -> None:
        """Let points of tubes that hardly move stay on the last one that did: tiny loops fray the edge."""
        count = len(self._node)
        step = np.abs(points[1:count] - points[: count - 1]).max(1)
        still = np.concatenate(((False,), step <= _CLOSEST))
        still[self._starts] = False
        last = np.maximum.accumulate(np.where(still, 0, self._numbers))
        points[:count] = points.take(last, 0)
        outward[:count] = outward.take(last, 0)

    def _hulls_of(self, tube: int, shadows: Shadows) -> np.ndarray:
        """The hulls of a tube's neighbours [p, K, 2], which stand in for its outline."""
        row = self._rows[tube]
        return hulls(shadows, np.stack((row[:-1], row[1:]), 1))

    def _tangents(self, support: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Directions of the common tangents of neighbours: those onto the second, then those back onto the first; and
        whether they have just these two: an ellipse within another has none, a slim one across another has four."""
        lead = support.take(self._second, 0) - support.take(self._first, 0)
        ahead = lead > _TOUCHES
        before = np.concatenate((ahead[:, -1:], ahead[:, :-1]), 1)
        rows, flat = np.arange(len(lead)) * DIRECTIONS, lead.ravel()

        def crossing(switch: np.ndarray) -> np.ndarray:
            after = switch.argmax(1)
            here, there = flat.take(rows + after), flat.take(rows + (after - 1) % DIRECTIONS)
            return ANGLES.take(after) - here / (here - there + 1e-12) * (_TURN / DIRECTIONS)

        onto, back = ahead & ~before, ~ahead & before
        return np.concatenate((crossing(onto), crossing(back))), np.count_nonzero(onto, 1) == 1

    def rings(self, traced: Traced, outline: int) -> list[tuple[np.ndarray, np.ndarray]]:
        """One outline as closed rings, with hulls where a tube is folded."""
        tubes, single = self.outlines[outline]
        ends = [*self._starts.tolist(), len(self._node)]
        rings = []
        for tube in tubes:
            if tube in traced.instead:
                rings += [(ring, AROUND) for ring in traced.instead[tube]]
            else:
                part = slice(ends[tube], ends[tube + 1])
                rings.append((traced.points[part], traced.outward[part]))
        for number in single:
            first = ends[-1] + number * DIRECTIONS
            rings.append((traced.points[first : first + DIRECTIONS], AROUND))
        return rings


@dataclass(frozen=True)
class Traced:
    """One frame's outlines: all points, their corners in the outlines' order, and what stands in for folded tubes."""

    tubes: Tubes
    points: np.ndarray
    outward: np.ndarray
    corners: np.ndarray
    corners_outward: np.ndarray
    instead: dict[int, np.ndarray]
    _shapes: dict[int, Shape] = field(default_factory=dict)

    def shape(self, outline: int) -> Shape:
        """One outline, by number."""
        if outline not in self._shapes:
            self._shapes[outline] = self._shape(outline)
        return self._shapes[outline]

    def _shape(self, outline: int) -> Shape:
        if self.instead and not self.instead.keys().isdisjoint(self.tubes.outlines[outline][0]):
            return Shape.of(self.tubes.rings(self, outline))
        span = self.tubes.spans[outline]
        return Shape(self.corners[span], self.corners_outward[span])


def _walk(row: np.ndarray, pair: int, pairs: int) -> list[tuple[int, int, int, float, bool]]:
    """Points round one tube: (node, tangent that it leaves, tangent that it reaches, share of the way, is a cap).

    Tangents are numbered onto the second node of pair p: p, and back onto its first: pairs + p.
    """
    last = pair + len(row) - 2
    shares = [i / (_CAP_POINTS - 1) for i in range(_CAP_POINTS)]
    steps = [i / (_SIDE_POINTS - 1) for i in range(_SIDE_POINTS)]
    out = [(int(row[0]), pairs + pair, pair, share, True) for share in shares]
    for i in range(1, len(row) - 1):
        out += [(int(row[i]), pair + i - 1, pair + i, share, False) for share in steps]
    out += [(int(row[-1]), last, pairs + last, share, True) for share in shares]
    for i in range(len(row) - 2, 0, -1):
        out += [(int(row[i]), pairs + pair + i, pairs + pair + i - 1, share, False) for share in steps]
    return out
