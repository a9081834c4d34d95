"""The card that asks how the morning after was: when it comes, what becomes of the answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.content.model import Figure
from coach.demonstration.which_figure import STANDING, emblem
from coach.progress.portable.form import Record
from coach.progression.past import Morning, Session
from coach.session.planned import routine_of
from coach.ui.look.theme import Look
from coach.ui.nudge.asking import FollowsCard, MorningCard
from coach.ui.nudge.frame import FloatingCard
from coach.ui.words.common import LANGUAGE
from coach.words import today as words
from coach.words.titles import title_of

if TYPE_CHECKING:
    from coach.wiring import Parts


class MorningNudge(QObject):
    """`told` when an answer was kept or taken back. `is_asked_already` says whether the question is before the person's
    eyes in another place; then no card comes.
    """

    told = Signal()
    over = Signal()  # no card is up any more

    def __init__(self, parts: Parts, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._parts, self._look = parts, look
        self.card: FloatingCard | None = None
        self.is_asked_already: Callable[[], bool] = lambda: False

    def look(self) -> None:
        """Ask now, where the moment has come."""
        if self.card is not None or self.is_asked_already():
            return
        session = self._parts.mornings.to_ask()
        if session is not None:
            self.ask(session)

    def put_away(self, *, at_once: bool = False) -> None:
        """Take the card from the screen: Today still has the question."""
        card, self.card = self.card, None
        if card is not None:
            card.leave(at_once=at_once)

    def ask(self, session: Session) -> None:
        """Put the question about this session on the screen."""
        title = title_of(self._parts.library.catalogue, session.kind, session.target, LANGUAGE)
        card = MorningCard(self._look, session, title, self._figure(session))
        card.better.connect(lambda: self._tell(session, "better"))
        card.same.connect(lambda: self._tell(session, "same"))
        card.worse.connect(lambda: self._tell(session, "worse"))
        self._show(card)

    def _tell(self, session: Session, morning: Morning) -> None:
        before = self._parts.store.correct(session.uid, {"morning": morning})
        if before is not None:
            card = FollowsCard(self._look, words.after_morning(LANGUAGE, session, morning), self._figure(session))
            card.undone.connect(lambda: self._undo(before))
            self._show(card)
        self.told.emit()

    def _undo(self, before: Record) -> None:
        self._parts.store.put_back(before)
        self.told.emit()

    def _show(self, card: FloatingCard) -> None:
        self.card = card
        for gone in (card.closed, card.expired):
            gone.connect(lambda: self._gone(card))
        self.destroyed.connect(card.leave)  # a window of its own would outlive who listens to it
        card.appear()

    def _gone(self, card: FloatingCard) -> None:
        if self.card is card:
            self.card = None
            self.over.emit()

    def _figure(self, session: Session) -> Figure:
        catalogue = self._parts.library.catalogue
        routine = catalogue.routines.get(routine_of(session.target))
        found = emblem(catalogue, routine, self._parts.barred()) if routine is not None else None
        return found or STANDING
