"""The notification servers of Debian, but for the shells that are one themselves."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

LIBRARIES = sorted(Path("/usr/lib").glob("*-linux-gnu"))
XFCONF = "xfconf-query -c xfce4-notifyd -p /do-not-disturb"
LXQT_FILE = '"$XDG_CONFIG_HOME/lxqt/notifications.conf"'
LXQT = 'mkdir -p "$XDG_CONFIG_HOME/lxqt" && printf "[General]\\ndoNotDisturb={}\\n" >' + LXQT_FILE


@dataclass(frozen=True)
class Real:
    """How a server starts, and how somebody switches its do not disturb. `screen` is what it shows itself on."""

    name: str
    command: str
    on: str
    off: str
    screen: str = "X"
    holds_without: bool = False

    @property
    def program(self) -> str | None:
        """Where it is, None where it is not installed."""
        folders = [*(str(folder / "xfce4" / "notifyd") for folder in LIBRARIES), f"/usr/lib/{self.command}"]
        return shutil.which(self.command, path=os.pathsep.join([os.environ.get("PATH", os.defpath), *folders]))


DUNST = Real("dunst", "dunst", "dunstctl set-paused true", "dunstctl set-paused false")
MAKO = Real("mako", "mako", "makoctl mode -s do-not-disturb", "makoctl mode -s default", "Wayland")
SWAYNC = Real("SwayNotificationCenter", "swaync", "swaync-client -dn", "swaync-client -df", "Wayland")
REAL = [
    DUNST,
    MAKO,
    SWAYNC,
    Real("Xfce Notify Daemon", "xfce4-notifyd", f"{XFCONF} -n -t bool -s true", f"{XFCONF} -s false", "X", True),
    Real(
        "MATE Notification Daemon",
        "mate-notification-daemon",
        "dconf write /org/mate/notification-daemon/do-not-disturb true",
        "dconf write /org/mate/notification-daemon/do-not-disturb false",
        "X",
        True,
    ),
    Real("lxqt-notificationd", "lxqt-notificationd", LXQT.format("true"), LXQT.format("false"), "X", True),
    Real("GNOME Notification Daemon", "notification-daemon", "", "true"),
]
