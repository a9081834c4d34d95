"""A day: the one before, the day that may be typed as well, the next."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QWidget

from coach.ui.look.theme import Look
from coach.ui.widgets.stepper import SteppedField, Stepper
from coach.ui.words.common import LANGUAGE
from coach.words import dates

_FIRST, _LAST = date(1971, 1, 1), date(9000, 12, 31)


class DayField(Stepper):
    """`chosen(int)` tells that the person chose a day; `day` is it. 2026-12-07 can be typed."""

    def __init__(self, look: Look, name: str, value: date, parent: QWidget | None = None) -> None:
        tip = self.tr("Arrow keys for a day later or earlier, or type it as 2026-12-07")
        super().__init__(look, _Day(look, name, value, tip), self.tr("A day earlier"), self.tr("A day later"), parent)

    @property
    def day(self) -> date:
        """The day that is set."""
        return date.fromordinal(self.value())


class _Day(SteppedField):
    """Days since the year 1, as people write them."""

    def __init__(self, look: Look, name: str, value: date, tip: str) -> None:
        super().__init__(look, name, value.toordinal(), _FIRST.toordinal(), _LAST.toordinal(), step=1, tip=tip)

    def textFromValue(self, value: int) -> str:
        """`Mon 7 Dec 2026`."""
        day = date.fromordinal(value)
        return dates.on_weekday(day, LANGUAGE, today=date.min)

    def valueFromText(self, text: str) -> int:
        """What the text says, or the day before where it says none."""
        found = _typed(text)
        return self.value() if found is None else found.toordinal()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Whatever may become a day as it is typed."""
        is_day = _typed(text) is not None or text == self.textFromValue(self.value())
        return (QValidator.State.Acceptable if is_day else QValidator.State.Intermediate), text, position


def _typed(text: str) -> date | None:
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return None
    return day if _FIRST <= day <= _LAST else None
