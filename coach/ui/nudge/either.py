"""A nudge beside the window: a card of this process, or a process of its own for what this one cannot do or had better
not.
"""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from coach.reminders.nudge import Nudge
from coach.ui.nudge.card import NudgeCard
from coach.ui.nudge.on_card import CardScreen
from coach.ui.nudge.screen import IN_WINDOW, NudgeScreen


def can_float() -> bool:
    """Whether a card of this process leaves the keyboard alone: a window on Wayland would not."""
    return not QGuiApplication.platformName().startswith("wayland")


class EitherScreen(NudgeScreen):
    """A card `here` where it `can_float`, one `within` the window where that was wanted; full screen and notification,
    which may fail or last, `alone` in a process.
    """

    def __init__(self, here: CardScreen, within: NudgeScreen, alone: NudgeScreen) -> None:
        super().__init__()
        self._here, self._within, self._alone = here, within, alone
        for screen in self._all:
            screen.answered.connect(self.answered)
            screen.expired.connect(self.expired)
            screen.opened.connect(self.opened)
        here.setParent(self)
        alone.setParent(self)

    @property
    def _all(self) -> tuple[NudgeScreen, ...]:
        return self._here, self._within, self._alone

    @property
    def shown(self) -> str | None:
        """The reminder that is shown by one of them."""
        return next((screen.shown for screen in self._all if screen.shown is not None), None)

    @property
    def card(self) -> NudgeCard | None:
        """The card of this process."""
        return self._here.card

    def show(self, nudge: Nudge) -> None:
        """By the one that can; what others show is put away."""
        chosen = self._chosen(nudge.show)
        for screen in self._all:
            if screen is not chosen:
                screen.put_away()
        chosen.show(nudge)

    def _chosen(self, show: str) -> NudgeScreen:
        if show == IN_WINDOW:
            return self._within
        return self._here if show == "nudge" and can_float() else self._alone

    def put_away(self, *, at_once: bool = False) -> None:
        """Whichever shows it."""
        for screen in self._all:
            screen.put_away(at_once=at_once)
