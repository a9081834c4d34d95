"""A length in minutes: less, the number that may be typed as well, more."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coach.ui.look.theme import Look
from coach.ui.widgets.stepper import SteppedField, Stepper

STEP_MINUTES = 5


class Minutes(Stepper):
    """`chosen(int)` tells of the minutes that the person chose, from five to `most`.

    The buttons, the arrow keys and the wheel go to the next multiple of five; any whole minute can be typed.
    """

    def __init__(
        self,
        look: Look,
        name: str,
        value: int,
        least: int = STEP_MINUTES,
        most: int = 60,
        parent: QWidget | None = None,
    ) -> None:
        tip = self.tr("Arrow keys for five minutes more or less, or type the minutes")
        field = SteppedField(look, name, value, min(least, value), most, step=STEP_MINUTES, tip=tip)
        field.setSuffix(self.tr(" min"))
        super().__init__(look, field, self.tr("Shorter"), self.tr("Longer"), parent)
