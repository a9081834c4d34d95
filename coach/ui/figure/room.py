"""The room behind a figure: stage and floor."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from coach.ui.figure.brushes import NO_PEN
from coach.ui.figure.palette import Palette, colour

FLOOR_AT = 0.745  # of the height, where the floor begins
_LEVEL, _FLOOR_FILLS = 10.0, 30.0  # degrees of pitch up to which the floor stays, from which it fills the picture


def floor_at(pitch: float) -> float:
    """Where the floor begins, as a share of the height: it comes up as the camera looks down on it."""
    return FLOOR_AT * min(1.0, max(0.0, (_FLOOR_FILLS - pitch) / (_FLOOR_FILLS - _LEVEL)))


def paint_room(painter: QPainter, box: QRectF, palette: Palette, pitch: float, *, has_floor: bool = True) -> None:
    """Stage and floor band in `box`; seen from above all is floor."""
    painter.fillRect(box, colour(palette.stage))
    if not has_floor:
        return
    top = box.top() + box.height() * floor_at(pitch)
    floor = QRectF(box.left(), top, box.width(), box.bottom() - top)
    if palette.name == "contrast":
        if pitch < _FLOOR_FILLS:
            painter.setPen(QPen(colour(palette.skin), 2))
            painter.drawLine(floor.topLeft(), floor.topRight())
            painter.setPen(NO_PEN)
        return
    painter.fillRect(floor, colour(palette.floor))
