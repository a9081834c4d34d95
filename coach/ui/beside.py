"""What there is of the program beside its window: the icon, the reminders, who answers other programs, the key of the
whole desktop, and what becomes of it all when the window is closed.

None of it is in the window's first picture, and all of it together takes as long to make as half a window.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coach.ui.leaving import Leaving
from coach.ui.look.window_look import WindowLook
from coach.ui.nudge.either import EitherScreen, can_float
from coach.ui.nudge.in_window import InWindowScreen
from coach.ui.nudge.morning import MorningNudge
from coach.ui.nudge.morning_process import MorningProcess
from coach.ui.nudge.nudging import Nudging
from coach.ui.nudge.on_card import CardScreen
from coach.ui.nudge.process import ProcessScreen
from coach.ui.reminder_key import ReminderKey
from coach.ui.remote import Remote
from coach.ui.tray import Tray
from coach.wiring.way_out import offered_at_once

if TYPE_CHECKING:
    from coach.wiring import Parts


class Beside(QObject):
    """Makes all of it for `window`; who makes it connects the parts. `run` is as `Leaving` has it."""

    def __init__(
        self, parts: Parts, look: WindowLook, window: QWidget, run: Callable[[], Mapping[str, Any]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self.tray = Tray(parts, lambda: offered_at_once(parts), self)
        self.tray.dress(look.palette())
        self.morning: MorningNudge | MorningProcess = MorningNudge(parts, look, self)
        if not can_float():
            self.morning = MorningProcess(self._morning_to_ask, self)
        within = InWindowScreen(parts, look, window)
        screen = EitherScreen(CardScreen(parts, look), within, ProcessScreen())
        self.nudging = Nudging(parts.desk, screen, self.morning, self)
        self.remote = Remote(parts, self)
        self.key = ReminderKey(parts.reminder_key, parts.store, self)
        self.leaving = Leaving(parts, self.nudging, self.remote, window, run)

    def _morning_to_ask(self) -> str | None:
        session = self._parts.mornings.to_ask()
        return None if session is None else session.uid
