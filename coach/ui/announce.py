"""Telling a screen reader what has changed, never more than once a second: one that is interrupted says nothing."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

LEAST_MS = 1000


class Announcer:
    """Announces from `widget`. What comes too early waits for its second; of several that wait, the newest is said."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._since = QElapsedTimer()
        self._waiting = ""
        self._timer = QTimer(widget, singleShot=True)
        self._timer.timeout.connect(self._say_waiting)
        self.said: list[str] = []

    def say(self, text: str) -> None:
        """Have a screen reader say `text`, not too soon after the last one: of what comes too fast, the newest."""
        if self._since.isValid() and self._since.elapsed() < LEAST_MS:
            self._waiting = text
            if not self._timer.isActive():
                self._timer.start(LEAST_MS - self._since.elapsed())
            return
        self._announce(text)

    def _say_waiting(self) -> None:
        if self._waiting:
            self._announce(self._waiting)

    def _announce(self, text: str) -> None:
        self._waiting = ""
        self._since.start()
        self.said.append(text)
        del self.said[:-20]
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._widget, text))
