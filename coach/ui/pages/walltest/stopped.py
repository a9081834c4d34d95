"""The test ended for a good reason: what to do now, kindly and plainly."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from coach.content.model import Safety
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, CARD_HERO, LEAD
from coach.ui.pages.page import Page
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import Label
from coach.ui.words.common import LANGUAGE, say
from coach.words.stopping import emergency_signs, well_stopped


class StoppedPage(Page):
    """`closed` when the person has read it."""

    closed = Signal()
    done_button: Button  # since a reason is shown

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Wall test"))
        self.reason = ""
        self._safety: Safety | None = None

    def show_reason(self, reason: str, safety: Safety) -> None:
        """Say `reason`, and what `safety` has for an emergency."""
        self.reason, self._safety = reason, safety
        self.refresh()
        self.done_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def build(self, column: QVBoxLayout) -> None:
        column.addLayout(self.header())
        card = Card(self._look, padding=space.WIDE)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space.S_LOOSE)
        rows.addWidget(Label(self._look, well_stopped(LANGUAGE), CARD_HERO, wrap=True))
        rows.addWidget(Label(self._look, self.reason, LEAD.semibold, wrap=True))
        emergency = next(iter(self._safety.tiers.values()), None) if self._safety else None
        if emergency is not None:
            text = emergency_signs(LANGUAGE, say(emergency.say))
            rows.addWidget(Label(self._look, text, BODY, "ink2", wrap=True))
        kept = self.tr("This test is not counted. Try again another day, when it feels right.")
        rows.addWidget(Label(self._look, kept, BODY, "ink2", wrap=True))
        rows.addSpacing(space.S)
        self.done_button = Button(self._look, self.tr("Back to the start"), "primary", height=sizes.BUTTON_TALL)
        self.done_button.clicked.connect(self.closed)
        rows.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(card)
        column.addStretch(1)
