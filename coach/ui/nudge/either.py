"""A nudge beside the window: a card of this process, or a process of its own for what this one cannot do or had better
not.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from coach.reminders.nudge import Nudge
from coach.ui.nudge.card import NudgeCard
from coach.ui.nudge.on_card import CardScreen
from coach.ui.nudge.process import ProcessScreen
from coach.ui.nudge.screen import NudgeScreen


def can_float() -> bool:
    """Whether a card of this process leaves the keyboard alone: a window on Wayland would not."""
    return not QGuiApplication.platformName().startswith("wayland")


class EitherScreen(NudgeScreen):
    """The card here where it `can_float`; full screen and notification, which may fail or last, in a process."""

    def __init__(self, here: CardScreen, alone: ProcessScreen, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._here, self._alone = here, alone
        for screen in (here, alone):
            screen.setParent(self)
            screen.answered.connect(self.answered)
            screen.expired.connect(self.expired)
            screen.opened.connect(self.opened)

    @property
    def shown(self) -> str | None:
        """The reminder that is shown by one of both."""
        return self._here.shown or self._alone.shown

    @property
    def card(self) -> NudgeCard | None:
        """The card of this process."""
        return self._here.card

    def show(self, nudge: Nudge) -> None:
        """By the one that can; the other one's is put away."""
        is_here = nudge.show == "nudge" and can_float()
        screen, other = (self._here, self._alone) if is_here else (self._alone, self._here)
        other.put_away()
        screen.show(nudge)

    def put_away(self, *, at_once: bool = False) -> None:
        """Whichever shows it."""
        self._here.put_away(at_once=at_once)
        self._alone.put_away(at_once=at_once)
