"""The one place that decides which service this desktop gets."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from coach.desktop.protocol import Awake, Idle, NullAwake, NullIdle, NullQuiet, Quiet, Watcher
from coach.desktop.sources import FirstIdle, Watch, WatchedQuiet


def choose_idle(
    environ: Mapping[str, str] = os.environ, platform: str = sys.platform, watch: Watcher | None = None
) -> Idle:
    """Who knows how long the person has touched nothing. Without `watch` some tell it too short (Watcher)."""
    if platform == "win32":
        from coach.desktop.windows import WindowsIdle

        return WindowsIdle()
    if platform == "darwin":
        from coach.desktop.macos import MacIdle

        return MacIdle()
    return _linux_idle(environ, watch)


def choose_quiet(
    environ: Mapping[str, str] = os.environ, platform: str = sys.platform, home: Path | None = None
) -> Quiet:
    """Who knows why the person should not be disturbed."""
    if platform == "win32":
        from coach.desktop import windows

        return WatchedQuiet(
            [
                Watch("do-not-disturb", lambda: windows.is_do_not_disturb(windows.notification_state())),
                Watch("full-screen", lambda: windows.is_full_screen(windows.notification_state())),
                Watch("camera", windows.is_camera_used),
            ]
        )
    if platform == "darwin":
        return NullQuiet("macOS tells do not disturb and full screen only to programs with special rights")
    return _linux_quiet(environ, home or Path.home())


def choose_awake() -> Awake:
    """Who keeps the screen on."""
    if importlib.util.find_spec("wakepy") is None:
        return NullAwake()
    from coach.desktop.awake import WakepyAwake

    return WakepyAwake()


def _linux_idle(environ: Mapping[str, str], watch: Watcher | None) -> Idle:
    from coach.desktop.dbus import SessionBus, session_address
    from coach.desktop.linux_gnome import MutterIdle
    from coach.desktop.linux_x11 import X11, display_of
    from coach.desktop.wayland.connection import address_of

    sources: list[Idle] = []
    if "GNOME" in _desktops(environ):
        sources.append(MutterIdle(SessionBus(session_address(environ))))
    if compositor := address_of(environ):
        from coach.desktop.wayland.idle import WaylandIdle

        sources.append(WaylandIdle(compositor, watch))
    if display := display_of(environ):
        sources.append(X11(display))
    if sources:
        return FirstIdle(sources)
    is_lost = bool(environ.get("WAYLAND_DISPLAY"))
    return NullIdle("XDG_RUNTIME_DIR does not say where Wayland is" if is_lost else "there is no desktop session")


def _linux_quiet(environ: Mapping[str, str], home: Path) -> Quiet:
    from coach.desktop import linux_do_not_disturb as inhibited
    from coach.desktop import linux_gnome
    from coach.desktop.dbus import SessionBus, session_address
    from coach.desktop.linux_camera import Camera
    from coach.desktop.linux_x11 import X11, display_of

    bus = SessionBus(session_address(environ))
    closes: list[Callable[[], object]] = [bus.close]
    watches = [Watch("camera", Camera().is_used)]
    desktops = _desktops(environ)
    if "GNOME" in desktops:
        database = linux_gnome.database_of(environ, home)
        watches.append(Watch("do-not-disturb", lambda: linux_gnome.is_do_not_disturb(database)))
    if "KDE" in desktops:
        watches.append(Watch("do-not-disturb", lambda: inhibited.is_inhibited(bus, inhibited.PLASMA)))
    if "XFCE" in desktops:
        watches.append(Watch("do-not-disturb", lambda: inhibited.is_inhibited(bus, inhibited.XFCE)))
    display = display_of(environ)
    if display:
        x11 = X11(display)
        closes.append(x11.close)
        watches.append(Watch("full-screen", x11.is_full_screen))
    return WatchedQuiet(watches, "" if display else "full screen is told under X11 only", closes)


def _desktops(environ: Mapping[str, str]) -> frozenset[str]:
    """The names in XDG_CURRENT_DESKTOP, like `ubuntu:GNOME`."""
    return frozenset(name.upper() for name in environ.get("XDG_CURRENT_DESKTOP", "").split(":") if name)
