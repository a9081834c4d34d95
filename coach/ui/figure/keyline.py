"""The keyline: a line in the stage's colour round a near limb where it crosses the body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QLinearGradient, QPainter

from coach.ui.figure.palette import Tone, colour
from coach.ui.figure.shapes import Pen, Shape

_ATOP = QPainter.CompositionMode.CompositionMode_SourceAtop
_OVER = QPainter.CompositionMode.CompositionMode_SourceOver
_STRENGTH = 0.92
_STEEP = 0.7  # a limb that rises more than this for every pixel sideways fades by height alone, which is cheaper
_GONE = 0.85  # where a line that grows on into the next limb has faded out again


@dataclass(frozen=True)
class Fade:
    """Shares of the way along a limb: nothing up to `clear`, the whole line from `full` on; with `grows_on` it is gone
    again at the end, where the limb grows on into what is already painted."""

    clear: float
    full: float
    grows_on: bool = False

    def stops(self) -> list[tuple[float, float]]:
        """(share, strength) where the strength bends."""
        if self.grows_on:
            return [(self.clear, 0.0), ((self.clear + _GONE) / 2, _STRENGTH), (_GONE, 0.0)]
        return [(self.clear, 0.0), (self.full, _STRENGTH)]


def paint_keyline(
    painter: QPainter,
    pen: Pen,
    tone: Tone,
    shapes: Sequence[Shape],
    grow: float,
    ends: tuple[np.ndarray, np.ndarray],
    fade: Fade,
) -> None:
    """Shapes grown by some pixels, over what is painted and nowhere else, fading from one end to the other (pixels)."""
    start, end = ends
    along = end - start
    if float(along @ along) < 64.0:  # it points at the eye: fade over a few pixels downwards
        along = along + np.array((0.0, 9.0))
    if abs(along[1]) > abs(along[0]) * _STEEP:
        gradient = QLinearGradient(0.0, float(start[1]), 0.0, float(start[1] + along[1]))
    else:
        gradient = QLinearGradient(QPointF(*start), QPointF(*(start + along)))
    for share, strength in fade.stops():
        gradient.setColorAt(share, colour(tone, strength))
    painter.setBrush(gradient)
    painter.setCompositionMode(_ATOP)
    pen.fill(painter, *shapes, grow=grow)
    painter.setCompositionMode(_OVER)
