"""The question of the morning after, asked by a process of its own where there is no window."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QProcess

from coach.hidden import Hidden
from coach.reminders.morning import Waiting, may_ask
from coach.settings import MORNING_ASKED

COMMAND = (sys.executable, "-m", "coach.ui.nudge.morning_alone")

_AT_ONCE_MS = 500  # at the end of the program, which nobody waits for


class MorningProcess(QObject):
    """What the desk asks besides its reminders (nudging.AskedBeside). Each session is asked about once: who does not
    answer finds the question on Today.
    """

    def __init__(self, hidden: Hidden, parent: QObject, command: tuple[str, ...] = COMMAND) -> None:
        super().__init__(parent)
        self._hidden, self._command = hidden, command
        self._waiting = Waiting()
        self._process: QProcess | None = None

    def look(self) -> None:
        """Ask now, where the moment has come."""
        self._waiting, may = may_ask(*self._hidden.desk.seen, self._waiting)
        session = self._hidden.digest.morning
        if not may or session is None or session == self._hidden.store.get(MORNING_ASKED):
            return
        self._hidden.store.keep(MORNING_ASKED, session)
        process = self._process = QProcess(self)
        process.setProgram(self._command[0])
        process.setArguments([*self._command[1:], session])
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedChannels)
        process.finished.connect(lambda *_: self._ended(process))
        process.start()

    def put_away(self, *, at_once: bool = False) -> None:
        """Take it from the screen."""
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            if at_once:
                process.waitForFinished(_AT_ONCE_MS)

    def _ended(self, process: QProcess) -> None:
        if self._process is process:
            self._process = None
        process.deleteLater()
