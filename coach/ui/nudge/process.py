"""A nudge in a process of its own: what draws it is never in the memory of the program that is always there."""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer

from coach import strict_json
from coach.reminders.nudge import Nudge
from coach.ui.nudge.screen import NudgeScreen

COMMAND = (sys.executable, "-m", "coach.ui.nudge.alone")

LONGEST_MS = 10 * 60 * 1000
"""A card whose time is over ends by itself, also one that a pointer rests on; what is there longer hangs (our choice).
"""

_ANSWERS = ("done", "started", "skipped", "snoozed")


class ProcessScreen(NudgeScreen):
    """Starts a process a nudge, which writes the answer as one line of JSON and ends."""

    def __init__(self, parent: QObject | None = None, command: tuple[str, ...] = COMMAND) -> None:
        super().__init__(parent)
        self._command = command
        self._process: QProcess | None = None
        self._shown = ""
        self._watchdog = QTimer(self, singleShot=True, interval=LONGEST_MS)
        self._watchdog.timeout.connect(self._hangs)

    @property
    def shown(self) -> str | None:
        """The reminder whose process runs."""
        return None if self._process is None else self._shown

    def show(self, nudge: Nudge) -> None:
        """The older one's process ends."""
        self.put_away()
        process = QProcess(self)
        process.setProgram(self._command[0])
        process.setArguments(list(self._command[1:]))
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.finished.connect(lambda *_: self._ended(process))
        process.errorOccurred.connect(lambda error: self._failed(process, error))
        self._process, self._shown = process, nudge.id
        process.start()
        process.write(strict_json.write(nudge.as_json()).encode())
        process.closeWriteChannel()
        self._watchdog.start()

    def put_away(self, *, at_once: bool = False) -> None:
        """It is ended; `at_once` waits for nothing."""
        process, self._process = self._process, None
        self._watchdog.stop()
        if process is not None:
            process.kill() if at_once else process.terminate()

    def _hangs(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            self.expired.emit(self._shown, "what showed it did not end and was ended")

    def _failed(self, process: QProcess, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._over(process, {"expired": process.errorString()})

    def _ended(self, process: QProcess) -> None:
        said = bytes(process.readAllStandardOutput().data())
        try:
            answer = strict_json.read(said)
        except ValueError:
            answer = {"expired": f"what showed it ended with {process.exitCode()} and said nothing"}
        self._over(process, answer if isinstance(answer, dict) else {})

    def _over(self, process: QProcess, answer: dict[str, Any]) -> None:
        process.deleteLater()
        if process is not self._process:
            return  # put away before
        self._process = None
        self._watchdog.stop()
        what, seconds = answer.get("answered"), answer.get("seconds", 0.0)
        if what in _ANSWERS and isinstance(seconds, int | float) and seconds >= 0:
            self.answered.emit(self._shown, what, float(seconds))
        else:
            self.expired.emit(self._shown, str(answer.get("expired", "")))
