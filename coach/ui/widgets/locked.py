"""That the answers to the safety questions keep somebody from exercising: since when, what to do, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.today.standing import Standing
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import ADVICE, BODY, CARD_HERO
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import IconLabel, Label
from coach.ui.widgets.layouts import Flow
from coach.ui.words.common import LANGUAGE
from coach.words import safety as words


class LockedCard(Card):
    """A state, no reproach: help at once in the colour of acting, an appointment in that of caution. `again` answers
    the questions again.
    """

    def __init__(self, look: Look, standing: Standing, parent: QWidget | None = None) -> None:
        is_emergency = standing.is_emergency
        ground, ink, icon = ("accent", "on", "warn") if is_emergency else ("wsoft", "warn", "calendar")
        text = "on" if is_emergency else "ink"
        super().__init__(look, 20, tone=ground, parent=parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.S_LOOSE)
        head = QHBoxLayout()
        head.setSpacing(space.M)
        head.addWidget(IconLabel(look, icon, 24, ink), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(Label(look, words.heading(LANGUAGE, is_emergency=is_emergency), CARD_HERO, text, wrap=True), 1)
        column.addLayout(head)
        column.addWidget(
            Label(look, words.locked(LANGUAGE, standing), ADVICE if is_emergency else BODY, text, wrap=True)
        )
        way_out = words.way_out(LANGUAGE, is_emergency=is_emergency)
        column.addWidget(Label(look, way_out, BODY, "on" if is_emergency else "ink2", wrap=True))
        row = Flow(space.M)
        self.again = Button(look, self.tr("Answer again"), "secondary", "shield", height=sizes.BUTTON_MODEST)
        row.addWidget(self.again)
        column.addLayout(row)
        column.addStretch(1)
