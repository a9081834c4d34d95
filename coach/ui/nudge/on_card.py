"""A nudge on a card of this process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from coach.demonstration.which_figure import figure_for_reminder
from coach.reminders.nudge import Nudge
from coach.ui.look.theme import Look
from coach.ui.nudge.card import NudgeCard
from coach.ui.nudge.screen import NudgeScreen
from coach.ui.words import common as words

if TYPE_CHECKING:
    from coach.wiring import Parts

_SHORT_OFFER = 13  # characters


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
        card = NudgeCard(self._look, nudge.title, nudge.message, self._offer_words(nudge), nudge.snoozes, figure=figure)
        card.done.connect(lambda: self._answer(card, "done"))
        card.skipped.connect(lambda: self._answer(card, "skipped"))
        card.snoozed.connect(lambda seconds: self._answer(card, "snoozed", seconds))
        card.offer.connect(lambda: self._answer(card, "started"))
        card.expired.connect(lambda: self._expire(card))
        self.destroyed.connect(card.leave)  # a window of its own would outlive who listens to it, and expire to nobody
        self.card, self._shown = card, nudge.id
        card.appear(QApplication.primaryScreen())
        self._sound()

    def put_away(self, *, at_once: bool = False) -> None:
        """What leaves in motion would be painted when its screen is gone."""
        card, self.card = self.card, None
        if card is not None:
            card.leave(at_once=at_once)

    def _sound(self) -> None:
        """What the coaching gives to a reminder that appears, which may be nothing."""
        event = self._parts.library.catalogue.coaching.events.get("nudge")
        if event is not None and event.sound is not None:
            self._parts.cues.open()
            self._parts.cues.play(event.sound)

    def _offer_words(self, nudge: Nudge) -> str:
        """The offer's name where it is short, else how long it takes."""
        if nudge.offer_title is None:
            return ""
        if len(nudge.offer_title) <= _SHORT_OFFER:
            return nudge.offer_title
        if nudge.offer_seconds is None:
            return self.tr("Start")
        return self.tr("Start, {length}").format(length=words.lasts(nudge.offer_seconds, nudge.offer_is_estimate))

    def _answer(self, card: NudgeCard, what: str, seconds: float = 0.0) -> None:
        if self.card is card:
            self.card = None
            self.answered.emit(self._shown, what, seconds)

    def _expire(self, card: NudgeCard) -> None:
        if self.card is card:
            self.card = None
            self.expired.emit(self._shown, "")
