"""The screen kept on over the session bus, under our name and for our reason, which the desktop may show.

Not through wakepy, which tells neither. What is held belongs to its connection: a program that dies lets go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from coach.desktop.awake import APPLICATION, Hold, RefusedError
from coach.desktop.dbus import Bus, Question, Signal, owner_changed, owner_of
from coach.desktop.how import How
from coach.values import dataclass, replace

_NO_WINDOW = 0
_IDLE = 8  # GsmInhibitorFlag, GSM_INHIBITOR_FLAG_IDLE: the session is not taken to be idle


@dataclass(frozen=True, slots=True)
class Keeper:
    """A service that keeps the screen on. `inhibit` gets its body from `body_of`; what it answers `release` takes."""

    who: How
    inhibit: Question
    body_of: Callable[[str], tuple[Any, ...]]
    release: Question


def _keeper(
    who: How, service: str, path: str, asked: str, body_of: Callable[[str], tuple[Any, ...]], released: str
) -> Keeper:
    inhibit = Question(service, path, service, "Inhibit", asked)
    return Keeper(who, inhibit, body_of, Question(service, path, service, released, "u"))


SESSION_MANAGER = _keeper(
    How("manager-keeps"),
    *("org.gnome.SessionManager", "/org/gnome/SessionManager", "susu"),
    lambda reason: (APPLICATION, _NO_WINDOW, reason, _IDLE),
    "Uninhibit",
)
SCREEN_SAVER = _keeper(
    How("saver-keeps"),
    *("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "ss"),
    lambda reason: (APPLICATION, reason),
    "UnInhibit",
)


class ByKeeper:
    """coach.desktop.awake.Way, by a service of the bus, with a connection of its own for as long as it is held."""

    def __init__(self, keeper: Keeper, make_bus: Callable[[], Bus]) -> None:
        self._keeper, self._make_bus = keeper, make_bus

    @property
    def who(self) -> How:
        """What kind of service it is."""
        return self._keeper.who

    def is_there(self) -> bool:
        """Whether the service runs; it is not started."""
        bus = self._make_bus()
        try:
            return bus.ask(owner_of(self._keeper.inhibit.service)) is not None
        finally:
            bus.close()

    @contextmanager
    def keep_on(self, reason: str) -> Iterator[Hold | None]:
        """As Way says."""
        bus = self._make_bus()
        try:
            changed = owner_changed(self._keeper.inhibit.service)
            bus.heard(changed)
            answer = bus.ask(replace(self._keeper.inhibit, body=self._keeper.body_of(reason)))
            if not answer:
                raise RefusedError(self._keeper.inhibit.service)
            hold = None if bus.file is None else _Hold(bus, bus.file, changed)
            yield hold
            if hold is None or not hold.is_lost:
                with suppress(ValueError):
                    bus.ask(replace(self._keeper.release, body=answer[:1]))
        finally:
            bus.close()


class _Hold:
    """coach.desktop.awake.Hold: while the bus is there, and the same program has the service's name."""

    def __init__(self, bus: Bus, file: int, changed: Signal) -> None:
        self._bus, self._file, self._changed = bus, file, changed
        self.is_lost = False

    @property
    def file(self) -> int:
        """What the bus tells comes here."""
        return self._file

    def is_held(self) -> bool:
        """Nobody else took the name, and nobody let it go."""
        self.is_lost = self._bus.heard(self._changed) != []
        return not self.is_lost
