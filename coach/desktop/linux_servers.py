"""The notification servers that we know, and how each tells that the person wants no notifications now.

What runs says its name (`GetServerInformation`); the name of the desktop tells nothing: any server runs on any desktop.
Which versions were asked: docs/desktops.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from coach.desktop import gvdb
from coach.desktop.dbus import Bus, Question, property_of, variant
from coach.values import dataclass

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
INFORMATION = Question(NAME, PATH, NAME, "GetServerInformation")

DUNST = property_of(NAME, PATH, "org.dunstproject.cmd0", "paused")
MAKO = Question(NAME, "/fr/emersion/Mako", "fr.emersion.Mako", "ListModes")
MAKO_MODES = frozenset({"do-not-disturb", "dnd"})  # modes have the names that the person gave them; these are usual
SWAYNC = Question("org.erikreider.swaync.cc", "/org/erikreider/swaync/cc", "org.erikreider.swaync.cc", "GetDnd")
SWAYNC_INHIBITED = Question(SWAYNC.service, SWAYNC.path, SWAYNC.interface, "IsInhibited")  # 0.11 has it
XFCE = Question(
    "org.xfce.Xfconf", "/org/xfce/Xfconf", "org.xfce.Xfconf", "GetProperty", "ss", ("xfce4-notifyd", "/do-not-disturb")
)
PLASMA = property_of(NAME, PATH, NAME, "Inhibited")
MATE = "/org/mate/notification-daemon/do-not-disturb"
GNOME = "/org/gnome/desktop/notifications/show-banners"


@dataclass(frozen=True, slots=True)
class Asked:
    """Where a server's answer is to be had: the session bus, and the folder of this person's settings."""

    bus: Bus
    settings: Path


@dataclass(frozen=True, slots=True)
class Server:
    """A notification server by the name that it tells, and the vendor where two have the same name.

    `is_on` gives whether it keeps notifications back now, None where it does not answer. `holds_without`: the answer is
    a setting of the person, which stands also while the server itself does not run.
    `has_it` False: it knows nothing of the kind.
    """

    name: str
    is_on: Callable[[Asked], bool | None]
    vendor: str | None = None
    holds_without: bool = False
    has_it: bool = True

    @property
    def shown(self) -> str:
        """Its name for people."""
        return f"{self.vendor} {self.name}" if self.vendor else self.name


def server_of(name: str, vendor: str) -> Server | None:
    """The server that tells this name and vendor; None for one that we do not know."""
    return next((one for one in SERVERS if one.name == name and one.vendor in (None, vendor)), None)


def server_of_desktop(desktops: frozenset[str]) -> Server | None:
    """The server whose setting holds on a desktop of one of these names while none runs that could be asked: several
    are started with the first notification only, and end when it is gone.
    """
    return next((BY_DESKTOP[name] for name in sorted(desktops) if name in BY_DESKTOP), None)


def _flag(question: Question) -> Callable[[Asked], bool | None]:
    return lambda asked: _boolean(variant(asked.bus.ask(question), "b"))


def _mako(asked: Asked) -> bool | None:
    body = asked.bus.ask(MAKO)
    return None if not body or not isinstance(body[0], list) else any(str(mode) in MAKO_MODES for mode in body[0])


def _swaync(asked: Asked) -> bool | None:
    """Do not disturb, or a program that inhibits notifications, which older ones do not know."""
    body = asked.bus.ask(SWAYNC)
    is_on = _boolean(body[0]) if body else None
    if is_on is not False:
        return is_on
    inhibited = asked.bus.ask(SWAYNC_INHIBITED)
    return bool(inhibited) and inhibited is not None and inhibited[0] is True


def _xfce(asked: Asked) -> bool | None:
    """A setting that nobody ever changed is not there: Xfconf refuses, and then it is off."""
    reply = asked.bus.reply(XFCE)
    if reply.body is None:
        return False if reply.refusal.startswith("org.xfce.Xfconf.Error.") else None
    return _boolean(variant(reply.body, "b"))


def _dconf(key: str, on: bool) -> Callable[[Asked], bool | None]:
    """A setting of dconf that says `on` while the person wants no notifications; its database holds only what differs
    from the default, which is off.
    """

    def is_on(asked: Asked) -> bool | None:
        try:
            value = gvdb.find_value((asked.settings / "dconf" / "user").read_bytes(), key)
        except FileNotFoundError:
            return False
        except (OSError, ValueError):
            return None
        told = not on if value is None else gvdb.boolean(value)
        return None if told is None else told is on

    return is_on


def _lxqt(asked: Asked) -> bool | None:
    """As Qt writes it; LXQt's own defaults have no such key."""
    import configparser  # late: the program that waits in the tray is to be small

    settings = configparser.RawConfigParser(strict=False, allow_no_value=True)
    try:
        text = (asked.settings / "lxqt" / "notifications.conf").read_text("utf-8")
        settings.read_string(text)
    except FileNotFoundError:
        return False
    except (OSError, ValueError, configparser.Error):
        return None
    return (settings.get("General", "doNotDisturb", fallback="") or "").lower() in ("true", "1")


def _boolean(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


_XFCE = Server("Xfce Notify Daemon", _xfce, holds_without=True)
_MATE = Server("Notification Daemon", _dconf(MATE, on=True), vendor="MATE", holds_without=True)
_LXQT = Server("lxqt-notificationd", _lxqt, holds_without=True)
_GNOME = Server("gnome-shell", _dconf(GNOME, on=False), holds_without=True)

SERVERS = (
    Server("dunst", _flag(DUNST)),
    Server("mako", _mako),
    Server("SwayNotificationCenter", _swaync),
    _XFCE,
    _MATE,
    _LXQT,
    _GNOME,
    Server("Notification Daemon", lambda _: False, vendor="GNOME", has_it=False),
    Server("Plasma", _flag(PLASMA)),
)
BY_DESKTOP: Mapping[str, Server] = {"GNOME": _GNOME, "MATE": _MATE, "XFCE": _XFCE, "LXQT": _LXQT}
