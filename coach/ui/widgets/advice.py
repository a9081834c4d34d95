"""What the answers to the safety questions come to: help at once looks unlike an appointment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.look import space
from coach.ui.look.theme import Look
from coach.ui.look.typography import ADVICE, BODY, CARD_HERO, OVERLINE, WELCOME
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import IconLabel, Label
from coach.ui.words.common import LANGUAGE
from coach.values import dataclass
from coach.words import safety as words

Urgency = Literal["now", "today", "later"]


@dataclass(frozen=True, slots=True)
class Advice:
    """`heading` and `sentence` say what to do, `yes` the questions that say so, `notes` what is told with those, and
    `way_out` how exercises come back.
    """

    heading: str
    sentence: str
    yes: Sequence[str] = ()
    notes: Sequence[str] = ()
    way_out: str = ""


class AdviceCard(Card):
    """`now` is filled with the colour of acting, with the heading in it, and both are large; `today` stands in that of
    caution with a leaf of the calendar; `later` is a plain card, since nobody is kept from anything.
    """

    def __init__(self, look: Look, urgency: Urgency, advice: Advice, parent: QWidget | None = None) -> None:
        is_now = urgency == "now"
        super().__init__(look, space.WIDER if is_now else space.XXL, tone=_GROUNDS[urgency], parent=parent)
        self.urgency = urgency
        ink = "on" if is_now else "ink"
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.S_LOOSE)
        head = QHBoxLayout()
        head.setSpacing(space.M)
        icon, side, tone = _ICONS[urgency]
        head.addWidget(IconLabel(look, icon, side, tone), 0, Qt.AlignmentFlag.AlignTop)
        sentence = Label(look, advice.sentence, CARD_HERO if is_now else ADVICE, ink, wrap=True)
        head.addWidget(Label(look, advice.heading, WELCOME, ink, wrap=True) if is_now else sentence, 1)
        rows.addLayout(head)
        if is_now:
            rows.addWidget(sentence)
        if advice.yes:
            rows.addSpacing(space.S)
            rows.addWidget(Label(look, words.said_yes_to(LANGUAGE), OVERLINE, ink))
        for line in (*advice.yes, *advice.notes, advice.way_out):
            if line:
                rows.addWidget(Label(look, line, BODY, ink, wrap=True))


_GROUNDS: dict[Urgency, str] = {"now": "accent", "today": "wsoft", "later": "card"}
_ICONS: dict[Urgency, tuple[str, int, str]] = {
    "now": ("warn", 48, "on"),
    "today": ("calendar", 30, "warn"),
    "later": ("calendar", 30, "pine"),
}
