"""A nudge on a card of this process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coach.demonstration.which_figure import figure_for_reminder
from coach.reminders.nudge import Nudge
from coach.ui.look.theme import Look
from coach.ui.nudge.card import NudgeCard
from coach.ui.nudge.heard import sound
from coach.ui.nudge.screen import NudgeScreen
from coach.ui.words.common import LANGUAGE
from coach.words import nudge as words

if TYPE_CHECKING:
    from coach.wiring import Parts


class CardScreen(NudgeScreen):
    """Shows a nudge as a card at the lower right, with the sound that the coaching gives to it."""

    def __init__(self, parts: Parts, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts, self._look = parts, look
        self.card: NudgeCard | None = None
        self._shown = ""  # the reminder of the card

    @property
    def shown(self) -> str | None:
        """The reminder whose card is up."""
        return None if self.card is None else self._shown

    def show(self, nudge: Nudge) -> None:
        """An older card makes room for it."""
        if self.card is not None:
            self.card.leave()
        catalogue = self._parts.library.catalogue
        figure = figure_for_reminder(catalogue, catalogue.reminders.get(nudge.id), self._parts.desk_library.barred)
        offer = words.offer(LANGUAGE, nudge)
        card = NudgeCard(self._look, nudge.title, nudge.message, offer, nudge.snoozes, figure=figure)
        card.done.connect(lambda: self._answer(card, "done"))
        card.skipped.connect(lambda: self._answer(card, "skipped"))
        card.snoozed.connect(lambda seconds: self._answer(card, "snoozed", seconds))
        card.offer.connect(lambda: self._answer(card, "started"))
        card.expired.connect(lambda: self._expire(card))
        self.destroyed.connect(card.leave)  # a window of its own would outlive who listens to it, and expire to nobody
        self.card, self._shown = card, nudge.id
        card.appear()
        sound(self._parts)

    def put_away(self, *, at_once: bool = False) -> None:
        """What leaves in motion would be painted when its screen is gone."""
        card, self.card = self.card, None
        if card is not None:
            card.leave(at_once=at_once)

    def _answer(self, card: NudgeCard, what: str, seconds: float = 0.0) -> None:
        if self.card is card:
            self.card = None
            self.answered.emit(self._shown, what, seconds)

    def _expire(self, card: NudgeCard) -> None:
        if self.card is card:
            self.card = None
            self.expired.emit(self._shown, "")
