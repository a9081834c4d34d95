"""A small tile that shows where an area lies: part of the body drawing, cropped around it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.widgets import body_shapes as shapes
from coach.ui.widgets.bodymap import paint_figure, smooth


class BodySpot(QWidget):
    """`area` glowing in its place on the stage; for the eye only."""

    def __init__(self, look, area: str, width: int = 124, height: int = 132, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._area = look, area
        self._size = QSize(width, height)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return self._size

    def paintEvent(self, _event) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tile = QPainterPath()
        tile.addRoundedRect(QRectF(self.rect()), 14, 14)
        painter.fillPath(tile, theme.stage)
        painter.setClipPath(tile)
        is_back = self._area in shapes.BACK
        table = shapes.BACK if is_back else shapes.FRONT
        spots = [smooth(tuple((x * side, y) for x, y in table[self._area])) for side in (-1, 1)]
        factor = self.width() / 210
        middle = min(max(spots[0].boundingRect().center().y(), 96.0), 330.0)
        painter.setTransform(QTransform(factor, 0, 0, factor, self.width() / 2, self.height() / 2 - middle * factor))
        painter.setPen(Qt.PenStyle.NoPen)
        paint_figure(painter, self._look, is_back=is_back, ground=theme.stage, strength=1.7)
        painter.setBrush(theme.accent)
        painter.setPen(QPen(theme.asoft, 2.5))
        for spot in spots:
            painter.drawPath(spot)
        painter.resetTransform()
        painter.setClipping(False)
        if theme.name == "contrast":
            painter.setPen(QPen(theme.edge, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 13, 13)
