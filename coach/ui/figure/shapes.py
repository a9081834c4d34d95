"""Everything drawn is the hull of a few ellipsoids' shadows on the picture: this is where the shadows are cast.

An ellipsoid's picture is an ellipse with the support function h(u) = c.u + |M^T u|, M its half axes on the picture. In
each of K directions a hull has the furthest support point of its nodes. A shape grown by w pixels adds w u.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF
from shiboken6 import VoidPtr

DIRECTIONS = 28
_ANGLES = np.arange(DIRECTIONS) * (2 * np.pi / DIRECTIONS)
_AROUND = np.stack((np.cos(_ANGLES), np.sin(_ANGLES)), 1)


def padded(hulls: list[tuple[int, ...]], width: int = 4) -> np.ndarray:
    """Node numbers of hulls as one array [p, width]; short ones repeat their first node."""
    return np.array([tuple(hull) + (hull[0],) * (width - len(hull)) for hull in hulls], int).reshape(-1, width)


class Shadows:
    """Support points of all nodes of one frame. `xy` pixels, `depth` cm towards the eye, `radius` mean, pixels."""

    def __init__(self, camera, centres: np.ndarray, axes: np.ndarray) -> None:
        self.xy, self.depth, scale = camera.project(centres)
        flat = np.einsum("ij,njk->nik", camera.rotation[:2], axes) * scale[:, None, None]
        flat[:, 1] *= -1
        reach = _AROUND @ flat
        self._length = np.sqrt(np.einsum("nkj,nkj->nk", reach, reach)) + 1e-9
        self.radius = self._length.mean(1)
        self._support = self.xy @ _AROUND.T + self._length
        self._points = self.xy[:, None, :] + np.einsum("nij,nkj->nki", flat, reach) / self._length[:, :, None]

    def polygons(self, hulls: np.ndarray) -> np.ndarray:
        """Hulls [p, m] as convex polygons [p, K, 2] in pixels, all turning the same way."""
        furthest = self._support[hulls].argmax(1)
        nodes = np.take_along_axis(hulls, furthest, 1)
        return self._points[nodes, np.arange(DIRECTIONS)]

    def bounds(self, nodes: np.ndarray) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of some nodes, pixels."""
        points = self._points[nodes]
        low, high = points.min((0, 1)), points.max((0, 1))
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def grown(polygons: np.ndarray, pixels: float) -> np.ndarray:
    """Polygons with every edge moved out."""
    return polygons + _AROUND * pixels


class _Buffer:
    """A polygon of n corners whose memory numpy writes."""

    def __init__(self, corners: int) -> None:
        self.polygon = QPolygonF([QPointF()] * corners)
        self.memory = np.frombuffer(VoidPtr(self.polygon.data(), 16 * corners, True), np.float64).reshape(-1, 2)


class Pen:
    """Fills unions of polygons. One polygon holds them all, joined by bridges walked there and back (winding fill)."""

    def __init__(self) -> None:
        self._buffers: dict[int, _Buffer] = {}

    def polygon(self, polygons: np.ndarray) -> QPolygonF:
        """The union as one polygon for winding fill; valid until the next call with as many corners."""
        count, corners = polygons.shape[:2]
        total = count * (corners + 1) + count - 1
        buffer = self._buffers.get(total)
        if buffer is None:
            buffer = self._buffers[total] = _Buffer(total)
        main = buffer.memory[: count * (corners + 1)].reshape(count, corners + 1, 2)
        main[:, :corners] = polygons
        main[:, corners] = polygons[:, 0]
        buffer.memory[count * (corners + 1) :] = polygons[-2::-1, 0][: count - 1]
        return buffer.polygon

    def fill(self, painter: QPainter, polygons: np.ndarray) -> None:
        """Fill the union with the painter's brush."""
        painter.drawPolygon(self.polygon(polygons), Qt.FillRule.WindingFill)

    def path(self, polygons: np.ndarray) -> QPainterPath:
        """The union as a path, for clipping."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addPolygon(self.polygon(polygons))
        path.closeSubpath()
        return path
