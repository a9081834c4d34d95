"""A button whose words are a sentence: they wrap where there is no room for one line."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy

from coach.ui.look import sizes
from coach.ui.look.icons import paint_icon
from coach.ui.look.mirror import write
from coach.ui.look.theme import Look
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.fit import lines_of


class LongButton(Button):
    """A Button without key that may be narrower than its words, and is higher then."""

    def __init__(self, look: Look, text: str, kind: str, height: float = sizes.BUTTON, icon: str | None = None) -> None:
        super().__init__(look, text, kind, icon, height)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """As wide as its longest word."""
        metrics = QFontMetricsF(self._font())
        widest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0.0)
        return QSize(math.ceil(widest + self._beside_words()) + 1, self._look.px(self._height))

    def _beside_words(self) -> float:
        """The pixels that are not for the words."""
        return 2 * self._padding() + (self._icon_px() + self._gap() if self._icon else 0.0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        line = QFontMetricsF(self._font()).lineSpacing()
        return self._look.px(self._height) + math.ceil((len(self._lines(width)) - 1) * line)

    def outline(self) -> tuple[QRectF, float]:
        """All of it."""
        return QRectF(self.rect()), self._radius()

    def _lines(self, width: float) -> list[str]:
        return lines_of(self._font(), self.text(), width - self._beside_words())

    def _paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        lines, metrics = self._lines(box.width()), QFontMetricsF(self._font())
        painter.setFont(self._font())
        painter.setPen(ink)
        wide, line_high = max(metrics.horizontalAdvance(line) for line in lines), metrics.lineSpacing()
        y = box.center().y() - len(lines) * line_high / 2
        x = box.center().x() - (wide + self._beside_words() - 2 * self._padding()) / 2
        if self._icon:
            x = box.left() + self._padding() if len(lines) > 1 else x  # below those of the other buttons in a column
            side = self._icon_px()
            paint_icon(painter, self._icon, QRectF(x, box.center().y() - side / 2, side, side), ink, 2.0)
            x += side + self._gap()
        for line in lines:
            place = QRectF(x, y, wide + 2, line_high)
            write(painter, place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), line)
            y += line_high
