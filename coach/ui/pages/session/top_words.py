"""What stands at the top of a session: its title and where it is at the left, what is left of it at the right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from coach.ui.look.mirror import write
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, CLOCK, SMALL

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class TopWords:
    """Painted by whoever has the room for them, in its own coordinates. `left` is a length of time in words."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.title = self.position = self.left = ""

    def told(self) -> str:
        """Title and position in one line."""
        return ". ".join(text for text in (self.title, self.position) if text)

    def title_wide(self) -> float:
        """How much room the two lines at the left would take, in pixels."""
        bold, small = QFontMetricsF(self._look.font(BODY.heavy)), QFontMetricsF(self._look.font(SMALL))
        return max(bold.horizontalAdvance(self.title), small.horizontalAdvance(self.position))

    def paint_title(self, painter: QPainter, x: float, room: float, high: float) -> None:
        """The two lines from `x` on, the title cut where it is wider than `room`."""
        theme, bold, small = self._look.theme, self._look.font(BODY.heavy), self._look.font(SMALL)
        highs = QFontMetricsF(bold).height(), QFontMetricsF(small).height() if self.position else 0.0
        y = (high - sum(highs)) / 2
        painter.setFont(bold)
        painter.setPen(theme.ink)
        title = QFontMetricsF(bold).elidedText(self.title, Qt.TextElideMode.ElideRight, room)
        write(painter, QRectF(x, y, room, highs[0]), _MIDDLE, title)
        painter.setFont(small)
        painter.setPen(theme.ink2)
        write(painter, QRectF(x, y + highs[0], room, highs[1]), _MIDDLE, self.position)

    def paint_left(self, painter: QPainter, right: float, high: float, *, is_still: bool) -> None:
        """What is left, up to `right`; of a session that `is_still` paler."""
        theme = self._look.theme
        bold, plain = self._look.font(CLOCK.heavy, tabular=True), self._look.font(CLOCK)
        word, metrics = QCoreApplication.translate("SessionView", "left"), QFontMetricsF(plain)
        gap = metrics.horizontalAdvance(" ")
        widths = QFontMetricsF(bold).horizontalAdvance(self.left), metrics.horizontalAdvance(word)
        x = right - sum(widths) - gap
        painter.setPen(theme.ink2 if is_still else theme.ink)
        painter.setFont(bold)
        write(painter, QRectF(x, 0, widths[0] + 2, high), _MIDDLE, self.left)
        painter.setFont(plain)
        painter.setPen(theme.ink2)
        write(painter, QRectF(x + widths[0] + gap, 0, widths[1] + 2, high), _MIDDLE, word)
