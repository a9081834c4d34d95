"""A time of day: earlier, the time that may be typed as well, later."""

from __future__ import annotations

import re

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QWidget

from coach.ui.look.theme import Look
from coach.ui.widgets.stepper import SteppedField, Stepper
from coach.words.dates import of_day

STEP_MINUTES = 30
LAST_MINUTE = 24 * 60 - 1
_TYPED = re.compile(r"\s*(\d{1,2})(?:[:.](\d{0,2}))?\s*", re.ASCII)


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
        return of_day(value)

    def valueFromText(self, text: str) -> int:
        """What the text says, or the time before where it says none."""
        found = _minutes(text)
        return self.value() if found is None else found

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Whatever may become a time as it is typed."""
        if _minutes(text) is not None:
            return QValidator.State.Acceptable, text, position
        may_become = not text.strip() or set(text) <= set("0123456789:. ")
        return (QValidator.State.Intermediate if may_become else QValidator.State.Invalid), text, position


def _minutes(text: str) -> int | None:
    found = _TYPED.fullmatch(text)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return 60 * hour + minute if hour < 24 and minute < 60 else None
