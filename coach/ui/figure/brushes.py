"""Brushes. Gradients are vertical wherever they can be, and what is translucent is a gradient of one colour: the raster
engine fills those by itself, while for others it wakes helper threads, which costs more than a whole limb."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient

from coach.ui.figure.palette import Palette, Tone, colour, mix

_WHITE = (255.0, 255.0, 255.0)
_DARKER = 0.62  # of the lift, towards the dark tone, at the lower end
_MIDDLE = 0.55

Box = tuple[float, float, float, float]
NO_PEN = Qt.PenStyle.NoPen


def lit(base: Tone, palette: Palette, box: Box) -> QBrush:
    """Lighter above, darker below, across `box` (left, top, right, bottom)."""
    if palette.lift <= 0:
        return QBrush(colour(base))
    gradient = QLinearGradient(0.0, box[1], 0.0, box[3])
    gradient.setStops(_stops(base, palette.dark, palette.lift))
    return QBrush(gradient)


@lru_cache(512)
def _stops(base: Tone, dark: Tone, lift: float) -> list[tuple[float, QColor]]:
    return [
        (0.0, colour(mix(base, _WHITE, lift))),
        (_MIDDLE, colour(base)),
        (1.0, colour(mix(base, dark, lift * _DARKER))),
    ]


@lru_cache(512)
def veil(base: Tone, alpha: float) -> QBrush:
    """One translucent colour."""
    gradient = QLinearGradient(0.0, 0.0, 0.0, 1.0)
    gradient.setColorAt(0, colour(base, alpha))
    gradient.setColorAt(1, colour(base, alpha))
    return QBrush(gradient)


def ember(middle: Tone, edge: Tone, alpha: float, top: float, bottom: float) -> QBrush:
    """Brightest half-way down."""
    gradient = QLinearGradient(0.0, top, 0.0, bottom)
    gradient.setColorAt(0.08, colour(edge, alpha))
    gradient.setColorAt(0.5, colour(middle, alpha))
    gradient.setColorAt(0.92, colour(edge, alpha))
    return QBrush(gradient)
