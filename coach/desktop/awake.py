"""Keeps the screen on during a session, in every way that this desktop offers."""

from __future__ import annotations

import select
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import Protocol

from coach.desktop.how import How
from coach.desktop.protocol import Told
from coach.values import dataclass

JOIN_SECONDS = 1.0  # a desktop that does not answer must not hold up the session's end; our choice
AGAIN_SECONDS = 10.0  # from one try to have again what was lost to the next; our choice
APPLICATION = "Posture Coach"  # who keeps the screen on, where a desktop shows it


class RefusedError(Exception):
    """This desktop does not keep the screen on in this way."""


class Hold(Protocol):
    """What holds the screen, where it can be lost while it is held."""

    @property
    def file(self) -> int:
        """Can be read when something may have become of it."""
        ...

    def is_held(self) -> bool:
        """Take in what there is to be read, and tell. Whatever is raised means no."""
        ...


class Way(Protocol):
    """One way to keep the screen on. A program that dies lets go by itself."""

    @property
    def who(self) -> How:
        """Who does it; for `doctor`."""
        ...

    def is_there(self) -> bool:
        """Whether it can be had now, as far as can be told without doing it."""
        ...

    def keep_on(self, reason: str) -> AbstractContextManager[Hold | None]:
        """The screen stays on while it is entered. RefusedError, or whatever goes wrong, where it is not to be had.
        None where nobody tells that it was lost.
        """
        ...


@dataclass(frozen=True, slots=True)
class _Kept:
    """A way that was entered."""

    way: Way
    entered: AbstractContextManager[Hold | None]
    hold: Hold | None


class AwakeInWays:
    """coach.desktop.protocol.Awake, by all of `ways` that are to be had: one may keep the screen from going dark and
    another from being locked, and what nobody needs does no harm.

    Everything happens in one thread that lives while the screen is held: some systems tie the hold to the thread, and
    none may keep the session waiting. What is lost meanwhile (a monitor was unplugged, a service started anew) is held
    again as soon as it is to be had.
    """

    def __init__(self, ways: Sequence[Way]) -> None:
        self._ways = ways
        self._held: list[_Kept] = []
        self._let_go: socket.socket | None = None
        self._thread: threading.Thread | None = None

    def told(self) -> Told:
        """As the protocol says; while nothing is held each way is looked for, which may take a moment."""
        who = [kept.way.who for kept in list(self._held)] or [way.who for way in self._ways if _is_there(way)]
        return Told("awake", bool(who), tuple(who) or (How("nobody-keeps-on"),))

    def hold(self, reason: str) -> None:
        """Keep the screen on from now on; returns at once, and says nothing where the desktop refuses."""
        if self._let_go is not None:
            return
        held = list[_Kept]()
        here, there = socket.socketpair()
        thread = threading.Thread(target=self._hold, args=(reason, there, held), name="stay awake", daemon=True)
        self._let_go, self._held, self._thread = here, held, thread
        try:
            thread.start()
        except RuntimeError:  # the system gives no further thread
            self._let_go = self._thread = None
            here.close()
            there.close()

    def release(self) -> None:
        """Let it go dark again; waits JOIN_SECONDS at most, and does nothing where nothing is held."""
        if self._let_go is None or self._thread is None:
            return
        self._let_go.close()
        self._thread.join(JOIN_SECONDS)
        self._let_go = self._thread = None
        self._held = []

    def close(self) -> None:
        """As the protocol says."""
        self.release()

    def _hold(self, reason: str, let_go: socket.socket, held: list[_Kept]) -> None:
        with let_go:
            for way in self._ways:
                if not _can_be_read(let_go):
                    _keep_on(way, reason, held)
            _hold_on(reason, let_go, held)
            while held:
                _leave(held.pop())


def _hold_on(reason: str, let_go: socket.socket, held: list[_Kept]) -> None:
    """Until it is let go. Nothing wakes this thread but what was lost."""
    lost: list[Way] = []
    while True:
        files = {kept.hold.file: kept for kept in held if kept.hold is not None}
        ready = select.select([let_go.fileno(), *files], [], [], AGAIN_SECONDS if lost else None)[0]
        if let_go.fileno() in ready:
            return
        for kept in [files[file] for file in ready if not _is_held(files[file])]:
            held.remove(kept)
            _leave(kept)
            lost.append(kept.way)
        lost = [way for way in lost if not _keep_on(way, reason, held)]


def _can_be_read(file: socket.socket) -> bool:
    return bool(select.select([file], [], [], 0)[0])


def _keep_on(way: Way, reason: str, held: list[_Kept]) -> bool:
    """Whether that way is to be had; then it is among those that hold."""
    try:
        entered = way.keep_on(reason)
        held.append(_Kept(way, entered, entered.__enter__()))
    except Exception:  # noqa: BLE001 (a screen that goes dark is no reason to stop a session)
        return False
    return True


def _is_held(kept: _Kept) -> bool:
    try:
        return kept.hold is None or kept.hold.is_held()
    except Exception:  # noqa: BLE001 (whatever went wrong: it is had anew)
        return False


def _leave(kept: _Kept) -> None:
    with suppress(Exception):  # the others are let go all the same
        kept.entered.__exit__(None, None, None)


class ByWakepy:
    """Windows and macOS, through wakepy, which knows how each wants to be asked."""

    who = How("system-keeps")

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
