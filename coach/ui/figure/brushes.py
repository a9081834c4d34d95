"""Brushes. Gradients are vertical wherever they can be, and what is translucent is a gradient of one colour: the raster
engine fills those by itself, while for others it wakes helper threads, which costs more than a whole limb."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient

from coach.ui.figure.palette import Palette, Tone, colour, mix

_WHITE = (255.0, 255.0, 255.0)
_DARKER = 0.62  # of the lift, towards the dark tone, at the lower end
_MIDDLE = 0.55
_STEEP = 0.7  # a limb that rises more than this for every pixel sideways fades by height alone
_GONE = 0.85  # where a keyline has faded out again

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


def fading_in(base: Tone, start, end, clear: float, full: float, strength: float, *, grows_on: bool = False) -> QBrush:
    """Nothing up to the share `clear` of the way from start to end (pixels), `strength` from `full` on; with
    `grows_on` it is gone again at the end."""
    along = end - start
    if float(along @ along) < 64.0:  # it points at the eye: fade over a few pixels downwards
        along = along + np.array((0.0, 9.0))
    if abs(along[1]) > abs(along[0]) * _STEEP:
        gradient = QLinearGradient(0.0, start[1], 0.0, start[1] + along[1])
    else:
        gradient = QLinearGradient(QPointF(*start), QPointF(*(start + along)))
    gradient.setColorAt(clear, colour(base, 0.0))
    if grows_on:
        gradient.setColorAt((clear + _GONE) / 2, colour(base, strength))
        gradient.setColorAt(_GONE, colour(base, 0.0))
    else:
        gradient.setColorAt(full, colour(base, strength))
    return QBrush(gradient)
