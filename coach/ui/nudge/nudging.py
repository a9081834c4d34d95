"""When the desk says so, a nudge: asks the desk at its next moment, shows the card, passes the answer on."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from coach.demonstration.which_figure import figure_for_reminder
from coach.reminders.answers import NotOpenError
from coach.reminders.nudge import Nudge
from coach.ui.look.theme import Look
from coach.ui.nudge.card import NudgeCard
from coach.ui.nudge.morning import MorningNudge
from coach.ui.words import common as words

if TYPE_CHECKING:
    from coach.wiring import Parts

_SHORT_OFFER = 13  # characters
_LEAST_MS, _MOST_MS = 200, 60_000


class Nudging(QObject):
    """`start(kind, id)` when an offer was taken; `changed` whenever the desk knows something new.

    A card is on the screen only while the desk says that its reminder is open: however it was answered, it goes.
    """

    start = Signal(str, str)
    changed = Signal()
    told = Signal()  # something of the history: the morning after

    def __init__(self, parts: Parts, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts, self._look = parts, look
        self.card: NudgeCard | None = None
        self.morning = MorningNudge(parts, look, self)
        self.morning.told.connect(self.told)
        self._shown = ""  # the reminder of the card
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._wake)

    def begin(self) -> None:
        """Ask the desk now, and from now on whenever it wants to be asked. A window that is just being opened may show
        the question of the morning itself: that waits for the next time.
        """
        self._remind()

    def stop(self) -> None:
        """No card and no reminder any more. What leaves in motion would be painted when its screen is gone."""
        self._timer.stop()
        self.morning.put_away(at_once=True)
        if self.card is not None:
            self.card.leave(at_once=True)
            self.card = None
        self.put_away()

    def put_away(self) -> None:
        """Take an open card from the screen without an answer."""
        self.morning.put_away()
        self._parts.desk.put_away()
        self._follow()

    def _follow(self) -> None:
        if self.card is not None and self._shown != self._parts.desk.open:
            self.card.leave()
            self.card = None

    def look(self) -> None:
        """Something changed: does the card still stand for something, and when does the desk want to be woken?"""
        self._follow()
        if self._timer.isActive():
            self._sleep()

    def _wake(self) -> None:
        self._remind()
        if self.card is None:
            self.morning.look()

    def _remind(self) -> None:
        for nudge in self._parts.desk.tick():
            self.show(nudge)
        self._sleep()
        self.changed.emit()

    def _sleep(self) -> None:
        milliseconds = round(self._parts.desk.next_wake() * 1000)
        self._timer.start(min(_MOST_MS, max(_LEAST_MS, milliseconds)))

    def show_now(self, ident: str) -> None:
        """Try a reminder: it comes at once, whatever is quiet."""
        if ident in self._parts.library.catalogue.reminders:
            self.show(self._parts.desk.now(ident))

    def show(self, nudge: Nudge | None) -> None:
        """Show one reminder; an older card makes room for it."""
        if nudge is None:
            return
        if self.card is not None:
            self.card.leave()
        self.morning.put_away()
        catalogue = self._parts.library.catalogue
        figure = figure_for_reminder(catalogue, catalogue.reminders.get(nudge.id), self._parts.desk.barred)
        card = NudgeCard(self._look, nudge.title, nudge.message, self._offer_words(nudge), nudge.snoozes, figure=figure)
        card.done.connect(lambda: self._tell(card, lambda: self._parts.desk.done(nudge.id)))
        card.skipped.connect(lambda: self._tell(card, lambda: self._parts.desk.skip(nudge.id)))
        card.snoozed.connect(lambda seconds: self._tell(card, lambda: self._parts.desk.snooze(nudge.id, seconds)))
        card.offer.connect(lambda: self._take(card, nudge))
        card.expired.connect(lambda: self._gone(card))
        self.destroyed.connect(card.leave)  # a window of its own would outlive who listens to it, and expire to nobody
        self.card, self._shown = card, nudge.id
        card.appear(QApplication.primaryScreen())
        self._sound()

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

    def _tell(self, card: NudgeCard, answer: Callable[[], None]) -> None:
        with suppress(NotOpenError):  # answered in another way in this very moment: that one counts
            answer()
        self._gone(card)

    def _take(self, card: NudgeCard, nudge: Nudge) -> None:
        self._tell(card, lambda: self._parts.desk.started(nudge.id))
        self.start.emit(nudge.offer_kind, nudge.offer)

    def _gone(self, card: NudgeCard) -> None:
        if self.card is card:
            self.card = None
        self.changed.emit()
        self.look()
