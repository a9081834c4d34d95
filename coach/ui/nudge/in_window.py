"""A nudge within the window, for who clicked on its notification: it waits there for an answer, keys and all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from coach.reminders.nudge import Nudge
from coach.ui.look.theme import Look
from coach.ui.nudge.on_card import OneCard

if TYPE_CHECKING:
    from coach.wiring import Parts


class InWindowScreen(OneCard):
    """At the lower right of `window`, over its page, for as long as the desk waits for the answer."""

    def __init__(self, parts: Parts, look: Look, window: QWidget) -> None:
        super().__init__(parts, look, window)
        self._window = window
        window.installEventFilter(self)

    def show(self, nudge: Nudge) -> None:
        """Over the page. No sound: it has sounded before."""
        self.make(nudge).appear_in(self._window, lasts=True)
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """It stays in its corner."""
        if isinstance(event, QResizeEvent):  # each event of the window comes by, and its type is dearer to ask for
            self._place()
        return False

    def _place(self) -> None:
        if self.card is not None:
            self.card.keep_in_corner()
