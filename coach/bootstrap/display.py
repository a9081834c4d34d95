"""Whether a window can open here, and if not, why and what to type. Asked before Qt is touched.

Qt ends the whole process where a library of the system is missing or the display refuses it.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from coach.bootstrap import system_libraries as system


class NoWindow(NamedTuple):
    """Why there can be none. `name`: the display that does not answer, or the libraries that are missing, in one line;
    `command` is what brings those. `coach/words/no_window.py` says it.
    """

    what: Literal["no-display", "lacks-libraries", "display-silent"]
    name: str = ""
    command: str = ""


def display_available(environ: Mapping[str, str], platform: str) -> bool:
    """Whether a window has a place to appear. On Windows and macOS there always is one."""
    if platform in ("win32", "darwin"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def x_display_answers(name: str) -> bool:
    """Whether the X display `name` lets us in; its server may be gone, or belong to another user."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(name.encode(), None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def why_no_window(
    environ: Mapping[str, str], platform: str, answers: Callable[[str], bool] = x_display_answers
) -> NoWindow | None:
    """Why there can be no window here; None where there can."""
    if not display_available(environ, platform):
        return NoWindow("no-display")
    parts = system.parts_for(environ)
    needed = system.missing_libraries([part for part in parts if part != "sound"], platform)
    if needed:  # then the line brings the sound as well
        line = system.install_line(system.missing_libraries(parts, platform), system.os_release())
        return NoWindow("lacks-libraries", system.names(needed), line)
    if platform.startswith("linux") and not environ.get("WAYLAND_DISPLAY") and not answers(environ["DISPLAY"]):
        return NoWindow("display-silent", environ["DISPLAY"])
    return None
