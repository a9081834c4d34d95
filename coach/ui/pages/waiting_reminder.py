"""The reminder that waits for an answer, as long as it does: with the answers of its card, for hand and key."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.reminders.nudge import Nudge
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, HEADING, OVERLINE
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Flow, clear
from coach.ui.words.common import LANGUAGE
from coach.words import nudge as words

_KINDS = {"done": "primary", "started": "tonal"}


class WaitingReminder(Card):
    """`answered(id, what, seconds)` as a screen of nudges says it. Nothing waits: it is not there."""

    answered = Signal(str, str, float)

    def __init__(self, look: Look) -> None:
        super().__init__(look, space.L)
        self.nudge: Nudge | None = None
        self.buttons: dict[str, Button] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space.S)
        self.hide()

    def tell(self, nudge: Nudge | None) -> None:
        """This one waits now; it takes no focus, and one that goes leaves it to the page."""
        if nudge == self.nudge:
            return
        self.nudge = nudge
        clear(self._column)
        self.buttons = {}
        if nudge is not None:
            self._build(nudge)
        self.setVisible(nudge is not None)

    def stand_behind(self, before: QWidget) -> None:
        """Tab comes to the answers from there, not behind all that was made earlier."""
        for one, next_one in pairwise((before, *self.buttons.values())):
            QWidget.setTabOrder(one, next_one)

    def _build(self, nudge: Nudge) -> None:
        look, column = self._look, self._column
        column.addWidget(Label(look, words.waits(LANGUAGE), OVERLINE, "atext"))
        column.addWidget(Label(look, nudge.title, HEADING, wrap=True))
        if nudge.message != nudge.title:
            column.addWidget(Label(look, nudge.message, BODY, "ink2", wrap=True))
        row = Flow(space.S)
        for one in words.answers(LANGUAGE, nudge):
            button = Button(look, one.word, _KINDS.get(one.what, "quiet"), height=sizes.BUTTON_MODEST)
            button.setAccessibleDescription(nudge.title)
            button.clicked.connect(partial(self._answer, nudge.id, one.what, one.seconds))
            self.buttons[one.word] = button
            row.addWidget(button)
        column.addLayout(row)

    def _answer(self, ident: str, what: str, seconds: float, _checked: bool = False) -> None:
        self.answered.emit(ident, what, seconds)
