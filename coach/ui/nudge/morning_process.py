"""The question of the morning after, asked by a process of its own: where there is no window, and on Wayland, where a
card of the window's would take the keyboard.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from coach.hidden import Hidden
from coach.reminders.morning import Waiting, may_ask
from coach.settings import MORNING_ASKED

COMMAND = (sys.executable, "-m", "coach.ui.nudge.morning_alone")

_AT_ONCE_MS = 500  # at the end of the program, which nobody waits for
_ENDING_MS = 3_000  # it may leave in motion


class OfDigest:
    """Which session a program without a window asks about, by what it was told of them. Each is given once: who does
    not answer finds the question on Today.
    """

    def __init__(self, hidden: Hidden) -> None:
        self._hidden = hidden
        self._waiting = Waiting()

    def to_ask(self) -> str | None:
        """The session's uid, where the moment has come."""
        self._waiting, may = may_ask(*self._hidden.desk.seen, self._waiting)
        session = self._hidden.digest.morning
        if not may or session is None or session == self._hidden.store.get(MORNING_ASKED):
            return None
        self._hidden.store.keep(MORNING_ASKED, session)
        return session


class MorningProcess(QObject):
    """What the desk asks besides its reminders (nudging.AskedBeside), of the session whose uid `to_ask` gives. `told`
    when the process is gone: it may have kept an answer. `is_asked_already` as of MorningNudge.
    """

    told = Signal()

    def __init__(self, to_ask: Callable[[], str | None], parent: QObject, command: tuple[str, ...] = COMMAND) -> None:
        super().__init__(parent)
        self._to_ask, self._command = to_ask, command
        self._process: QProcess | None = None
        self.is_asked_already: Callable[[], bool] = lambda: False

    def look(self) -> None:
        """Ask now, where the moment has come."""
        if self._process is not None or self.is_asked_already():
            return
        session = self._to_ask()
        if session is None:
            return
        process = self._process = QProcess(self)
        process.setProgram(self._command[0])
        process.setArguments([*self._command[1:], session])
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedChannels)
        process.finished.connect(lambda *_: self._ended(process))
        process.errorOccurred.connect(lambda error: self._failed(process, error))
        process.start()

    def put_away(self, *, at_once: bool = False) -> None:
        """Take it from the screen; one that does not go is ended."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        if at_once and not process.waitForFinished(_AT_ONCE_MS):
            process.kill()
            process.waitForFinished(_ENDING_MS)
        elif not at_once:
            QTimer.singleShot(_ENDING_MS, process, process.kill)

    def _failed(self, process: QProcess, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:  # nothing else says then that it is over
            self._ended(process)

    def _ended(self, process: QProcess) -> None:
        if self._process is process:
            self._process = None
        process.deleteLater()
        self.told.emit()
