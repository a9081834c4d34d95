"""A row of the tension table."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.look import sizes
from coach.ui.look.mirror import painter_of, write
from coach.ui.look.theme import Look
from coach.ui.look.typography import CONTROL, LEAST_PX, SMALL, TextStyle
from coach.ui.widgets.buttons import PaintedButton
from coach.ui.widgets.fit import line_font, lines_of
from coach.ui.widgets.scale import ramp

_LINE = 27  # pixels of a line, at text size 1


class AreaRow(PaintedButton):
    """A row of the table: the area's name and its values. It is clicked; the keyboard walks the scales."""

    def __init__(self, look: Look, title: str, *, sides: bool, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._title, self._sides = title, sides
        self._values, self._is_current = (0, 0), False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def tell(self, values: tuple[int, int], *, is_current: bool) -> None:
        """Its values (left, right; the first alone without sides), and whether it is the one that is asked for."""
        self._values, self._is_current = values, is_current
        said = self.tr("left {0}, right {1}").format(*values) if self._sides else str(values[0])
        self.setAccessibleName(f"{self._title}: {said}")
        self.setAccessibleDescription(self.tr("Asked about now") if is_current else "")
        self.update()

    def _beside(self) -> int:
        """The pixels that are not for the title."""
        return 16 + (2 if self._sides else 1) * (self._look.px(36) + self._look.px(8))

    def needs(self) -> int:
        """The pixels across in which the whole title can be read."""
        smallest = self._look.font(CONTROL.heavy.sized(LEAST_PX), tabular=True)
        return math.ceil(QFontMetricsF(smallest).horizontalAdvance(self._title)) + self._beside()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(sizes.TARGET, self._look.px(_LINE) * len(self._broken(width - self._beside(), CONTROL.heavy)[1]))

    def _broken(self, room: float, style: TextStyle) -> tuple[QFont, list[str]]:
        """The title in one line, or where even a small one has no room in more."""
        font = line_font(self._look, self._title, style, room, smallest=LEAST_PX)
        return font, lines_of(font, self._title, room)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(280), max(sizes.TARGET, self._look.px(_LINE)))

    def minimumSizeHint(self) -> QSize:
        return QSize(180, max(sizes.TARGET, self._look.px(_LINE)))

    def outline(self) -> tuple[QRectF, float]:
        """The whole row."""
        return QRectF(self.rect()), sizes.THUMB_RADIUS

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_current or self.wash():
            painter.setPen(QPen(theme.edge, 2) if theme.name == "contrast" and self._is_current else Qt.PenStyle.NoPen)
            painter.setBrush(theme.sunk)
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(1, 1, -1, -1), sizes.THUMB_RADIUS - 1, sizes.THUMB_RADIUS - 1
            )
        cell, gap = self._look.px(36), self._look.px(8)
        values = self._values if self._sides else self._values[:1]
        room = self.width() - self._beside()
        style = CONTROL.heavy if self._is_current else CONTROL
        font, parts = self._broken(room, style)
        painter.setFont(font)
        painter.setPen(theme.ink)
        row = self.height() / len(parts)
        for number, part in enumerate(parts):
            write(painter, QRectF(10, number * row, room, row), Qt.AlignmentFlag.AlignVCenter, part)
        for index, value in enumerate(values):
            x = self.width() - (len(values) - index) * (cell + gap) + gap - 4
            box = QRectF(x, 4, cell, self.height() - 8)
            fill, ink = ramp(theme, value)
            painter.setPen(Qt.PenStyle.NoPen)
            if value:
                painter.setBrush(fill)
                painter.drawRoundedRect(box, sizes.BOX_RADIUS, sizes.BOX_RADIUS)
            painter.setFont(self._look.font(SMALL.bold, tabular=True))
            painter.setPen(ink)
            write(painter, box, Qt.AlignmentFlag.AlignCenter, str(value))
