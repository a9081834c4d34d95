"""A nudge in a process of its own: what draws it is never in the memory of the program that is always there."""

from __future__ import annotations

import os
import sys
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer

from coach import strict_json
from coach.desktop.activation import TOKEN
from coach.reminders.nudge import Nudge
from coach.ui.activation import Activation
from coach.ui.nudge.between import PLAIN
from coach.ui.nudge.screen import NudgeScreen
from coach.ui.words.qt_language import LANGUAGE
from coach.words.nudge import unseen

COMMAND = (sys.executable, "-m", "coach.ui.nudge.alone")
START_MS = 30_000  # a busy machine with a cold disk took 6 s; our choice
LONGEST_MS = 10 * 60 * 1000
"""A nudge whose time is over ends by itself, also one that a pointer rests on; what is there longer hangs."""

ENDING_MS = 3_000  # what was answered or put away may still leave in motion
AT_ONCE_MS = 500  # at the end of the program, which nobody waits for

_ANSWERS = ("done", "started", "skipped", "snoozed")


class ProcessScreen(NudgeScreen):
    """Starts a process a nudge, which says when it is seen, and what was answered, each as a line of JSON, and ends.

    One that ends before anything was seen is tried once more as a notification: the desktop did not let it draw. One
    that ends or hangs after that is over, with what was the matter.
    """

    def __init__(self, parent: QObject | None = None, command: tuple[str, ...] = COMMAND) -> None:
        super().__init__(parent)
        self._command = command
        self._process: QProcess | None = None
        self._leaving: set[QProcess] = set()  # those that only have to end
        self._nudge: Nudge | None = None
        self._is_seen = self._is_plain = False
        self._number = 0  # of the notification that the process has put up
        self._activation = Activation(self)
        self._watchdog = QTimer(self, singleShot=True)
        self._watchdog.timeout.connect(self._hangs)

    @property
    def shown(self) -> str | None:
        """The reminder whose process runs."""
        return None if self._process is None or self._nudge is None else self._nudge.id

    def show(self, nudge: Nudge) -> None:
        """The older one's process puts its own away and ends."""
        self.put_away()
        self._start(nudge, is_plain=False)

    def _start(self, nudge: Nudge, *, is_plain: bool) -> None:
        process = QProcess(self)
        process.setProgram(self._command[0])
        process.setArguments([*self._command[1:], *([PLAIN] if is_plain else [])])
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.readyReadStandardOutput.connect(lambda: self._heard(process))
        process.finished.connect(lambda *_: self._ended(process))
        process.errorOccurred.connect(lambda error: self._failed(process, error))
        self._process, self._nudge, self._is_seen, self._is_plain = process, nudge, False, is_plain
        self._number = 0
        self._watchdog.start(START_MS)
        process.start()
        process.write(f"{strict_json.write(nudge.as_json())}\n".encode())

    def put_away(self, *, at_once: bool = False) -> None:
        """Its input ends, so it goes, and is ended where it does not. `at_once`, this waits for that."""
        self._let_go()
        for process in tuple(self._leaving) if at_once else ():
            if not process.waitForFinished(AT_ONCE_MS):
                process.kill()
                process.waitForFinished(ENDING_MS)

    def _let_go(self) -> None:
        """Nothing is expected of it any more but that it ends."""
        process, self._process = self._process, None
        self._watchdog.stop()
        if process is not None and process.state() != QProcess.ProcessState.NotRunning:
            self._leaving.add(process)
            process.closeWriteChannel()
            QTimer.singleShot(ENDING_MS, process, process.kill)

    def _hangs(self) -> None:
        process = self._process
        if process is not None:
            process.kill()
            self._lost(process, unseen("had-to-be-ended" if self._is_seen else "never-seen", LANGUAGE))

    def _failed(self, process: QProcess, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._lost(process, process.errorString())
            process.deleteLater()

    def _heard(self, process: QProcess) -> None:
        while process is self._process and process.canReadLine():
            try:
                said = strict_json.read(bytes(process.readLine().data()))
            except ValueError:
                continue
            if isinstance(said, dict):
                self._take(said)

    def _take(self, said: dict[str, Any]) -> None:
        assert self._nudge is not None
        ident, what, seconds = self._nudge.id, said.get("answered"), said.get("seconds", 0.0)
        if token := said.get("token"):
            self._activation.take({TOKEN: str(token)})
        if "shown" in said:
            self._is_seen = True
            number = said.get("number")
            self._number = number if isinstance(number, int) else 0
            self._watchdog.start(LONGEST_MS)
        elif what in _ANSWERS and isinstance(seconds, int | float) and seconds >= 0:
            self._let_go()
            self.answered.emit(ident, what, float(seconds))
        elif "opened" in said:
            self._let_go()
            self.opened.emit(ident)
        elif "expired" in said:
            self._let_go()
            self.expired.emit(ident, str(said["expired"]))

    def _ended(self, process: QProcess) -> None:
        self._heard(process)
        self._leaving.discard(process)
        self._lost(process, unseen("ended-unanswered", LANGUAGE))
        process.deleteLater()

    def _lost(self, process: QProcess, why: str) -> None:
        """It will not answer any more, unless it did, or was put away."""
        if process is not self._process or self._nudge is None:
            return
        self._let_go()
        if self._number:
            from coach.desktop.dbus import session_address  # late: the program that waits in the tray is to be small
            from coach.desktop.notifying import take_down

            take_down(session_address(os.environ), self._number)
        if self._is_seen or self._is_plain:
            self.expired.emit(self._nudge.id, why)
        else:
            self._start(self._nudge, is_plain=True)
