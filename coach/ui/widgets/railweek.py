"""The week of the plan in the rail: which one it is, and its seven days as vertebrae side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from coach.ui.look import sizes
from coach.ui.look.mirror import painter_of, write
from coach.ui.look.theme import Look
from coach.ui.look.typography import LEAST_PX, SMALL
from coach.ui.widgets.buttons import PaintedButton
from coach.ui.widgets.fit import line_font
from coach.ui.widgets.week import WeekDay

_HIGH = 48
_INSET = 12
_BAR, _SLIM, _GAP = 9, 3, 4


class RailWeek(PaintedButton):
    """Leads to the plan. `tell("", ())` shows nothing and takes no room."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._week = ""
        self._days: tuple[WeekDay, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tell(self, week: str, days: Sequence[WeekDay], described: str = "") -> None:
        """`week` is which one it is, `described` what its days are in words."""
        if (week, tuple(days)) == (self._week, self._days):
            return
        self._week, self._days = week, tuple(days)
        self.setText(week)
        self.setAccessibleName(week)
        self.setAccessibleDescription(described)
        self.setToolTip(week)
        self.update()

    @property
    def is_told(self) -> bool:
        """Whether there is a week to show."""
        return bool(self._week)

    def sizeHint(self) -> QSize:
        return QSize(120, self._look.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._look.px(_HIGH))

    def outline(self) -> tuple[QRectF, float]:
        """The whole place."""
        return QRectF(self.rect()), sizes.CONTROL_RADIUS

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, theme = self._look, self._look.theme
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.wash() > 0:
            painter.setOpacity(self.wash())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.ink)
            painter.drawRoundedRect(QRectF(self.rect()), sizes.CONTROL_RADIUS, sizes.CONTROL_RADIUS)
            painter.setOpacity(1.0)
        room = self.width() - 2 * _INSET
        painter.setFont(line_font(look, self._week, SMALL.bold, room, smallest=LEAST_PX))
        painter.setPen(theme.ink)
        line = QRectF(_INSET, look.px(4), room, look.px(20))
        write(painter, line, int(Qt.AlignmentFlag.AlignVCenter), self._week)
        wide = (room - 6 * _GAP) / 7
        middle = look.px(34)
        for number, day in enumerate(self._days):
            high = look.px(_SLIM if day.state == "rest" else _BAR)
            self._paint_day(painter, QRectF(_INSET + number * (wide + _GAP), middle - high / 2, wide, high), day)

    def _paint_day(self, painter: QPainter, bar: QRectF, day: WeekDay) -> None:
        theme, radius = self._look.theme, bar.height() / 2
        is_lit = day.is_today or day.state == "pain"
        if day.state in ("all", "rest"):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.pine if day.state == "all" else theme.accent if day.is_today else theme.edge)
            painter.drawRoundedRect(bar, radius, radius)
            return
        painter.save()
        painter.setClipRect(QRectF(bar.x(), bar.y(), bar.width() * min(1.0, day.share), bar.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent if day.is_today else theme.pine)
        painter.drawRoundedRect(bar, radius, radius)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.accent if is_lit else theme.edge, 1.8 if is_lit else 1.2))
        painter.drawRoundedRect(bar.adjusted(0.6, 0.6, -0.6, -0.6), radius, radius)
