"""Answers whoever connects, each in a thread of its own, so that nobody who is slow, silent or ill-willed holds up
another. How many are served at once, how long a message may be and how long it may take to come are bounded.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from multiprocessing.connection import Client, Connection, Listener

from coach.desktop.message import answer, hang_up, receive

LONGEST_BYTES = 64 * 1024  # of a request; our choice
PATIENCE_SECONDS = 2.0  # how long a program that has connected may take to say what it wants
MOST_AT_ONCE = 32  # then the one that has been silent for longest has to go
_AFTER_TROUBLE_SECONDS = 0.1  # no file left to open, for instance: not asked again at once


class Listening:
    """Serves `listener` from `begin` to `end`. `reply` gets a message and gives the answer; it never raises."""

    def __init__(self, listener: Listener, reply: Callable[[bytes], bytes], patience: float = PATIENCE_SECONDS) -> None:
        self._listener, self._reply, self._patience = listener, reply, patience
        self._ending = threading.Event()
        self._lock = threading.Lock()
        self._silent: dict[Connection, None] = {}  # those that have not said what they want, the oldest first
        self._free = threading.Semaphore(2 * MOST_AT_ONCE)
        self._thread = threading.Thread(target=self._accept, name="single", daemon=True)

    def begin(self) -> None:
        """Whoever connects from now on is answered; once only."""
        self._thread.start()

    def end(self) -> None:
        """Listen no longer. Waits for the listening thread, not for those that are being served."""
        self._ending.set()
        with contextlib.suppress(OSError, EOFError):
            Client(self._listener.address).close()  # wakes the thread that waits for somebody
        self._thread.join(self._patience)
        with self._lock:
            for connection in self._silent:
                with contextlib.suppress(OSError):
                    hang_up(connection)

    def _accept(self) -> None:
        while not self._ending.is_set():
            try:
                connection = self._listener.accept()
            except (OSError, EOFError):
                self._ending.wait(_AFTER_TROUBLE_SECONDS)
                continue
            if not self._admit(connection):
                connection.close()

    def _admit(self, connection: Connection) -> bool:
        """Whether it is served, in a thread of its own. Who has been silent for longest goes for it; those that are
        being answered stay."""
        with self._lock:
            if len(self._silent) >= MOST_AT_ONCE:
                oldest = next(iter(self._silent))
                del self._silent[oldest]
                with contextlib.suppress(OSError):
                    hang_up(oldest)
        if not self._free.acquire(timeout=self._patience):
            return False
        with self._lock:
            self._silent[connection] = None
        try:
            threading.Thread(target=self._serve, args=(connection,), name="one of single's", daemon=True).start()
        except RuntimeError:  # the system gives no further thread
            self._heard(connection)
            self._free.release()
            return False
        return True

    def _heard(self, connection: Connection) -> None:
        with self._lock:
            self._silent.pop(connection, None)

    def _serve(self, connection: Connection) -> None:
        try:
            with connection, contextlib.suppress(OSError, EOFError):
                try:
                    message = receive(connection, LONGEST_BYTES, self._patience)
                finally:
                    self._heard(connection)  # before it is closed, so that nobody hangs up on another's number
                if not self._ending.is_set():
                    answer(connection, self._reply(message), self._patience)
        finally:
            self._free.release()
