"""A nudge to a screen reader: a notification, which is read when it shows, whoever has the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from coach.ui.widgets.role import Role, be_told_as

_LATE_MS, _LOOKS = 700, 8  # our choice: a bus that is not there by then has nobody on it
_CALM_MS = 300  # Orca goes through forty names in a tenth of a second (measured with 43.1); three times that


def make_alert(widget: QWidget, *, is_one: bool = True) -> None:
    """Have screen readers take it for a notification. Before it is shown: Orca reads one as it comes into sight, and
    heeds no event for it; what else is told of it later would be said twice.
    """
    be_told_as(widget, Role.Notification if is_one else None)


def once_calm(widget: QWidget, come: Callable[[], None]) -> None:
    """Have it come: where a screen reader listens, a moment after all that it is made of was told. With
    more than fifty events to go through Orca (43) drops all but where the keyboard is, and so what came into sight.
    """
    if QAccessible.isActive():
        QTimer.singleShot(_CALM_MS, widget, come)
    else:
        come()


def tell_alert(widget: QWidget) -> None:
    """It is there: for those that wait for the event of an alert, as on Windows. In a process that has just begun, the
    way to a screen reader may be open only a moment later; then it is told once more that it came into sight.
    """
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))
    if not QAccessible.isActive():
        _Late(widget).start(_LATE_MS)


class _Late(QTimer):
    """Waits for the way to a screen reader, for so long as it may take."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget, self._left = widget, _LOOKS
        self._is_open = False
        self.timeout.connect(self._look)

    def _look(self) -> None:
        self._left -= 1
        if self._is_open:
            QAccessible.updateAccessibility(QAccessibleEvent(self._widget, QAccessible.Event.ObjectShow))
        self._is_open = not self._is_open and QAccessible.isActive()  # a look later, when it is known what is heard
        if not self._is_open and (QAccessible.isActive() or self._left <= 0):
            self.stop()
