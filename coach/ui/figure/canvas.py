"""A clear picture to paint one thing on by itself, kept from frame to frame: only what is used is cleared and shown."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from coach.ui.figure.brushes import NO_PEN, SMOOTH, Box

_EDGE_PX = 2  # round the box: edges are soft


class Canvas:
    """A picture as large as the largest box so far. `begin` it, paint within the box, end the painter, `show` it."""

    def __init__(self) -> None:
        self._image = QImage()
        self._pixels = np.zeros((0, 0), np.uint32)
        self._ratio = 1.0
        self._box = (0, 0, 0, 0)

    @property
    def bytes(self) -> int:
        """The memory that it keeps."""
        return self._image.sizeInBytes()

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, right, bottom of what is painted on, in the picture's own pixels."""
        return self._box

    def begin(self, size: tuple[float, float], ratio: float, box: Box) -> QPainter:
        """A painter on a clear part of a picture of `size` points with `ratio` pixels each; all that will be painted
        lies in `box` (left, top, right, bottom, points)."""
        left, top = (max(0, math.floor(edge * ratio) - _EDGE_PX) for edge in box[:2])
        right, bottom = (math.ceil(edge * ratio) + _EDGE_PX for edge in box[2:])
        most_right, most_bottom = (max(1, round(side * ratio)) for side in size)
        self._box = left, top, max(left, min(right, most_right)), max(top, min(bottom, most_bottom))
        wide, high = max(1, self._box[2] - left), max(1, self._box[3] - top)
        if self._image.width() < wide or self._image.height() < high or self._ratio != ratio:
            self._make(max(wide, self._image.width()), max(high, self._image.height()), ratio)
            self._image.fill(0)
        else:
            self._pixels[:high, :wide] = 0
        painter = QPainter(self._image)
        painter.setRenderHint(SMOOTH)
        painter.setPen(NO_PEN)
        painter.translate(-left / ratio, -top / ratio)
        return painter

    def show(self, painter: QPainter) -> None:
        """The box, where it lies on another picture of the same size."""
        left, top, right, bottom = self._box
        if left < right and top < bottom:
            wide, high, ratio = right - left, bottom - top, self._ratio
            place = QRectF(left / ratio, top / ratio, wide / ratio, high / ratio)
            painter.drawImage(place, self._image, QRectF(0, 0, wide, high))

    def _make(self, wide: int, high: int, ratio: float) -> None:
        self._image = QImage(wide, high, QImage.Format.Format_ARGB32_Premultiplied)
        self._image.setDevicePixelRatio(ratio)
        self._pixels = np.frombuffer(self._image.bits(), np.uint32).reshape(high, wide)
        self._ratio = ratio
