"""Soft patches: the shadow on the ground, the halo round a muscle. Gaussians, summed on a coarse grid and scaled up."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from coach.ui.figure.brushes import Box
from coach.ui.figure.palette import Tone
from coach.values import dataclass

if TYPE_CHECKING:
    from coach.ui.figure.arrays import Floats, Pixels

FAINTEST = 0.001  # where a Gaussian is cut off: many lie over one another, so well below what is seen
_NARROWEST = 0.75  # of a pixel: a narrower Gaussian would fall between two, and flicker as it moves
_SCALED = QPainter.RenderHint.SmoothPixmapTransform
_FORMAT = QImage.Format.Format_ARGB32_Premultiplied


@lru_cache(16)
def _shades(tone: Tone) -> Pixels:
    """A tone in 256 opacities, as the picture's pixels."""
    opaque = np.arange(256)
    red, green, blue = ((opaque * part / 255.0 + 0.5).astype(np.uint32) for part in tone)
    channels = opaque.astype(np.uint32) << np.uint32(24), red << np.uint32(16), green << np.uint32(8), blue
    shades: Pixels = np.bitwise_or.reduce(channels)
    return shades


@dataclass(frozen=True)
class Patch:
    """A coarse picture, and the `box` (left, top, right, bottom, points) that it fills."""

    picture: QImage
    box: Box
    _pixels: Pixels  # the picture's memory

    @classmethod
    def of(
        cls,
        places: Floats,
        reach: Floats,
        strength: Floats,
        tone: Tone,
        grid: tuple[int, int],
        window: Box,
        most: float = 1.0,
    ) -> Patch | None:
        """Gaussians at `places` [n, 2] that fall to 1/e at `reach` [n, 2] (points), `strength` [n] in the middle; where
        they overlap they cover more, and never more than `most`. `grid` points across and down are one pixel of the
        picture. Nothing outside of `window` is painted but for a pixel's fading; None where that is all."""
        cell = np.array(grid, float)
        reach = np.maximum(reach, _NARROWEST * cell)
        seen = reach * np.sqrt(np.log(np.maximum(strength / FAINTEST, 1.0)))[:, None]
        (left, top), (right, bottom) = (places - seen).min(0).tolist(), (places + seen).max(0).tolist()
        if right <= window[0] or left >= window[2] or bottom <= window[1] or top >= window[3]:
            return None
        across, down = grid
        # a pixel more all round: scaled up, a picture fades from pixel to pixel, and would end in an edge without
        first, last = math.floor(max(left, window[0]) / across) - 1, math.ceil(min(right, window[2]) / across) + 1
        high, low = math.floor(max(top, window[1]) / down) - 1, math.ceil(min(bottom, window[3]) / down) + 1
        inward = (cell / reach).astype(np.float32)
        start = ((places - 0.5 * cell) / reach).astype(np.float32)
        columns = np.arange(first, last, dtype=np.float32) * inward[:, :1] - start[:, :1]
        rows = np.arange(high, low, dtype=np.float32) * inward[:, 1:] - start[:, 1:]
        columns, rows = np.exp(columns * -columns), np.exp(rows * -rows)
        rows *= -strength[:, None].astype(np.float32)
        cover = np.exp(rows.T @ columns)
        cover *= -255.0 * most
        cover += 255.0 * most + 0.5
        pixels = _shades(tone).take(cover.astype(np.uint8))
        wide, tall = last - first, low - high
        picture = QImage(pixels.data, wide, tall, wide * 4, _FORMAT)
        return cls(picture, (first * across, high * down, last * across, low * down), pixels)

    def paint(self, painter: QPainter) -> None:
        """Scaled up softly into its box."""
        left, top, right, bottom = self.box
        painter.setRenderHint(_SCALED)
        painter.drawImage(QRectF(left, top, right - left, bottom - top), self.picture)
