"""A screen that shows nothing and remembers."""

from __future__ import annotations

from coach.reminders.nudge import Nudge
from coach.ui.nudge.screen import NudgeScreen


class RecordedScreen(NudgeScreen):
    """Keeps what it is asked to show."""

    def __init__(self) -> None:
        super().__init__()
        self.nudge: Nudge | None = None

    @property
    def shown(self) -> str | None:
        return None if self.nudge is None else self.nudge.id

    def show(self, nudge: Nudge) -> None:
        self.nudge = nudge

    def put_away(self, *, at_once: bool = False) -> None:
        self.nudge = None
