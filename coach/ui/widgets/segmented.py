"""Two to five choices side by side in a sunk trough, the taken one on a card."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from coach.ui.look import sizes
from coach.ui.look.mirror import painter_of, write
from coach.ui.look.soft_shadow import CARD, paint_shadow
from coach.ui.look.theme import Look
from coach.ui.look.typography import CONTROL
from coach.ui.widgets.buttons import PaintedButton
from coach.ui.widgets.layouts import Flow

_PADDING = 4


class Segmented(QWidget):
    """`choices` are (value, word) pairs; `chosen(value)` tells of a choice made by the person."""

    chosen = Signal(str)

    def __init__(
        self, look: Look, name: str, choices: Sequence[tuple[str, str]], value: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        row = Flow(0, self)
        row.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        self._group = QButtonGroup(self)
        self._thumbs: dict[str, _Thumb] = {}
        for key, word in choices:
            thumb = _Thumb(look, word, f"{name}: {word}")
            thumb.setChecked(key == value)
            thumb.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._group.addButton(thumb)
            self._thumbs[key] = thumb
            row.addWidget(thumb)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        look.changed.connect(self.update)

    def value(self) -> str:
        """The key of the chosen part; empty before one is chosen."""
        return next((key for key, thumb in self._thumbs.items() if thumb.isChecked()), "")

    def thumb(self, value: str) -> QWidget:
        """What is pressed to choose this part."""
        return self._thumbs[value]

    def set_value(self, value: str) -> None:
        """Choose the part of this key."""
        self._thumbs[value].setChecked(True)

    def set_focus(self) -> None:
        """Bring the keyboard to the chosen part."""
        for thumb in self._thumbs.values():
            if thumb.isChecked():
                thumb.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.edge, 2) if theme.name == "contrast" else Qt.PenStyle.NoPen)
        painter.setBrush(theme.sunk)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), sizes.CONTROL_RADIUS, sizes.CONTROL_RADIUS)


class _Thumb(PaintedButton):
    def __init__(self, look: Look, word: str, name: str) -> None:
        super().__init__(look)
        self.setCheckable(True)
        self.setText(word)
        self.setAccessibleName(name)
        self.setToolTip(word)

    def outline(self) -> tuple[QRectF, float]:
        return QRectF(self.rect()), sizes.THUMB_RADIUS

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self._look.font(CONTROL.bold)).horizontalAdvance(self.text())
        return QSize(math.ceil(width) + self._look.px(34), self._look.px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, radius = self.outline()
        chosen = self.isChecked()
        contrast = theme.name == "contrast"
        if chosen:
            paint_shadow(painter, box.adjusted(2, 2, -2, -3), radius, theme.shadow, CARD[:1])
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.ink if contrast else theme.card)
            painter.drawRoundedRect(box, radius, radius)
        ink = theme.ink if chosen or self.wash() > 0 else theme.ink2
        painter.setPen(theme.paper if chosen and contrast else ink)
        painter.setFont(self._look.font(CONTROL.bold if chosen else CONTROL))
        write(painter, box, Qt.AlignmentFlag.AlignCenter, self.text())
