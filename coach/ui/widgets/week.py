"""The week as seven vertebrae: what was done on each day, today in colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from coach.today.done import Day
from coach.ui.look.icons import paint_icon
from coach.ui.look.theme import Look
from coach.ui.look.typography import SMALL
from coach.ui.words.common import LANGUAGE

_OFFSETS = (4, 9, 12, 12, 9, 5, 3)
_ROW = 22
_BAR = 33


class Week(QWidget):
    """Monday to Sunday. Every fact of the picture stands in words beside it and in the accessible description."""

    def __init__(self, look: Look, days: Sequence[Day], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._days = tuple(days)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(QCoreApplication.translate("Week", "This week"))
        self.setAccessibleDescription(". ".join(f"{self._name(n)}: {self._told(n) or '-'}" for n in range(7)))
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def _name(self, number: int) -> str:
        return LANGUAGE.day_name(number + 1, short=True)

    def _told(self, number: int) -> str:
        day = self._days[number]
        return ", ".join(day.done) or (QCoreApplication.translate("Week", "not yet") if day.is_today else "")

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(220), self._look.px(_ROW) * 7)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(_ROW) * 7)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(7):
            self._paint_day(painter, number)

    def _paint_day(self, painter: QPainter, number: int) -> None:
        look, theme, day = self._look, self._look.theme, self._days[number]
        row = look.px(_ROW)
        top = number * row
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(look.font(SMALL.heavy if day.is_today else SMALL))
        painter.setPen(theme.ink if day.is_today else theme.ink2)
        painter.drawText(QRectF(0, top, look.px(42), row), middle, self._name(number))
        bar = QRectF(look.px(42) + _OFFSETS[number], top + row / 2 - look.px(7.5), look.px(_BAR), look.px(15))
        radius = bar.height() / 2
        if day.done:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.pine)
            painter.drawRoundedRect(bar, radius, radius)
            side = look.px(14)
            tick = QRectF(bar.center().x() - side / 2, bar.center().y() - side / 2, side, side)
            paint_icon(painter, "check", tick, theme.onpine, 2.6)
        else:
            painter.setBrush(theme.asoft if day.is_today else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.accent if day.is_today else theme.edge, 2.0 if day.is_today else 1.4))
            painter.drawRoundedRect(bar.adjusted(1, 1, -1, -1), radius - 1, radius - 1)
        painter.setFont(look.font(SMALL.bold if day.is_today else SMALL))
        painter.setPen(theme.ink if day.is_today else theme.ink2)
        place = QRectF(look.px(42 + _BAR + 26), top, self.width() - look.px(42 + _BAR + 26), row)
        painter.drawText(place, middle, self._shown(number, QFontMetricsF(painter.font()), place.width()))

    def _shown(self, number: int, metrics: QFontMetricsF, wide: float) -> str:
        """What stands beside a day's bar: as many whole titles as have room, then how many more there are."""
        titles = self._days[number].done
        for count in range(len(titles), 0, -1):
            left = len(titles) - count
            text = ", ".join([*titles[:count], *([f"+{left}"] if left else [])])
            if metrics.horizontalAdvance(text) <= wide:
                return text
        text = titles[0] if titles else self._told(number)
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, wide))

    def event(self, event: QEvent) -> bool:
        """All that was done on the day under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = min(6, max(0, event.pos().y() // self._look.px(_ROW)))
            QToolTip.showText(event.globalPos(), ", ".join(self._days[number].done), self)
            return True
        return super().event(event)
