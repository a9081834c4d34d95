"""Keeps the screen on during a session, through wakepy, which knows how each desktop wants to be asked."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

JOIN_SECONDS = 1.0  # a desktop that does not answer must not hold up the session's end; our choice


class WakepyAwake:
    """coach.desktop.protocol.Awake. `presenting` makes what holds the screen on while it is entered.

    Everything happens in one thread that lives while the screen is held: some systems tie the hold to the thread, and
    none may keep the session waiting. A program that dies lets go by itself.
    """

    def __init__(self, presenting: Callable[[], AbstractContextManager[Any]] | None = None) -> None:
        self._presenting = presenting or _presenting
        self._let_go: threading.Event | None = None
        self._thread: threading.Thread | None = None

    def hold(self, reason: str) -> None:  # noqa: ARG002 (wakepy gives its own reason)
        """Keep the screen on from now on; returns at once, and says nothing where the desktop refuses."""
        if self._let_go is not None:
            return
        self._let_go = threading.Event()
        self._thread = threading.Thread(target=self._hold, args=(self._let_go,), name="stay awake", daemon=True)
        self._thread.start()

    def release(self) -> None:
        """Let it go dark again; waits JOIN_SECONDS at most, and does nothing where nothing is held."""
        if self._let_go is None or self._thread is None:
            return
        self._let_go.set()
        self._thread.join(JOIN_SECONDS)
        self._let_go = self._thread = None

    def close(self) -> None:
        """As the protocol says."""
        self.release()

    def _hold(self, let_go: threading.Event) -> None:
        try:
            with self._presenting():
                let_go.wait()
        except Exception:  # noqa: BLE001, S110 (a screen that goes dark is no reason to stop a session)
            pass


def _presenting() -> AbstractContextManager[Any]:
    from wakepy import keep

    mode: AbstractContextManager[Any] = keep.presenting(on_fail="pass")
    return mode
