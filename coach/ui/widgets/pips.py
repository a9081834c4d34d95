"""Pips: one rounded bar a repetition, or a question, done, current and to come."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.look.mirror import painter_of
from coach.ui.look.theme import Look
from coach.ui.widgets.role import be_picture, be_silent

_WIDTH, _HEIGHT, _GAP = 30.0, 12.0, 7.0
_CURRENT_HEIGHT = 16.0
_NARROWEST = 5.0  # below this, pips become one bar


class Pips(QWidget):
    """`count` pips of which `current` (from 1; 0 for none) is under way and those before it are done.

    They shrink to fit their width; where even small ones would not fit they become one bar.
    """

    def __init__(
        self, look: Look, parent: QWidget | None = None, *, is_left: bool = False, named: str | None = None
    ) -> None:
        """`is_left`: they begin at the left, as what stands above and below them does. `named` is what they are called
        where they do not count repetitions; empty where a line beside them says it.
        """
        super().__init__(parent)
        if named == "":
            be_silent(self)
        else:
            be_picture(self)
        self._look = look
        self._count = 0
        self._current = 0
        self._is_left = is_left
        self._named = named
        self.setFixedHeight(20)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(round(self._count * (_WIDTH + _GAP)), 20)

    @property
    def shown(self) -> tuple[int, int]:
        """(current, count) as drawn."""
        return self._current, self._count

    def tell(self, current: int, count: int) -> None:
        """Which of how many is under way; both 0 for none."""
        if (current, count) == (self._current, self._count):
            return
        self._current, self._count = current, count
        counted = self.tr("Repetition {0} of {1}").format(current, count) if count else ""
        self.setAccessibleName(counted if self._named is None else self._named)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._count:
            return
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, gap = self._measures()
        if width < _NARROWEST:
            self._paint_bar(painter)
            return
        left = 0.0 if self._is_left else (self.width() - self._count * (width + gap) + gap) / 2
        for number in range(1, self._count + 1):
            self._paint_pip(painter, left + (number - 1) * (width + gap), width, number)

    def _measures(self) -> tuple[float, float]:
        """Width of a pip and the gap, in pixels, so that all fit."""
        for gap in (_GAP, 5.0, 3.0, 2.0):
            width = (self.width() - 6 + gap) / self._count - gap
            if width >= min(_WIDTH, 12.0):
                return min(_WIDTH, width), gap
        return width, gap

    def _paint_pip(self, painter: QPainter, x: float, width: float, number: int) -> None:
        theme = self._look.theme
        middle = self.height() / 2
        if number == self._current:
            rect = QRectF(x + 1.25, middle - _CURRENT_HEIGHT / 2 + 1.25, width - 2.5, _CURRENT_HEIGHT - 2.5)
            painter.setPen(QPen(theme.accent, 2.5))
            painter.setBrush(theme.asoft)
            radius = min(7.0, rect.width() / 2)
        else:
            rect = QRectF(x, middle - _HEIGHT / 2, width, _HEIGHT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.pine if number < self._current else theme.track)
            radius = min(6.0, width / 2)
        painter.drawRoundedRect(rect, radius, radius)

    def _paint_bar(self, painter: QPainter) -> None:
        theme = self._look.theme
        rect = QRectF(0, self.height() / 2 - 6, self.width(), _HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.track)
        painter.drawRoundedRect(rect, 6, 6)
        done = max(0, self._current - 1) / self._count
        if done:
            painter.setBrush(theme.pine)
            painter.drawRoundedRect(QRectF(rect.x(), rect.y(), max(12.0, rect.width() * done), _HEIGHT), 6, 6)
