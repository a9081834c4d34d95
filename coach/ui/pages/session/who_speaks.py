"""What is asked before the first session where a screen reader runs: whether it shall speak, or the coach."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent

from coach.sound.voice.who_speaks import SPEAKS, Speaks
from coach.ui.key_places import digit_meant
from coach.ui.look import space
from coach.ui.look.theme import Look
from coach.ui.pages.framed import Framed
from coach.ui.widgets.buttons import tell_key
from coach.ui.widgets.choice_card import TopicCard
from coach.ui.words.common import LANGUAGE
from coach.words import who_speaks as words
from coach.words.keys import Ground

_ICONS: dict[Speaks, str] = {"reader": "say", "coach": "speaker", "both": "repeat"}


class WhoSpeaksPage(Framed):
    """`chosen` who speaks. Return and Escape are the first: the screen reader, which is heard already."""

    chosen = Signal(str)
    key_grounds: tuple[Ground, ...] = ("speaks",)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setWindowTitle(words.title(LANGUAGE))
        self.on_return = self.on_escape = lambda: self.chosen.emit(SPEAKS[0])
        self.rows.addStretch(1)
        self.say(words.title(LANGUAGE), words.question(LANGUAGE), words.why(LANGUAGE))
        self.rows.addSpacing(space.S)
        for number, speaks in enumerate(SPEAKS, start=1):
            name = f"{number}. {words.name(speaks, LANGUAGE)}"
            card = TopicCard(look, _ICONS[speaks], name, words.note(speaks, LANGUAGE), accent=number == 1)
            tell_key(card, card.accessibleName(), str(number))
            card.clicked.connect(lambda _checked=False, speaks=speaks: self.chosen.emit(speaks))
            self.rows.addWidget(card)
        self.rows.addStretch(2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = digit_meant(event)
        if digit is not None and 1 <= digit <= len(SPEAKS):
            self.chosen.emit(SPEAKS[digit - 1])
        else:
            super().keyPressEvent(event)
