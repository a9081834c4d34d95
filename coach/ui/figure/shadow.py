"""The shadow on the ground: a soft Gaussian below every part of the body, darker the nearer it is to the floor."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from coach.ui.figure.brushes import Box
from coach.ui.figure.camera import Camera
from coach.ui.figure.palette import Palette

_THIN = 3  # every third node casts the shadow of its neighbours too
_COARSEST = 6  # pixels of the picture a pixel of the shadow, at most
_FINEST_PX = 40  # a small picture's shadow is about this many pixels high or more
_FAINTEST = 0.001  # of a part's own shadow: where its Gaussian is cut off
_FLAT, _SLANT = np.array((1.0, 0.0, 1.0)), np.array((0.04, 0.0, -0.03))
_STRENGTH = 0.62
_FADE_CM = 15.0  # a part this high casts half the shadow


@dataclass(frozen=True)
class Shadow:
    """One figure's shadow: a coarse picture, and the `box` (left, top, right, bottom, points) that it fills."""

    picture: QImage
    box: Box
    _pixels: np.ndarray  # the picture's memory

    @classmethod
    def of(cls, camera: Camera, palette: Palette, centres: np.ndarray, reach: np.ndarray) -> Shadow | None:
        """Straight below nodes at `centres` [n, 3] of radius `reach` [n], centimetres. None when seen from below."""
        flat = float(camera.to_eye[1])
        if flat <= 0 or palette.shadow_strength <= 0:
            return None
        coarser = max(1, min(_COARSEST, int(min(camera.size)) // _FINEST_PX))
        centres, reach = centres[::_THIN], reach[::_THIN]
        high = np.maximum(centres[:, 1] - reach * 0.5, 0.0)
        ground = high[:, None] * _SLANT
        ground += centres * _FLAT
        place, _, scale = camera.project(ground)
        place /= coarser
        half = np.stack((scale, scale * max(0.16, flat)), 1)
        half *= ((reach * 0.9 + high * 0.07) / coarser)[:, None]
        dark = palette.shadow_strength * _STRENGTH / (1 + (high / _FADE_CM) ** 1.7)
        seen = half * np.sqrt(np.log(np.maximum(dark / _FAINTEST, 1.0)))[:, None]
        limits = [max(1, int(side) // coarser) for side in camera.size]
        first, last = (place - seen).min(0).tolist(), (place + seen).max(0).tolist()
        low = [min(max(0, int(edge)), most) for edge, most in zip(first, limits, strict=True)]
        far = [min(max(0, int(edge) + 1), most) for edge, most in zip(last, limits, strict=True)]
        if low[0] >= far[0] or low[1] >= far[1]:
            return None
        place -= 0.5
        place /= half
        inward, start = (1 / half).astype(np.float32), place.astype(np.float32)
        columns, rows = (
            np.exp(-np.square(np.arange(low[i], far[i], dtype=np.float32) * inward[:, i, None] - start[:, i, None]))
            for i in (0, 1)
        )
        rows *= -dark[:, None].astype(np.float32)
        cover = 1 - np.exp(rows.T @ columns)
        red, green, blue = palette.shadow
        pixels = np.rint(cover[:, :, None] * np.array((blue, green, red, 255.0), np.float32)).astype(np.uint8)
        wide, tall = far[0] - low[0], far[1] - low[1]
        picture = QImage(pixels.data, wide, tall, wide * 4, QImage.Format.Format_ARGB32_Premultiplied)
        box = (low[0] * coarser, low[1] * coarser, far[0] * coarser, far[1] * coarser)
        return cls(picture, box, pixels)

    def paint(self, painter: QPainter) -> None:
        left, top, right, bottom = self.box
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(left, top, right - left, bottom - top), self.picture)
