"""Outlines of lofts: tubes through a row of ellipses, all traced at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from coach.ui.figure.shapes import ANGLES, AROUND, DIRECTIONS, Shadows, Shape, hulls

_TURN = 2 * np.pi
_CAP_POINTS = 9
_SIDE_POINTS = 3
_SHARPEST = 1.9  # radians between neighbouring tangents; a sharper fold is drawn hull by hull
_CLOSEST = 0.35  # pixels between points of an outline


class Tubes:
    """The fixed part of many tubes. Each is a row of nodes; its outline walks round the first, along one side,
    round the last and back. A point's direction lies between two tangents, at a share of the way."""

    def __init__(self, tubes: Sequence[Sequence[int]], single: Sequence[Sequence[int]] = ()) -> None:
        """`single` are hulls of a few nodes each, traced along with the tubes."""
        self._single = np.array([tuple(nodes) + (nodes[0],) * (4 - len(nodes)) for nodes in single], int).reshape(-1, 4)
        self._rows = [np.asarray(tube) for tube in tubes]
        self._first, self._second = (
            np.concatenate([row[cut] for row in self._rows]) for cut in (slice(None, -1), slice(1, None))
        )
        walk: list[tuple[int, int, int, float, bool]] = []
        self._slices, self._pairs = [], []
        pair = 0
        for row in self._rows:
            begin = len(walk)
            walk += _walk(row, pair, len(self._first))
            self._slices.append(slice(begin, len(walk)))
            self._pairs.append(slice(pair, pair + len(row) - 1))
            pair += len(row) - 1
        node, leave, arrive, share, cap = zip(*walk, strict=True)
        self._node, self._leave, self._arrive = np.array(node), np.array(leave), np.array(arrive)
        self._share, self._cap = np.array(share), np.array(cap)
        self._starts = np.array([part.start for part in self._slices])

    def trace(self, shadows: Shadows) -> Traced:
        """The outlines of all tubes in one frame."""
        angles, apart = self._tangents(shadows.support)
        between = angles[self._arrive] - angles[self._leave]
        span = np.where(self._cap, between % _TURN, (between + np.pi) % _TURN - np.pi)
        angle = angles[self._leave] + span * self._share
        outward = np.stack((np.cos(angle), np.sin(angle)), 1)
        points = shadows.points(self._node, outward)
        step = np.abs(points - np.concatenate((points[-1:], points[:-1]))).max(1)
        keep = step > _CLOSEST
        keep[self._starts] = True
        folded = np.maximum.reduceat(np.where(self._cap, 0.0, np.abs(span)), self._starts) > _SHARPEST
        whole = [not bad and apart[pairs].all() for bad, pairs in zip(folded, self._pairs, strict=True)]
        broken = [
            np.stack((row[:-1], row[1:], row[1:], row[1:]), 1)
            for row, fine in zip(self._rows, whole, strict=True)
            if not fine
        ]
        singles = hulls(shadows, np.concatenate((self._single, *broken)))
        return Traced(self, points, outward, keep, whole, singles, self._broken_from(whole))

    def _broken_from(self, whole: list[bool]) -> list[int]:
        """For every tube the number of the first hull that stands in for its outline."""
        starts, after = [], len(self._single)
        for row, fine in zip(self._rows, whole, strict=True):
            starts.append(after)
            after += 0 if fine else len(row) - 1
        return starts

    def _tangents(self, support: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Directions of the common tangents of neighbours: those onto the second, then those back onto the first; and
        whether neither lies within the other."""
        lead = support[self._second] - support[self._first]
        ahead = lead > 0
        before = np.concatenate((ahead[:, -1:], ahead[:, :-1]), 1)
        pairs = np.arange(len(lead))

        def crossing(switch: np.ndarray) -> np.ndarray:
            after = switch.argmax(1)
            here, there = lead[pairs, after], lead[pairs, after - 1]
            return ANGLES[after] - here / (here - there + 1e-12) * (_TURN / DIRECTIONS)

        onto, back = ahead & ~before, ~ahead & before
        return np.concatenate((crossing(onto), crossing(back))), onto.any(1)

    def rings(self, traced: Traced, tube: int) -> list[tuple[np.ndarray, np.ndarray]]:
        """One tube as closed rings."""
        if traced.whole[tube]:
            part = self._slices[tube]
            keep = traced.keep[part]
            return [(traced.points[part][keep], traced.outward[part][keep])]
        first = traced.broken_from[tube]
        return [(ring, AROUND) for ring in traced.single[first : first + len(self._rows[tube]) - 1]]


@dataclass(frozen=True)
class Traced:
    """One frame's outlines."""

    tubes: Tubes
    points: np.ndarray
    outward: np.ndarray
    keep: np.ndarray
    whole: list[bool]
    single: np.ndarray
    broken_from: list[int]

    def shape(self, tubes: Sequence[int], single: Sequence[int] = ()) -> Shape:
        """Some tubes and hulls, by number, as one shape."""
        rings = [ring for tube in tubes for ring in self.tubes.rings(self, tube)]
        return Shape.of(rings + [(self.single[number], AROUND) for number in single])


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
