"""A year of days as a calendar of cells: a column a week, Monday at the top. A table says the same."""

from __future__ import annotations

import math
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from coach.today.year import Year, YearDay, YearDayState
from coach.ui.look import space
from coach.ui.look.mirror import meant, painter_of, write
from coach.ui.look.theme import Look, Theme
from coach.ui.look.typography import LABEL, SMALL
from coach.ui.widgets.role import be_picture, be_text
from coach.ui.words import common as words
from coach.words import progress
from coach.words.sentences import apart_list

_CELL_SHARE = 13.2 / 15.8  # of the distance from cell to cell
_RADIUS_SHARE = 4 / 15.8
_LEAST, _MOST = 12.0, 22.0  # pixels from cell to cell; the least at text size 1
_MONTHS = 22.0  # pixels above for their names, at text size 1
_NAMES = 40.0  # pixels at the left for the days' names, at text size 1
_NAMED = (0, 2, 4)
_WEEK = 7


def paint_cell(painter: QPainter, theme: Theme, box: QRectF, state: YearDayState | None) -> None:
    """A day of a state; None is one of which nothing is known."""
    radius = box.width() * _RADIUS_SHARE / _CELL_SHARE
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(Qt.PenStyle.NoPen)
    inner = box.adjusted(0.75, 0.75, -0.75, -0.75)
    match state:
        case None:
            painter.setBrush(theme.track)
            side = box.width() * 5 / 13.2
            painter.drawEllipse(box.center(), side / 2, side / 2)
        case "all":
            painter.setBrush(theme.pine)
            painter.drawRoundedRect(box, radius, radius)
        case "part":
            painter.save()
            half = QPainterPath()
            half.addRoundedRect(box, radius, radius)
            painter.setClipPath(half)
            painter.fillRect(QRectF(box.left(), box.center().y(), box.width(), box.height() / 2), theme.pine)
            painter.restore()
            painter.setPen(QPen(theme.pine, 1.5))
            painter.drawRoundedRect(inner, radius, radius)
        case "rest":
            painter.setBrush(theme.edge)
            high = max(2.0, box.height() * 0.22)
            painter.drawRoundedRect(
                QRectF(box.left() + 1, box.center().y() - high / 2, box.width() - 2, high), high / 2, high / 2
            )
        case "pain":
            painter.setPen(QPen(theme.accent, 2.2))
            painter.drawRoundedRect(inner, radius, radius)
        case "missed" | "open":
            painter.setPen(QPen(theme.edge, 1.2))
            painter.drawRoundedRect(inner, radius, radius)


class DayKey(QWidget):
    """A cell and what it means."""

    def __init__(self, look: Look, state: YearDayState) -> None:
        super().__init__()
        be_text(self)
        self._look, self._state = look, state
        self._word = progress.day_state(words.LANGUAGE, state)
        self.setAccessibleName(self._word)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self._look.font(SMALL)).horizontalAdvance(self._word)
        return QSize(math.ceil(wide) + self._look.px(22), self._look.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._look.px(14)
        paint_cell(painter, self._look.theme, QRectF(0, (self.height() - side) / 2, side, side), self._state)
        painter.setFont(self._look.font(SMALL))
        painter.setPen(self._look.theme.ink2)
        place = QRectF(self._look.px(22), 0, self.width(), self.height())
        write(painter, place, int(Qt.AlignmentFlag.AlignVCenter), self._word)


class DayYear(QWidget):
    """As many of the last weeks as have room, up to a year. The day under the pointer is told."""

    def __init__(self, look: Look, found: Year, today: date) -> None:
        super().__init__()
        be_picture(self)
        self._look, self._year, self._today = look, found, today
        self._of = {one.date: one for one in found.days}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("A year of days; the table says the same"))
        self.setAccessibleDescription(
            apart_list((progress.day(words.LANGUAGE, one) for one in found.days[-_WEEK:]), words.LANGUAGE)
        )
        look.changed.connect(self.updateGeometry)

    # --- measures

    def _weeks(self) -> int:
        return (self._today - self._year.begins).days // _WEEK + 1

    def _pitch(self, width: int) -> float:
        room = (width - self._look.px(_NAMES)) / self._weeks()
        return min(_MOST * self._look.scale, max(_LEAST * self._look.scale, room))

    def _shown(self, width: int) -> int:
        return max(1, min(self._weeks(), int((width - self._look.px(_NAMES)) / self._pitch(width) + 1e-6)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return math.ceil(self._look.px(_MONTHS) + _WEEK * self._pitch(width)) + space.XS

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(540), self.heightForWidth(self._look.px(540)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self.heightForWidth(self.width()))

    def _first(self) -> date:
        """The Monday of the first week that has room."""
        return self._year.begins + timedelta(weeks=self._weeks() - self._shown(self.width()))

    def _box(self, day: date) -> QRectF:
        pitch = self._pitch(self.width())
        week, row = divmod((day - self._first()).days, _WEEK)
        side = pitch * _CELL_SHARE
        left = self._look.px(_NAMES) + week * pitch
        return QRectF(left, self._look.px(_MONTHS) + row * pitch, side, side)

    # --- what is under the pointer

    def day_at(self, place: QPointF) -> YearDay | None:
        """The day under a place, if something is known of it."""
        place, pitch = meant(self, place), self._pitch(self.width())
        week = math.floor((place.x() - self._look.px(_NAMES)) / pitch)
        row = math.floor((place.y() - self._look.px(_MONTHS)) / pitch)
        if week < 0 or not 0 <= row < _WEEK:
            return None
        return self._of.get(self._first() + timedelta(weeks=week, days=row))

    def event(self, event: QEvent) -> bool:
        """What became of the day under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.day_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), progress.day(words.LANGUAGE, found) if found else "", self)
            return True
        return super().event(event)

    # --- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, day = self._look.theme, self._first()
        self._paint_names(painter)
        while day <= self._today:
            known = self._of.get(day)
            paint_cell(painter, theme, self._box(day), None if known is None else known.state)
            day += timedelta(days=1)
        ring = self._box(self._today).adjusted(-2, -2, 2, 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.ink, 2))
        painter.drawRoundedRect(ring, ring.width() * _RADIUS_SHARE + 1, ring.width() * _RADIUS_SHARE + 1)

    def _paint_names(self, painter: QPainter) -> None:
        painter.setFont(self._look.font(LABEL))
        painter.setPen(self._look.theme.ink2)
        first, metrics, free = self._first(), QFontMetricsF(painter.font()), 0.0
        for row in _NAMED:
            box = self._box(first + timedelta(days=row))
            place = QRectF(0, box.top(), self._look.px(_NAMES), box.height())
            name = words.weekday_name(row + 1)
            write(painter, place, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip), name)
        for week in range(self._shown(self.width())):
            monday = first + timedelta(weeks=week)
            begins = next((d for d in (monday + timedelta(days=n) for n in range(_WEEK)) if d.day == 1), None)
            name = words.month_name(begins.month) if begins is not None else ""
            box, wide = self._box(monday), metrics.horizontalAdvance(name)
            if name and box.left() >= free and box.left() + wide <= self.width():
                place = QRectF(box.left(), 0, wide + 2, self._look.px(_MONTHS) - space.XS)
                write(painter, place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, name)
                free = box.left() + wide + space.S
