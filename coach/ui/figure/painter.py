"""Paints one posture and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtGui import QPainter

from coach.figure.posture import Posture
from coach.figure.scene import Scene
from coach.ui.figure.body_paint import BodyPainter
from coach.ui.figure.brushes import Box, grown, joined
from coach.ui.figure.camera import Camera
from coach.ui.figure.canvas import Canvas
from coach.ui.figure.ground_shadow import ground_shadow
from coach.ui.figure.palette import Palette, colour
from coach.ui.figure.props import pieces_of
from coach.ui.figure.seen import Seen
from coach.ui.figure.set_pieces import SetPiece, is_backdrop, stretches
from coach.ui.figure.shapes import Pen
from coach.values import dataclass, replace

_GHOST = 0.26  # how opaque, as in the drawn look
_VEILED = 0.35  # a wall between the eye and the figure is painted behind it, faint
_MORE_CM = 3.0  # round a box, of what reaches out of it: hair, and flat sides of props


@dataclass(frozen=True)
class _Still:
    """What stands still while the figure moves before one camera: behind it, for each ghost, one picture; between its
    limbs, pieces with pictures of their own."""

    key: object
    backdrop: tuple[tuple[SetPiece, float], ...]
    between: tuple[SetPiece, ...]
    behind: dict[int, tuple[object, Canvas | None]]

    @property
    def bytes(self) -> int:
        kept = [*(canvas for _, canvas in self.behind.values()), *(piece.picture for piece in self.between)]
        return sum(canvas.bytes for canvas in kept if canvas is not None)


class FigurePainter:
    """Paints with one palette; keeps what stands still before the last camera."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._pen = Pen()
        self._body = BodyPainter(palette, self._pen)
        self._layer = Canvas()
        self._still: _Still | None = None

    @property
    def bytes(self) -> int:
        """The memory of the pictures that it keeps."""
        return self._layer.bytes + self._body.bytes + (self._still.bytes if self._still is not None else 0)

    def paint(
        self,
        painter: QPainter,
        posture: Posture,
        scene: Scene,
        camera: Camera,
        *,
        highlight: Sequence[str] = (),
        glow: float = 1.0,
        ghost: Posture | None = None,
    ) -> None:
        """The figure in the camera's picture on whatever is there, over what stands behind it."""
        ratio = painter.device().devicePixelRatioF()
        behind = self.behind(scene, camera, ratio, ghost)
        if behind is not None:
            behind.show(painter)
        self.figure(posture, scene, camera, ratio, highlight=highlight, glow=glow).show(painter)

    def behind(self, scene: Scene, camera: Camera, ratio: float, ghost: Posture | None = None) -> Canvas | None:
        """Floor, mats and walls, and faintly the `ghost`, the posture that the figure came from."""
        still = self._standing(scene, camera, ratio)
        if id(ghost) not in still.behind:
            still.behind[id(ghost)] = ghost, self._backdrop(still.backdrop, ghost, camera, ratio)
        return still.behind[id(ghost)][1]

    def figure(
        self,
        posture: Posture,
        scene: Scene,
        camera: Camera,
        ratio: float,
        *,
        highlight: Sequence[str] = (),
        glow: float = 1.0,
    ) -> Canvas:
        """The figure with its shadow, and the props between its limbs, as a picture of its own."""
        seen = Seen.of(posture, camera, tuple(highlight) if glow > 0 else ())
        bands = stretches(posture.bands, camera, self._palette, self._pen)
        pieces = [*self._standing(scene, camera, ratio).between, *bands]
        shadow = ground_shadow(camera, self._palette, seen.centres, seen.reach)
        box = _around([seen.box, *(piece.box for piece in pieces)], camera)
        body = self._layer.begin(camera.size, ratio, box)
        self._body.paint(body, seen, pieces, glow)
        self._marks(body, seen)
        body.end()
        canvas = Canvas()
        under = canvas.begin(camera.size, ratio, box if shadow is None else joined([box, shadow.box]))
        if shadow is not None:
            shadow.paint(under)
        self._body.contour(under, seen)
        self._layer.show(under)
        under.end()
        return canvas

    def _standing(self, scene: Scene, camera: Camera, ratio: float) -> _Still:
        key = (scene, camera, ratio)
        if self._still is None or self._still.key != key:
            behind, between = [], []
            for piece in pieces_of(scene):
                seen = SetPiece.of(piece, camera, self._palette, self._pen)
                if piece.is_floor:
                    behind.append((seen, 1.0 if is_backdrop(piece, camera) else _VEILED))
                else:
                    picture = Canvas()
                    within = picture.begin(camera.size, ratio, _around([seen.box], camera))
                    seen.paint(within)
                    within.end()
                    between.append(replace(seen, picture=picture))
            self._still = _Still(key, tuple(behind), tuple(between), {})
        return self._still

    def _backdrop(
        self, pieces: Sequence[tuple[SetPiece, float]], ghost: Posture | None, camera: Camera, ratio: float
    ) -> Canvas | None:
        """Pieces with their opacities, and before them the ghost."""
        seen = Seen.of(ghost, camera) if ghost is not None else None
        boxes = [piece.box for piece, _ in pieces] + ([seen.box] if seen is not None else [])
        if not boxes:
            return None
        canvas = Canvas()
        within = canvas.begin(camera.size, ratio, _around(boxes, camera))
        for piece, opacity in pieces:
            within.setOpacity(opacity)
            piece.paint(within)
        if seen is not None:
            figure = Canvas()
            alone = figure.begin(camera.size, ratio, _around([seen.box], camera))
            self._body.silhouette(alone, seen)
            alone.end()
            within.setOpacity(_GHOST)
            figure.show(within)
        within.end()
        return canvas

    def _marks(self, painter: QPainter, seen: Seen) -> None:
        """Small targets on the points that should touch."""
        marks = seen.posture.marks
        if not marks:
            return
        places, _, scale = seen.camera.project(np.array(marks))
        for (x, y), pixels in zip(places, scale, strict=True):
            for radius, tone, alpha in (  # centimetres; a target of three rings, chosen by eye
                (3.0, self._palette.stage, 0.9),
                (2.3, self._palette.glow, 1.0),
                (1.1, self._palette.stage, 1.0),
            ):
                painter.setBrush(colour(tone, alpha))
                size = max(1.2, radius * pixels)
                painter.drawEllipse(x - size, y - size, 2 * size, 2 * size)


def _around(boxes: Sequence[Box], camera: Camera) -> Box:
    """One box round some, a little larger: hair and flat sides reach out of theirs."""
    return grown(joined(boxes), _MORE_CM * camera.scale)
