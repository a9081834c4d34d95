"""A value on its way from nothing to the most, with the one before as a shadow."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.look.mirror import painter_of
from coach.ui.look.theme import Look


class Bar(QWidget):
    """A 0-10 value as a bar, the one before as a shadow behind it."""

    def __init__(
        self, look: Look, value: int, before: int | None, most: int = 10, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._value, self._before, self._most = look, value, before, most
        self.setFixedHeight(10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def set_value(self, value: int) -> None:
        """Another value in the place of the one so far."""
        self._value = value
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(190, 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for value, colour in ((self._most, theme.track), (self._before, theme.edge), (self._value, theme.accent)):
            if value:
                painter.setBrush(colour)
                painter.setOpacity(0.35 if colour is theme.edge else 1.0)
                painter.drawRoundedRect(QRectF(0, 0, self.width() * value / self._most, 10), 5, 5)
