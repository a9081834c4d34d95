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
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPolygonF
from shiboken6 import VoidPtr

DIRECTIONS = 24
ANGLES = np.arange(DIRECTIONS) * (2 * np.pi / DIRECTIONS)
AROUND = np.stack((np.cos(ANGLES), np.sin(ANGLES)), 1)


_SQUARES = np.stack((AROUND[:, 0] ** 2, 2 * AROUND[:, 0] * AROUND[:, 1], AROUND[:, 1] ** 2))


class Shadows:
    """All nodes of one frame on the picture. `xy` pixels, `depth` cm towards the eye, `radius` mean, pixels.

    Only M M^T of an ellipse matters: |M^T u|^2 = u.(M M^T u), and its furthest point lies at M M^T u / |M^T u|.
    """

    def __init__(self, camera, centres: np.ndarray, axes: np.ndarray) -> None:
        self.xy, self.depth, scale = camera.project(centres)
        across, up = (camera.rotation[:2] @ axes.transpose(1, 0, 2).reshape(3, -1)).reshape(2, -1, 3)
        spread = np.stack(((across * across).sum(1), -(across * up).sum(1), (up * up).sum(1)), 1)
        self._spread = spread * (scale * scale)[:, None]
        length = np.sqrt(self._spread @ _SQUARES)
        self.radius = length.mean(1)
        self.support = self.xy @ AROUND.T + length

    def points(self, nodes: np.ndarray, towards: np.ndarray) -> np.ndarray:
        """The furthest point of each node [n] in its direction [n, 2], pixels."""
        first, mixed, second = self._spread.take(nodes, 0).T
        x, y = towards.T
        reach = np.stack((first * x + mixed * y, mixed * x + second * y), 1)
        length = np.sqrt(reach[:, 0] * x + reach[:, 1] * y) + 1e-9
        reach /= length[:, None]
        reach += self.xy.take(nodes, 0)
        return reach

    def bounds(self, nodes: np.ndarray) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of some nodes, pixels."""
        return self.boxes(nodes, np.array([0]))[0]

    def boxes(self, nodes: np.ndarray, starts: np.ndarray) -> list[tuple[float, float, float, float]]:
        """Left, top, right, bottom, pixels, of groups of nodes, each from its start to the next."""
        reach = np.sqrt(self._spread[:, ::2])
        low = np.minimum.reduceat((self.xy - reach).take(nodes, 0), starts, 0)
        high = np.maximum.reduceat((self.xy + reach).take(nodes, 0), starts, 0)
        return [tuple(box) for box in np.concatenate((low, high), 1).tolist()]


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

    @classmethod
    def joined(cls, shapes: Sequence[Shape]) -> Shape:
        """Several shapes as one, joined by bridges too."""
        if len(shapes) == 1:
            return shapes[0]
        back = shapes[-2::-1]
        return cls(
            np.concatenate([shape.points for shape in shapes] + [shape.points[:1] for shape in back]),
            np.concatenate([shape.outward for shape in shapes] + [shape.outward[:1] for shape in back]),
        )


def hull_rows(shadows: Shadows, nodes: np.ndarray) -> np.ndarray:
    """Which node is the furthest, for every direction of AROUND, of hulls of nodes [p, m]: [p, K]."""
    furthest = shadows.support.take(nodes, 0).argmax(1)
    furthest += np.arange(len(nodes))[:, None] * nodes.shape[1]
    return nodes.take(furthest)


def hulls(shadows: Shadows, nodes: np.ndarray) -> np.ndarray:
    """The convex rings [p, K, 2] round hulls of nodes [p, m]; their outward directions are AROUND."""
    around = np.tile(AROUND, (len(nodes), 1))
    return shadows.points(hull_rows(shadows, nodes).ravel(), around).reshape(len(nodes), DIRECTIONS, 2)


class _Buffer:
    """A polygon of n corners whose memory numpy writes."""

    def __init__(self, corners: int) -> None:
        self.polygon = QPolygonF([QPointF()] * corners)
        self.memory = np.frombuffer(VoidPtr(self.polygon.data(), 16 * corners, True), np.float64).reshape(-1, 2)


class Pen:
    """Fills shapes; keeps the memory that numpy and Qt share."""

    _STEP = 16  # corners: buffers come in these sizes, the rest repeats the last corner

    def __init__(self) -> None:
        self._buffers: dict[int, _Buffer] = {}
        self._path = _empty_path()

    def fill(self, painter: QPainter, brush: QBrush, *shapes: Shape, grow: float = 0.0) -> None:
        """Fill, grown by some pixels. A path costs a third of a polygon in the raster engine."""
        path = self._path
        path.clear()
        self._add(path, shapes, grow)
        painter.fillPath(path, brush)

    def path(self, *shapes: Shape, grow: float = 0.0) -> QPainterPath:
        """Shapes as one path of its own."""
        path = _empty_path()
        self._add(path, shapes, grow)
        return path

    def _add(self, path: QPainterPath, shapes: Sequence[Shape], grow: float) -> None:
        for shape in shapes:
            points = shape.points + shape.outward * grow if grow else shape.points
            count = len(points)
            corners = -(-count // self._STEP) * self._STEP
            buffer = self._buffers.get(corners)
            if buffer is None:
                buffer = self._buffers[corners] = _Buffer(corners)
            if count == corners:
                buffer.memory[:] = points
            else:
                buffer.memory[:count] = points
                buffer.memory[count:] = points[-1]
            path.addPolygon(buffer.polygon)


def _empty_path() -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    return path
