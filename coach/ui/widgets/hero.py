"""The one decision of a page: a wide stage, words and a large button on its left, the figure's place on its right."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.theme import Look
from coach.ui.widgets.card import Card
from coach.ui.widgets.place import paint_place


class Hero(Card):
    """Put words into `words` and buttons into `actions`; the floor begins above the buttons."""

    def __init__(self, look: Look, position: str = "standing", parent: QWidget | None = None) -> None:
        super().__init__(look, 0, 20, "stage", parent)
        self._position = position
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        column = QVBoxLayout()
        column.setContentsMargins(32, 28, 12, 28)
        column.setSpacing(0)
        self.words = QVBoxLayout()
        self.words.setSpacing(6)
        column.addLayout(self.words)
        column.addStretch(1)
        column.addSpacing(36)
        self._floor = QWidget()
        self.actions = QHBoxLayout(self._floor)
        self.actions.setContentsMargins(0, 0, 0, 0)
        self.actions.setSpacing(16)
        column.addWidget(self._floor)
        row.addLayout(column, 62)
        row.addStretch(38)

    def paint_picture(self, painter: QPainter, box: QRectF) -> None:
        top = self._floor.mapTo(self, QPoint(0, 0)).y() - 18
        floor = top / box.height() if box.height() else 0.7
        paint_place(painter, self._look, box, self._position, floor, min(0.72, 0.98 * floor), 0.80)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(box, self.radius, self.radius)
        painter.setClipPath(shape)
        self.paint_picture(painter, box)
        if self._look.theme.name == "contrast":
            painter.setBrush(self._look.theme.card.fromRgba(0))
            painter.setPen(QPen(self._look.theme.edge, 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), self.radius - 1, self.radius - 1)
