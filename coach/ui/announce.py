"""Telling a screen reader what has changed, never more than once a second: one that is interrupted says nothing."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

LEAST_MS = 1000


class _Named(QObject):
    """Gives a widget its own name back, where it has one, once the keyboard is elsewhere: nothing is said of that."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget, self._own, self._given = widget, "", ""
        widget.installEventFilter(self)

    def name(self, text: str) -> None:
        """Call the widget so for the time being."""
        if self._widget.accessibleName() != self._given:
            self._own = self._widget.accessibleName()
        self._given = text
        self._widget.setAccessibleName(text)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self._own and self._widget.accessibleName() == self._given:
            self._widget.setAccessibleName(self._own)
        return False


class Announcer:
    """Announces from `widget`. What comes too early waits for its second; of several that wait, the newest is said.

    While `widget` has the keyboard the sentence becomes its name until the keyboard goes elsewhere: every screen reader
    says a new name of what has the focus, some know no announcements, and of both the same would be said twice.
    """

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._since = QElapsedTimer()
        self._waiting = ""
        self._timer = QTimer(widget, singleShot=True)
        self._timer.timeout.connect(self._say_waiting)
        self.said: list[str] = []
        self._named = _Named(widget)

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
        if self._widget.hasFocus() and self._widget.accessibleName() != text:
            self._named.name(text)
        else:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._widget, text))
