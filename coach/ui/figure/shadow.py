"""The shadow on the ground: a soft Gaussian below every part of the body, darker the nearer it is to the floor."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from coach.ui.figure.camera import Camera
from coach.ui.figure.palette import Palette

_THIN = 3  # every third node casts the shadow of its neighbours too
_COARSEST = 6  # pixels of the picture a pixel of the shadow, at most
_FINEST_PX = 40  # a small picture's shadow is about this many pixels high or more
_FAINTEST = 0.004
_GONE = 3.2  # radii from the middle of a Gaussian
_STRENGTH = 0.62
_FADE_CM = 15.0  # a part this high casts half the shadow


def paint_shadow(painter: QPainter, camera: Camera, palette: Palette, centres: np.ndarray, reach: np.ndarray) -> None:
    """Straight below nodes at `centres` [n, 3] of radius `reach` [n], centimetres. Nothing seen from below."""
    flat = float(camera.to_eye[1])
    if flat <= 0 or palette.shadow_strength <= 0:
        return
    coarser = max(1, min(_COARSEST, int(min(camera.size)) // _FINEST_PX))
    centres, reach = centres[::_THIN], reach[::_THIN]
    high = np.maximum(0.0, centres[:, 1] - reach * 0.5)
    place, _, scale = camera.project(centres * (1.0, 0.0, 1.0) + high[:, None] * (0.04, 0.0, -0.03))
    radius = (reach * 0.9 + high * 0.07) * scale / coarser
    dark = palette.shadow_strength * _STRENGTH / (1 + (high / _FADE_CM) ** 1.7)
    place = place / coarser
    half = np.stack((radius, radius * max(0.16, flat)), 1)
    limits = [max(1, int(side) // coarser) for side in camera.size]
    low = np.clip((place - _GONE * half).min(0), 0, limits).astype(int).tolist()
    high = np.clip((place + _GONE * half).max(0) + 1, 0, limits).astype(int).tolist()
    if low[0] >= high[0] or low[1] >= high[1]:
        return
    inward = (1 / half).astype(np.float32)
    start = ((place - 0.5) / half).astype(np.float32)
    columns, rows = (
        np.exp(-np.square(np.arange(low[i], high[i], dtype=np.float32) * inward[:, i, None] - start[:, i, None]))
        for i in (0, 1)
    )
    cover = 1 - np.exp((rows * -dark[:, None].astype(np.float32)).T @ columns)
    seen = cover > _FAINTEST
    if not seen.any():
        return
    ys, xs = np.flatnonzero(seen.any(1)), np.flatnonzero(seen.any(0))
    top, left = max(ys[0] - 1, 0), max(xs[0] - 1, 0)
    cover = cover[top : ys[-1] + 2, left : xs[-1] + 2]
    tone = np.array((*palette.shadow, 255.0), np.float32) * np.float32(65535 / 255)
    pixels = (cover[:, :, None] * tone).astype(np.uint16)
    picture = QImage(
        pixels.data, cover.shape[1], cover.shape[0], cover.shape[1] * 8, QImage.Format.Format_RGBA64_Premultiplied
    )
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    where = QRectF(
        (low[0] + left) * coarser, (low[1] + top) * coarser, cover.shape[1] * coarser, cover.shape[0] * coarser
    )
    painter.drawImage(where, picture)
