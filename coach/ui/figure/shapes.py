"""Everything drawn is made of a few ellipsoids' shadows on the picture: this is where the shadows are cast.

An ellipsoid's picture is an ellipse with the support function h(u) = c.u + |M^T u|, M its half axes on the picture. The
outline of a loft runs along the tangents that neighbouring ellipses share. A shape grown by w pixels has each point
of its outline moved by w along the direction u in which that point is the furthest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF
from shiboken6 import VoidPtr

DIRECTIONS = 24
ANGLES = np.arange(DIRECTIONS) * (2 * np.pi / DIRECTIONS)
AROUND = np.stack((np.cos(ANGLES), np.sin(ANGLES)), 1)


class Shadows:
    """All nodes of one frame on the picture. `xy` pixels, `depth` cm towards the eye, `radius` mean, pixels."""

    def __init__(self, camera, centres: np.ndarray, axes: np.ndarray) -> None:
        self.xy, self.depth, scale = camera.project(centres)
        self._flat = np.einsum("ij,njk->nik", camera.rotation[:2], axes) * scale[:, None, None]
        self._flat[:, 1] *= -1
        reach = AROUND @ self._flat
        length = np.sqrt(np.einsum("nkj,nkj->nk", reach, reach))
        self.radius = length.mean(1)
        self.support = self.xy @ AROUND.T + length

    def points(self, nodes: np.ndarray, towards: np.ndarray) -> np.ndarray:
        """The furthest point of each node [n] in its direction [n, 2], pixels."""
        flat = self._flat[nodes]
        reach = np.einsum("nij,ni->nj", flat, towards)
        length = np.sqrt(np.einsum("nj,nj->n", reach, reach)) + 1e-9
        return self.xy[nodes] + np.einsum("nij,nj->ni", flat, reach) / length[:, None]

    def bounds(self, nodes: np.ndarray) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of some nodes, pixels."""
        reach = np.sqrt((self._flat[nodes] ** 2).sum(2))
        low, high = (self.xy[nodes] - reach).min(0), (self.xy[nodes] + reach).max(0)
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])


@dataclass(frozen=True)
class Shape:
    """Closed rings one after the other, joined by bridges that are walked there and back; fill it by winding."""

    points: np.ndarray
    outward: np.ndarray

    @classmethod
    def of(cls, rings: Sequence[tuple[np.ndarray, np.ndarray]]) -> Shape:
        """Rings as (points [n, 2], outward [n, 2])."""
        points, outward = [], []
        for ring, out in rings:
            points += [ring, ring[:1]]
            outward += [out, out[:1]]
        points += [ring[:1] for ring, _ in rings[-2::-1]]
        outward += [out[:1] for _, out in rings[-2::-1]]
        return cls(np.concatenate(points), np.concatenate(outward))


def hulls(shadows: Shadows, nodes: np.ndarray) -> np.ndarray:
    """The convex rings [p, K, 2] round hulls of nodes [p, m]; their outward directions are AROUND."""
    furthest = shadows.support[nodes].argmax(1)
    rows = np.take_along_axis(nodes, furthest, 1)
    around = np.broadcast_to(AROUND, (len(nodes), *AROUND.shape)).reshape(-1, 2)
    return shadows.points(rows.ravel(), around).reshape(len(nodes), DIRECTIONS, 2)


class _Buffer:
    """A polygon of n corners whose memory numpy writes."""

    def __init__(self, corners: int) -> None:
        self.polygon = QPolygonF([QPointF()] * corners)
        self.memory = np.frombuffer(VoidPtr(self.polygon.data(), 16 * corners, True), np.float64).reshape(-1, 2)


class Pen:
    """Fills shapes; keeps the memory that numpy and Qt share."""

    _STEP = 32  # corners: buffers come in these sizes, the rest repeats the last corner

    def __init__(self) -> None:
        self._buffers: dict[int, _Buffer] = {}

    def polygon(self, shape: Shape, grow: float = 0.0) -> QPolygonF:
        """The shape, grown by some pixels; valid until the next call."""
        points = shape.points + shape.outward * grow if grow else shape.points
        corners = -(-len(points) // self._STEP) * self._STEP
        buffer = self._buffers.get(corners)
        if buffer is None:
            buffer = self._buffers[corners] = _Buffer(corners)
        buffer.memory[: len(points)] = points
        buffer.memory[len(points) :] = points[-1]
        return buffer.polygon

    def fill(self, painter: QPainter, *shapes: Shape, grow: float = 0.0) -> None:
        """Fill with the painter's brush. A path costs a third of a polygon in the raster engine."""
        painter.fillPath(self.path(*shapes, grow=grow), painter.brush())

    def path(self, *shapes: Shape, grow: float = 0.0) -> QPainterPath:
        """Shapes as one path of its own."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for shape in shapes:
            path.addPolygon(self.polygon(shape, grow))
        return path
