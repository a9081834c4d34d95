"""The rail: where one may go, what the desk says, settings. Words beside the icons, or below them when narrow."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from coach.ui.look import sizes, space
from coach.ui.look.icons import known, paint_icon
from coach.ui.look.mark import paint_mark
from coach.ui.look.mirror import margins, painter_of, write
from coach.ui.look.soft_shadow import paint_shadow
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, HEADING, LABEL, LEAST_PX, SMALL, TextStyle
from coach.ui.widgets.buttons import PaintedButton, cap_of, overlaid, tell_key
from coach.ui.widgets.card import paint_surface
from coach.ui.widgets.fit import line_font, lines_of
from coach.ui.widgets.railweek import RailWeek
from coach.ui.widgets.role import be_picture
from coach.ui.widgets.scroll import Scroll
from coach.ui.widgets.week import WeekDay, in_words

WIDE = 208
NARROW = 84
_SIDE = 12  # pixels beside the places of a narrow rail
_NARROW_HIGH = 54  # pixels of a place in it, at text size 1
_CLOSE_ICON = 26  # pixels of an icon that leaves the room to its name
_AROUND = 50  # pixels above, between and below the places that are none of theirs


_NUMBER = re.compile(r"\d+")
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip  # lower than its letters' box, not than they are


class RailPlace(NamedTuple):
    """Where one may go: the name of its page and of its icon; what it is called, and where there is little room."""

    page: str
    icon: str
    title: str
    short: str


def places() -> tuple[RailPlace, ...]:
    """In the rail's order, Settings last."""
    translate = QCoreApplication.translate
    return (
        RailPlace("today", "today", translate("Rail", "Today"), translate("Rail", "Today")),
        RailPlace("walltest", "wall", translate("Rail", "Wall test"), translate("Rail", "Test")),
        RailPlace("routines", "routines", translate("Rail", "Routines"), translate("Rail", "Routines")),
        RailPlace("reminders", "reminders", translate("Rail", "Reminders"), translate("Rail", "Remind")),
        RailPlace("progress", "progress", translate("Rail", "Progress"), translate("Rail", "Progress")),
        RailPlace("learn", "learn", translate("Rail", "Learn"), translate("Rail", "Learn")),
        RailPlace("settings", "settings", translate("Rail", "Settings"), translate("Rail", "Settings")),
    )


class Rail(QWidget):
    """`go(page)` when a place is chosen; `plan` when the week of the plan is."""

    go = Signal(str)
    plan = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.narrow = self.is_spare = False
        self._brand = _Brand(look)
        self.week = RailWeek(look)
        self.week.clicked.connect(self.plan)
        self._status = DeskStatusBox(look)
        self._status.clicked.connect(lambda: self.go.emit("reminders"))
        self.items: dict[str, NavItem] = {}
        group = QButtonGroup(self)
        self._holder = _Holder(look, self.items)
        self._scroll = Scroll(look)
        self._scroll.set_content(self._holder)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._arrange)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._reveal)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._scroll)
        self._column = QVBoxLayout(self._holder)
        self._column.setSpacing(space.XS)
        self._column.addWidget(self._brand)
        for page, icon, name, short in places():
            item = NavItem(look, icon, name, short, cap_of(self, "window", page))
            item.clicked.connect(lambda _checked=False, page=page: self.go.emit(page))
            item.toggled.connect(lambda _checked: self._holder.update())
            group.addButton(item)
            self.items[page] = item
            if page == "settings":
                self._column.addStretch(1)
                self._column.addWidget(self.week)
                self._column.addWidget(self._status)
                self._column.addSpacing(space.S_LOOSE)
            self._column.addWidget(item)
        self._arrange()
        look.changed.connect(self._arrange)

    def set_narrow(self, narrow: bool, *, is_spare: bool = True) -> None:
        """The names below their icons, or beside them. Below them they are smaller where it is the window that is small
        (`is_spare`), and as large as beside them where the text is large.
        """
        if (narrow, is_spare) != (self.narrow, self.is_spare):
            self.narrow, self.is_spare = narrow, is_spare
            self._arrange()

    def set_page(self, page: str) -> None:
        """Mark where one is; a page within (a routine) keeps its parent's place."""
        if page in self.items:
            self.items[page].setChecked(True)
            self._reveal()

    def _reveal(self) -> None:
        """Where one is can be seen, also where not all places have room."""
        here = next((item for item in self.items.values() if item.isChecked()), None)
        if here is not None:
            self._scroll.ensureWidgetVisible(here, 0, space.S)

    def set_status(self, first: str, second: str, on: bool = True) -> None:
        """The two lines about the desk below, and whether reminders are `on`."""
        self._status.set_lines(first, second, on)

    def set_week(self, week: str, days: Sequence[WeekDay] = ()) -> None:
        """The week of the plan that is followed; empty where none is."""
        self.week.tell(week, days, in_words(days))
        self._fit_week()

    def _fit_week(self) -> None:
        """The week gives way where the places need the room."""
        taken = sum(item.sizeHint().height() + space.XS for item in self.items.values())
        others = self._brand.sizeHint().height() + self._status.sizeHint().height() + self.week.sizeHint().height()
        has_room = self.height() >= taken + others + space.WIDEST * 3
        self.week.setVisible(self.week.is_told and not self.narrow and has_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _wide(self) -> int:
        """As wide as the names below the icons need it, or those beside them."""
        if not self.narrow:
            return round(WIDE * (1 + (self._look.scale - 1) * 0.7))
        letters = QFontMetricsF(self._look.font((LABEL if self.is_spare else BODY).bold))
        widest = max(letters.horizontalAdvance(place.short) for place in places())
        return max(NARROW, math.ceil(widest) + _SIDE + space.S + space.XS)

    def _arrange(self) -> None:
        """Every name is there at any height: closer to its icon where the rail is low, and at last it scrolls."""
        bar = self._scroll.verticalScrollBar()
        self.setFixedWidth(self._wide() + (bar.sizeHint().width() if bar.maximum() > 0 else 0))
        side = _SIDE if self.narrow else 20
        above, end = (space.M_LOOSE, space.S) if self.narrow else (space.XL_LOOSE, space.L)
        self._column.setContentsMargins(margins(side, above, end, space.XL))
        self._brand.narrow = self.narrow
        self._brand.updateGeometry()
        self._brand.update()
        self._status.setVisible(not self.narrow)
        around, count = _AROUND + self._brand.sizeHint().height(), len(self.items)
        for item in self.items.values():
            item.set_narrow(self.narrow, (self.height() - around) // count - space.XS, is_spare=self.is_spare)
        taken = sum(item.sizeHint().height() + space.XS for item in self.items.values())
        self._brand.setVisible(not self.narrow or self.height() >= taken + around)
        self._fit_week()


class _Holder(QWidget):
    """What stands in the rail."""

    def __init__(self, look: Look, items: Mapping[str, NavItem]) -> None:
        super().__init__()
        self._look, self._items = look, items

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The shadow of where one is lies on the rail, under its item."""
        for item in self._items.values():
            if item.isChecked():
                paint_shadow(painter_of(self), QRectF(item.geometry()), sizes.TILE_RADIUS, self._look.theme.shadow)


class _Brand(QWidget):
    """The mark and the name; the name goes where there is no room."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        be_picture(self)
        self._look = look
        self.narrow = False
        self.setAccessibleName(self.tr("Posture Coach"))
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(100, 40 if self.narrow else self._look.px(40) + 18)

    def minimumSizeHint(self) -> QSize:
        return QSize(36, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = painter_of(self)
        if self.narrow:
            paint_mark(painter, QRectF((self.width() - 34) / 2, 1, 34, 34), theme.pine, theme.aglow)
            return
        middle = self._look.px(40) / 2
        paint_mark(painter, QRectF(8, middle - 17, 34, 34), theme.pine, theme.aglow)
        font = self._look.font(HEADING)
        painter.setFont(font)
        painter.setPen(theme.ink)
        line = self._look.px(18)
        for number, word in enumerate(self.tr("Posture Coach").split(" ", 1)):
            top = middle - line + number * line
            write(painter, QRectF(50, top, self.width() - 50, line), _LINE, word)


class NavItem(PaintedButton):
    """One place to go."""

    def __init__(self, look: Look, icon: str, name: str, short: str, key: str) -> None:
        super().__init__(look)
        self._icon, self._name, self._short = known(icon), name, short
        self._narrow, self._room, self._style = False, 0, LABEL
        self.setCheckable(True)
        self.setText(name)
        self.setAccessibleName(name)
        tell_key(self, name, key)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_narrow(self, narrow: bool, room: int, *, is_spare: bool) -> None:
        """`narrow`: the name below the icon, both in a height of `room` where that is enough for them; the letters are
        those of a label where `is_spare`.
        """
        style = LABEL if is_spare else BODY.semibold
        if (narrow, room, style) == (self._narrow, self._room, self._style):
            return
        self._narrow, self._room, self._style = narrow, room, style
        self.updateGeometry()
        self.update()

    def _below(self) -> int:
        """What a name below its icon takes, with the space around both."""
        return math.ceil(QFontMetricsF(self._look.font(self._style)).height()) + space.HAIR + space.XS

    def _icon_side(self) -> int:
        most = self._look.px(22)
        return min(most, max(_CLOSE_ICON, self.sizeHint().height() - self._below())) if self._narrow else most

    def sizeHint(self) -> QSize:
        if self._narrow:
            return QSize(64, self._high())
        wide = QFontMetricsF(self._look.font(BODY.bold)).horizontalAdvance(self._name) + 46 + 12
        return QSize(round(wide), self._high())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._high())

    def _high(self) -> int:
        if not self._narrow:
            return self._look.px(44)
        least = min(_CLOSE_ICON, self._look.px(22)) + self._below()
        return max(least, min(self._look.px(_NARROW_HIGH), self._room))

    def outline(self) -> tuple[QRectF, float]:
        """The whole place."""
        return QRectF(self.rect()), sizes.TILE_RADIUS

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, theme = self._look, self._look.theme
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, radius = self.outline()
        active = self.isChecked()
        if active:
            paint_surface(painter, look, box, radius, "card")
        elif self.wash() > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(overlaid(theme.paper, theme.ink, self.wash()))
            painter.drawRoundedRect(box, radius, radius)
        colour = theme.accent if active else theme.ink2
        words = theme.ink if active else theme.ink2
        width = 2.0 if active else 1.8
        side = self._icon_side()
        if self._narrow:
            font = look.font(self._style.bold if active else self._style)
            tall = QFontMetricsF(font).height()
            top = (self.height() - side - tall - 2) / 2
            paint_icon(painter, self._icon, QRectF((self.width() - side) / 2, top, side, side), colour, width)
            painter.setFont(font)
            painter.setPen(words)
            place = QRectF(-4, top + side + 2, self.width() + 8, tall)
            write(painter, place, Qt.AlignmentFlag.AlignCenter, self._short)
            return
        paint_icon(painter, self._icon, QRectF(12, (self.height() - side) / 2, side, side), colour, width)
        painter.setFont(look.font(BODY.bold if active else BODY.semibold))
        painter.setPen(words)
        place = QRectF(12 + side + 12, 0, self.width() - side - 28, self.height())
        write(painter, place, int(Qt.AlignmentFlag.AlignVCenter), self._name)


class DeskStatusBox(PaintedButton):
    """Two lines about the desk above Settings; leads to Reminders. While it has the keyboard a screen reader would say
    each new time in them: what they are called then changes with what they say, not with its numbers.
    """

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._lines = ("", "")
        self._on = True
        self._kind = ("", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_lines("", "", True)

    def set_lines(self, first: str, second: str, on: bool) -> None:
        """Two lines, and whether reminders are `on`; both empty shows nothing."""
        if (first, second, on) == (*self._lines, self._on) and self.accessibleName():
            return
        self._lines, self._on = (first, second), on
        self._tell()
        self.updateGeometry()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell()

    def _tell(self) -> None:
        said = ". ".join(line for line in self._lines if line) or self.tr("Reminders")
        kind = _NUMBER.sub("#", said), self._on
        if said == self.accessibleName() or (self.hasFocus() and kind == self._kind):
            return
        self._kind = kind
        self.setAccessibleName(said)
        self.setToolTip(said)

    def sizeHint(self) -> QSize:
        return QSize(120, self._high())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._high())

    def _high(self) -> int:
        if self._room()[1] < self._look.px(40):  # not laid out yet
            return self._look.px(64)
        more = max(0, sum(len(self.broken(line, style)) for line, style in self._styled()) - len(self._lines))
        return self._look.px(64) + more * self._look.px(20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def outline(self) -> tuple[QRectF, float]:
        """The whole box."""
        return QRectF(self.rect()), sizes.CONTROL_RADIUS

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not any(self._lines):
            return
        look, theme = self._look, self._look.theme
        painter = painter_of(self)
        paint_surface(painter, look, *self.outline(), "sunk", self.wash())
        dot = look.px(8)
        middle = look.px(22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.pine if self._on else theme.edge)
        painter.drawEllipse(QRectF(12, middle - dot / 2, dot, dot))
        left, room = self._room()
        top, row = middle - look.px(10), look.px(20)
        for (line, style), tone in zip(self._styled(), (theme.ink, theme.ink2), strict=True):
            painter.setFont(line_font(look, line, style, room, smallest=LEAST_PX))
            painter.setPen(tone)
            for part in self.broken(line, style):
                write(painter, QRectF(left, top, room, row), int(Qt.AlignmentFlag.AlignVCenter), part)
                top += row

    def _styled(self) -> tuple[tuple[str, TextStyle], ...]:
        return (self._lines[0], SMALL.bold), (self._lines[1], SMALL)

    def broken(self, line: str, style: TextStyle = SMALL.bold) -> list[str]:
        """A line as it stands: in two or more where it has no room in one."""
        room = self._room()[1]
        return lines_of(line_font(self._look, line, style, room, smallest=LEAST_PX), line, room)

    def _room(self) -> tuple[float, float]:
        """Where the lines begin, behind the dot, and how wide they may be."""
        left = 12 + self._look.px(8) + 7
        return left, self.width() - left - 6
