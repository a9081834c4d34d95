"""Painted text with the line heights of the look, read by screen readers like any label."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStyle, QWidget

from coach.ui.look import space
from coach.ui.look.icons import paint_icon
from coach.ui.look.mirror import order_words, painter_of, write
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, TextStyle

_LEAST_WRAPPED = 90  # pixels that wrapped text can live with; longer words break

_TALL_AND_DEEP = "ÅÄÉgjpqyQ,;"

_BEFORE_A_UNIT = re.compile(r"(?<=\d) (?=(?:s|min|h|cm|m|kg|%)(?!\w))")
_BEFORE_A_LAST_NUMBER = re.compile(r"(?<=\w) (?=\d+\W?$)")
_BEHIND_A_NUMBER = re.compile(r"(?<=\d)-(?=\w)")


@lru_cache(maxsize=2048)
def _measures(
    _text: str, _style: TextStyle, _tabular: bool, _wrap: bool, _scale: float, _family: str
) -> dict[str | int, int]:
    """What is known of a text by all that its size follows from: a page that is built anew has the same texts."""
    return {}


_reaches: dict[tuple[TextStyle, bool, float, str], tuple[int, int]] = {}
"""Of each style, at each size in which it was shown, how far its letters reach."""


def _reach(metrics: QFontMetricsF, leading: float) -> tuple[int, int]:
    """How far letters are seen above and below lines of `leading` pixels."""
    ink = metrics.tightBoundingRect(_TALL_AND_DEEP)
    baseline = (leading - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
    above, below = -ink.top() - baseline, ink.bottom() - (leading - baseline)
    return max(0, math.ceil(above)), max(0, math.ceil(below))


def _glued(text: str) -> str:
    """The same with no break within `45 s` and `30-second`, nor before a number at the end. It is as long as before."""
    text = _BEHIND_A_NUMBER.sub("\u2011", text)
    return _BEFORE_A_LAST_NUMBER.sub("\u00a0", _BEFORE_A_UNIT.sub("\u00a0", text))


class Label(QLabel):
    """Plain text in one style. With `wrap` it breaks into lines and asks for the height it needs; without it keeps
    one line and, with `elide`, is cut with an ellipsis only where there is no room at all. With both it is cut at the
    end of the last line that its height holds. A screen reader has the whole text.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        style: TextStyle,
        tone: str = "ink",
        wrap: bool = False,
        tabular: bool = False,
        parent: QWidget | None = None,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        elide: bool = False,
        widest: float = 460,
    ) -> None:
        """Wrapped text asks for no more than `widest` pixels at text size 1; it takes what it is given."""
        super().__init__(parent)
        self._look = look
        self._most_wide = widest
        self._style, self._tabular = style, tabular
        self._tone = tone
        self._elide = elide
        self._wrap = wrap
        self._reach: tuple[int, int] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(align)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self._restyle()
        self.setText(text)
        look.changed.connect(self._restyle)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._know()

    def say(self, text: str) -> None:
        """Other words; while it has none it keeps its place, and who hears the page does not come by it."""
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.setText(text)
        self.setVisible(bool(text))

    def set_style(self, style: TextStyle) -> None:
        """Another style for the same text."""
        if style != self._style:
            self._style = style
            self._restyle()

    def _restyle(self) -> None:
        self._reach = None
        self.setFont(self._look.font(self._style, tabular=self._tabular))
        self._know()
        self.updateGeometry()
        self.update()

    def _know(self) -> None:
        family = self.font().family()
        self._measured = _measures(self.text(), self._style, self._tabular, self._wrap, self._look.scale, family)

    def _leading(self) -> float:
        return self._style.line_height * self._look.scale

    def _beyond(self) -> tuple[int, int]:
        """How far letters reach above the first line and below the last: large lines are lower than their letters."""
        if self._reach is None:
            asked = (self._style, self._tabular, self._look.scale, self.font().family())
            if asked not in _reaches:
                _reaches[asked] = _reach(QFontMetricsF(self.font()), self._leading())
            self._reach = _reaches[asked]
        return self._reach

    def _high(self, lines: int) -> int:
        return math.ceil(lines * self._leading()) + sum(self._beyond())

    def _cut_to(self, layout: QTextLayout, held: int) -> str:
        """As much of the text as so many lines hold."""
        units = self.text().encode("utf-16-le")  # two bytes each, as Qt counts
        last = 2 * layout.lineAt(held - 1).textStart()
        shown, rest = units[:last].decode("utf-16-le"), units[last:].decode("utf-16-le")
        return shown + QFontMetricsF(self.font()).elidedText(rest, Qt.TextElideMode.ElideRight, self.width())

    def _lines(self, width: float, text: str | None = None) -> QTextLayout:
        layout = QTextLayout(_glued(self.text() if text is None else text).replace("\n", "\u2028"), self.font())
        option = QTextOption()
        option.setWrapMode(
            QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if self._wrap else QTextOption.WrapMode.ManualWrap
        )
        order_words(option, self, self.text())
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
        layout.endLayout()
        return layout

    def _once(self, what: str | int, measure: Callable[[], int]) -> int:
        """What is measured of this text in this style: layouts ask for it again and again."""
        if what not in self._measured:
            self._measured[what] = measure()
        return self._measured[what]

    def _natural_width(self) -> int:
        return self._once("natural", lambda: self._widest(self.text().split("\n")) + 1)

    def _widest(self, parts: list[str]) -> int:
        """The pixels of the widest of them, 0 without any."""
        metrics = QFontMetricsF(self.font())
        return max((math.ceil(metrics.horizontalAdvance(part)) for part in parts), default=0)

    def hasHeightForWidth(self) -> bool:
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        if not self._wrap:
            return -1
        return self._once(width, lambda: self._high(self._lines(width).lineCount()))

    def sizeHint(self) -> QSize:
        if self._wrap:
            width = min(self._natural_width(), self._look.px(self._most_wide))
            return QSize(width, self.heightForWidth(width))
        return QSize(self._natural_width(), self._high(self.text().count("\n") + 1))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        if self._wrap:
            widest = self._once("word", lambda: self._widest(self.text().split()))
            return QSize(min(widest + 1, _LEAST_WRAPPED), self._high(1))
        return QSize(self._look.px(24), hint.height()) if self._elide else hint

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(getattr(self._look.theme, self._tone))
        painter.setFont(self.font())
        if not self._wrap and self._elide and self._natural_width() > self.width():
            metrics = QFontMetricsF(self.font())
            text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
            write(painter, QRectF(self.rect()), self.alignment() | Qt.AlignmentFlag.AlignVCenter, text, self)
            return
        layout = self._lines(self.width())
        leading = self._leading()
        above, below = self._beyond()
        if (
            self._wrap
            and self._elide
            and (held := max(1, int((self.height() - above - below) / leading))) < layout.lineCount()
        ):
            layout = self._lines(self.width(), self._cut_to(layout, held))
        left_over = self.height() - layout.lineCount() * leading - above - below
        top = above + (left_over / 2 if not self._wrap else 0.0)
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter and self._wrap:
            top = above + max(0.0, left_over / 2)
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            spare = self.width() - line.naturalTextWidth()
            left = 0.0
            if side & Qt.AlignmentFlag.AlignHCenter:
                left = spare / 2
            elif side & Qt.AlignmentFlag.AlignRight:
                left = spare
            line.draw(painter, QPointF(left, top + number * leading + (leading - line.height()) / 2))


class IconLabel(QWidget):
    """An icon by itself, for the eye only: what it means stands in words beside it."""

    def __init__(
        self, look: Look, name: str, px: float = 20, tone: str = "ink2", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._name, self._px, self._tone = look, name, px, tone
        self._restyle()
        look.changed.connect(self._restyle)

    def set_icon(self, name: str, tone: str | None = None) -> None:
        """Another icon; without a `tone` in the one so far."""
        self._name, self._tone = name, tone or self._tone
        self.update()

    def _restyle(self) -> None:
        self.setFixedSize(self._look.px(self._px), self._look.px(self._px))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(
            painter, self._name, QRectF(QRect(0, 0, self.width(), self.height())), getattr(self._look.theme, self._tone)
        )


class Tick(IconLabel):
    """The round tick before something done."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "check", 24, "onpine", parent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.pine)
        box = QRectF(self.rect())
        painter.drawEllipse(box)
        inset = box.width() * 0.2
        paint_icon(painter, "check", box.adjusted(inset, inset, -inset, -inset), self._look.theme.onpine, 2.6)


class Circle(IconLabel):
    """The open circle before something that may still be done."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "check", 24, "edge", parent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.theme.edge, 1.8))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))


class Fact(QWidget):
    """A short fact with its icon before it."""

    def __init__(self, look: Look, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space.XS_LOOSE)
        row.addWidget(IconLabel(look, icon, 18))
        row.addWidget(Label(look, text, BODY.semibold, "ink2", tabular=True))
