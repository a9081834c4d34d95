"""A clear picture to paint one thing on by itself, kept from frame to frame: only what is used is cleared and shown."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from coach.ui.figure.brushes import NO_PEN, SMOOTH, Box

_EDGE_PX = 2  # round the box: edges are soft
_FORMAT = QImage.Format.Format_ARGB32_Premultiplied


class Canvas:
    """A picture as large as the largest box so far. `begin` it, paint within the box, end the painter, `show` it."""

    def __init__(self) -> None:
        self._image = QImage()
        self._bytes = np.zeros((0, 0), np.uint8)  # four a pixel: what is cleared byte by byte takes half the time
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
        left, top = max(0, math.floor(box[0] * ratio) - _EDGE_PX), max(0, math.floor(box[1] * ratio) - _EDGE_PX)
        right, bottom = math.ceil(box[2] * ratio) + _EDGE_PX, math.ceil(box[3] * ratio) + _EDGE_PX
        right, bottom = min(right, max(1, round(size[0] * ratio))), min(bottom, max(1, round(size[1] * ratio)))
        self._box = left, top, max(left, right), max(top, bottom)
        wide, high = max(1, right - left), max(1, bottom - top)
        most_wide, most_high = self._image.width(), self._image.height()
        if most_wide < wide or most_high < high or self._ratio != ratio:
            self._make(max(wide, most_wide), max(high, most_high), ratio)
        else:
            self._bytes[:high, : 4 * wide] = 0
        painter = QPainter(self._image)
        painter.setRenderHint(SMOOTH)
        painter.setPen(NO_PEN)
        painter.translate(-left / ratio, -top / ratio)
        return painter

    @property
    def area(self) -> QRectF:
        """The box in points."""
        left, top, right, bottom = self._box
        ratio = self._ratio
        return QRectF(left / ratio, top / ratio, (right - left) / ratio, (bottom - top) / ratio)

    def show(self, painter: QPainter) -> None:
        """The box, where it lies on another picture of the same size."""
        left, top, right, bottom = self._box
        if left < right and top < bottom:
            wide, high, ratio = right - left, bottom - top, self._ratio
            if ratio == 1:  # in whole numbers, which is half the time for a small picture
                painter.drawImage(left, top, self._image, 0, 0, wide, high)
                return
            place = QRectF(left / ratio, top / ratio, wide / ratio, high / ratio)
            painter.drawImage(place, self._image, QRectF(0, 0, wide, high))

    def _make(self, wide: int, high: int, ratio: float) -> None:
        """New memory, clear as the system gives it: what is never painted on is never touched."""
        self._bytes = np.zeros((high, 4 * wide), np.uint8)
        self._image = QImage(self._bytes.data, wide, high, 4 * wide, _FORMAT)
        self._image.setDevicePixelRatio(ratio)
        self._ratio = ratio
