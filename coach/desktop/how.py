"""How this desktop tells or does something, or why nobody does: values, never a sentence. `coach/words/how_known.py`
says them, for `doctor` and Settings.
"""

from __future__ import annotations

from typing import Literal

from coach.values import dataclass

OfSystem = Literal[
    "desktop-tells",
    "windows-tells",
    "macos-tells",
    "macos-needs-rights",
    "quartz-silent",
    "not-asked-here",
    "not-shown-here",
    "nothing-shows",
    "no-keys-here",
    "nothing-tells",
    "nobody-keeps-on",
    "no-desktop-session",
    "sandboxed",
    "not-installed",
    "video-open",
    "said",
]
"""not-installed: a package, `name`. said: `name` is somebody else's own sentence, like the system's of an error."""

OfBus = Literal[
    "no-session-bus",
    "no-system-bus",
    "session-bus-silent",
    "mpris",
    "portal-keys",
    "no-portal-keys",
    "gnome-tells",
    "gnome-silent",
    "logind-tells",
    "logind-silent",
    "logind-absent",
    "logind-unasked",
    "a11y-tells",
    "a11y-silent",
    "a11y-unasked",
    "portal-settings",
    "no-portal-settings",
    "portal-refused",
    "portal-silent",
    "no-server",
    "server-silent",
    "server-unknown",
    "named-tells",
    "named-silent",
    "named-has-none",
]
"""server: of notifications, and `name` what it calls itself; named: one that we know by its name."""

OfNotifying = Literal[
    "no-bus-to-notify",
    "no-way-to-notify",
    "nobody-notifies",
    "notifier-refused",
    "notifier-silent",
    "notifier-gone",
]
"""Why a reminder could not be shown as a notification, or is shown no longer."""

OfX11 = Literal[
    "x11-tells", "x11-gone", "x11-elsewhere", "x11-unreachable", "x11-no-idle", "libx11-missing", "libxss-missing"
]
"""`name` is the display's."""

OfWayland = Literal[
    "wayland-nowhere",
    "wayland-unreachable",
    "wayland-gone",
    "wayland-silent",
    "wayland-deaf",
    "wayland-refused",
    "wayland-misread-size",
    "wayland-misread-list",
    "wayland-misread-end",
    "wayland-lacks",
    "wayland-no-place",
    "wayland-tells-by",
    "wayland-no-full-screen",
    "wayland-idle-by",
    "wayland-idle-by-unless-kept-on",
    "wayland-no-idle",
    "wayland-no-input",
]
"""refused: `name` is the compositor's own sentence; misread-size: the bytes that a message would have; lacks, tells-by,
idle-by: the protocol's name, and `seconds` how exactly idle time is told."""

Keeps = Literal["system-keeps", "manager-keeps", "saver-keeps", "x11-keeps", "wayland-keeps"]
"""Who keeps the screen on."""

What = OfSystem | OfBus | OfNotifying | OfX11 | OfWayland | Keeps


@dataclass(frozen=True, slots=True)
class How:
    """One way that tells or does it, or one reason why nobody does; `name` and `seconds` where `what` has them."""

    what: What
    name: str = ""
    seconds: float = 0.0


class NotHadError(OSError):
    """Something that this desktop does not give, and why."""

    def __init__(self, how: How) -> None:
        super().__init__(f"{how.what} {how.name}".rstrip())
        self.how = how
