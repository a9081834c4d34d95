"""A page that has nothing to fill in: why, and perhaps a way to undo it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from coach.ui.look import space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.focus import take_keyboard
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import at_start


class Told(Card):
    """A sentence, and where `action` is named a button for it, which is `pressed`."""

    pressed = Signal()

    def __init__(self, look: Look, sentence: str, action: str = "") -> None:
        super().__init__(look, space.XXL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.M)
        column.addWidget(Label(look, sentence, BODY, wrap=True, widest=640))
        self._button: Button | None = None
        if action:
            self._button = Button(look, action, "secondary", "undo")
            self._button.clicked.connect(self.pressed)
            column.addLayout(at_start(self._button))

    def take_keyboard(self) -> None:
        """Bring the keyboard to the button."""
        if self._button is not None:
            take_keyboard(self._button)
