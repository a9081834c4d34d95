"""What takes a moment is done in a thread of its own, while the window goes on."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal


class Aside(QObject):
    """`begin()`, and then `ended` in the window's thread with what `work` gave. It belongs to the application, so that
    nobody who asked has to wait. What `work` raises is raised in the window's thread.
    """

    ended = Signal(object)
    _told = Signal(object, object)  # from the other thread to the window's

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__(QCoreApplication.instance())
        self._work = work
        self._told.connect(self._end)

    def begin(self) -> None:
        """Start it."""
        threading.Thread(target=self._run, name="aside", daemon=True).start()

    def _run(self) -> None:
        result, error = None, None
        try:
            result = self._work()
        except Exception as raised:  # noqa: BLE001 - told in the other thread
            error = raised
        self._told.emit(result, error)

    def _end(self, result: object, error: Exception | None) -> None:
        self.deleteLater()
        if error is not None:
            raise error
        self.ended.emit(result)
