"""Signals of the system (Ctrl+C, a shutdown) end the program at once, though Qt and not Python runs the loop."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

_ENDING = (signal.SIGINT, signal.SIGTERM)


class SignalListener(QObject):
    """Wakes Qt's loop when a signal has come, so that Python may run its handler. `close()` gives all back."""

    def __init__(self, act: Callable[[], object]) -> None:
        super().__init__()
        self._here, self._there = socket.socketpair()
        self._here.setblocking(False)
        self._there.setblocking(False)
        self._wakeup = signal.set_wakeup_fd(self._there.fileno(), warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, lambda *_: act()) for number in _ENDING}
        self._notifier = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._drain)

    def _drain(self) -> None:
        """Reading is all: that Python code runs lets the handler run."""
        try:
            self._here.recv(64)
        except BlockingIOError:
            return

    def close(self) -> None:
        """Give the signals back to whoever had them before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._here.close()
        self._there.close()


def listen_for_signals(act: Callable[[], object]) -> SignalListener:
    """Call `act` in Qt's thread when the system asks the program to end. Only from the main thread."""
    return SignalListener(act)
