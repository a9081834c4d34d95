"""Tooltips for who has no pointer: a control's comes while the keyboard rests on it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QAbstractButton, QToolTip, QWidget

WAIT_MS = 700  # as long as Qt waits under a pointer (QStyle.SH_ToolTip_WakeUpDelay)
_STAYS_MS = 3_600_000  # until the focus or Escape ends it: nobody has to read in a hurry


class FocusTip(QObject):
    """Of one control at a time; nothing where the tooltip says no more than what stands on the control."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._widget: QWidget | None = None
        self._timer: QTimer | None = None
        self._shown = ""

    def wait(self, widget: QWidget) -> None:
        """The keyboard came to it."""
        self._widget = widget
        if self._timer is None:
            self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
            self._timer.timeout.connect(self._show)
        self._timer.start()

    def _show(self) -> None:
        widget = self._widget
        if widget is None or not widget.hasFocus() or not widget.toolTip():
            return
        if isinstance(widget, QAbstractButton) and widget.text() == widget.toolTip():
            return
        self._shown = widget.toolTip()
        QToolTip.showText(widget.mapToGlobal(QPoint(0, widget.height())), self._shown, widget, widget.rect(), _STAYS_MS)

    def leave(self) -> bool:
        """Take it away, or do not show it; whether one was there."""
        if self._timer is not None:
            self._timer.stop()
        was_there = bool(self._shown) and QToolTip.isVisible() and QToolTip.text() == self._shown
        if was_there:
            QToolTip.hideText()
        self._shown = ""
        return was_there
