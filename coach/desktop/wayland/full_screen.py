"""Whether a full-screen window is in front, by zwlr_foreign_toplevel_manager_v1 (sway, labwc and their like)."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from coach.desktop.how import How
from coach.desktop.wayland.connection import Connection, LostError, connect
from coach.desktop.wayland.line import RETRY_SECONDS
from coach.desktop.wayland.wire import Arguments

_INTERFACE = "zwlr_foreign_toplevel_manager_v1"
_VERSION = 2  # the first that tells of full screen
_TOPLEVEL = 0  # an event of the manager: there is a window
_STATE, _CLOSED = 4, 6  # events of a window
_FRONT_AND_FULL = frozenset({2, 3})  # its states `activated` and `fullscreen`


class FullScreen:
    """Each question has a connection of its own, a millisecond long: one that stays is sent each change of each
    window's title, whether anybody reads it or not.
    """

    def __init__(self, address: Path, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._address, self._monotonic = address, monotonic
        self._failed_at: float | None = None
        self._why_not: How | None = None

    @property
    def how(self) -> tuple[How, ...]:
        """Who told when it was asked last, or why nobody did."""
        return (self._why_not or How("wayland-tells-by", _INTERFACE),)

    def is_on(self) -> bool | None:
        """Whether the active window fills the screen. None where the compositor does not tell; then it is asked again
        after RETRY_SECONDS.
        """
        now = self._monotonic()
        if self._failed_at is not None and now - self._failed_at < RETRY_SECONDS:
            return None
        try:
            connection = connect(self._address)
            try:
                is_on = _asked(connection)
            finally:
                connection.close()
        except LostError as error:
            self._failed_at, self._why_not = now, error.how
            return None
        self._failed_at = self._why_not = None
        return is_on


def _asked(connection: Connection) -> bool:
    windows: dict[int, frozenset[int]] = {}

    def of_window(window: int, opcode: int, arguments: Arguments) -> None:
        if opcode == _STATE:
            windows[window] = frozenset(arguments.numbers())
        elif opcode == _CLOSED:
            windows.pop(window, None)

    def of_manager(opcode: int, arguments: Arguments) -> None:
        if opcode == _TOPLEVEL:
            window = arguments.number()
            connection.adopt(window, partial(of_window, window))

    for offer in connection.offered(_INTERFACE):
        if offer.version >= _VERSION:
            connection.bind(offer, _VERSION, of_manager)
            connection.roundtrip()  # all windows that there are, with their states
            return any(states >= _FRONT_AND_FULL for states in windows.values())
    raise LostError(How("wayland-no-full-screen"))
