"""The screen kept on by the X server itself: its screen saver and the monitor's power saving stand still."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager

from coach.desktop.awake import RefusedError
from coach.desktop.how import How
from coach.desktop.linux_x11 import XLIB, is_local, library_x11, library_xss, survive_loss

_EXTENSION = "MIT-SCREEN-SAVER"


class ByX11:
    """coach.desktop.awake.Way. Holds a connection of its own to `display`: with it goes what was held."""

    who = How("x11-keeps")

    def __init__(self, display: str) -> None:
        self._display = display

    def is_there(self) -> bool:
        """Whether the server can be reached and has the extension."""
        try:
            with self._opened():
                return True
        except (RefusedError, OSError, AttributeError):
            return False

    @contextmanager
    def keep_on(self, reason: str) -> Iterator[None]:  # noqa: ARG002 (X keeps none)
        """As Way says. OSError or AttributeError where libX11 or libXss are missing."""
        with self._opened() as (display, is_lost):
            self._suspend(display, True)
            yield
            if not is_lost:
                self._suspend(display, False)

    @staticmethod
    def _suspend(display: ctypes.c_void_p, on: bool) -> None:
        with XLIB:
            library_xss().XScreenSaverSuspend(display, on)
            library_x11().XSync(display, 0)

    @contextmanager
    def _opened(self) -> Iterator[tuple[ctypes.c_void_p, list[bool]]]:
        """The display, and a list that has an entry once the server is gone; then nothing may touch it any more."""
        x11, xss = library_x11(), library_xss()
        with XLIB:
            opened = x11.XOpenDisplay(self._display.encode()) if is_local(self._display) else None
            if not opened:
                raise RefusedError(self._display)
            display, is_lost = ctypes.c_void_p(opened), list[bool]()
            kept = survive_loss(x11, opened, lambda: is_lost.append(True))
            events, errors = ctypes.c_int(), ctypes.c_int()
            has_saver = xss.XScreenSaverQueryExtension(display, ctypes.byref(events), ctypes.byref(errors))
        try:
            if not has_saver:
                raise RefusedError(_EXTENSION)
            yield display, is_lost
        finally:
            with XLIB:
                if not is_lost:
                    x11.XCloseDisplay(display)
            del kept  # what the server's end would call had to be there until now
