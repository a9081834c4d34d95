"""Tells the running program of a session in this one, so that it reminds of nothing meanwhile and counts the break."""

from __future__ import annotations

import contextlib
import secrets
import threading
from collections.abc import Callable, Mapping
from typing import Any

from coach.reminders.leases import RENEW_SECONDS

ANSWER_SECONDS = 1.0
"""How long a message may take, and how long the end of this program waits for the last one."""

Ask = Callable[[Mapping[str, Any]], object]


class Telling:
    """`tell` returns at once: messages go out in a thread that lives while somebody exercises.

    `ask` sends one of them; whether somebody heard it is nobody's concern here. One that stands still delays the next.
    """

    def __init__(self, ask: Ask, every: float = RENEW_SECONDS) -> None:
        self._ask, self._every = ask, every
        self._stretch: _Stretch | None = None

    def tell(self, so_far: Callable[[], float], goes_on: bool, seconds: float) -> None:
        """Somebody begins to exercise, or nobody does any more, after `seconds` of exercise.

        Meanwhile `so_far` is called in another thread for the seconds until then.
        """
        if self._stretch is not None:
            self._stretch.end(0.0 if goes_on else seconds)
        if goes_on:
            self._stretch = _Stretch(self._ask, self._every, so_far)
            self._stretch.begin()

    def close(self) -> None:
        """Wait for the last message, but not for long."""
        if self._stretch is not None:
            self._stretch.end(0.0)
            self._stretch.wait(ANSWER_SECONDS)


class _Stretch:
    """From where somebody begins to exercise to where nobody does any more, under a name of its own: however late a
    message comes, it is about no other one."""

    def __init__(self, ask: Ask, every: float, so_far: Callable[[], float]) -> None:
        self._ask, self._every, self._so_far = ask, every, so_far
        self._name = secrets.token_hex(8)
        self._seconds = 0.0
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._tell, name="tell the running program", daemon=True)

    def begin(self) -> None:
        with contextlib.suppress(RuntimeError):  # the system gives no further thread: the session goes on untold
            self._thread.start()

    def end(self, seconds: float) -> None:
        """Nothing where it has ended before."""
        if not self._is_over.is_set():
            self._seconds = seconds
            self._is_over.set()

    def wait(self, seconds: float) -> None:
        if self._thread.is_alive():
            self._thread.join(seconds)

    def _tell(self) -> None:
        with contextlib.suppress(RuntimeError):  # as above
            self._say(True, 0.0)
            while not self._is_over.wait(self._every):
                self._say(True, self._so_far())
            self._say(False, self._seconds)

    def _say(self, goes_on: bool, seconds: float) -> None:
        self._ask({"do": "exercising", "session": self._name, "goes_on": goes_on, "seconds": seconds})
