"""Lofts: ellipsoids strung along bones, made finer by a spline, and bent with the two bones that they lie between.

A node is an ellipsoid fixed to one segment, or blended between two. Centres are written in the zero pose (standing,
arms at the sides), in centimetres from the middle of the hips, X forward, Y up, Z to the right, for the right side.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from coach.figure.body import SEGMENTS
from coach.figure.breath import BREATHING, rise, widening
from coach.values import dataclass

if TYPE_CHECKING:
    from coach.ui.figure.arrays import Floats, Numbers

Vector = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Knot:
    """One control of a loft: `centre` in its segment's own frame, `radii` along X, Y, Z of it."""

    segment: str
    centre: Vector
    radii: Vector


@dataclass(frozen=True)
class Nodes:
    """All nodes as arrays of n rows: two segments, the first one's weight, the place in each, the half axes, and what
    a full breath does: how far a deep one moves the node forward (cm) and by what share it deepens it, and the same of
    a wide one, to the right and wider."""

    first: Numbers
    second: Numbers
    weight: Floats
    in_first: Floats
    in_second: Floats
    radii: Floats
    breaths: Floats

    @cached_property
    def _shares(self) -> Floats:
        """[n, S]: how much of each segment is in each node."""
        shares = np.zeros((len(self.weight), len(SEGMENTS)))
        rows = np.arange(len(self.weight))
        shares[rows, self.first] = self.weight
        shares[rows, self.second] += 1 - self.weight
        return shares

    @cached_property
    def _places(self) -> Floats:
        """[n, 4 S]: each node's place in each segment times its share, and the share itself."""
        places = np.zeros((len(self.weight), len(SEGMENTS), 4))
        rows = np.arange(len(self.weight))
        places[rows, self.first, :3] = self.in_first * self.weight[:, None]
        places[rows, self.second, :3] += self.in_second * (1 - self.weight)[:, None]
        places[:, :, 3] = self._shares
        return places.reshape(len(rows), -1)

    def placed(
        self, rotations: Floats, origins: Floats, breath: float = 0.0, width: float = 0.0
    ) -> tuple[Floats, Floats]:
        """Centres [n, 3] and half axes as columns [n, 3, 3] in the room, for the segments' frames and a breath that is
        0 to 1 deep and wide. Both blend the segments linearly, so each is one product of matrices."""
        columns = np.concatenate((rotations.transpose(0, 2, 1), origins[:, None]), 1)
        axes = (self._shares @ rotations.reshape(-1, 9)).reshape(-1, 3, 3)
        axes *= self.radii[:, None]
        centres = self._places @ columns.reshape(-1, 3)
        for axis, full in ((0, breath), (2, width)):
            if full:
                centres += axes[:, :, axis] * (full * self.breaths[:, axis] / self.radii[:, axis])[:, None]
                axes[:, :, axis] *= (1 + full * self.breaths[:, axis + 1])[:, None]
        return centres, axes


class LoftBuilder:
    """Gathers nodes; `zero` holds the place of every segment in the zero pose, `index` its row."""

    def __init__(self, zero: Mapping[str, Floats], index: Mapping[str, int]) -> None:
        self._zero, self._index = zero, index
        self._rows: list[tuple[int, int, float, Floats, Floats, Floats, tuple[float, ...]]] = []

    def node(self, knot: Knot, side: str = "right") -> int:
        """One node for itself; returns its number."""
        return self._add(knot.segment, knot.segment, 1.0, self._at(knot), np.array(knot.radii), side)

    def loft(self, knots: Sequence[Knot], steps: int = 2, side: str = "right") -> list[int]:
        """Nodes along a Catmull-Rom spline through the knots, `steps` an interval; knot i is number i * steps."""
        centres = np.array([self._at(knot) for knot in knots])
        radii = np.array([knot.radii for knot in knots], float)
        out = []
        for i, knot in enumerate(knots):
            out.append(self._add(knot.segment, knot.segment, 1.0, centres[i], radii[i], side))
            for k in range(1, steps if i + 1 < len(knots) else 0):
                share = k / steps
                place = (i, share)
                out.append(
                    self._add(
                        knot.segment,
                        knots[i + 1].segment,
                        1 - share,
                        _spline(centres, place),
                        _spline(radii, place),
                        side,
                    )
                )
        return out

    @property
    def count(self) -> int:
        """How many nodes there are so far."""
        return len(self._rows)

    def done(self) -> Nodes:
        """All that were gathered."""
        first, second, weight, in_first, in_second, radii, breaths = zip(*self._rows, strict=True)
        return Nodes(
            np.array(first),
            np.array(second),
            np.array(weight),
            np.array(in_first),
            np.array(in_second),
            np.array(radii),
            np.array(breaths),
        )

    def _at(self, knot: Knot) -> Floats:
        at: Floats = self._zero[self._key(knot.segment, "right")] + np.array(knot.centre, float)
        return at

    def _key(self, segment: str, side: str) -> str:
        return segment if segment in self._index else f"{side}-{segment}"

    def _add(self, first: str, second: str, weight: float, at: Floats, radii: Floats, side: str) -> int:
        flip = np.array((1.0, 1.0, 1.0 if side == "right" else -1.0))
        here = (at - self._zero[self._key(first, "right")]) * flip
        there = (at - self._zero[self._key(second, "right")]) * flip
        rows = self._index[self._key(first, side)], self._index[self._key(second, side)]
        self._rows.append((*rows, weight, here, there, radii, _breath(first, second, at * flip, radii)))
        return len(self._rows) - 1


def _breath(first: str, second: str, at: Floats, radii: Floats) -> tuple[float, ...]:
    """(cm forward, share deeper, cm to the right, share wider) with a full breath of a node between two segments, at a
    place of the zero pose."""
    if first not in BREATHING or second not in BREATHING:
        return 0.0, 0.0, 0.0, 0.0
    (forward, height, sideways), (deep, _, wide) = map(float, at), map(float, radii)
    back, front = rise(forward - deep, height), rise(forward + deep, height)
    left, right = widening(sideways - wide, height), widening(sideways + wide, height)
    return (front + back) / 2, (front - back) / 2 / deep, (right + left) / 2, (right - left) / 2 / wide


def _spline(values: Floats, place: tuple[int, float]) -> Floats:
    """Catmull-Rom through `values` between rows i and i + 1; at both ends the tangent leans on the end itself."""
    i, u = place
    before, after = values[max(i - 1, 0)], values[min(i + 2, len(values) - 1)]
    leave = (values[i + 1] - before) / (2 if i else 1)
    arrive = (after - values[i]) / (2 if i + 2 < len(values) else 1)
    between: Floats = (
        (2 * u**3 - 3 * u**2 + 1) * values[i]
        + (u**3 - 2 * u**2 + u) * leave
        + (3 * u**2 - 2 * u**3) * values[i + 1]
        + (u**3 - u**2) * arrive
    )
    return between
