"""A question in the page, with its answers: nothing happens before one is given."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout

from coach.ui.look import space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.focus import take_keyboard
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Flow

_KINDS = ("primary", "secondary", "text")


class Question(Card):
    """`answers` are words and what each does, the safe one first."""

    def __init__(self, look: Look, question: str, answers: Sequence[tuple[str, Callable[[], object]]]) -> None:
        super().__init__(look, tone="wsoft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.M)
        column.addWidget(Label(look, question, BODY.semibold, wrap=True))
        row = Flow(space.M)
        self.buttons: list[Button] = []
        for (word, act), kind in zip(answers, _KINDS, strict=False):
            button = Button(look, word, kind)
            button.clicked.connect(lambda _checked=False, act=act: act())
            row.addWidget(button)
            self.buttons.append(button)
        column.addLayout(row)
        self.setAccessibleName(question)

    def ask(self) -> None:
        """Bring the keyboard to the safe answer."""
        take_keyboard(self.buttons[0])
