"""A nudge on a card of this process."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize

from coach.content.model import Routine, Test
from coach.demonstration.which_figure import figure_for_reminder
from coach.reminders.nudge import Nudge
from coach.settings import REMINDER_KEY
from coach.ui.look.theme import Look
from coach.ui.nudge.card import NudgeCard
from coach.ui.nudge.frame import PICTURE
from coach.ui.nudge.heard import sound
from coach.ui.nudge.screen import NudgeScreen
from coach.ui.words.common import LANGUAGE
from coach.words import nudge as words
from coach.words.sentences import joined

if TYPE_CHECKING:
    from coach.wiring import Parts


def card_of(parts: Parts, look: Look, nudge: Nudge, picture: QSize = PICTURE, largest: float = 1.0) -> NudgeCard:
    """The card of a nudge, which has not appeared yet."""
    catalogue = parts.library.catalogue
    reminder = catalogue.reminders.get(nudge.id)
    figure = figure_for_reminder(catalogue, reminder, parts.desk_library.barred, _offered(parts, nudge))
    offer = words.offer(LANGUAGE, nudge)
    card = NudgeCard(
        look, nudge.title, nudge.message, offer, nudge.snoozes, figure=figure, picture=picture, largest=largest
    )
    if nudge.is_first_today:  # once a day is enough for who hears it each time
        by_key = words.by_key(LANGUAGE, is_chosen=parts.store.get(REMINDER_KEY))
        card.setAccessibleDescription(joined([card.accessibleDescription(), by_key]))
    return card


def _offered(parts: Parts, nudge: Nudge) -> Routine | Test | None:
    """What it offers; None where it offers nothing, and where that went since."""
    ident = nudge.offer or ""
    if nudge.offer_kind == "test":
        return parts.library.catalogue.tests.get(ident)
    return parts.as_written(ident) if parts.has("routine", ident) else None


def hear(card: NudgeCard, answer: Callable[[str, float], object], expire: Callable[[], object]) -> None:
    """Pass on what becomes of the card, in a NudgeScreen's words."""
    card.done.connect(lambda: answer("done", 0.0))
    card.skipped.connect(lambda: answer("skipped", 0.0))
    card.snoozed.connect(lambda seconds: answer("snoozed", seconds))
    card.offer.connect(lambda: answer("started", 0.0))
    card.expired.connect(expire)


class OneCard(NudgeScreen):
    """A nudge on one card, wherever that appears."""

    def __init__(self, parts: Parts, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts, self._look = parts, look
        self.card: NudgeCard | None = None
        self._shown = ""  # the reminder of the card

    @property
    def shown(self) -> str | None:
        """The reminder whose card is up."""
        return None if self.card is None else self._shown

    def make(self, nudge: Nudge) -> NudgeCard:
        """Its card, which has not appeared yet; an older one makes room for it."""
        self.put_away()
        card = card_of(self._parts, self._look, nudge)
        hear(card, partial(self._answer, card), partial(self._expire, card))
        self.card, self._shown = card, nudge.id
        return card

    def put_away(self, *, at_once: bool = False) -> None:
        """What leaves in motion would be painted when its screen is gone."""
        card, self.card = self.card, None
        if card is not None:
            card.leave(at_once=at_once)

    def _answer(self, card: NudgeCard, what: str, seconds: float) -> None:
        if self.card is card:
            self.card = None
            self.answered.emit(self._shown, what, seconds)

    def _expire(self, card: NudgeCard) -> None:
        if self.card is card:
            self.card = None
            self.expired.emit(self._shown, "")


class CardScreen(OneCard):
    """Shows a nudge as a card at the lower right, with the sound that the coaching gives to it."""

    def show(self, nudge: Nudge) -> None:
        """On the screen where the person is."""
        card = self.make(nudge)
        self.destroyed.connect(card.leave)  # a window of its own would outlive who listens to it, and expire to nobody
        card.appear()
        sound(self._parts)
