"""One entry of the day's line: the time, a round sign, what happened and why."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coach.ui.look import space
from coach.ui.look.icons import paint_icon
from coach.ui.look.mirror import painter_of
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, SMALL
from coach.ui.widgets.labels import Label
from coach.ui.widgets.role import Role, be_told_as
from coach.words.desk_view import LogLine

_SIGN = 28

# what -> icon, ground, ink
_SIGNS = {
    "shown": ("reminders", "asoft", "atext"),
    "done": ("check", "pine", "onpine"),
    "started": ("play", "pine", "onpine"),
    "snoozed": ("snooze", "sunk", "ink2"),
    "skipped": ("close", "sunk", "ink2"),
    "missed": ("minus", "sunk", "ink2"),
    "deferred": ("clock", "wsoft", "warn"),
    "natural-break": ("walk", "psoft", "pine"),
}


class LogRow(QWidget):
    """`first` and `last` end the line that joins the signs."""

    def __init__(self, look: Look, entry: LogLine, first: bool, last: bool) -> None:
        super().__init__()
        be_told_as(self, Role.ListItem)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space.M)
        time = Label(look, entry.time, SMALL.semibold, "ink2", tabular=True, align=Qt.AlignmentFlag.AlignRight)
        time.setMinimumWidth(look.px(42))
        row.addWidget(time, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(_Sign(look, entry.what, first, last))
        text = QVBoxLayout()
        text.setContentsMargins(0, space.XS_LOOSE, 0, space.XS_LOOSE)
        text.setSpacing(0)
        text.addWidget(Label(look, entry.title, BODY.bold, wrap=True))
        if entry.why:
            text.addWidget(Label(look, entry.why, SMALL, "ink2", wrap=True))
        row.addLayout(text, 1)
        self.setAccessibleName(f"{entry.time}. {entry.title}. {entry.why}")


class _Sign(QWidget):
    def __init__(self, look: Look, what: str, first: bool, last: bool) -> None:
        super().__init__()
        self._look, self._what, self._first, self._last = look, what, first, last
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(_SIGN), self._look.px(_SIGN))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        icon, ground, ink = _SIGNS.get(self._what, _SIGNS["shown"])
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        radius = self._look.px(_SIGN) / 2
        painter.setPen(QPen(theme.track, 2))
        if not self._first:
            painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), middle.y() - radius - 2))
        if not self._last:
            painter.drawLine(QPointF(middle.x(), middle.y() + radius + 2), QPointF(middle.x(), self.height()))
        painter.setPen(QPen(theme.edge, 2) if theme.name == "contrast" else Qt.PenStyle.NoPen)
        painter.setBrush(getattr(theme, ground))
        inner = radius - 1 if theme.name == "contrast" else radius
        painter.drawEllipse(middle, inner, inner)
        side = radius * 1.05
        box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        paint_icon(painter, icon, box, getattr(theme, ink), 2.2)
