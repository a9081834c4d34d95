"""Paints the pieces of props: rounded shapes in sand, their flat sides lighter or darker, no outlines."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QPainter, QPainterPath

from coach.ui.figure.brushes import lit, veil
from coach.ui.figure.camera import Camera
from coach.ui.figure.order import Solid
from coach.ui.figure.palette import Palette, mix
from coach.ui.figure.pieces import Piece, faces_seen
from coach.ui.figure.shapes import AROUND, Pen, Shadows, Shape, hulls

_WHITE = (255.0, 255.0, 255.0)
_LIGHTER, _DARKER = 0.22, 0.20


@dataclass(frozen=True)
class SetPiece:
    """A piece as one camera sees it, ready to paint: `fills` from the first to the last."""

    piece: Piece
    solid: Solid
    fills: tuple[tuple[QPainterPath, QBrush], ...]

    @classmethod
    def of(cls, piece: Piece, camera: Camera, palette: Palette, pen: Pen) -> SetPiece:
        """The piece in its palette's tones."""
        shadows = Shadows(camera, piece.centres, piece.axes)
        xy, depth, scale = camera.project(piece.samples)
        base = palette.of(piece.tone)
        shape = Shape.of([(hulls(shadows, np.array([ring]))[0], AROUND) for ring in piece.rings])
        fills = [(pen.path(shape), lit(base, palette, shadows.bounds(np.arange(len(piece.centres)))))]
        for face in faces_seen(piece, camera):
            towards = mix(base, _WHITE, _LIGHTER) if face.light > 0 else mix(base, palette.dark, _DARKER)
            fills.append((_outline(camera, face.corners), veil(mix(base, towards, abs(face.light)), 0.8)))
        if piece.tone == "band":
            fills.append((_shine(xy, piece.reach * scale), veil(mix(base, _WHITE, 0.35), 0.6)))
        return cls(piece, Solid(piece.name, xy, depth, piece.reach * scale), tuple(fills))

    def paint(self, painter: QPainter) -> None:
        for path, brush in self.fills:
            painter.fillPath(path, brush)


def _shine(xy: np.ndarray, radius: np.ndarray) -> QPainterPath:
    """A thin light line along a band."""
    first, last = xy[0], xy[-1]
    wide = float(radius.mean()) * 0.14
    across = np.array((last[1] - first[1], first[0] - last[0]))
    across *= wide / (float(np.hypot(*across)) + 1e-6)
    up = np.array((0.0, -wide))
    return _polygon((first + across + up, last + across + up, last - across + up, first - across + up))


def _outline(camera: Camera, corners: np.ndarray) -> QPainterPath:
    return _polygon(camera.project(corners)[0])


def _polygon(points) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    path.closeSubpath()
    return path
