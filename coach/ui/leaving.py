"""What becomes of the program when its window is closed: one without a window takes over, and this one ends, so that
nothing of what the window needed stays in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from coach.desktop.asked import RefusedError
from coach.handover import Handover
from coach.ui.desk_remote import DeskRemote
from coach.ui.handing import Handing
from coach.ui.nudge.nudging import Nudging
from coach.ui.words.qt_language import LANGUAGE
from coach.words.running import runs_already

if TYPE_CHECKING:
    from coach.reminders.nudge import Nudge
    from coach.wiring import Parts

_AGAIN_MS = 2000  # while a file is being made, how often it is looked whether it is done; our choice
_LATER_MS = 60_000
_MOST_UNSAVED = 2000  # changes that wait for a full disk: more than that goes over no line; our choice


class Leaving(Handing):
    """`begin` when the window was closed, `stay` when it is wanted again. Until the other program has taken over, this
    one goes on hidden; where none can be started it stays so.

    `left` when it gives all away, and `back` where that other one ended before it was there.

    `start` starts the program without a window; `run` tells what holds for this run.
    """

    left = Signal()

    def __init__(
        self, parts: Parts, nudging: Nudging, remote: DeskRemote, window: QObject, run: Callable[[], Mapping[str, Any]]
    ) -> None:
        super().__init__(window)
        self._parts, self._nudging, self._remote, self._window, self._run = parts, nudging, remote, window, run
        self.start: Callable[[], object] | None = None
        self._is_wanted = False
        self._nudge: Nudge | None = None
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self.begin)
        self.back.connect(self._take_back)

    def begin(self) -> None:
        """Have the other program started, once nothing is under way that would end with this one."""
        if self.start is None:
            return
        self._is_wanted = True
        if self._is_busy():
            self._again.start(_AGAIN_MS)
        else:
            self.start()
            self._again.start(_LATER_MS)  # on a machine that is very busy it may have given up

    def stay(self) -> None:
        """The window is wanted again."""
        self._is_wanted = False
        self._again.stop()

    def _is_busy(self) -> bool:
        from coach.ui.exporter import Exporter  # with all that makes a file, which no window needs to begin
        from coach.ui.pages.taking_in import TakingIn

        makers = self._window.findChildren(Exporter)
        application = QCoreApplication.instance()
        takers = [] if application is None else application.findChildren(TakingIn)
        keeps_much = len(self._parts.store.unsaved) > _MOST_UNSAVED
        return keeps_much or any(one.is_busy for one in makers) or any(not one.is_over for one in takers)

    def hand_over(self, *, to_a_window: bool) -> Handover:
        """As `Handing` says: to a program without a window, while that is wanted."""
        if to_a_window or not self._is_wanted:
            raise RefusedError(runs_already(LANGUAGE))
        from coach.wiring.digest import digest

        known = digest(self._parts)
        self._again.stop()
        self._remote.has_moved = True
        self.left.emit()
        self._nudge = self._nudging.hand_over()
        nudge = None if self._nudge is None else self._nudge.as_json()
        desk = self._parts.desk.hand_over()
        return Handover(desk, nudge, None, self._run(), known.as_json(), self._parts.store.unsaved)

    def _take_back(self) -> None:
        if self._remote.has_moved:
            self._remote.has_moved = False
            self._nudging.go_on(self._nudge)
            if self._is_wanted:
                self._again.start(_LATER_MS)
