"""The parts of the wall test as a row: done, cut short, under way, to come."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.look.icons import paint_icon
from coach.ui.look.mirror import painter_of, write
from coach.ui.look.theme import Look
from coach.ui.look.typography import CONTROL, SMALL
from coach.ui.widgets.role import be_picture

_DOT, _GAP, _LINE = 26.0, 10.0, 20.0


class TestSteps(QWidget):
    """`names` in order, `current` from 0; those before it are done, or were cut short and have a dash for a tick. Short
    of room, only the current name shows.
    """

    __test__ = False  # not a pytest class

    def __init__(self, look: Look, names: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        be_picture(self)
        self._look = look
        self._names = names
        self._current = 0
        self._cut: frozenset[int] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._look_changed)
        self._look_changed()

    def _look_changed(self) -> None:
        self.setFixedHeight(self._look.px(_DOT) + 8)
        self.setMinimumWidth(round(self._wide(show_all=False)))
        self.updateGeometry()
        self.update()

    def tell(self, names: tuple[str, ...], current: int, cut: Collection[int] = ()) -> None:
        """The parts by name, which one is under way, from 0 (as many as there are: all are done), and which were not
        kept to their end.
        """
        self._names, self._current, self._cut = names, current, frozenset(cut)
        if names:
            here = self.tr("All parts are done")
            if current < len(names):
                here = self.tr("Part {0} of {1}: {2}").format(current + 1, len(names), names[current])
            lost = [self.tr("{0}: not to its end").format(names[part]) for part in sorted(self._cut) if part < current]
            self.setAccessibleName(". ".join([here, *lost]))
        self._look_changed()

    @property
    def current(self) -> int:
        """Which part is under way, from 0."""
        return self._current

    def sizeHint(self) -> QSize:
        return QSize(round(self._wide(show_all=True)), self.height())

    def _name_font(self, index: int) -> QFont:
        return self._look.font(CONTROL.heavy if index == self._current else CONTROL)

    def _wide(self, *, show_all: bool) -> float:
        shown = [i for i in range(len(self._names)) if show_all or i == self._current]
        words = sum(QFontMetricsF(self._name_font(i)).horizontalAdvance(self._names[i]) + _GAP for i in shown)
        return words + len(self._names) * self._look.px(_DOT) + max(0, len(self._names) - 1) * (_LINE + 2 * _GAP) + 4

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        show_all = self._wide(show_all=True) <= self.width()
        dot = self._look.px(_DOT)
        x, middle = self.width() - self._wide(show_all=True) + 2 if show_all else 2.0, self.height() / 2
        for index, name in enumerate(self._names):
            if index:
                painter.setPen(QPen(theme.line, 2))
                painter.drawLine(QPointF(x + _GAP, middle), QPointF(x + _GAP + _LINE, middle))
                x += 2 * _GAP + _LINE
            self._paint_dot(painter, QRectF(x, middle - dot / 2, dot, dot), index)
            x += dot
            if show_all or index == self._current:
                font = self._name_font(index)
                wide = QFontMetricsF(font).horizontalAdvance(name)
                painter.setFont(font)
                painter.setPen(theme.ink if index == self._current else theme.ink2)
                write(painter, QRectF(x + _GAP, 0, wide + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, name)
                x += _GAP + wide

    def _paint_dot(self, painter: QPainter, dot: QRectF, index: int) -> None:
        theme = self._look.theme
        is_done, is_now = index < self._current, index == self._current
        if is_done and index in self._cut:
            paint_cut(painter, self._look, dot)
            return
        painter.setPen(Qt.PenStyle.NoPen if is_done or is_now else QPen(theme.edge, 1.5))
        painter.setBrush(theme.pine if is_done else theme.accent if is_now else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot)
        inset = dot.width() * 0.2
        if is_done:
            paint_icon(painter, "check", dot.adjusted(inset, inset, -inset, -inset), theme.onpine, 2.6)
            return
        painter.setPen(theme.on if is_now else theme.ink2)
        painter.setFont(self._look.font(SMALL.heavy, tabular=True))
        write(painter, dot, Qt.AlignmentFlag.AlignCenter, str(index + 1))


def paint_cut(painter: QPainter, look: Look, spot: QRectF, pen: float = 2.0) -> None:
    """The mark of a part that was not kept to its end, in a round `spot`: an outline and a dash, where one that was has
    a full ground and a tick.
    """
    theme = look.theme
    painter.setPen(QPen(theme.pine, pen))
    painter.setBrush(theme.psoft)
    round_ = min(spot.width(), spot.height()) / 2
    painter.drawRoundedRect(spot.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), round_, round_)
    middle, reach = spot.center(), spot.width() * 0.22
    painter.setPen(QPen(theme.pine, pen * 1.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(middle - QPointF(reach, 0), middle + QPointF(reach, 0))
