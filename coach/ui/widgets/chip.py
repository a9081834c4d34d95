"""Chips: a choice among few, a state, or a short fact."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.look import sizes
from coach.ui.look.icons import known, paint_icon
from coach.ui.look.mirror import painter_of, write
from coach.ui.look.theme import Look
from coach.ui.look.typography import SMALL
from coach.ui.widgets.buttons import PaintedButton
from coach.ui.widgets.card import paint_surface
from coach.ui.widgets.role import be_text

HEIGHT = 32

# kind -> (ground, ink); a choice that is taken has its own below
_TONES = {
    "plain": ("sunk", "ink2"),
    "state": ("psoft", "pine"),
    "cue": ("asoft", "atext"),
    "caution": ("wsoft", "warn"),
    "card": ("card", "ink2"),
}


class _Measures:
    """What a chip of text and icon measures and how it is painted."""

    def __init__(self, look: Look, icon: str | None) -> None:
        self._look = look
        self.take(icon)

    def take(self, icon: str | None) -> None:
        """Another icon; None for none."""
        self.icon = known(icon) if icon else icon

    def size(self, text: str) -> QSize:
        width = QFontMetricsF(self._look.font(SMALL.semibold)).horizontalAdvance(text) + self._look.px(24)
        if self.icon:
            width += self._look.px(22)
        return QSize(math.ceil(width), self._look.px(HEIGHT))

    def paint(self, widget: QWidget, text: str, ground: str, ink: str, wash: float = 0.0) -> None:
        look, theme = self._look, self._look.theme
        painter = painter_of(widget)
        box = QRectF(0, (widget.height() - look.px(HEIGHT)) / 2, widget.width(), look.px(HEIGHT))
        paint_surface(painter, look, box, look.px(sizes.CHIP_RADIUS), ground, wash)
        colour = getattr(theme, ink)
        x = box.x() + look.px(12)
        if self.icon:
            side = look.px(16)
            paint_icon(painter, self.icon, QRectF(x, box.center().y() - side / 2, side, side), colour, 2.0)
            x += look.px(22)
        painter.setPen(colour)
        painter.setFont(look.font(SMALL.semibold))
        place = QRectF(x, box.y(), box.right() - look.px(8) - x, box.height())
        shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, place.width() + 1)
        write(painter, place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class Chip(QWidget):
    """A fact in a rounded capsule. `kind` is plain, state, cue, caution or card."""

    def __init__(
        self, look: Look, text: str, icon: str | None = None, kind: str = "plain", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        be_text(self)
        self._look, self._kind = look, kind
        self._measures = _Measures(look, icon)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_text(text)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def set_text(self, text: str) -> None:
        """Other words, read by a screen reader too."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: str, icon: str | None = None) -> None:
        """Another kind, and its icon."""
        self._kind = kind
        self._measures.take(icon)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The words on it."""
        return self._text

    def sizeHint(self) -> QSize:
        return self._measures.size(self._text)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._measures.paint(self, self._text, *_TONES[self._kind])


class ChoiceChip(PaintedButton):
    """One choice among several; put them into a QButtonGroup where only one may be taken."""

    def __init__(self, look: Look, text: str, icon: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._measures = _Measures(look, icon)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(text)

    def sizeHint(self) -> QSize:
        return self._measures.size(self.text())

    def outline(self) -> tuple[QRectF, float]:
        """The whole chip."""
        return QRectF(self.rect()), self._look.px(sizes.CHIP_RADIUS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground, ink = ("ink", "paper") if self.isChecked() else ("sunk", "ink2")
        self._measures.paint(self, self.text(), ground, ink, 0.0 if self.isChecked() else self.wash())
