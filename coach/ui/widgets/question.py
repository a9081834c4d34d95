"""A question in the page, with its answers: nothing happens before one is given."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from coach.ui.announce import Announcer
from coach.ui.look import space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.focus import take_keyboard
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Flow

_KINDS = ("primary", "secondary", "text")

Answers = Sequence[tuple[str, Callable[[], object]]]
"""Words, and what each does; the safe one first."""


class Question(Card):
    """A sentence in words of weight, and a button an answer."""

    def __init__(self, look: Look, question: str, answers: Answers) -> None:
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


class Asked:
    """One question at a time, at the end of `layout`: another one takes its place. Each is said, too."""

    def __init__(self, look: Look, announcer: Announcer, layout: QBoxLayout) -> None:
        self._look, self._announcer, self._layout = look, announcer, layout
        self._question: Question | None = None

    def ask(self, question: str, answers: Answers) -> None:
        """Ask it now, the keyboard at the safe answer."""
        self.put_away()
        self._question = Question(self._look, question, answers)
        self._layout.addWidget(self._question)
        self._announcer.say(question)
        self._question.ask()

    def put_away(self) -> None:
        """It was answered, or is none any more."""
        question, self._question = self._question, None
        if question is not None:
            question.hide()
            question.deleteLater()
