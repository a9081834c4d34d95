"""Brushes: one gradient a part, lit from top left."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QLinearGradient

from coach.ui.figure.palette import Palette, Tone, colour, mix

_WHITE = (255.0, 255.0, 255.0)
_DARKER = 0.62  # of the lift, towards the dark tone, at the lower right end
_MIDDLE = 0.55
_ACROSS = 0.85  # of the box's width: the light falls steeply

Box = tuple[float, float, float, float]


def lit(base: Tone, palette: Palette, box: Box) -> QBrush:
    """Lighter top left, darker low right, across `box` (left, top, right, bottom)."""
    if palette.lift <= 0:
        return QBrush(colour(base))
    left, top, right, bottom = box
    gradient = QLinearGradient(left, top, left + (right - left) * _ACROSS, bottom)
    gradient.setColorAt(0, colour(mix(base, _WHITE, palette.lift)))
    gradient.setColorAt(_MIDDLE, colour(base))
    gradient.setColorAt(1, colour(mix(base, palette.dark, palette.lift * _DARKER)))
    return QBrush(gradient)


def fading_in(base: Tone, start, end, clear: float, full: float, strength: float, *, grows_on: bool = False) -> QBrush:
    """Nothing up to the share `clear` of the way from start to end (pixels), `strength` from `full` on; with
    `grows_on` it is gone again at the end."""
    along = end - start
    if float(along @ along) < 64.0:  # it points at the eye: fade over a few pixels downwards
        along = along + (0.0, 9.0)
    gradient = QLinearGradient(QPointF(*start), QPointF(*(start + along)))
    gradient.setColorAt(clear, colour(base, 0.0))
    if grows_on:
        peak = (clear + 0.85) / 2
        gradient.setColorAt(peak, colour(base, strength))
        gradient.setColorAt(0.85, colour(base, 0.0))
    else:
        gradient.setColorAt(full, colour(base, strength))
    return QBrush(gradient)


NO_PEN = Qt.PenStyle.NoPen
