"""The scale from 0 to 10: eleven cells, filled up to the value."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from coach.ui.key_places import digit_meant
from coach.ui.look import sizes
from coach.ui.look.mirror import arrow_meant, meant, painter_of, write
from coach.ui.look.theme import Look, Theme
from coach.ui.look.typography import SMALL
from coach.ui.words.common import LANGUAGE
from coach.words.told import chosen

_GAP = 3.0
_SECOND_DIGIT_MS = 1200  # "1" then "0" within this time is ten
_LOW, _HIGH = (0xFB, 0xD9, 0xC6), (0xDB, 0x75, 0x50)  # the tension ramp from 1 to 7
_TOP = {8: "#C44117", 9: "#AE370E", 10: "#962C09"}
_EFFORT_STEPS = 7  # as far as that ramp: above it the full colour
_EFFORT_LIGHT, _EFFORT_DARK = 0.9, 0.5  # how far towards the middle pine, so that ink on it can be read
_RAMP_INK = "#1B2A29"  # the ramp is the same in light and dark, so is its ink


Ramp = Callable[[Theme, int], tuple[QColor, QColor]]
"""Fill and text colour of a value."""


def ramp(theme: Theme, value: int) -> tuple[QColor, QColor]:
    """Fill and text colour of a 0-10 value: nothing at 0, then from light sand to deep ember."""
    if value <= 0:
        return theme.sunk, theme.ink2
    if theme.name == "contrast":
        return theme.accent, theme.on
    if value in _TOP:
        return QColor(_TOP[value]), QColor("#FFFFFF")
    share = (value - 1) / 6
    mixed = [round(a + (b - a) * share) for a, b in zip(_LOW, _HIGH, strict=True)]
    return QColor(*mixed), QColor(_RAMP_INK)


def effort_ramp(theme: Theme, value: int) -> tuple[QColor, QColor]:
    """The same of effort, in the colour of what is done: hard work is no warning, as pain is."""
    if value <= 0:
        return theme.sunk, theme.ink2
    if theme.name == "contrast" or value > _EFFORT_STEPS:
        return theme.pine, theme.onpine
    share = value / _EFFORT_STEPS * (_EFFORT_DARK if theme.name == "dark" else _EFFORT_LIGHT)
    low, high = theme.psoft, theme.pmid
    ends = ((low.red(), high.red()), (low.green(), high.green()), (low.blue(), high.blue()))
    return QColor(*(round(a + (b - a) * share) for a, b in ends)), theme.ink


class Scale(QAbstractSlider):
    """A whole number from 0 to 10, or none yet. Digits, arrows, Home, End, click; `changed` tells the new value. One
    that `is_optional` is none again by Backspace, Delete, or a second click on its number. `colours` are those of
    the cells up to the value.
    """

    changed = Signal(int)

    def __init__(
        self,
        look: Look,
        name: str,
        most: int = 10,
        height: int = 36,
        parent: QWidget | None = None,
        *,
        is_optional: bool = False,
        colours: Ramp = ramp,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._most = most
        self._is_optional, self._colours = is_optional, colours
        self._value: int | None = None
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setTracking(False)  # so that its value does not follow where it stands
        self._one_typed_ms: int | None = None
        self.setFixedHeight(height + 8)
        self.setMinimumWidth((most + 1) * 18)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._tell_reader()
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize((self._most + 1) * 31, self.height())

    @property
    def value(self) -> int | None:  # type: ignore[override]
        """The chosen number, or None before one is chosen."""
        return self._value

    @property
    def told(self) -> str:
        """What is asked with it, and what is chosen."""
        value = None if self._value is None else str(self._value)
        return chosen(self.accessibleName(), value, LANGUAGE)

    def name_it(self, name: str) -> None:
        """What it asks about, from now on."""
        self._name = name
        self._tell_reader()

    def set_value(self, value: int | None) -> None:
        """Take this value, silently."""
        if value != self._value:
            self._value = value
            self._tell_reader()
            self.update()

    def _choose(self, value: int) -> None:
        value = min(self._most, max(0, value))
        if value == self._value:
            return
        self.set_value(value)
        self.changed.emit(value)

    def _tell_reader(self) -> None:
        """Before a number is chosen 0 is told, and beside it that none is. The name stays: with another one the whole
        slider would be read again (Orca 48). Qt's slider stands elsewhere then, so that 0 can be set, and is new to it.
        """
        self.setAccessibleName(self.tr("{name}, 0 to {most}").format(name=self._name, most=self._most))
        # in the place of none Qt tells the tooltip, which would be said as news
        self.setAccessibleDescription(self.tr("not chosen yet") if self._value is None else " ")
        self.setToolTip(self.accessibleName())
        with QSignalBlocker(self):  # which tells sliderChange, too, that it is not from outside
            self.setRange(0, self._most)
            self.setValue(self._value or 0)
            if self._value is None:
                self.setSliderPosition(1)

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        """By a screen reader, a switch device or voice control; where the value stays Qt sends no signal."""
        super().sliderChange(change)
        if change == QAbstractSlider.SliderChange.SliderValueChange and not self.signalsBlocked():
            self._choose(QAbstractSlider.value(self))

    # --- input ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, value, one_typed = arrow_meant(self, event.key()), self._value, self._one_typed_ms
        digit = digit_meant(event)
        is_quick = one_typed is not None and event.timestamp() - one_typed <= _SECOND_DIGIT_MS
        if digit == 0 and is_quick and self._most >= 10:
            digit = 10
        self._one_typed_ms = event.timestamp() if digit == 1 else None
        if digit is not None:
            self._choose(digit)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Up):
            self._choose(0 if value is None else value + 1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Down):
            self._choose(0 if value is None else value - 1)
        elif self._is_optional and key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.set_value(None)
        elif key == Qt.Key.Key_Home:
            self._choose(0)
        elif key == Qt.Key.Key_End:
            self._choose(self._most)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, and no answer changes."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = meant(self, event.position())
        for number in range(self._most + 1):
            if self._cell(number).adjusted(-_GAP / 2, -4, _GAP / 2, 4).contains(place):
                if self._is_optional and number == self._value:
                    self.set_value(None)
                else:
                    self._choose(number)

    # --- painting ------------------------------------------------------------------------------------------------

    def _cell(self, number: int) -> QRectF:
        count = self._most + 1
        width = (self.width() - 8 - _GAP * (count - 1)) / count
        return QRectF(4 + number * (width + _GAP), 4, width, self.height() - 8)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._one_typed_ms = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(self._most + 1):
            self._paint_cell(painter, number)
        if self._value is not None:
            self._paint_chosen(painter, self._cell(self._value))
        if self.hasFocus():
            painter.setPen(QPen(self._look.theme.focus, 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(
                self._cell(0).united(self._cell(self._most)).adjusted(-2, -2, 2, 2),
                sizes.CELL_RADIUS + 2,
                sizes.CELL_RADIUS + 2,
            )

    def _paint_cell(self, painter: QPainter, number: int) -> None:
        theme = self._look.theme
        is_filled = self._value is not None and 0 < number <= self._value
        fill, text = self._colours(theme, number) if is_filled else (theme.sunk, theme.ink2)
        is_bordered = theme.name == "contrast" and not is_filled
        painter.setPen(QPen(theme.edge, 1.5) if is_bordered else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(self._cell(number), sizes.CELL_RADIUS, sizes.CELL_RADIUS)
        painter.setPen(text)
        painter.setFont(self._look.font(SMALL.bold, tabular=True))
        write(painter, self._cell(number), Qt.AlignmentFlag.AlignCenter, str(number))

    def _paint_chosen(self, painter: QPainter, cell: QRectF) -> None:
        """The chosen cell: card inside, ink outside."""
        theme = self._look.theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.card, 2))
        painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), sizes.CELL_RADIUS - 1, sizes.CELL_RADIUS - 1)
        painter.setPen(QPen(theme.focus, 2.5))
        painter.drawRoundedRect(cell.adjusted(-1.5, -1.5, 1.5, 1.5), sizes.CELL_RADIUS + 1, sizes.CELL_RADIUS + 1)
