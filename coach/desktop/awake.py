"""Keeps the screen on during a session, in every way that this desktop offers."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from typing import Protocol

from coach.desktop.protocol import Told

JOIN_SECONDS = 1.0  # a desktop that does not answer must not hold up the session's end; our choice
APPLICATION = "Posture Coach"  # who keeps the screen on, where a desktop shows it


class RefusedError(Exception):
    """This desktop does not keep the screen on in this way."""


class Way(Protocol):
    """One way to keep the screen on. A program that dies lets go by itself."""

    @property
    def name(self) -> str:
        """Who does it; for `doctor`."""
        ...

    def is_there(self) -> bool:
        """Whether it can be had now, as far as can be told without doing it."""
        ...

    def keep_on(self, reason: str) -> AbstractContextManager[None]:
        """The screen stays on while it is entered. RefusedError, or whatever goes wrong, where it is not to be had."""
        ...


class AwakeInWays:
    """coach.desktop.protocol.Awake, by all of `ways` that are to be had: one may keep the screen from going dark and
    another from being locked, and what nobody needs does no harm. `why_not` says why there is none.

    Everything happens in one thread that lives while the screen is held: some systems tie the hold to the thread, and
    none may keep the session waiting.
    """

    def __init__(self, ways: Sequence[Way], why_not: str) -> None:
        self._ways, self._why_not = ways, why_not
        self._held: list[str] = []
        self._let_go: threading.Event | None = None
        self._thread: threading.Thread | None = None

    def told(self) -> Told:
        """As the protocol says; while nothing is held each way is looked for, which may take a moment."""
        names = list(self._held) or [way.name for way in self._ways if _is_there(way)]
        return Told("awake", bool(names), ", ".join(names) or self._why_not)

    def hold(self, reason: str) -> None:
        """Keep the screen on from now on; returns at once, and says nothing where the desktop refuses."""
        if self._let_go is not None:
            return
        let_go, held = threading.Event(), list[str]()
        thread = threading.Thread(target=self._hold, args=(reason, let_go, held), name="stay awake", daemon=True)
        self._let_go, self._held, self._thread = let_go, held, thread
        try:
            thread.start()
        except RuntimeError:  # the system gives no further thread
            self._let_go = self._thread = None

    def release(self) -> None:
        """Let it go dark again; waits JOIN_SECONDS at most, and does nothing where nothing is held."""
        if self._let_go is None or self._thread is None:
            return
        self._let_go.set()
        self._thread.join(JOIN_SECONDS)
        self._let_go = self._thread = None
        self._held = []

    def close(self) -> None:
        """As the protocol says."""
        self.release()

    def _hold(self, reason: str, let_go: threading.Event, held: list[str]) -> None:
        with ExitStack() as stack:
            for way in self._ways:
                if not let_go.is_set() and (kept := _kept_on(way, reason)):
                    stack.callback(_leave, kept)
                    held.append(way.name)
            let_go.wait()


def _kept_on(way: Way, reason: str) -> AbstractContextManager[None] | None:
    """What is held now; None where that way is not to be had."""
    try:
        kept = way.keep_on(reason)
        kept.__enter__()
    except Exception:  # noqa: BLE001 (a screen that goes dark is no reason to stop a session)
        return None
    return kept


def _leave(kept: AbstractContextManager[None]) -> None:
    with suppress(Exception):  # the others are let go all the same
        kept.__exit__(None, None, None)


class ByWakepy:
    """Windows and macOS, through wakepy, which knows how each wants to be asked."""

    name = "the system"

    def is_there(self) -> bool:
        """wakepy was found; both systems offer it to every program."""
        return True

    @contextmanager
    def keep_on(self, reason: str) -> Iterator[None]:  # noqa: ARG002 (neither system shows one)
        """As Way says."""
        from wakepy import keep

        with keep.presenting(on_fail="error"):
            yield


def _is_there(way: Way) -> bool:
    try:
        return way.is_there()
    except Exception:  # noqa: BLE001 (a way that cannot be looked for is not there)
        return False
