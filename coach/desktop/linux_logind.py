"""Whether the screen is locked and the machine goes to sleep, as logind tells it over the system bus.

Most lockers of desktops tell logind (LockedHint); one that does not leaves it at "not locked". How long a sleep was is
told by the clocks; here only that it begins counts, before they can know.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any

from coach.desktop.dbus import Bus, Question, Signal, owner_changed, property_of, variant
from coach.desktop.how import How

LOGIND = "org.freedesktop.login1"
_PATH, _ALL = "/org/freedesktop/login1", f"{LOGIND}.Manager"
_SESSION = f"{LOGIND}.Session"
_SLEEP = Signal(LOGIND, _PATH, _ALL, "PrepareForSleep")
_CHANGED = owner_changed(LOGIND)
_SEARCH_SECONDS = 60.0  # from a search for our session that found none to the next one; our choice


class LogindLock:
    """coach.desktop.protocol.Lock. After the first look nothing is asked as long as logind tells of no change."""

    def __init__(
        self,
        bus: Bus,
        environ: Mapping[str, str] = os.environ,
        process: int | None = None,
        user: int | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._bus, self._monotonic = bus, monotonic
        self._ways = _ways_to_a_session(environ, process or os.getpid(), _who() if user is None else user)
        self._session: str | None = None
        self._searched_at: float | None = None
        self._is_locked: bool | None = None
        self._goes_to_sleep = False
        self._why = How("logind-unasked")

    @property
    def why(self) -> tuple[How, ...]:
        """Whether logind told when it was asked last."""
        return (self._why,)

    def is_locked(self) -> bool | None:
        """As the protocol says; also while the machine is about to sleep."""
        changed = self._bus.heard(_CHANGED)
        if changed is None or changed:
            self._forget()
            if changed:
                self._searched_at = None
                self._bus.spare_no_longer(LOGIND)
        told = self._bus.heard(_SLEEP)
        if told:
            self._goes_to_sleep = told[-1][:1] == (True,)
        if self._session is None and not self._found():
            return None
        self._look()
        return True if self._goes_to_sleep else self._is_locked

    def close(self) -> None:
        """As the protocol says: of the bus, which is ours alone."""
        self._bus.close()

    def _forget(self) -> None:
        self._session, self._is_locked, self._goes_to_sleep = None, None, False

    def _found(self) -> bool:
        now = self._monotonic()
        if self._searched_at is not None and now - self._searched_at < _SEARCH_SECONDS:
            return False
        self._searched_at = now
        self._session = next((path for way in self._ways if (path := way(self._bus))), None)
        if self._session is None:
            self._why = How("logind-absent")
        return self._session is not None

    def _look(self) -> None:
        session = self._session or ""
        news = self._bus.heard(Signal(LOGIND, session, "org.freedesktop.DBus.Properties", "PropertiesChanged"))
        if news == [] and self._is_locked is not None:
            return
        locked = variant(self._bus.ask(property_of(LOGIND, session, _SESSION, "LockedHint")), "b")
        self._is_locked = locked if isinstance(locked, bool) else None
        self._why = How("logind-silent" if self._is_locked is None else "logind-tells")
        if self._is_locked is None:
            self._session = None  # it may have ended; looked for again after a while


def _who() -> int:
    if sys.platform == "win32":
        raise NotImplementedError  # it numbers nobody
    return os.getuid()


def _ways_to_a_session(environ: Mapping[str, str], process: int, user: int) -> list[Callable[[Bus], str]]:
    """How the path of our session is found, the surest first. A desktop that starts its programs by systemd has them
    outside of any session, and then it is the one that the person sees.
    """
    ways: list[Callable[[Bus], str]] = []
    if ident := environ.get("XDG_SESSION_ID"):
        ways.append(lambda bus: _path(bus.ask(Question(LOGIND, _PATH, _ALL, "GetSession", "s", (ident,)))))
    ways.append(lambda bus: _path(bus.ask(Question(LOGIND, _PATH, _ALL, "GetSessionByPID", "u", (process,)))))
    ways.append(lambda bus: _display_of(bus, _path(bus.ask(Question(LOGIND, _PATH, _ALL, "GetUser", "u", (user,))))))
    return ways


def _display_of(bus: Bus, user: str) -> str:
    """The session of this user that has a screen."""
    if not user:
        return ""
    display: Any = variant(bus.ask(property_of(LOGIND, user, f"{LOGIND}.User", "Display")), "(so)")
    return _path(display[1:]) if isinstance(display, tuple) else ""


def _path(body: tuple[Any, ...] | None) -> str:
    path = body[0] if body else None
    return path if isinstance(path, str) and len(path) > 1 else ""
