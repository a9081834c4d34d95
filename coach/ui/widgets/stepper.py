"""A number in a trough: less, the number that may be typed as well, more."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QSizePolicy, QSpinBox, QWidget

from coach.ui.look import sizes, space
from coach.ui.look.mirror import painter_of
from coach.ui.look.theme import Look
from coach.ui.look.typography import LARGE
from coach.ui.widgets.icon_buttons import RoundButton

HEIGHT = 52
_PADDING = 4


class Stepper(QWidget):
    """`chosen(int)` tells of the number that the person chose in the `field`.

    The buttons, the arrow keys and the wheel step; what the field takes can be typed. The field is the one stop of the
    Tab key, and what a screen reader reads; `less` and `more` are what the buttons are called.
    """

    chosen = Signal(int)

    def __init__(self, look: Look, field: SteppedField, less: str, more: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.field = field
        field.setParent(self)
        field.focus_changed.connect(self.update)
        self.less = RoundButton(look, "minus", less, sizes.BUTTON_MODEST)
        self.more = RoundButton(look, "plus", more, sizes.BUTTON_MODEST)
        row = QHBoxLayout(self)
        row.setContentsMargins(_PADDING + space.HAIR, _PADDING, _PADDING + space.HAIR, _PADDING)
        row.setSpacing(0)
        for button, steps in ((self.less, -1), (self.more, 1)):
            button.setAccessibleDescription(field.accessibleName())
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAutoRepeat(True)
            button.clicked.connect(lambda _checked=False, steps=steps: self.field.stepBy(steps))
        row.addWidget(self.less)
        row.addWidget(self.field, 1)
        row.addWidget(self.more)
        self.setFocusProxy(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.field.valueChanged.connect(self._changed)
        self._tell_ends()
        look.changed.connect(self._restyle)
        self._restyle()

    def value(self) -> int:
        """The number that is set."""
        return self.field.value()

    def _changed(self, value: int) -> None:
        self._tell_ends()
        self.chosen.emit(value)

    def _tell_ends(self) -> None:
        goes_round = self.field.wrapping()
        self.less.setEnabled(goes_round or self.field.value() > self.field.minimum())
        self.more.setEnabled(goes_round or self.field.value() < self.field.maximum())

    def _restyle(self) -> None:
        self.setFixedHeight(self._look.px(HEIGHT))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_typed = self.field.hasFocus()
        contrast = theme.name == "contrast"
        width = 2.5 if is_typed else 2.0 if contrast else 0.0
        painter.setPen(QPen(theme.focus if is_typed else theme.edge, width) if width else Qt.PenStyle.NoPen)
        painter.setBrush(theme.sunk)
        half = width / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)


class SteppedField(QSpinBox):
    """The number with its unit, without a frame of its own; steps go to the next multiple of `step`. `tip` says how it
    is changed.
    """

    focus_changed = Signal()

    def __init__(self, look: Look, name: str, value: int, least: int, most: int, *, step: int, tip: str) -> None:
        super().__init__()
        self._look, self._step = look, step
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus
        )  # the wheel alone gives it no focus, so that it scrolls the page
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setKeyboardTracking(False)  # 45 is typed as 4, then 5
        self.setRange(least, most)
        self.setValue(value)
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)
        self.lineEdit().setAccessibleName(name)
        self.lineEdit().setToolTip(tip)
        self.lineEdit().selectionChanged.connect(self.lineEdit().update)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._look.font(LARGE, tabular=True))
        palette = self._look.palette()
        palette.setColor(palette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.lineEdit().setPalette(palette)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        texts = f"{self.textFromValue(self.maximum())}{self.suffix()}", self.specialValueText()
        widest = max(QFontMetricsF(self.font()).horizontalAdvance(text) for text in texts)
        return QSize(math.ceil(widest) + self._look.px(28), self._look.px(HEIGHT - 2 * _PADDING))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def stepBy(self, steps: int) -> None:
        """To the next multiple: in steps of five 12 is followed by 15. Where it wraps, past one end to the other."""
        value = self.value()
        below, above = value // self._step, -(-value // self._step)
        wanted = self._step * ((below if steps > 0 else above) + steps)
        self.setValue(wanted % (self.maximum() + 1) if self.wrapping() else wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return takes what was typed and goes no further: it must not press a button of the page."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only where the person is about to change it: else the wheel scrolls the page."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()
