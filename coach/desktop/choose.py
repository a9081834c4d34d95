"""The one place that decides which service this desktop gets."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from coach.desktop.app_id import APP_ID
from coach.desktop.at_login import AtLogin, NullAtLogin, Start
from coach.desktop.global_key import GlobalKey, NullKey
from coach.desktop.how import How
from coach.desktop.media import MediaControls, NullMedia
from coach.desktop.protocol import (
    Awake,
    Idle,
    LessMotion,
    Lock,
    NullAwake,
    NullIdle,
    NullLessMotion,
    NullLock,
    NullQuiet,
    NullScreenReader,
    Quiet,
    ScreenReader,
    Watcher,
)
from coach.desktop.sandbox import flatpak_id, is_boxed
from coach.desktop.sources import FirstIdle, Watch, WatchedQuiet

if TYPE_CHECKING:
    from coach.desktop.awake import Way


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
                Watch("do-not-disturb", lambda: windows.is_do_not_disturb(windows.notification_state()), windows.told),
                Watch("full-screen", lambda: windows.is_full_screen(windows.notification_state()), windows.told),
                Watch("camera", windows.is_camera_used, windows.told),
            ]
        )
    if platform == "darwin":
        return NullQuiet(How("macos-needs-rights"))
    return _linux_quiet(environ, home or Path.home())


def choose_awake(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Awake:
    """Who keeps the screen on."""
    from coach.desktop.awake import AwakeInWays, ByWakepy

    if platform in ("win32", "darwin"):
        found = importlib.util.find_spec("wakepy") is not None
        return AwakeInWays([ByWakepy()]) if found else NullAwake(How("not-installed", "wakepy"))
    return AwakeInWays(_linux_ways(environ))


def choose_at_login(
    start: Start, environ: Mapping[str, str] = os.environ, platform: str = sys.platform, home: Path | None = None
) -> AtLogin:
    """Who has `start` started when the person logs in."""
    if platform == "win32":
        import winreg

        from coach.desktop.windows_at_login import RunKeyAtLogin

        return RunKeyAtLogin(start, winreg)
    if platform == "darwin":
        from coach.desktop.macos_at_login import LaunchAgentAtLogin

        return LaunchAgentAtLogin(start, home or Path.home())
    if flatpak_id(environ):
        from coach.desktop.dbus import session_address
        from coach.desktop.flatpak_at_login import PortalAtLogin

        kept = Path(environ.get("XDG_CONFIG_HOME") or (home or Path.home()) / ".config") / APP_ID / "at-login"
        return PortalAtLogin(start, session_address(environ), kept)
    if is_boxed(environ):
        return NullAtLogin(How("sandboxed"))
    from coach.desktop.linux_at_login import XdgAtLogin

    return XdgAtLogin(start, environ, home or Path.home())


def choose_lock(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Lock:
    """Who knows whether the screen is locked."""
    if platform in ("win32", "darwin"):
        return NullLock(How("not-asked-here"))
    from coach.desktop.dbus import Bus, system_address
    from coach.desktop.linux_logind import LogindLock

    address = system_address(environ)
    return NullLock(How("no-system-bus")) if address is None else LogindLock(Bus(address), environ)


def choose_screen_reader(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> ScreenReader:
    """Who knows whether a screen reader runs."""
    if platform == "win32":
        from coach.desktop.windows import WindowsScreenReader

        return WindowsScreenReader()
    if platform == "darwin":
        return NullScreenReader(How("not-asked-here"))
    from coach.desktop.dbus import SessionBus, session_address
    from coach.desktop.linux_screen_reader import StatusScreenReader

    address = session_address(environ)
    return NullScreenReader(How("no-session-bus")) if address is None else StatusScreenReader(SessionBus(address))


def choose_less_motion(
    environ: Mapping[str, str] = os.environ, platform: str = sys.platform, home: Path | None = None
) -> LessMotion:
    """Who knows whether the person wants less motion on the whole desktop."""
    if platform == "win32":
        from coach.desktop.windows import WindowsLessMotion

        return WindowsLessMotion()
    if platform == "darwin":
        return NullLessMotion(How("not-asked-here"))
    from coach.desktop.dbus import SessionBus, session_address
    from coach.desktop.linux_less_motion import LinuxLessMotion

    address, desktops = session_address(environ), _desktops(environ)
    if address is None and not desktops & {"KDE", "GNOME"}:  # whose files tell it without a bus, too
        return NullLessMotion(How("no-session-bus"))
    folders = [Path(environ.get("XDG_CONFIG_HOME") or (home or Path.home()) / ".config")]
    folders += [Path(name) for name in (environ.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(":") if name]
    return LinuxLessMotion(SessionBus(address), folders, desktops)


def choose_media(
    environ: Mapping[str, str] = os.environ, platform: str = sys.platform, watch: Watcher | None = None
) -> MediaControls:
    """Who shows a session to the desktop. Nobody does on Windows and macOS (docs/desktops.md says why)."""
    if platform in ("win32", "darwin"):
        return NullMedia(How("not-shown-here"))
    from coach.desktop.dbus import session_address
    from coach.desktop.linux_media import MprisControls

    address = session_address(environ)
    return NullMedia(How("no-session-bus")) if address is None else MprisControls(address, watch)


def choose_reminder_key(
    environ: Mapping[str, str] = os.environ, platform: str = sys.platform, watch: Watcher | None = None
) -> GlobalKey:
    """Who has a key of the whole desktop for us. Windows and macOS have no place where a person chooses one."""
    if platform in ("win32", "darwin"):
        return NullKey(How("no-keys-here"))
    from coach.desktop.dbus import session_address
    from coach.desktop.linux_portal_key import PortalKey

    address = session_address(environ)
    if address is None:
        return NullKey(How("no-session-bus"))
    return PortalKey(address, watch, remembers="KDE" in _desktops(environ), is_boxed=is_boxed(environ))


def _linux_ways(environ: Mapping[str, str]) -> list[Way]:
    """What shows the windows, then the services of the desktop."""
    from coach.desktop.dbus import SessionBus, session_address
    from coach.desktop.linux_awake import SCREEN_SAVER, SESSION_MANAGER, ByKeeper
    from coach.desktop.linux_x11 import display_of
    from coach.desktop.wayland.connection import address_of

    ways: list[Way] = []
    if compositor := address_of(environ):
        from coach.desktop.wayland.awake import ByWayland

        ways.append(ByWayland(compositor))
    if display := display_of(environ):
        from coach.desktop.linux_x11_awake import ByX11

        ways.append(ByX11(display))
    if address := session_address(environ):
        ways += [ByKeeper(keeper, partial(SessionBus, address)) for keeper in (SESSION_MANAGER, SCREEN_SAVER)]
    return ways


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
    return NullIdle(How("wayland-nowhere" if is_lost else "no-desktop-session"))


def _linux_quiet(environ: Mapping[str, str], home: Path) -> Quiet:
    from coach.desktop.dbus import SessionBus, session_address
    from coach.desktop.linux_camera import Camera
    from coach.desktop.linux_do_not_disturb import DoNotDisturb
    from coach.desktop.linux_servers import Asked
    from coach.desktop.linux_x11 import X11, display_of
    from coach.desktop.wayland.connection import address_of
    from coach.desktop.wayland.full_screen import FullScreen

    bus = SessionBus(session_address(environ))
    closes: list[Callable[[], object]] = [bus.close]
    settings = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
    do_not_disturb = DoNotDisturb(Asked(bus, settings), _desktops(environ))
    watches = [
        Watch("do-not-disturb", do_not_disturb.is_on, lambda: do_not_disturb.why),
        Watch("camera", Camera().is_used, lambda: (How("video-open"),)),
    ]
    if compositor := address_of(environ):
        full_screen = FullScreen(compositor)
        watches.append(Watch("full-screen", full_screen.is_on, lambda: full_screen.how))
    if display := display_of(environ):
        x11 = X11(display)
        closes.append(x11.close)
        watches.append(Watch("full-screen", x11.is_full_screen, lambda: x11.why_full_screen))
    return WatchedQuiet(watches, {"full-screen": How("no-desktop-session")}, closes)


def _desktops(environ: Mapping[str, str]) -> frozenset[str]:
    """The names in XDG_CURRENT_DESKTOP, like `ubuntu:GNOME`."""
    return frozenset(name.upper() for name in environ.get("XDG_CURRENT_DESKTOP", "").split(":") if name)
