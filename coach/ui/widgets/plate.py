"""One large thing to press in the room view."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from coach.ui.look.icons import paint_icon
from coach.ui.look.mirror import painter_of, write
from coach.ui.look.theme import Look
from coach.ui.look.typography import ROOM_ACTION, TextStyle
from coach.ui.widgets.buttons import PaintedButton, overlaid
from coach.ui.widgets.fit import line_font

_SMALLEST = 9  # pixels, whatever the text size: all of it can be read


class Plate(PaintedButton):
    """The one thing to press, as large as a hand: an icon and a sentence."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._icon = "stop"

    def tell(self, words: str, icon: str) -> None:
        """Its words, and the icon before them."""
        self._icon = icon
        self.setText(words)
        self.setAccessibleName(words)
        self.update()

    def outline(self) -> tuple[QRectF, float]:
        """The whole plate."""
        return QRectF(self.rect()), self.height() / 3

    def _style(self, high: float) -> TextStyle:
        """Of its words at this height; they grow with the window already, not with the text size."""
        return ROOM_ACTION.sized(max(10, round(high * 0.47 / self._look.scale)))

    def wide(self, high: float) -> int:
        """The width in pixels that its words ask for at this height."""
        font = self._look.font(self._style(high), tabular=True)
        return math.ceil(QFontMetricsF(font).horizontalAdvance(self.text()) + high * 1.65)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, box, high = self._look.theme, QRectF(self.rect()), float(self.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(overlaid(theme.accent, theme.ink, self.wash()))
        painter.drawRoundedRect(box, high / 3, high / 3)
        side = high * 0.5
        paint_icon(painter, self._icon, QRectF(high * 0.37, (high - side) / 2, side, side), theme.on, 2.0)
        room = box.adjusted(high * 1.13, 0, -high * 0.3, 0)
        smallest = max(4, round(_SMALLEST / self._look.scale))
        font = line_font(self._look, self.text(), self._style(high), room.width(), smallest=smallest)
        painter.setFont(font)
        painter.setPen(theme.on)
        write(painter, room, Qt.AlignmentFlag.AlignVCenter, self.text())
