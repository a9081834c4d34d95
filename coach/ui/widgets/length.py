"""A length of time: less, the length that may be typed as well, more."""

from __future__ import annotations

import math

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF, QValidator
from PySide6.QtWidgets import QWidget

from coach.content.units import typed_seconds
from coach.ui.look.theme import Look
from coach.ui.widgets.stepper import SteppedField, Stepper
from coach.ui.words import common as words

LEAST_SECONDS, MOST_SECONDS = 1, 86400
_STEPS = ((300, 300), (60, 60), (0, 10))  # from so many seconds on, in steps of so many; our choice
_WIDEST = 5400  # what has to fit: 1 h 30 min


class Length(Stepper):
    """`chosen(int)` tells of the seconds that the person chose, from one second to a day.

    The buttons, the arrow keys and the wheel step by five minutes, below that by one, below one by ten seconds. Any
    whole second can be typed: 45, 1 h 30 min, 90 s.
    """

    def __init__(self, look: Look, name: str, value: int, parent: QWidget | None = None) -> None:
        tip = self.tr("Arrow keys for a longer or shorter time, or type it: 45, 1 h 30 min, 90 s")
        super().__init__(look, _LengthField(look, name, value, tip), self.tr("Shorter"), self.tr("Longer"), parent)


class _LengthField(SteppedField):
    """Seconds, as people say them."""

    def __init__(self, look: Look, name: str, value: int, tip: str) -> None:
        super().__init__(look, name, value, LEAST_SECONDS, MOST_SECONDS, step=_STEPS[0][1], tip=tip)

    def textFromValue(self, value: int) -> str:
        """30 min."""
        return words.length(value)

    def valueFromText(self, text: str) -> int:
        """What the text says, or the length before where it says none."""
        found = self._typed(text)
        return self.value() if found is None else found

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Whatever may become a length as it is typed."""
        is_one = self._typed(text) is not None
        return (QValidator.State.Acceptable if is_one else QValidator.State.Intermediate), text, position

    def _typed(self, text: str) -> int | None:
        if text == self.textFromValue(self.value()):
            return self.value()
        found = typed_seconds(text)
        return found if found is not None and LEAST_SECONDS <= found <= MOST_SECONDS else None

    def stepBy(self, steps: int) -> None:
        """To the next multiple of the step that there is from here."""
        value = self.value()
        for _ in range(abs(steps)):
            value = _next(value, up=steps > 0)
        self.setValue(value)

    def sizeHint(self) -> QSize:
        widest = QFontMetricsF(self.font()).horizontalAdvance(self.textFromValue(max(_WIDEST, self.value())))
        return QSize(math.ceil(widest) + self._look.px(28), super().sizeHint().height())


def _next(value: int, *, up: bool) -> int:
    step = next(step for least, step in _STEPS if value >= least + (0 if up else 1))
    return (value // step + 1) * step if up else (-(-value // step) - 1) * step
