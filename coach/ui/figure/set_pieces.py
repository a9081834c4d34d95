"""Paints the pieces of props: rounded shapes in sand, their flat sides lighter or darker, no outlines."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath

from coach.ui.figure.brushes import lit, veil
from coach.ui.figure.camera import Camera
from coach.ui.figure.order import Solid
from coach.ui.figure.palette import Palette, mix
from coach.ui.figure.pieces import Piece, faces_seen
from coach.ui.figure.shapes import AROUND, Pen, Shadows, Shape, hulls

_LIGHTER, _DARKER = 0.22, 0.20


@dataclass(frozen=True)
class SetPiece:
    """A piece as one camera sees it, ready to paint."""

    piece: Piece
    solid: Solid
    shape: Shape
    box: tuple[float, float, float, float]
    faces: tuple[tuple[QPainterPath, float], ...]

    @classmethod
    def of(cls, piece: Piece, camera: Camera) -> SetPiece:
        shadows = Shadows(camera, piece.centres, piece.axes)
        xy, depth, scale = camera.project(piece.samples)
        shape = Shape.of([(hulls(shadows, np.array([ring]))[0], AROUND) for ring in piece.rings])
        faces = tuple((_outline(camera, face.corners), face.light) for face in faces_seen(piece, camera))
        box = shadows.bounds(np.arange(len(piece.centres)))
        return cls(piece, Solid(piece.name, xy, depth, piece.reach * scale), shape, box, faces)

    def paint(self, painter: QPainter, pen: Pen, palette: Palette) -> None:
        base = palette.of(self.piece.tone)
        painter.setBrush(lit(base, palette, self.box))
        pen.fill(painter, self.shape)
        for path, light in self.faces:
            towards = mix(base, (255.0, 255.0, 255.0), _LIGHTER) if light > 0 else mix(base, palette.dark, _DARKER)
            painter.fillPath(path, veil(mix(base, towards, abs(light)), 0.8))
        if self.piece.tone == "band":
            self._shine(painter, palette)

    def _shine(self, painter: QPainter, palette: Palette) -> None:
        """A thin light line along a band."""
        first, last = self.solid.xy[0], self.solid.xy[-1]
        wide = float(self.solid.radius.mean()) * 0.14
        across = np.array((last[1] - first[1], first[0] - last[0]))
        across *= wide / (float(np.hypot(*across)) + 1e-6)
        up = np.array((0.0, -wide))
        corners = (first + across + up, last + across + up, last - across + up, first - across + up)
        path = QPainterPath(QPointF(*corners[0]))
        for corner in corners[1:]:
            path.lineTo(QPointF(*corner))
        painter.fillPath(path, veil(mix(palette.band, (255.0, 255.0, 255.0), 0.35), 0.6))


def _outline(camera: Camera, corners: np.ndarray) -> QPainterPath:
    points = camera.project(corners)[0]
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    path.closeSubpath()
    return path
