"""Brushes. Gradients are vertical wherever they can be, and what is translucent is a gradient of one colour: the raster
engine fills those by itself, while for others it wakes helper threads, which costs more than a whole limb."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPen, QTransform

from coach.ui.figure.palette import Palette, Tone, colour, mix

_WHITE = (255.0, 255.0, 255.0)
# As in the drawn look: 10 % dark at the foot for 16 % white at the head, the tone itself just below the middle.
_DARKER = 0.62  # of the lift, towards the dark tone, at the lower end
_MIDDLE = 0.55  # of the way down: where the tone is itself

Box = tuple[float, float, float, float]
# looked up once: an enum's member costs as much as a small fill
NO_PEN = QPen(Qt.PenStyle.NoPen)
SMOOTH = QPainter.RenderHint.Antialiasing
OVER = QPainter.CompositionMode.CompositionMode_SourceOver
ATOP = QPainter.CompositionMode.CompositionMode_SourceAtop


def lit(base: Tone, palette: Palette, box: Box) -> QBrush:
    """Lighter above, darker below, across `box` (left, top, right, bottom), to half a pixel."""
    if palette.lift <= 0:
        return QBrush(colour(base))
    return _lit_across(base, palette.dark, palette.lift, round(2 * box[1]), round(2 * box[3]))


@lru_cache(1024)
def _lit_across(base: Tone, dark: Tone, lift: float, top: int, bottom: int) -> QBrush:
    return _stretched(_lit(base, dark, lift), top / 2, bottom / 2)


def _stretched(unit: QBrush, top: float, bottom: float) -> QBrush:
    """A vertical gradient of length 1 from `top` to `bottom`: quicker than a new one."""
    brush = QBrush(unit)
    brush.setTransform(QTransform(1.0, 0.0, 0.0, bottom - top, 0.0, top))
    return brush


@lru_cache(512)
def _lit(base: Tone, dark: Tone, lift: float) -> QBrush:
    gradient = QLinearGradient(0.0, 0.0, 0.0, 1.0)
    gradient.setColorAt(0.0, colour(mix(base, _WHITE, lift)))
    gradient.setColorAt(_MIDDLE, colour(base))
    gradient.setColorAt(1.0, colour(mix(base, dark, lift * _DARKER)))
    return QBrush(gradient)


@lru_cache(512)
def veil(base: Tone, alpha: int) -> QBrush:
    """One translucent colour; `alpha` 0 to 255."""
    gradient = QLinearGradient(0.0, 0.0, 0.0, 1.0)
    gradient.setColorAt(0, colour(base, alpha / 255))
    gradient.setColorAt(1, colour(base, alpha / 255))
    return QBrush(gradient)


def ember(middle: Tone, edge: Tone, alpha: float, top: float, bottom: float) -> QBrush:
    """Brightest half-way down."""
    return _stretched(_ember(middle, edge, round(alpha * 255)), top, bottom)


@lru_cache(512)
def _ember(middle: Tone, edge: Tone, alpha: int) -> QBrush:
    gradient = QLinearGradient(0.0, 0.0, 0.0, 1.0)
    gradient.setColorAt(0.08, colour(edge, alpha / 255))
    gradient.setColorAt(0.5, colour(middle, alpha / 255))
    gradient.setColorAt(0.92, colour(edge, alpha / 255))
    return QBrush(gradient)


def joined(boxes: Sequence[Box]) -> Box:
    """The box round some boxes."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def grown(box: Box, pixels: float) -> Box:
    """A box larger by some pixels on all sides."""
    left, top, right, bottom = box
    return left - pixels, top - pixels, right + pixels, bottom + pixels
