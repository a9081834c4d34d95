"""Whether the person wants less motion on the whole desktop, as the desktop's own settings say it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from coach.desktop import gvdb
from coach.desktop.dbus import Bus, Question, variant
from coach.desktop.how import How
from coach.desktop.portal import PATH, SERVICE

SETTINGS = "org.freedesktop.portal.Settings"
_ANIMATIONS = ("org.gnome.desktop.interface", "enable-animations")
_READ_ONE = Question(SERVICE, PATH, SETTINGS, "ReadOne", "ss", _ANIMATIONS)
_READ = Question(SERVICE, PATH, SETTINGS, "Read", "ss", _ANIMATIONS)  # version 1 has no ReadOne
GNOME = "/org/gnome/desktop/interface/enable-animations"


class LinuxLessMotion:
    """coach.desktop.protocol.LessMotion. On Plasma its own file counts, elsewhere the portal; on GNOME without one what
    its database holds. Each look asks anew; nothing is started for it.

    `folders` are those of settings, the person's own first, then the machine's (XDG Base Directory); `desktops` the
    names of the desktop.
    """

    def __init__(self, bus: Bus, folders: Sequence[Path], desktops: frozenset[str]) -> None:
        self._bus, self._folders, self._desktops = bus, folders, desktops
        self._why = How("no-portal-settings")

    @property
    def why(self) -> tuple[How, ...]:
        """Who told when it was asked last, or that nobody did."""
        return (self._why,)

    def is_wanted(self) -> bool | None:
        """As the protocol says."""
        if "KDE" in self._desktops:
            wanted = _plasma(self._folders)
            self._why = How("named-silent" if wanted is None else "named-tells", "Plasma")
            return wanted
        moves = self._portal()
        self._why = How("no-portal-settings" if moves is None else "portal-settings")
        if moves is None and "GNOME" in self._desktops:
            moves = _gnome(self._folders[0])
            self._why = self._why if moves is None else How("gnome-tells")
        return None if moves is None else not moves

    def close(self) -> None:
        """As the protocol says: of the bus, which is ours alone."""
        self._bus.close()

    def _portal(self) -> bool | None:
        """Whether things move. The older question gives the value in a variant within the variant."""
        reply = self._bus.reply(_READ_ONE)
        body = reply.body
        if reply.refusal == "org.freedesktop.DBus.Error.UnknownMethod":
            body = (variant(self._bus.ask(_READ), "v"),)
        told = variant(body, "b")
        return told if isinstance(told, bool) else None


def _gnome(folder: Path) -> bool | None:
    """Whether things move: dconf holds only what differs from the default, which is that they do."""
    try:
        value = gvdb.find_value((folder / "dconf" / "user").read_bytes(), GNOME)
    except FileNotFoundError:
        return True
    except (OSError, ValueError):
        return None
    return True if value is None else gvdb.boolean(value)


def _plasma(folders: Sequence[Path]) -> bool | None:
    """Whether animations take no time at all: the first file that has the factor says it, and without one they take
    theirs. A file that cannot be read says nothing, nor does a factor that is no number.
    """
    for folder in folders:
        try:
            text = (folder / "kdeglobals").read_text("utf-8")
        except FileNotFoundError:
            continue
        except (OSError, ValueError):
            return None
        if (factor := _factor(text)) is not None:
            try:
                return float(factor) == 0
            except ValueError:
                return None
    return False


def _factor(text: str) -> str | None:
    """AnimationDurationFactor of the group KDE; KConfig lets flags in brackets follow a key."""
    group = ""
    found: str | None = None
    for line in text.splitlines():
        entry = line.strip()
        if entry.startswith("["):
            group = entry
        elif group == "[KDE]" and "=" in entry:
            key, _, value = entry.partition("=")
            if key.partition("[")[0].strip() == "AnimationDurationFactor":
                found = value.strip()
    return found
