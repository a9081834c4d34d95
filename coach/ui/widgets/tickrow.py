"""A row with a box to tick, or a ring where only one of several can hold, and a sentence that wraps."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.look import sizes
from coach.ui.look.icons import paint_icon
from coach.ui.look.mirror import painter_of, write
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, TextStyle
from coach.ui.widgets.buttons import PaintedButton
from coach.ui.widgets.fit import WRAP, wrapped_height

_BOX, _PAD = 24, 9


class TickRow(PaintedButton):
    """Ticked by click, Space or Return; `indent` pixels stand before the box. `one_of`: it has a ring instead, since of
    several rows one can hold; put them into a QButtonGroup.
    """

    def __init__(
        self,
        look: Look,
        words: str,
        style: TextStyle = BODY,
        indent: int = 0,
        *,
        one_of: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._style, self._indent, self._one_of = style, indent, one_of
        self._heights: dict[tuple[int, str, float, str], int] = {}  # by all it follows from: asked for at every Tab
        self.setCheckable(True)
        self.setText(words)
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _text_left(self) -> int:
        return self._indent + _PAD + self._look.px(_BOX) + 14

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        font = self._look.font(self._style)
        asked = (width, self.text(), self._look.scale, font.family())
        if asked not in self._heights:
            room = max(80, width - self._text_left() - _PAD)
            high = wrapped_height(font, self.text(), room)
            high = high if math.isfinite(high) else self._look.px(60)
            self._heights[asked] = math.ceil(max(self._look.px(_BOX), high)) + 2 * _PAD
        return self._heights[asked]

    def sizeHint(self) -> QSize:
        width = self._look.px(560)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._look.px(_BOX) + 2 * _PAD)

    def outline(self) -> tuple[QRectF, float]:
        """The whole row."""
        return QRectF(self.rect()), sizes.CONTROL_RADIUS

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(theme.ink)
        ground.setAlphaF(self.wash())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()), sizes.CONTROL_RADIUS, sizes.CONTROL_RADIUS)
        side = self._look.px(_BOX)
        box = QRectF(self._indent + _PAD, _PAD, side, side)
        radius = side / 2 if self._one_of else sizes.BOX_RADIUS
        if self.isChecked():
            painter.setBrush(theme.pine)
            painter.drawRoundedRect(box, radius, radius)
            self._paint_mark(painter, box)
        else:
            painter.setPen(QPen(theme.edge, 1.75))
            painter.setBrush(theme.card)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius - 1, radius - 1)
        painter.setFont(self._look.font(self._style))
        painter.setPen(theme.ink)
        left = self._text_left()
        room = QRectF(left, 0, self.width() - left - _PAD, self.height())
        high = wrapped_height(painter.font(), self.text(), room.width())
        top = _PAD + max(0.0, (side - high) / 2) if math.isfinite(high) else _PAD
        write(painter, QRectF(left, top, room.width(), self.height()), WRAP, self.text())

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        """The tick in the box, or the dot in the ring."""
        theme = self._look.theme
        if not self._one_of:
            paint_icon(painter, "check", box.adjusted(3, 3, -3, -3), theme.onpine, 2.8)
            return
        painter.setBrush(theme.onpine)
        dot = box.width() / 5
        painter.drawEllipse(box.center(), dot, dot)
