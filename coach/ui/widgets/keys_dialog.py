"""The list of keys over whatever the window shows: a dialog, read row by row with the arrow keys."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, CARD_TITLE, LABEL, OVERLINE
from coach.ui.widgets.buttons import Button, paint_key
from coach.ui.widgets.card import Card
from coach.ui.widgets.focus import FocusRing
from coach.ui.widgets.labels import Label
from coach.ui.widgets.overlay import Overlay
from coach.ui.widgets.role import Role, be_silent, be_told_as
from coach.ui.widgets.scroll import FittingScroll
from coach.ui.words.common import LANGUAGE
from coach.words import keys as words
from coach.words.keys import Ground, Told

_CAPS_WIDE = 168  # pixels at text size 1, at most: "Space", "Enter" and an arrow beside each other
_CARD_WIDE = 620
_PADDING = 24
_CAP_ROOM, _CAP_LEAST, _CAP_HIGH = 12, 24, 28
_VEIL = 0.86  # as over a session that asks


class _Caps(QWidget):
    """The caps of the keys that do one thing. `room` gives the width of the widest in the list."""

    def __init__(self, look: Look, caps: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._caps = look, tuple(caps)
        self.room: Callable[[], int] = self.wide
        look.changed.connect(self.updateGeometry)

    def _wide(self, cap: str) -> float:
        wide = QFontMetricsF(self._look.font(LABEL)).horizontalAdvance(cap)
        return max(self._look.px(_CAP_LEAST), wide + self._look.px(_CAP_ROOM))

    def _places(self) -> tuple[list[tuple[str, float, int]], int]:
        """Each cap with its left edge and its line, as many lines as they need."""
        found, x, line, gap = [], 0.0, 0, self._look.px(space.XS)
        for cap in self._caps:
            wide = self._wide(cap)
            if x and x + wide > self._look.px(_CAPS_WIDE):
                x, line = 0.0, line + 1
            found.append((cap, x, line))
            x += wide + gap
        return found, line + 1

    def wide(self) -> int:
        """What they need, in lines that are not longer than there is room at most."""
        return math.ceil(max((x + self._wide(cap) for cap, x, _ in self._places()[0]), default=0.0))

    def sizeHint(self) -> QSize:
        return QSize(self.room(), self._places()[1] * self._look.px(_CAP_HIGH))

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places, lines = self._places()
        high = self._look.px(_CAP_HIGH)
        top = (self.height() - lines * high) / 2
        for cap, x, line in places:
            wide = self._wide(cap)
            left = self.width() - x - wide if self.isRightToLeft() else x
            paint_key(painter, self._look, QPointF(left, top + (line + 0.5) * high), cap, wide, self._look.theme.ink)


class _What(Label):
    """What keys do, for the eye: a label in a dialog is read as it opens, and these would be without their keys."""

    def setText(self, text: str) -> None:
        be_silent(self)  # before Qt tells of the text
        super().setText(text)


class _Heading(Label):
    """What the keys below have in common; as a heading it is not read as what the dialog says."""

    def setText(self, text: str) -> None:
        be_told_as(self, Role.Heading)  # before Qt tells of the text
        self.setAccessibleName(text)
        super().setText(text)


class KeyRow(QWidget):
    """What some keys do; it takes the focus, so that a screen reader reads it."""

    def __init__(self, look: Look, told: Told) -> None:
        super().__init__()
        be_told_as(self, Role.ListItem)
        row = QHBoxLayout(self)
        row.setContentsMargins(space.XS_LOOSE, space.ROW, space.XS_LOOSE, space.ROW)
        row.setSpacing(space.M)
        self.caps = _Caps(look, told.caps, self)
        row.addWidget(self.caps, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(_What(look, told.what, BODY, wrap=True), 1, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(told.in_words(LANGUAGE))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.follow: Callable[[int], bool] = lambda _key: False
        """Where a key leads from here; whether it leads anywhere."""
        self.focus_ring = FocusRing(look, self, lambda: (QRectF(self.rect()), sizes.SMALL_RADIUS))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.follow(event.key()):  # before the list scrolls by it
            super().keyPressEvent(event)


class KeysDialog(Overlay):
    """Covers `parent` with a veil and the list in the middle, until it is closed: `finished`. The arrows go from row to
    row; Escape and what showed it put it away.
    """

    def __init__(self, look: Look, grounds: Sequence[Ground], parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.card = Card(look, padding=_PADDING, radius=sizes.SHEET_RADIUS, parent=self)
        rows = QVBoxLayout(self.card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.M)
        rows.addWidget(Label(look, words.title(LANGUAGE), CARD_TITLE))
        self.rows: list[KeyRow] = []
        rows.addWidget(FittingScroll(look, self._list(grounds)), 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.close_button = Button(look, words.close(LANGUAGE), height=sizes.BUTTON)
        self.close_button.clicked.connect(self.reject)
        foot.addWidget(self.close_button)
        rows.addLayout(foot)
        look.changed.connect(self._place)

    def _list(self, grounds: Sequence[Ground]) -> QWidget:
        holder = QWidget()
        be_told_as(holder, Role.List)
        holder.setAccessibleName(words.title(LANGUAGE))
        column = QVBoxLayout(holder)
        column.setContentsMargins(space.XS, space.XS, space.M, space.XS)
        column.setSpacing(space.HAIR)
        heading = ""
        for ground in grounds:
            if (said := words.heading(ground, LANGUAGE)) != heading:
                column.addSpacing(space.M if heading else 0)
                column.addWidget(_Heading(self._look, said, OVERLINE, "atext"))
                column.addSpacing(space.XS)  # the ring of the row below
                heading = said
            for told in words.listed(ground, LANGUAGE, is_mirrored=self.isRightToLeft()):
                row = KeyRow(self._look, told)
                row.follow = self._follow
                self.rows.append(row)
                column.addWidget(row)
        for row in self.rows:
            row.caps.room = self._room_for_caps
        column.addStretch(1)
        return holder

    def _room_for_caps(self) -> int:
        return max(row.caps.wide() for row in self.rows)

    def appear(self) -> None:
        """Over its parent, with the keyboard on the first row."""
        parent = self.parentWidget()
        assert parent is not None
        self.setGeometry(parent.rect())
        self._place()
        self.show()
        self.raise_()
        self.tell(words.title(LANGUAGE), "", self.rows[0])

    def reject(self) -> None:
        """It asks nothing."""
        QDialog.reject(self)

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key falls through to what is below."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.reject()
        else:
            self._follow(key)
        event.accept()

    def _follow(self, key: int) -> bool:
        here = next((number for number, row in enumerate(self.rows) if row.hasFocus()), 0)
        last = len(self.rows) - 1
        steps = {
            Qt.Key.Key_Down: here + 1,
            Qt.Key.Key_Up: here - 1,
            Qt.Key.Key_PageDown: here + self._rows_in_sight(),
            Qt.Key.Key_PageUp: here - self._rows_in_sight(),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        there = steps.get(Qt.Key(key))
        if there is not None:
            self.rows[min(max(there, 0), last)].setFocus(Qt.FocusReason.TabFocusReason)
        return there is not None

    def _rows_in_sight(self) -> int:
        """So many that none is passed over; one at least."""
        whole = sum(row.visibleRegion().boundingRect().height() == row.height() for row in self.rows)
        return max(1, whole - 1)  # a heading may come between

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes between the list and the button, and stays inside."""
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        (self.rows[0] if self.close_button.hasFocus() else self.close_button).setFocus(reason)
        return True

    # --- picture

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        width = min(self.width() - space.WIDER, self._look.px(_CARD_WIDE))
        layout = self.card.layout()
        assert layout is not None
        inner = width - 2 * _PADDING
        wanted = layout.heightForWidth(inner) if layout.hasHeightForWidth() else layout.sizeHint().height()
        high = min(self.height() - space.WIDER, wanted + 2 * _PADDING)
        self.card.setGeometry((self.width() - width) // 2, (self.height() - high) // 2, width, high)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        veil = QColor(self._look.theme.paper)
        veil.setAlphaF(_VEIL)
        painter.fillRect(self.rect(), veil)
