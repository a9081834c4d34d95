"""Everything drawn is made of a few ellipsoids' shadows on the picture: this is where the shadows are cast.

An ellipsoid's picture is an ellipse with the support function h(u) = c.u + |M^T u|, M its half axes on the picture. The
outline of a loft runs along the tangents that neighbouring ellipses share. A shape grown by w pixels has each point
of its outline moved by w along the direction u in which that point is the furthest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPolygonF
from shiboken6 import VoidPtr

from coach.values import dataclass

if TYPE_CHECKING:
    from coach.ui.figure.arrays import Floats, Numbers
    from coach.ui.figure.camera import Camera

DIRECTIONS = 24
ANGLES: Floats = np.arange(DIRECTIONS, dtype=np.float64) * (2 * np.pi / DIRECTIONS)
AROUND: Floats = np.stack((np.cos(ANGLES), np.sin(ANGLES)), 1)


_WINDING = Qt.FillRule.WindingFill
_ALL, _MEAN = np.ones(3), np.full(DIRECTIONS, 1 / DIRECTIONS)
_SQUARES = np.stack((AROUND[:, 0] ** 2, 2 * AROUND[:, 0] * AROUND[:, 1], AROUND[:, 1] ** 2))


class Shadows:
    """All nodes of one frame on the picture. `xy` pixels, `depth` cm towards the eye, `radius` mean, pixels.

    Only M M^T of an ellipse matters: |M^T u|^2 = u.(M M^T u), and its furthest point lies at M M^T u / |M^T u|.
    """

    def __init__(self, camera: Camera, centres: Floats, axes: Floats) -> None:
        self.xy, self.depth, scale = camera.project(centres)
        across, up = (camera.rotation[:2] @ axes.transpose(1, 0, 2).reshape(3, -1)).reshape(2, -1, 3)
        self._spread = np.empty((3, len(scale)))
        np.matmul(across * across, _ALL, out=self._spread[0])
        np.matmul(across * up, -_ALL, out=self._spread[1])
        np.matmul(up * up, _ALL, out=self._spread[2])
        self._spread *= scale * scale
        self._places = np.ascontiguousarray(self.xy.T)
        length = np.sqrt(self._spread.T @ _SQUARES)
        self.radius = length @ _MEAN
        self.support = self.xy @ AROUND.T
        self.support += length

    def points(self, nodes: Numbers, towards: Floats) -> Floats:
        """The furthest point of each node [n] in its direction [2, n], pixels [2, n]."""
        first, mixed, second = self._spread.take(nodes, 1)
        x, y = towards
        reach = np.empty((2, len(nodes)))
        np.add(first * x, mixed * y, out=reach[0])
        np.add(mixed * x, second * y, out=reach[1])
        length = np.sqrt(reach[0] * x + reach[1] * y)
        length += 1e-9
        reach /= length
        reach += self._places.take(nodes, 1)
        return reach

    def middles(self, nodes: Numbers) -> Floats:
        """The middle of each node [n], pixels [2, n]."""
        return self._places.take(nodes, 1)

    def halves(self, nodes: Numbers) -> Floats:
        """Half of the width and of the height of nodes [n], pixels [n, 2]."""
        return np.sqrt(self._spread[::2].take(nodes, 1)).T

    def bounds(self, nodes: Numbers) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of some nodes, pixels."""
        return self.boxes(nodes, np.array([0]))[0]

    def boxes(self, nodes: Numbers, starts: Numbers) -> list[tuple[float, float, float, float]]:
        """Left, top, right, bottom, pixels, of groups of nodes, each from its start to the next."""
        reach = np.sqrt(self._spread[::2]).T
        low = np.minimum.reduceat((self.xy - reach).take(nodes, 0), starts, 0)
        high = np.maximum.reduceat((self.xy + reach).take(nodes, 0), starts, 0)
        return [tuple(box) for box in np.concatenate((low, high), 1).tolist()]


@dataclass(slots=True)  # frozen ones take twice as long to make, and a frame makes fifty
class Shape:
    """Closed rings one after the other, each up to its entry in `ends`: what any of them covers."""

    points: Floats
    outward: Floats
    ends: tuple[int, ...]

    @classmethod
    def of(cls, rings: Sequence[tuple[Floats, Floats]]) -> Shape:
        """Rings as (points [n, 2], outward [n, 2])."""
        points, outward = (np.concatenate(part) for part in zip(*rings, strict=True))
        return cls(points, outward, tuple(accumulate(len(ring) for ring, _ in rings)))

    @classmethod
    def joined(cls, shapes: Sequence[Shape]) -> Shape:
        """Several shapes as one."""
        return shapes[0] if len(shapes) == 1 else cls.of([ring for shape in shapes for ring in shape.rings()])

    def rings(self) -> list[tuple[Floats, Floats]]:
        """Each ring by itself."""
        parts = [slice(begin, end) for begin, end in pairwise((0, *self.ends))]
        return [(self.points[part], self.outward[part]) for part in parts]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom, pixels."""
        (left, top), (right, bottom) = self.points.min(0).tolist(), self.points.max(0).tolist()
        return left, top, right, bottom

    def grown(self, pixels: float | Floats) -> Shape:
        """Larger by some pixels, all round or by [n, 1] point for point."""
        return Shape(self.points + self.outward * pixels, self.outward, self.ends)


def hull_rows(shadows: Shadows, nodes: Numbers) -> Numbers:
    """Which node is the furthest, for every direction of AROUND, of hulls of nodes [p, m]: [p, K]."""
    furthest: Numbers = shadows.support.take(nodes, 0).argmax(1)
    furthest += np.arange(len(nodes))[:, None] * nodes.shape[1]
    corners: Numbers = nodes.take(furthest)
    return corners


def hulls(shadows: Shadows, nodes: Numbers) -> Floats:
    """The convex rings [p, K, 2] round hulls of nodes [p, m]; their outward directions are AROUND."""
    around = np.tile(AROUND.T, len(nodes))
    return shadows.points(hull_rows(shadows, nodes).ravel(), around).T.reshape(len(nodes), DIRECTIONS, 2)


def _polygon(corners: int) -> tuple[Floats, QPolygonF]:
    """A polygon of so many corners, and its memory for numpy to write."""
    polygon = QPolygonF([QPointF()] * corners)
    # shiboken's stub knows neither what a polygon's data are nor that a VoidPtr has a length and is a buffer
    data = VoidPtr(polygon.data(), 16 * corners, True)  # type: ignore[call-arg, arg-type]
    return np.frombuffer(data, np.float64).reshape(-1, 2), polygon  # type: ignore[call-overload]


class Pen:
    """Fills shapes; keeps the memory that numpy and Qt share."""

    def __init__(self) -> None:
        self._polygons: dict[int, tuple[Floats, QPolygonF]] = {}
        self._path = _empty_path()

    def fill(self, painter: QPainter, brush: QBrush, shape: Shape) -> None:
        """Fill ring by ring: the raster engine walks all corners of a path again for every few hundred
        pixels of its edges, so rings cost far less one by one than as one path. Where they overlap a translucent brush
        counts twice."""
        path = self._path
        for polygon in self._rings(shape):
            path.clear()
            path.addPolygon(polygon)
            painter.fillPath(path, brush)

    def blend(self, painter: QPainter, brush: QBrush, shape: Shape) -> None:
        """Fill with a translucent brush: where rings overlap they count once."""
        path = self._path
        path.clear()
        self._add(path, shape)
        painter.fillPath(path, brush)

    def path(self, shape: Shape) -> QPainterPath:
        """A shape as a path of its own."""
        path = _empty_path()
        self._add(path, shape)
        return path

    def _add(self, path: QPainterPath, shape: Shape) -> None:
        for polygon in self._rings(shape):
            path.addPolygon(polygon)

    def _rings(self, shape: Shape) -> Iterator[QPolygonF]:
        """The rings one after the other; each is written over by the next with as many corners."""
        polygons, points, begin = self._polygons, shape.points, 0
        for end in shape.ends:
            corners = end - begin
            if corners not in polygons:
                polygons[corners] = _polygon(corners)
            memory, polygon = polygons[corners]
            memory[:] = points[begin:end]
            begin = end
            yield polygon


def _empty_path() -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(_WINDING)
    return path
