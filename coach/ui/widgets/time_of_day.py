"""A time of day: earlier, the time that may be typed as well, later."""

from __future__ import annotations

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QWidget

from coach.ui.look.theme import Look
from coach.ui.widgets.stepper import SteppedField, Stepper
from coach.ui.words.common import LANGUAGE
from coach.words.dates import of_day, typed

STEP_MINUTES = 30
LAST_MINUTE = 24 * 60 - 1


class TimeOfDay(Stepper):
    """`chosen(int)` tells of the minutes after midnight that the person chose.

    The buttons, the arrow keys and the wheel go to the next half hour, and from the last of the day to the first; any
    time can be typed: 9, 9:15.
    """

    def __init__(self, look: Look, name: str, value: int, parent: QWidget | None = None) -> None:
        tip = self.tr("Arrow keys for half an hour earlier or later, or type the time")
        super().__init__(look, _TimeField(look, name, value, tip), self.tr("Earlier"), self.tr("Later"), parent)


class _TimeField(SteppedField):
    """Minutes after midnight, as a clock shows them."""

    def __init__(self, look: Look, name: str, value: int, tip: str) -> None:
        super().__init__(look, name, value, 0, LAST_MINUTE, step=STEP_MINUTES, tip=tip)
        self.setWrapping(True)

    def textFromValue(self, value: int) -> str:
        """9:00."""
        return of_day(value, LANGUAGE)

    def valueFromText(self, text: str) -> int:
        """What the text says, or the time before where it says none."""
        found = typed(text, LANGUAGE)
        return self.value() if found is None else found

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Whatever may become a time as it is typed."""
        if typed(text, LANGUAGE) is not None or text == self.textFromValue(self.value()):
            return QValidator.State.Acceptable, text, position
        may_become = set(text) <= {*"0123456789:. ", *self.textFromValue(0), *self.textFromValue(LAST_MINUTE)}
        return (QValidator.State.Intermediate if may_become else QValidator.State.Invalid), text, position
