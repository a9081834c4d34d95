"""A key of the whole desktop that leads to the reminder that waits: chosen, changed and given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from coach.settings import REMINDER_KEY
from coach.ui.announce import Announcer
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, HEADING
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Flow
from coach.ui.words.common import LANGUAGE
from coach.words import reminder_key as words

if TYPE_CHECKING:
    from coach.wiring import Parts


class KeyCard(Card):
    """Follows the key by `tick`; what the desktop answered to a press here is told to a screen reader, too."""

    def __init__(self, parts: Parts, look: Look, announcer: Announcer) -> None:
        super().__init__(look, space.L)
        self._parts, self._key, self._announcer = parts, parts.reminder_key, announcer
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.S)
        column.addWidget(Label(look, words.title(LANGUAGE), HEADING))
        self.stands = Label(look, "", BODY, "ink2", wrap=True)
        column.addWidget(self.stands)
        self.choose = Button(look, "", "secondary", height=sizes.BUTTON_MODEST)
        self.choose.clicked.connect(self._choose)
        self.change = Button(look, words.change(LANGUAGE), "secondary", height=sizes.BUTTON_MODEST)
        self.change.clicked.connect(self._key.change)
        row = Flow(space.S)
        for button in (self.change, self.choose):
            button.setAccessibleDescription(words.title(LANGUAGE))
            row.addWidget(button)
        column.addLayout(row)
        self._tell()

    def tick(self) -> None:
        """How it stands now."""
        before = self.stands.text()
        self._tell()
        if self.stands.text() != before and self.isVisible():
            self._announcer.say(self.stands.text())

    def _tell(self) -> None:
        state = self._key.state
        word = {"waiting": words.stop, "ready": words.without}.get(state, words.choose)
        if self.choose.text() != word(LANGUAGE):
            self.choose.setText(word(LANGUAGE))
        self.change.setVisible(self._key.can_change)
        self.stands.setText(words.stands(state, self._key.trigger, LANGUAGE))

    def _choose(self) -> None:
        if self._key.state in ("waiting", "ready"):
            self._key.end()
            self._parts.store.keep(REMINDER_KEY, False)
        else:
            self._key.choose(words.what(LANGUAGE))
        self.tick()
