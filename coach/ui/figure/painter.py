"""Paints one posture and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtGui import QPainter

from coach.figure.scene import Scene
from coach.ui.figure.body_paint import BodyPainter
from coach.ui.figure.brushes import NO_PEN, SMOOTH, Box
from coach.ui.figure.camera import Camera
from coach.ui.figure.canvas import Canvas
from coach.ui.figure.frame import Frame
from coach.ui.figure.palette import Palette, colour
from coach.ui.figure.props import pieces_of
from coach.ui.figure.set_pieces import SetPiece, is_backdrop, stretches
from coach.ui.figure.shadow import paint_shadow
from coach.ui.figure.shapes import Pen

_GHOST, _WRONG = 0.26, 0.60
_VEILED = 0.35  # a wall between the eye and the figure is painted behind it, faint
_MORE_CM = 3.0


@dataclass(frozen=True)
class _Set:
    """What stands still in one scene: as a picture what lies behind the figure, as pieces with pictures what stands
    between its limbs."""

    backdrop: Canvas | None
    standing: tuple[SetPiece, ...]

    @property
    def bytes(self) -> int:
        kept = [self.backdrop, *(piece.picture for piece in self.standing)]
        return sum(canvas.bytes for canvas in kept if canvas is not None)


class FigurePainter:
    """Paints with one palette; keeps what stands still of the last camera and scene, and its ghost."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._pen = Pen()
        self._body = BodyPainter(palette, self._pen)
        self._layer = Canvas()
        self._still: tuple[object, _Set | None] = (None, None)
        self._ghost: tuple[object, object, Canvas | None] = (None, None, None)

    @property
    def bytes(self) -> int:
        """The memory of the pictures that it keeps."""
        kept = (self._layer, self._body, self._still[1], self._ghost[2])
        return sum(one.bytes for one in kept if one is not None)

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
        painter.setRenderHint(SMOOTH)
        painter.setPen(NO_PEN)
        ratio = painter.device().devicePixelRatioF()
        frame = Frame.of(posture, camera, tuple(highlight) if glow > 0 else ())
        still = self._set(scene, camera, ratio)
        if still.backdrop is not None:
            still.backdrop.show(painter)
        paint_shadow(painter, camera, self._palette, frame.centres, frame.reach)
        if ghost is not None:
            self._paint_ghost(painter, ghost, camera, ratio)
        if wrong is not None:
            self._paint_wrong(painter, wrong, camera, ratio)
        pieces = [*still.standing, *stretches(posture.bands, camera, self._palette, self._pen)]
        within = self._layer.begin(camera.size, ratio, _around([frame.box, *(piece.box for piece in pieces)], camera))
        shapes = self._body.paint(within, frame, pieces, glow)
        within.end()
        self._body.contour(painter, frame, shapes)
        self._layer.show(painter)
        self._marks(painter, frame)

    def _set(self, scene: Scene, camera: Camera, ratio: float) -> _Set:
        key = (scene, camera, ratio)
        if self._still[1] is None or self._still[0] != key:
            behind, between = [], []
            for piece in pieces_of(scene):
                seen = SetPiece.of(piece, camera, self._palette, self._pen)
                if piece.is_floor:
                    behind.append((seen, 1.0 if is_backdrop(piece, camera) else _VEILED))
                else:
                    picture = _picture([(seen, 1.0)], camera, ratio)
                    between.append(replace(seen, picture=picture))
            self._still = (key, _Set(_picture(behind, camera, ratio), tuple(between)))
        return self._still[1]

    def _paint_ghost(self, painter: QPainter, posture, camera: Camera, ratio: float) -> None:
        """One posture is the ghost of a whole movement: its picture is kept."""
        if self._ghost[0] is not posture or self._ghost[1] != (camera, ratio):
            frame, canvas = Frame.of(posture, camera), Canvas(fitted=True)
            within = canvas.begin(camera.size, ratio, _around([frame.box], camera))
            self._body.silhouette(within, frame)
            within.end()
            self._ghost = (posture, (camera, ratio), canvas)
        painter.setOpacity(_GHOST)
        self._ghost[2].show(painter)
        painter.setOpacity(1.0)

    def _paint_wrong(self, painter: QPainter, posture, camera: Camera, ratio: float) -> None:
        frame = Frame.of(posture, camera)
        within = self._layer.begin(camera.size, ratio, _around([frame.box], camera))
        BodyPainter(self._palette.mistaken(), self._pen).paint(within, frame, [], 0.0)
        within.end()
        painter.setOpacity(_WRONG)
        self._layer.show(painter)
        painter.setOpacity(1.0)

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


def _picture(pieces: Sequence[tuple[SetPiece, float]], camera: Camera, ratio: float) -> Canvas | None:
    """Pieces with their opacities as one picture."""
    if not pieces:
        return None
    canvas = Canvas(fitted=True)
    within = canvas.begin(camera.size, ratio, _around([piece.box for piece, _ in pieces], camera))
    for piece, opacity in pieces:
        within.setOpacity(opacity)
        piece.paint(within)
    within.end()
    return canvas


def _around(boxes: Sequence[Box], camera: Camera) -> Box:
    """One box round some, a little larger: hair and flat sides reach out of theirs."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    more = _MORE_CM * camera.scale
    return min(lefts) - more, min(tops) - more, max(rights) + more, max(bottoms) + more


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
