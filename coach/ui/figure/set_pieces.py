"""Paints the pieces of props: rounded shapes in sand, their flat sides lighter or darker, no outlines."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QPainter, QPainterPath

from coach.ui.figure.brushes import Box, lit, veil
from coach.ui.figure.camera import Camera
from coach.ui.figure.canvas import Canvas
from coach.ui.figure.order import Solids
from coach.ui.figure.palette import Palette, mix
from coach.ui.figure.pieces import Piece, faces_seen
from coach.ui.figure.shapes import AROUND, Pen, Shadows, Shape, hulls
from coach.values import dataclass

if TYPE_CHECKING:
    from coach.ui.figure.arrays import Floats

_WHITE = (255.0, 255.0, 255.0)
# Tones of props are chosen by eye.
_LIGHTER, _DARKER = 0.22, 0.20  # of white and of the dark tone, on faces in the light and in the shade
_FACE = 204  # of 255
_SEEN_THROUGH = 120  # of 255: what stands between the eye and the limbs that lean on it
_ALONG = -0.12
_BAND_CM = 1.15  # half of .0135 of the stature, as in the drawn look
_BAND_SAMPLES = np.linspace(0.0, 1.0, 12)[1:-1, None]
_BAND_CAP = np.linspace(-np.pi / 2, np.pi / 2, 7)
_BAND_CAPS = np.concatenate((_BAND_CAP, _BAND_CAP + np.pi))
_SHINE_SHARE, _SHINE_TONE, _SHINE = 0.28, 0.35, 153  # of a band's radius, of white, of 255


@dataclass(frozen=True)
class SetPiece:
    """A piece as one camera sees it, ready to paint: `fills` from the first to the last, all within `box`, or once
    painted its `picture`. What it `carries` lies on it."""

    name: str
    fills: tuple[tuple[QPainterPath, QBrush], ...]
    solids: Solids
    box: Box
    carries: tuple[str, ...] = ()
    picture: Canvas | None = None

    @classmethod
    def of(cls, piece: Piece, camera: Camera, palette: Palette, pen: Pen) -> SetPiece:
        """The piece in its palette's tones. One that is turned away from the limbs that lean on it is seen through and
        carries nothing."""
        shadows = Shadows(camera, piece.centres, piece.axes)
        xy, depth, scale = camera.project(piece.samples)
        base = palette.of(piece.tone)
        shape = Shape.of([(hulls(shadows, np.array([ring]))[0], AROUND) for ring in piece.rings])
        box = shadows.bounds(np.arange(len(piece.centres)))
        solids = Solids((piece.name,), (len(depth),), xy, depth, piece.reach * scale)
        if not piece.is_floor and not is_backdrop(piece, camera):
            return cls(piece.name, ((pen.path(shape), veil(palette.prop_dark, _SEEN_THROUGH)),), solids, box)
        fills = [(pen.path(shape), lit(base, palette, box))]
        for face in faces_seen(piece, camera):
            towards = mix(base, _WHITE, _LIGHTER) if face.light > 0 else mix(base, palette.dark, _DARKER)
            outline = _polygon(camera.project(face.corners)[0])
            fills.append((outline, veil(mix(base, towards, abs(face.light)), _FACE)))
        return cls(piece.name, tuple(fills), solids, box, piece.carries)

    def paint(self, painter: QPainter) -> None:
        """All of it, or its picture."""
        if self.picture is not None:
            self.picture.show(painter)
            return
        for path, brush in self.fills:
            painter.fillPath(path, brush)


def stretches(bands: Sequence[Floats], camera: Camera, palette: Palette, pen: Pen) -> list[SetPiece]:
    """Taut stretches of bands, each a line whose ends (centimetres) move with the figure: a capsule and a thin light
    line along it."""
    if not bands:
        return []
    ends = np.array([(line[0], line[-1]) for line in bands], float)
    tips, _, widths = camera.project(ends.reshape(-1, 3))
    samples = ends[:, :1] + (ends[:, 1:] - ends[:, :1]) * _BAND_SAMPLES
    xy, depth, scale = (
        part.reshape(len(bands), -1, *part.shape[1:]) for part in camera.project(samples.reshape(-1, 3))
    )
    out = []
    tone = palette.of("band")
    shine = veil(mix(tone, _WHITE, _SHINE_TONE), _SHINE)
    places: list[tuple[float, float]] = tips.tolist()
    wide: list[float] = (widths * _BAND_CM).tolist()
    for i in range(len(bands)):
        (first, last), (start, end) = places[2 * i : 2 * i + 2], wide[2 * i : 2 * i + 2]
        turn = math.atan2(last[1] - first[1], last[0] - first[0])
        around = _BAND_CAPS + turn
        ring = np.stack((np.cos(around), np.sin(around)), 1) * np.repeat((end, start), len(_BAND_CAP))[:, None]
        ring += np.repeat((last, first), len(_BAND_CAP), 0)
        most = max(start, end)
        box = (
            min(first[0], last[0]) - most,
            min(first[1], last[1]) - most,
            max(first[0], last[0]) + most,
            max(first[1], last[1]) + most,
        )
        fills = (
            (pen.path(Shape(ring, ring, (len(ring),))), lit(tone, palette, box)),
            (_shine(pen, xy[i], (start + end) / 2 * _SHINE_SHARE), shine),
        )
        name = f"band-{i}"
        reach = scale[i] * (2 * _BAND_CM)
        out.append(SetPiece(name, fills, Solids((name,), (len(reach),), xy[i], depth[i], reach), box))
    return out


def is_backdrop(piece: Piece, camera: Camera) -> bool:
    """Whether a wall or frame stands behind the figure, or is seen along its face; all else does."""
    return piece.seen_from is None or float(camera.to_eye @ np.array(piece.seen_from)) > _ALONG


def _shine(pen: Pen, line: Floats, wide: float) -> QPainterPath:
    """A thin light line along a band, on the side that is lit."""
    (x, y), (to_x, to_y) = line[0].tolist(), line[-1].tolist()
    share = wide / (math.hypot(to_x - x, to_y - y) + 1e-6)
    across, down = (to_y - y) * share, (x - to_x) * share
    ring = np.array(
        (
            (x + across, y + down - wide),
            (to_x + across, to_y + down - wide),
            (to_x - across, to_y - down - wide),
            (x - across, y - down - wide),
        )
    )
    return pen.path(Shape(ring, ring, (4,)))


def _polygon(points: Floats) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    path.closeSubpath()
    return path
