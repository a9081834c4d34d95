"""Soft shadows as cached nine-patches: painted once for a radius, a blur and a colour, then only stretched."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from coach.ui.look.clear import clear_picture

# (offset down, blur, share of the token's alpha) of each layer
CARD = ((1.0, 2.0, 0.9), (6.0, 20.0, 1.0))
FLOATING = ((2.0, 6.0, 1.6), (18.0, 48.0, 2.6))
REACH = 28  # how far below and beside its card CARD may be seen, in pixels


def paint_shadow(
    painter: QPainter, rect: QRectF, radius: float, color: QColor, layers: tuple[tuple[float, float, float], ...] = CARD
) -> None:
    """Paint the shadow that a rounded `rect` throws; nothing where `color` is transparent (high contrast). What the
    painter clips is not painted: what moves beside a card asks for a sliver of its shadow with every frame. Nor is its
    middle, on which whoever throws it paints a surface that hides it.
    """
    if color.alpha() == 0:
        return
    ratio = painter.device().devicePixelRatioF()
    for offset, blur, share in layers:
        colour = QColor(color)
        colour.setAlphaF(min(1.0, color.alphaF() * share))
        patch, margin = _patch(round(radius), blur, colour.rgba(), ratio)
        _stretch(painter, patch, rect.adjusted(-margin, -margin, margin, margin).translated(0, offset), ratio)


@lru_cache(maxsize=64)
def _patch(radius: int, blur: float, rgba: int, ratio: float) -> tuple[QPixmap, int]:
    """A square pixmap whose middle may be stretched, and its margin around the shape. `blur` as in CSS."""
    margin = math.ceil(blur)
    corner = margin + radius + math.ceil(blur / 2)
    side = 2 * corner + 2
    pixmap = clear_picture(side, side, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    colour = QColor.fromRgba(rgba)
    strength = colour.alphaF()
    steps = max(6, round(2 * blur))
    for step in range(steps + 1):
        # From the outside in, each ring overwrites the one below: its alpha is the blurred edge there.
        out = blur - 2 * blur * step / steps
        colour.setAlphaF(strength * 0.5 * math.erfc(out / (blur / 2) / math.sqrt(2)))
        painter.setBrush(colour)
        box = QRectF(margin, margin, side - 2 * margin, side - 2 * margin).adjusted(-out, -out, out, out)
        round_ = max(1.0, radius + out)
        painter.drawRoundedRect(box, round_, round_)
    painter.end()
    return pixmap, margin


def _stretch(painter: QPainter, patch: QPixmap, target: QRectF, ratio: float) -> None:
    side = patch.width() / ratio
    corner = (side - 2) / 2
    corner_x = min(corner, target.width() / 2)
    corner_y = min(corner, target.height() / 2)
    xs = (target.left(), target.left() + corner_x, target.right() - corner_x, target.right())
    ys = (target.top(), target.top() + corner_y, target.bottom() - corner_y, target.bottom())
    sx = (0.0, corner_x, side - corner_x, side)
    sy = (0.0, corner_y, side - corner_y, side)
    clip = painter.clipRegion() if painter.hasClipping() else None
    for row in range(3):
        for column in range(3):
            if row == column == 1:  # nearly all of a large card's pixels; no offset reaches over its edge
                continue
            to = QRectF(xs[column], ys[row], xs[column + 1] - xs[column], ys[row + 1] - ys[row])
            if clip is not None and not clip.intersects(to.toAlignedRect()):
                continue
            of = QRectF(
                sx[column] * ratio,
                sy[row] * ratio,
                (sx[column + 1] - sx[column]) * ratio,
                (sy[row + 1] - sy[row]) * ratio,
            )
            if to.width() > 0 and to.height() > 0:
                painter.drawPixmap(to, patch, of)
