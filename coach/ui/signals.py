"""Signals of the system (Ctrl+C, a shutdown) end the program at once, though Qt and not Python runs the loop."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier

_ENDING = (signal.SIGINT, signal.SIGTERM)


class SignalListener(QObject):
    """Calls `act` from Qt's loop when one has come. `close()` gives all back.

    Python's own handlers run between any two steps of whatever is under way: an end that began there would find things
    half made (a module being imported, for instance), and would end half of the program.
    """

    def __init__(self, act: Callable[[], object]) -> None:
        super().__init__()
        self._act = act
        self._here, self._there = socket.socketpair()
        self._here.setblocking(False)
        self._there.setblocking(False)
        self._wakeup = signal.set_wakeup_fd(self._there.fileno(), warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, _wait_for_the_loop) for number in _ENDING}
        self._notifier = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._drain)

    def _drain(self) -> None:
        try:
            came = self._here.recv(64)  # the numbers of the signals, a byte each
        except BlockingIOError:
            return
        if any(number in came for number in _ENDING):
            self._act()

    def close(self) -> None:
        """Give the signals back to whoever had them before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._here.close()
        self._there.close()


def _wait_for_the_loop(_number: int, _frame: FrameType | None) -> None:
    """Python's handler; without one the system would end the program at once."""


def listen_for_signals(act: Callable[[], object]) -> SignalListener:
    """Call `act` in Qt's thread when the system asks the program to end. Only from the main thread."""
    return SignalListener(act)
