"""A line on a terminal that grows, and Ctrl-C that cancels what it shows."""

from __future__ import annotations

import signal
from typing import Any, Self, TextIO

WIDTH = 40


class ProgressBar:
    """Nothing is written where nobody looks (a pipe); Ctrl-C is heard all the same."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._is_seen = stream.isatty()
        self._is_wanted = True
        self._before: Any = None

    def __enter__(self) -> Self:
        self._before = signal.signal(signal.SIGINT, self._cancel)
        return self

    def __exit__(self, *_: object) -> None:
        signal.signal(signal.SIGINT, self._before)
        if self._is_seen:
            self._stream.write("\r\033[K")
            self._stream.flush()

    def show(self, share: float) -> bool:
        """The share that is done, 0.0 to 1.0; answers whether to go on."""
        if self._is_seen:
            full = round(share * WIDTH)
            self._stream.write(f"\r[{'#' * full}{' ' * (WIDTH - full)}] {share:4.0%}")
            self._stream.flush()
        return self._is_wanted

    def _cancel(self, *_: object) -> None:
        self._is_wanted = False
