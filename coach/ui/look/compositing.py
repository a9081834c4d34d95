"""Whether see-through windows are see-through here: an X server without a compositor paints them black."""

from __future__ import annotations

import ctypes

from PySide6.QtGui import QGuiApplication


def can_see_through() -> bool:
    """True everywhere but on an X server that no compositor serves."""
    return QGuiApplication.platformName() != "xcb" or _has_compositor()


def _has_compositor() -> bool:
    """Whether somebody owns the selection by which compositors announce themselves (ICCCM, EWMH: _NET_WM_CM_Sn)."""
    try:
        x11 = ctypes.CDLL("libX11.so.6")  # by its name: to look for it, Python starts ldconfig and even a compiler
    except OSError:
        return False
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XOpenDisplay.argtypes = [ctypes.c_char_p]
    x11.XInternAtom.restype = ctypes.c_ulong
    x11.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    x11.XGetSelectionOwner.restype = ctypes.c_ulong
    x11.XGetSelectionOwner.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
    x11.XDefaultScreen.argtypes = [ctypes.c_void_p]
    x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
    display = x11.XOpenDisplay(None)
    if not display:
        return False
    try:
        screen = x11.XDefaultScreen(display)
        atom = x11.XInternAtom(display, f"_NET_WM_CM_S{screen}".encode(), 0)
        return bool(x11.XGetSelectionOwner(display, atom))
    finally:
        x11.XCloseDisplay(display)
