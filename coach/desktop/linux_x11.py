"""Idle time and full screen from an X server (X.Org, not XWayland, which sees only its own windows).

Through libX11 and libXss, which every X desktop has; without them nothing is known.
"""

from __future__ import annotations

import contextlib
import ctypes
import threading
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from coach.desktop.how import How

XLIB = threading.Lock()
"""Held around every call of libX11: it opens and closes displays in one thread at a time alone, whatever XInitThreads
says. The library is the process's, and so is this.
"""

_ATOMS_AT_MOST = 64
_XA_ATOM = 4  # as X11/Xatom.h has it, and the next
_XA_WINDOW = 33
_APPEND = 2  # what Qt has written stays
_CLIENT_MESSAGE = 33  # from X11/X.h, and the next two
_NOW = 0  # CurrentTime
_TO_MANAGERS = 1 << 20 | 1 << 19  # SubstructureRedirectMask and SubstructureNotifyMask
_BY_THE_PERSON = 2  # a source of EWMH: what a pager or a task bar was told to do


class _ScreenSaverInfo(ctypes.Structure):
    _fields_ = (
        ("window", ctypes.c_ulong),
        ("state", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("til_or_since", ctypes.c_ulong),
        ("idle_milliseconds", ctypes.c_ulong),
        ("event_mask", ctypes.c_ulong),
    )


class _ClientMessage(ctypes.Structure):
    """XClientMessageEvent, within the size of an XEvent, which libX11 copies whole."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("_rest", ctypes.c_long * 12),
    )


class X11:
    """A connection of our own to `display`, made when first asked. coach.desktop.protocol.Idle.

    A display on another machine is never opened.
    """

    def __init__(self, display: str) -> None:
        self._display_name = display
        self._display: int | None = None
        self._root = 0
        self._why: How | None = None
        self._why_no_idle: How | None = None
        self._is_lost = False
        self._x11: Any = None
        self._xss: Any = None
        self._kept: object = None  # what libX11 calls has to live as long as the display

    @property
    def why(self) -> tuple[How, ...]:
        """That the X server tells the idle time, or what went wrong."""
        return (self._why or self._why_no_idle or How("x11-tells"),)

    @property
    def why_full_screen(self) -> tuple[How, ...]:
        """That it tells what fills the screen, for which nothing but the X server is needed, or what went wrong."""
        return (self._why or How("x11-tells"),)

    @property
    def is_told(self) -> bool:
        """As the protocol says: it is known whenever it is told."""
        return self.seconds() is not None

    def seconds(self) -> float | None:
        """As the protocol says; None for good once the X server is gone."""
        with XLIB:
            if not self._connect() or self._xss is None:
                return None
            info = _ScreenSaverInfo()
            if not self._xss.XScreenSaverQueryInfo(self._display, self._root, ctypes.byref(info)) or self._lost():
                self._why_no_idle = How("x11-no-idle")
                return None
            return float(info.idle_milliseconds) / 1000.0

    def is_full_screen(self) -> bool | None:
        """Whether the active window fills the screen, as it told the window manager. None without an X server."""
        with XLIB:
            if not self._connect():
                return None
            active = self._longs(self._root, "_NET_ACTIVE_WINDOW", _XA_WINDOW)
            states = self._longs(active[0], "_NET_WM_STATE", _XA_ATOM) if active and active[0] else []
            is_full = bool(states) and self._atom("_NET_WM_STATE_FULLSCREEN") in states
            return None if self._lost() else is_full

    def close(self) -> None:
        """Give the connection back; the next question opens another."""
        with XLIB:
            if self._display:
                self._x11.XCloseDisplay(self._display)
            self._display = None

    def _lost(self) -> bool:
        """Whether the X server went away in the middle of a call. Its display is never used again."""
        if self._is_lost:
            self._display = None
            self._why = How("x11-gone")
        return self._is_lost

    def _connect(self) -> bool:
        if self._display or self._why:
            return bool(self._display)
        if not is_local(self._display_name):
            self._why = How("x11-elsewhere")
            return False
        try:
            self._x11 = library_x11()
        except (OSError, AttributeError):
            self._why = How("libx11-missing")
            return False
        self._display = self._x11.XOpenDisplay(self._display_name.encode())
        if not self._display:
            self._why = How("x11-unreachable", self._display_name)
            return False
        self._root = self._x11.XDefaultRootWindow(self._display)
        self._kept = survive_loss(self._x11, self._display, self._note_loss)
        try:
            self._xss = library_xss()
        except (OSError, AttributeError):
            self._why_no_idle = How("libxss-missing")
        return True

    def _note_loss(self) -> None:
        self._is_lost = True

    def _atom(self, name: str) -> int:
        if self._is_lost:
            return 0
        return int(self._x11.XInternAtom(self._display, name.encode(), 0))

    def _longs(self, window: int, name: str, kind: int) -> list[int]:
        """A window's property of 32-bit values; empty where the window or the property is not there."""
        atom = self._atom(name)
        if self._is_lost:
            return []
        got_kind, got_format = ctypes.c_ulong(), ctypes.c_int()
        count, more = ctypes.c_ulong(), ctypes.c_ulong()
        data = ctypes.POINTER(ctypes.c_ulong)()
        arguments = (0, _ATOMS_AT_MOST, 0, kind)
        results = (ctypes.byref(v) for v in (got_kind, got_format, count, more, data))
        with errors_ignored(self._x11):  # the window may be gone since it was named
            status = self._x11.XGetWindowProperty(self._display, window, atom, *arguments, *results)
        if status != 0 or not data:
            return []
        values = [int(data[i]) for i in range(count.value)] if got_format.value == 32 else []
        self._x11.XFree(data)
        return values


def keep_off_task_bar(display_name: str, window: int) -> bool:
    """Have task bars and pagers leave out a window that is not on the screen yet (EWMH, _NET_WM_STATE). False where it
    cannot be asked for.
    """
    names = (b"_NET_WM_STATE_SKIP_TASKBAR", b"_NET_WM_STATE_SKIP_PAGER")
    with _once(display_name) as (x11, display):
        if display is None:
            return False
        state, *hints = (x11.XInternAtom(display, name, 0) for name in (b"_NET_WM_STATE", *names))
        values = (ctypes.c_ulong * len(hints))(*hints)
        x11.XChangeProperty(display, window, state, _XA_ATOM, 32, _APPEND, ctypes.byref(values), len(hints))
        return True


def bring_to_front(display_name: str, window: int) -> bool:
    """Have the window manager put a window to the front and give it the keyboard, because the person asks for it (EWMH,
    _NET_ACTIVE_WINDOW with the source of pagers). False where it cannot be asked.

    Qt asks as a program that does so by itself, with the time when it was last touched: KWin on X11 then only marks the
    window behind the one from which the person asked.
    """
    with _once(display_name) as (x11, display):
        if display is None:
            return False
        message = x11.XInternAtom(display, b"_NET_ACTIVE_WINDOW", 0)
        event = _ClientMessage(_CLIENT_MESSAGE, 0, 1, display, window, message, 32, (_BY_THE_PERSON, _NOW, 0, 0, 0))
        x11.XSendEvent(display, x11.XDefaultRootWindow(display), 0, _TO_MANAGERS, ctypes.byref(event))
        return True


@contextlib.contextmanager
def _once(display_name: str) -> Iterator[tuple[Any, int | None]]:
    """libX11 and a display for what is asked in it, None where it is not to be had. What was asked has gone out at the
    end, and a window that is gone meanwhile is no harm.
    """
    try:
        x11 = library_x11()
    except (OSError, AttributeError):
        yield None, None
        return
    with XLIB:
        display = x11.XOpenDisplay(display_name.encode()) if is_local(display_name) else None
        if not display:
            yield x11, None
            return
        with errors_ignored(x11):
            yield x11, display
            x11.XSync(display, 0)
        x11.XCloseDisplay(display)


def survive_loss(x11: Any, display: int, note_loss: Callable[[], object]) -> object:
    """Have `note_loss` called when this display's server dies, and the program go on; what is given back has to be kept
    as long as the display.

    libX11 ends the program when a server dies: by its handler of errors, then by the display's own of the end. The
    first is shared, so other displays still end the program by their second. Before 1.7 there is no second.
    """
    on_loss = _LOSS_HANDLER(lambda _display, _data: note_loss())
    with contextlib.suppress(AttributeError):
        set_exit_handler = x11.XSetIOErrorExitHandler
        set_exit_handler(ctypes.c_void_p(display), on_loss, None)
        harmless = ctypes.cast(ctypes.CDLL(None).getpid, ctypes.c_void_p)  # any C function that does nothing
        x11.XSetIOErrorHandler(harmless)
    return on_loss


def is_local(display: str) -> bool:
    """Whether an X display name (`:0`, `unix:0`, `/path/to/launchd:0`) means a socket of this machine."""
    host = display.rpartition(":")[0]
    return host in ("", "unix") or host.startswith("/")


def display_of(environ: Mapping[str, str]) -> str | None:
    """The display of a session that really is X's; under Wayland DISPLAY is XWayland's, which tells half the truth."""
    is_wayland = bool(environ.get("WAYLAND_DISPLAY")) or environ.get("XDG_SESSION_TYPE") == "wayland"
    return None if is_wayland else environ.get("DISPLAY") or None


_HANDLER = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
_LOSS_HANDLER = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)
_ignore = _HANDLER(lambda _display, _event: 0)


@contextlib.contextmanager
def errors_ignored(x11: Any) -> Any:
    """Xlib's own way with an error is to end the program. Qt speaks xcb and is not touched by this."""
    before = x11.XSetErrorHandler(_ignore)
    try:
        yield
    finally:
        x11.XSetErrorHandler(ctypes.cast(before, _HANDLER) if before else None)


def library_x11() -> Any:
    """libX11 with what is called here declared. OSError where it is missing, AttributeError where it is too old."""
    library = ctypes.CDLL("libX11.so.6")
    display, window, atom = ctypes.c_void_p, ctypes.c_ulong, ctypes.c_ulong
    _declare(library.XOpenDisplay, display, ctypes.c_char_p)
    _declare(library.XCloseDisplay, ctypes.c_int, display)
    _declare(library.XDefaultRootWindow, window, display)
    _declare(library.XInternAtom, atom, display, ctypes.c_char_p, ctypes.c_int)
    _declare(library.XFree, ctypes.c_int, ctypes.c_void_p)
    _declare(library.XSetErrorHandler, ctypes.c_void_p, ctypes.c_void_p)
    long, number, reference = ctypes.c_long, ctypes.c_int, ctypes.c_void_p
    asked = (display, window, atom, long, long, number, atom)
    _declare(library.XGetWindowProperty, number, *asked, *(reference,) * 5)
    _declare(library.XChangeProperty, number, display, window, atom, atom, number, number, reference, number)
    _declare(library.XSync, number, display, number)
    _declare(library.XSendEvent, number, display, window, number, long, reference)
    return library


def library_xss() -> Any:
    """libXss, the screen saver's extension, as `library_x11`."""
    library = ctypes.CDLL("libXss.so.1")
    display, number, reference = ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
    _declare(library.XScreenSaverQueryExtension, number, display, reference, reference)
    _declare(library.XScreenSaverQueryInfo, number, display, ctypes.c_ulong, reference)
    _declare(library.XScreenSaverSuspend, None, display, number)
    return library


def _declare(function: Callable[..., Any], result: Any, *arguments: Any) -> None:
    # a function of a library takes these, a Callable of typing does not know them
    function.restype = result  # type: ignore[attr-defined]
    function.argtypes = arguments  # type: ignore[attr-defined]
