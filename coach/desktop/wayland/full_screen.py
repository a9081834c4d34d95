"""Whether a full-screen window is in front, by zwlr_foreign_toplevel_manager_v1 (sway, labwc and their like)."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from coach.desktop.wayland.connection import Connection, LostError
from coach.desktop.wayland.line import Line
from coach.desktop.wayland.wire import Arguments

_INTERFACE = "zwlr_foreign_toplevel_manager_v1"
_VERSION = 2  # the first that tells of full screen
_TOPLEVEL, _FINISHED = 0, 1  # events of the manager
_STATE, _DONE, _CLOSED = 4, 5, 6  # events of a window
_DESTROY = 7  # the request that gives a window's handle back
_FRONT_AND_FULL = frozenset({2, 3})  # its states `activated` and `fullscreen`


class FullScreen:
    """Windows tell their titles too, of which we want none: what has come is read when somebody asks, and wakes
    nobody.
    """

    def __init__(self, address: Path, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._line = Line(address, self._begin, monotonic=monotonic)
        self._is_told = False
        self._said: dict[int, frozenset[int]] = {}  # by the window's handle; holds from its `done` on
        self._states: dict[int, frozenset[int]] = {}

    @property
    def how(self) -> str:
        """Who told when it was asked last, or why nobody did."""
        if self._line.why_not:
            return self._line.why_not
        tells = f"the Wayland compositor tells by {_INTERFACE}"
        return tells if self._is_told else "this Wayland compositor does not tell of full screen"

    def is_on(self) -> bool | None:
        """Whether the active window fills the screen. None where the compositor does not tell."""
        if self._line.connection() is None or not self._is_told:
            return None
        return any(states >= _FRONT_AND_FULL for states in self._states.values())

    def close(self) -> None:
        """Give the connection back; the next question opens another."""
        self._line.close()

    def _begin(self, connection: Connection) -> None:
        self._is_told, self._said, self._states = False, {}, {}
        for offer in connection.offered(_INTERFACE):
            if offer.version >= _VERSION:
                connection.bind(offer, _VERSION, partial(self._of_manager, connection))
                self._is_told = True
                connection.roundtrip()  # the windows that are there
                return

    def _of_manager(self, connection: Connection, opcode: int, arguments: Arguments) -> None:
        if opcode == _TOPLEVEL:
            window = arguments.number()
            connection.adopt(window, partial(self._of_window, connection, window))
        elif opcode == _FINISHED:
            raise LostError("the Wayland compositor tells of full screen no longer")

    def _of_window(self, connection: Connection, window: int, opcode: int, arguments: Arguments) -> None:
        if opcode == _STATE:
            self._said[window] = frozenset(arguments.numbers())
        elif opcode == _DONE:
            self._states[window] = self._said.get(window, frozenset())
        elif opcode == _CLOSED:
            self._said.pop(window, None)
            self._states.pop(window, None)
            connection.forget(window)
            connection.request(window, _DESTROY)
