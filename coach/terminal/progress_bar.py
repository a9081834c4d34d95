"""A line on a terminal that grows; Ctrl-C, or a polite end of the process, cancels what it shows."""

from __future__ import annotations

import signal
from types import FrameType
from typing import Any, Self, TextIO

WIDTH = 40
_ENDING = ("SIGINT", "SIGTERM", "SIGHUP")  # the last is not there on Windows


class ProgressBar:
    """Nothing is written where nobody looks (a pipe); the signals are heard all the same.

    `ended_by` is the one that cancelled, or None.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._is_seen = stream.isatty()
        self._before: dict[int, Any] = {}
        self.ended_by: int | None = None

    def __enter__(self) -> Self:
        for number in (getattr(signal, name) for name in _ENDING if hasattr(signal, name)):
            self._before[number] = signal.signal(number, self._cancel)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
        if self._is_seen:
            self._stream.write("\r\033[K")
            self._stream.flush()

    def show(self, share: float) -> bool:
        """The share that is done, 0.0 to 1.0; answers whether to go on."""
        if self._is_seen:
            full = round(share * WIDTH)
            self._stream.write(f"\r[{'#' * full}{' ' * (WIDTH - full)}] {share:4.0%}")
            self._stream.flush()
        return self.ended_by is None

    def _cancel(self, number: int, _frame: FrameType | None) -> None:
        self.ended_by = number
