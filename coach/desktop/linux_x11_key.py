"""One key of an X server for ourselves, while something covers the whole screen and yet has no keyboard."""

from __future__ import annotations

import ctypes
from typing import Any

from coach.desktop.linux_x11 import XLIB, errors_ignored, is_local, library_x11, survive_loss

ESCAPE = 0xFF1B  # as X11/keysymdef.h has it; below from X11/X.h
_KEY_PRESS = 2
_GRAB_MODE_ASYNC = 1
_LOCK, _MOD2 = 2, 16  # caps lock, and num lock as all keymaps have it
_EVENT_BYTES = 192  # XEvent is a union of 24 longs
_BESIDES = (0, _LOCK, _MOD2, _LOCK | _MOD2)


class GrabbedKey:
    """The key, whichever window has the keyboard, until `close`; every other key goes where it went. None of it where
    another program has the key: then it is never pressed.

    `descriptor` can be read when there may be something, also that the server is gone (`is_lost`); None where nothing
    was grabbed.
    """

    def __init__(self, display_name: str, keysym: int = ESCAPE) -> None:
        self._display: int | None = None
        self._is_lost = False
        self._kept: object = None  # what libX11 calls has to live as long as the display
        self.descriptor: int | None = None
        if not is_local(display_name):
            return
        try:
            self._x11 = _library()
        except (OSError, AttributeError):
            return
        with XLIB:
            self._display = self._x11.XOpenDisplay(display_name.encode())
            if self._display:
                self._kept = survive_loss(self._x11, self._display, self._lose)
                self._grab(keysym)

    def _lose(self) -> None:
        self._is_lost = True

    def _grab(self, keysym: int) -> None:
        x11, display = self._x11, self._display
        code, root = x11.XKeysymToKeycode(display, keysym), x11.XDefaultRootWindow(display)
        with errors_ignored(x11):  # another program may have it
            for modifiers in _BESIDES:
                x11.XGrabKey(display, code, modifiers, root, 0, _GRAB_MODE_ASYNC, _GRAB_MODE_ASYNC)
            x11.XSync(display, 0)
        self.descriptor = x11.XConnectionNumber(display)

    @property
    def is_lost(self) -> bool:
        """Whether its X server has gone away; then it is never pressed."""
        return self._is_lost

    def was_pressed(self) -> bool:
        """Since the last question."""
        pressed = False
        event = ctypes.create_string_buffer(_EVENT_BYTES)
        with XLIB:
            while self._display and not self._is_lost and self._x11.XPending(self._display):
                self._x11.XNextEvent(self._display, event)
                pressed = pressed or ctypes.cast(event, ctypes.POINTER(ctypes.c_int))[0] == _KEY_PRESS
        return pressed

    def close(self) -> None:
        """The key goes where it went before; harmless twice."""
        with XLIB:
            display, self._display, self.descriptor = self._display, None, None
            if display and not self._is_lost:  # else nothing may touch it any more
                self._x11.XCloseDisplay(display)


def _library() -> Any:
    library = library_x11()
    display, number, window = ctypes.c_void_p, ctypes.c_int, ctypes.c_ulong
    for name, result, arguments in (
        ("XKeysymToKeycode", ctypes.c_ubyte, (display, ctypes.c_ulong)),
        ("XGrabKey", number, (display, number, ctypes.c_uint, window, number, number, number)),
        ("XConnectionNumber", number, (display,)),
        ("XPending", number, (display,)),
        ("XNextEvent", number, (display, ctypes.c_void_p)),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library
