"""The week as seven vertebrae: what was planned and done on each day, today in colour."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from coach.content.catalogue import Catalogue
from coach.today.agenda import Day, PlannedWeek
from coach.today.doing import DayState
from coach.ui.look.icons import paint_icon
from coach.ui.look.mirror import painter_of, write
from coach.ui.look.theme import Look
from coach.ui.look.typography import SMALL
from coach.ui.widgets.role import be_picture
from coach.ui.words.common import LANGUAGE
from coach.values import dataclass
from coach.words import today as words
from coach.words.sentences import comma_list

_OFFSETS = (4, 9, 12, 12, 9, 5, 3)
_ROW = 22
_NAME, _NAME_MOST, _NAME_GAP = 42, 96, 8  # a day's name: the column, in a language of long names, and beside it
_BAR, _HIGH, _SLIM = 33, 15, 4  # a vertebra; of a day of rest it is a dash
_BESIDE, _BESIDE_LEAST = 178, 118  # the vertebra and what is told beside it
_INSET = 2.5
_WIDEST_OFFSET = max(_OFFSETS)


@dataclass(frozen=True, slots=True)
class WeekDay:
    """A day as it is shown: what became of it, how much of it was done (0 to 1), the titles or the few words beside it,
    and whether it is today.
    """

    state: DayState = "not"
    share: float = 0.0
    told: tuple[str, ...] = ()
    is_today: bool = False


def shown_days(week: PlannedWeek, today: date, catalogue: Catalogue) -> list[WeekDay]:
    """The days of a week, with the words beside each."""
    return [_shown(day, today, catalogue) for day in week.days]


def _shown(day: Day, today: date, catalogue: Catalogue) -> WeekDay:
    told = words.day(LANGUAGE, day, today, catalogue)
    share = day.done / len(day.items) if day.items else float(bool(day.exercised))
    return WeekDay(day.state, share, told, day.date == today)


def in_words(days: Sequence[WeekDay]) -> str:
    """The days of a week, as a screen reader says them; one beside which nothing stands is left out."""
    told = (
        f"{LANGUAGE.day_name(number, short=True)}: {comma_list(day.told, LANGUAGE)}"
        for number, day in enumerate(days, 1)
        if day.told
    )
    return ". ".join(told)


class Week(QWidget):
    """Monday to Sunday. Every fact of the picture stands in words beside it and in the accessible description."""

    def __init__(self, look: Look, days: Sequence[WeekDay], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        be_picture(self)
        self._look = look
        self._days = tuple(days)
        self._names: dict[tuple[float, str, str], int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(QCoreApplication.translate("Week", "This week"))
        self.setAccessibleDescription(in_words(self._days))
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def _name(self, number: int) -> str:
        return LANGUAGE.day_name(number + 1, short=True)

    def sizeHint(self) -> QSize:
        return QSize(self._names_wide() + self._look.px(_BESIDE), self._look.px(_ROW) * 7)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._names_wide() + self._look.px(_BESIDE_LEAST), self._look.px(_ROW) * 7)

    def _names_wide(self) -> int:
        """The column of the days' names: as wide as the widest, as it is written today, and not without bounds."""
        look, font = self._look, self._look.font(SMALL.heavy)
        asked = (look.scale, LANGUAGE.tag, font.family())
        if asked not in self._names:  # layouts ask again and again, and so does each day that is painted
            metrics = QFontMetricsF(font)
            widest = max(math.ceil(metrics.horizontalAdvance(self._name(number))) for number in range(7))
            self._names[asked] = min(max(look.px(_NAME), widest + look.px(_NAME_GAP)), look.px(_NAME_MOST))
        return self._names[asked]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_spine(painter)
        for number in range(7):
            self._paint_day(painter, number)

    def _bar(self, number: int) -> QRectF:
        look, row = self._look, self._look.px(_ROW)
        high = look.px(_SLIM if self._days[number].state == "rest" else _HIGH)
        left = self._names_wide() + _OFFSETS[number]
        return QRectF(left, number * row + (row - high) / 2, look.px(_BAR), high)

    def _paint_spine(self, painter: QPainter) -> None:
        """The line that the vertebrae hang on: without it their places would look like a mistake."""
        places = [self._bar(number).center() for number in range(7)]
        path = QPainterPath(places[0])
        for before, after in pairwise(places):
            middle = (before.y() + after.y()) / 2
            path.cubicTo(QPointF(before.x(), middle), QPointF(after.x(), middle), after)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.theme.line, self._look.px(3)))
        painter.drawPath(path)

    def _paint_day(self, painter: QPainter, number: int) -> None:
        look, theme, day = self._look, self._look.theme, self._days[number]
        row = look.px(_ROW)
        top, middle = number * row, int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(look.font(SMALL.heavy if day.is_today else SMALL))
        painter.setPen(theme.ink if day.is_today else theme.ink2)
        names = self._names_wide()
        name = painter.fontMetrics().elidedText(self._name(number), Qt.TextElideMode.ElideRight, names)
        write(painter, QRectF(0, top, names, row), middle, name)
        self._paint_bar(painter, self._bar(number), day)
        painter.setFont(look.font(SMALL.bold if day.is_today else SMALL))
        painter.setPen(theme.ink if day.is_today else theme.ink2)
        left = names + look.px(_BAR + 14) + _WIDEST_OFFSET
        place = QRectF(left, top, self.width() - left, row)
        write(painter, place, middle, self._shown(number, QFontMetricsF(painter.font()), place.width()))

    def _paint_bar(self, painter: QPainter, bar: QRectF, day: WeekDay) -> None:
        """Pine where all was done, a part of it where a part was; an edge of ember is a day with pain, or now."""
        look, theme = self._look, self._look.theme
        radius = bar.height() / 2
        if day.state == "rest":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent if day.is_today else theme.edge)
            painter.drawRoundedRect(bar.adjusted(look.px(6), 0, -look.px(6), 0), radius, radius)
            return
        if day.state == "all":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.pine)
            painter.drawRoundedRect(bar, radius, radius)
            side = look.px(14)
            tick = QRectF(bar.center().x() - side / 2, bar.center().y() - side / 2, side, side)
            paint_icon(painter, "check", tick, theme.onpine, 2.6)
            return
        is_lit = day.is_today or day.state == "pain"
        painter.setBrush(theme.asoft if day.is_today else theme.card)
        painter.setPen(QPen(theme.accent if is_lit else theme.edge, 2.0 if is_lit else 1.4))
        edge = bar.adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(edge, radius - 1, radius - 1)
        if day.share > 0:
            self._paint_share(painter, edge, day)

    def _paint_share(self, painter: QPainter, edge: QRectF, day: WeekDay) -> None:
        """The part that was done is cut off straight, so that it looks like no switch."""
        theme = self._look.theme
        inside = edge.adjusted(_INSET, _INSET, -_INSET, -_INSET)
        painter.save()
        painter.setClipRect(QRectF(inside.x(), inside.y(), inside.width() * min(1.0, day.share), inside.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent if day.is_today else theme.pine)
        painter.drawRoundedRect(inside, inside.height() / 2, inside.height() / 2)
        painter.restore()

    def _shown(self, number: int, metrics: QFontMetricsF, wide: float) -> str:
        """What stands beside a day's bar: as many whole titles as have room, then how many more there are."""
        titles = self._days[number].told
        for count in range(len(titles), 0, -1):
            left = len(titles) - count
            text = comma_list([*titles[:count], *([f"+{left}"] if left else [])], LANGUAGE)
            if metrics.horizontalAdvance(text) <= wide:
                return text
        return metrics.elidedText(titles[0] if titles else "", Qt.TextElideMode.ElideRight, max(0.0, wide))

    def event(self, event: QEvent) -> bool:
        """All that is to be told of the day under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = min(6, max(0, event.pos().y() // self._look.px(_ROW)))
            QToolTip.showText(event.globalPos(), comma_list(self._days[number].told, LANGUAGE), self)
            return True
        return super().event(event)
