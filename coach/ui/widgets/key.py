"""What a shape of a graph stands for: the shape, and a word beside it."""

from __future__ import annotations

import math
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from coach.ui.look import sizes
from coach.ui.look.mirror import painter_of, write
from coach.ui.look.theme import Look
from coach.ui.look.typography import SMALL
from coach.ui.widgets.role import be_text

Shape = Literal["dot", "bar", "ground"]

_SIDE, _GAP, _HIGH = 14, 8, 20  # pixels at text size 1
_HEIGHTS = {"dot": 0.72, "bar": 0.28, "ground": 1.0}
"""Of the side."""


class Key(QWidget):
    """A dot, a bar or a piece of tinted ground in a colour of the theme, and what it stands for."""

    def __init__(self, look: Look, shape: Shape, tone: str, word: str) -> None:
        super().__init__()
        be_text(self)
        self._look, self._shape, self._tone, self._word = look, shape, tone, word
        self.setAccessibleName(word)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self._look.font(SMALL)).horizontalAdvance(self._word)
        return QSize(math.ceil(wide) + self._look.px(_SIDE + _GAP), self._look.px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, side = self._look.theme, self._look.px(_SIDE)
        high = side * _HEIGHTS[self._shape]
        wide = high if self._shape == "dot" else side
        box = QRectF((side - wide) / 2, (self.height() - high) / 2, wide, high)
        painter.setPen(theme.edge if self._shape == "ground" and theme.name == "contrast" else Qt.PenStyle.NoPen)
        painter.setBrush(getattr(theme, self._tone))
        radius = high / 2 if self._shape != "ground" else sizes.KEY_RADIUS / 2
        painter.drawRoundedRect(box, radius, radius)
        painter.setFont(self._look.font(SMALL))
        painter.setPen(theme.ink2)
        place = QRectF(self._look.px(_SIDE + _GAP), 0, self.width(), self.height())
        write(painter, place, int(Qt.AlignmentFlag.AlignVCenter), self._word)
