"""Paints one posture and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtGui import QImage, QPainter

from coach.figure.scene import Scene
from coach.ui.figure.body_paint import BodyPainter
from coach.ui.figure.brushes import NO_PEN
from coach.ui.figure.camera import Camera
from coach.ui.figure.frame import Frame
from coach.ui.figure.palette import Palette, colour
from coach.ui.figure.pieces import Piece
from coach.ui.figure.props import band_piece, pieces_of
from coach.ui.figure.set_pieces import SetPiece
from coach.ui.figure.shadow import paint_shadow
from coach.ui.figure.shapes import Pen

_GHOST, _WRONG = 0.26, 0.60
_VEILED = 0.35  # a wall between the eye and the figure is painted behind it, faint
_ALONG = -0.12


class FigurePainter:
    """Paints with one palette; keeps the still props of the last camera and scene."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._pen = Pen()
        self._body = BodyPainter(palette, self._pen)
        self._still: tuple[object, list[SetPiece]] = (None, [])
        self._scratch: QImage | None = None
        self._ghost: tuple[object, Camera | None, QImage | None] = (None, None, None)

    def paint(
        self,
        painter: QPainter,
        posture,
        scene: Scene,
        camera: Camera,
        *,
        highlight: Sequence[str] = (),
        glow: float = 1.0,
        ghost=None,
        wrong=None,
    ) -> None:
        """The figure in the camera's picture on whatever is there. `ghost` is where it came from, faint; `wrong` the
        common mistake, in grey; both lie behind it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(NO_PEN)
        frame = Frame.of(posture, camera, tuple(highlight) if glow > 0 else ())
        still = self._still_pieces(scene, camera)
        for piece in still:
            if piece.piece.is_floor:
                painter.setOpacity(1.0 if _is_backdrop(piece.piece, camera) else _VEILED)
                piece.paint(painter)
        painter.setOpacity(1.0)
        paint_shadow(painter, camera, self._palette, frame.centres, frame.reach)
        if ghost is not None:
            self._paint_ghost(painter, ghost, camera)
        if wrong is not None:
            self._paint_wrong(painter, wrong, camera)
        pieces = [piece for piece in still if not piece.piece.is_floor]
        pieces += [
            SetPiece.of(band_piece(i, line), camera, self._palette, self._pen) for i, line in enumerate(posture.bands)
        ]
        layer, within = self._layer(painter, camera)
        shapes = self._body.paint(within, frame, pieces, glow)
        within.end()
        self._body.contour(painter, shapes, camera.scale)
        painter.drawImage(0, 0, layer)
        self._marks(painter, frame)

    def _still_pieces(self, scene: Scene, camera: Camera) -> list[SetPiece]:
        key = (scene, camera)
        if self._still[0] != key:
            pieces = [SetPiece.of(piece, camera, self._palette, self._pen) for piece in pieces_of(scene)]
            self._still = (key, pieces)
        return self._still[1]

    def _paint_ghost(self, painter: QPainter, posture, camera: Camera) -> None:
        """One posture is the ghost of a whole movement: its picture is kept."""
        if self._ghost[0] is not posture or self._ghost[1] != camera:
            layer, within = self._layer(painter, camera, fresh=True)
            self._body.silhouette(within, Frame.of(posture, camera))
            within.end()
            self._ghost = (posture, camera, layer)
        painter.setOpacity(_GHOST)
        painter.drawImage(0, 0, self._ghost[2])
        painter.setOpacity(1.0)

    def _paint_wrong(self, painter: QPainter, posture, camera: Camera) -> None:
        layer, within = self._layer(painter, camera)
        BodyPainter(self._palette.mistaken(), self._pen).paint(within, Frame.of(posture, camera), [], 0.0)
        within.end()
        painter.setOpacity(_WRONG)
        painter.drawImage(0, 0, layer)
        painter.setOpacity(1.0)

    def _layer(self, painter: QPainter, camera: Camera, *, fresh: bool = False) -> tuple[QImage, QPainter]:
        """A clear picture of the camera's size with a painter on it: keylines stay on the body this way. One is kept
        for all frames; a `fresh` one is its caller's."""
        ratio = painter.device().devicePixelRatioF()
        wide, high = (max(1, round(side * ratio)) for side in camera.size)
        layer = self._scratch
        if fresh or layer is None or (layer.width(), layer.height()) != (wide, high):
            layer = QImage(wide, high, QImage.Format.Format_ARGB32_Premultiplied)
            self._scratch = self._scratch if fresh else layer
        layer.setDevicePixelRatio(ratio)
        layer.fill(0)
        within = QPainter(layer)
        within.setRenderHint(QPainter.RenderHint.Antialiasing)
        within.setPen(NO_PEN)
        return layer, within

    def _marks(self, painter: QPainter, frame: Frame) -> None:
        """Small targets on the points that should touch."""
        marks = getattr(frame.posture, "marks", ())
        if not marks:
            return
        places, _, scale = frame.camera.project(np.array(marks))
        for (x, y), pixels in zip(places, scale, strict=True):
            for radius, tone, alpha in (
                (3.0, self._palette.stage, 0.9),
                (2.3, self._palette.glow, 1.0),
                (1.1, self._palette.stage, 1.0),
            ):
                painter.setBrush(colour(tone, alpha))
                size = max(1.2, radius * pixels)
                painter.drawEllipse(x - size, y - size, 2 * size, 2 * size)


def _is_backdrop(piece: Piece, camera: Camera) -> bool:
    """Whether a wall stands behind the figure, or is seen along its face; all but walls do."""
    return piece.seen_from is None or float(camera.to_eye @ np.array(piece.seen_from)) > _ALONG


def paint_figure(
    painter: QPainter,
    posture,
    scene: Scene,
    camera: Camera,
    palette: Palette,
    *,
    highlight: Sequence[str] = (),
    ghost=None,
    wrong=None,
    glow: float = 1.0,
) -> None:
    """One picture for itself; who paints many keeps a FigurePainter."""
    FigurePainter(palette).paint(
        painter, posture, scene, camera, highlight=highlight, glow=glow, ghost=ghost, wrong=wrong
    )
