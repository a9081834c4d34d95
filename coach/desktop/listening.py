"""Answers whoever connects, each in a thread of its own, so that nobody who is slow, silent or ill-willed holds up
another. How many are served at once, how long a message may be and how long it may take to come are bounded.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable

from coach.desktop.lines import Ear, Line

LONGEST_BYTES = 64 * 1024  # of a request; our choice
PATIENCE_SECONDS = 2.0  # how long a program that has connected may take to say what it wants
MOST_AT_ONCE = 32  # then the one that has been silent for longest has to go
_AFTER_TROUBLE_SECONDS = 0.1  # no file left to open, for instance: not asked again at once

Talk = Callable[[Line], None]
"""What is done on a line whose request is more than a question. It may raise OSError and EOFError."""

Reply = Callable[[bytes], bytes | Talk]
"""Gets a message and gives the answer, or what is to be done on the line. It never raises."""


class Listening:
    """Serves `ear` from `begin` to `end`; `begin` may be called again after it."""

    def __init__(self, ear: Ear, reply: Reply, patience: float = PATIENCE_SECONDS) -> None:
        self._ear, self._reply, self._patience = ear, reply, patience
        self._ending = threading.Event()
        self._lock = threading.Lock()
        self._silent: dict[Line, None] = {}  # those that have not said what they want, the oldest first
        self._free = threading.Semaphore(2 * MOST_AT_ONCE)
        self._thread: threading.Thread | None = None

    def begin(self) -> None:
        """Whoever connects from now on is answered."""
        self._ending.clear()
        self._thread = threading.Thread(target=self._accept, name="single", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Listen no longer. Waits for the listening thread, not for those that are being served."""
        thread, self._thread = self._thread, None
        if thread is None:
            return
        self._ending.set()
        with contextlib.suppress(OSError):
            self._ear.wake()
        thread.join(self._patience)
        with self._lock:
            for line in self._silent:
                line.hang_up()

    def _accept(self) -> None:
        while not self._ending.is_set():
            try:
                line = self._ear.accept()
            except (OSError, EOFError):
                self._ending.wait(_AFTER_TROUBLE_SECONDS)
                continue
            if line is not None and not self._admit(line):
                line.close()

    def _admit(self, line: Line) -> bool:
        """Whether it is served, in a thread of its own. Who has been silent for longest goes for it; those that are
        being answered stay."""
        with self._lock:
            if len(self._silent) >= MOST_AT_ONCE:
                oldest = next(iter(self._silent))
                del self._silent[oldest]
                oldest.hang_up()
        if not self._free.acquire(timeout=self._patience):
            return False
        with self._lock:
            self._silent[line] = None
        try:
            threading.Thread(target=self._serve, args=(line,), name="one of single's", daemon=True).start()
        except RuntimeError:  # the system gives no further thread
            self._heard(line)
            self._free.release()
            return False
        return True

    def _heard(self, line: Line) -> None:
        with self._lock:
            self._silent.pop(line, None)

    def _serve(self, line: Line) -> None:
        try:
            with line, contextlib.suppress(OSError, EOFError):
                try:
                    message = line.receive(LONGEST_BYTES, self._patience)
                finally:
                    self._heard(line)  # before it is closed, so that nobody hangs up on another's number
                if self._ending.is_set():
                    return
                reply = self._reply(message)
                if callable(reply):
                    reply(line)
                else:
                    line.send(reply, self._patience)
        finally:
            self._free.release()
