"""The keyline: a line in the stage's colour round a near limb where it crosses the body, tapering to the joint."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QPainter

from coach.ui.figure.brushes import veil
from coach.ui.figure.palette import Tone
from coach.ui.figure.shapes import Pen, Shape

_ATOP = QPainter.CompositionMode.CompositionMode_SourceAtop
_OVER = QPainter.CompositionMode.CompositionMode_SourceOver
_STRENGTH = 235  # of 255
_GONE = 0.85  # where a line that grows on into the next limb has tapered off again
_INSIDE = 1.5  # pixels under the limb where there is no line, so that its soft edge does not show
_SHORTEST = 64.0  # pixels squared: a limb that points at the eye tapers over a few pixels downwards


@dataclass(frozen=True)
class Taper:
    """Shares of the way along a limb: nothing up to `clear`, the whole line from `full` on; with `grows_on` it is gone
    again at the end, where the limb grows on into what is already painted."""

    clear: float
    full: float
    grows_on: bool = False

    def widths(self, shares: np.ndarray) -> np.ndarray:
        """The line's width, 0 to 1, at shares of the way."""
        full = (self.clear + _GONE) / 2 if self.grows_on else self.full
        wide = (shares - self.clear) * (1 / (full - self.clear))
        if self.grows_on:
            wide = np.minimum(wide, (_GONE - shares) * (1 / (_GONE - full)))
        return np.minimum(np.maximum(wide, 0.0, out=wide), 1.0, out=wide)


def paint_keyline(
    painter: QPainter,
    pen: Pen,
    tone: Tone,
    shapes: Sequence[Shape],
    width: float,
    ends: tuple[np.ndarray, np.ndarray],
    taper: Taper,
) -> None:
    """A line of `width` pixels round shapes that run from one of `ends` to the other, over what is painted and nowhere
    else."""
    start, end = ends
    along = end - start
    if float(along @ along) < _SHORTEST:
        along = along + np.array((0.0, 9.0))
    painter.setCompositionMode(_ATOP)
    pen.blend(painter, veil(tone, _STRENGTH), _widened(Shape.joined(shapes), width, start, along, taper))
    painter.setCompositionMode(_OVER)


def _widened(shape: Shape, width: float, start: np.ndarray, along: np.ndarray, taper: Taper) -> Shape:
    along = along / float(along @ along)
    wide = taper.widths(shape.points @ along - float(start @ along))
    wide *= width + _INSIDE
    wide -= _INSIDE
    return shape.grown(wide[:, None])
