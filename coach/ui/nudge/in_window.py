"""A nudge within the window, for who clicked on its notification: it waits there for an answer, keys and all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from coach.reminders.nudge import Nudge
from coach.ui.look.theme import Look
from coach.ui.nudge.card import NudgeCard
from coach.ui.nudge.on_card import card_of, hear
from coach.ui.nudge.screen import NudgeScreen

if TYPE_CHECKING:
    from coach.wiring import Parts


class InWindowScreen(NudgeScreen):
    """At the lower right of `window`, over its page, for as long as the desk waits for the answer."""

    def __init__(self, parts: Parts, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._parts, self._look, self._window = parts, look, window
        self.card: NudgeCard | None = None
        self._shown = ""
        window.installEventFilter(self)

    @property
    def shown(self) -> str | None:
        """The reminder whose card is there."""
        return None if self.card is None else self._shown

    def show(self, nudge: Nudge) -> None:
        """An older card makes room for it. No sound: it has sounded before."""
        self.put_away()
        self.card, self._shown = card_of(self._parts, self._look, nudge), nudge.id
        hear(self.card, self._answer, partial(self.put_away, at_once=True))
        self.card.appear_in(self._window, lasts=True)
        self._place()

    def put_away(self, *, at_once: bool = False) -> None:
        """Off the page."""
        card, self.card = self.card, None
        if card is not None:
            card.leave(at_once=at_once)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It stays in its corner."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if self.card is not None:
            self.card.keep_in_corner()

    def _answer(self, what: str, seconds: float) -> None:
        self.card = None
        self.answered.emit(self._shown, what, seconds)
