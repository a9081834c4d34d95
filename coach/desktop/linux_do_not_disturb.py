"""Do not disturb of the desktops that tell it over D-Bus: KDE Plasma's notification service, and Xfce's settings."""

from __future__ import annotations

from typing import Any

from coach.desktop.dbus import Question, SessionBus, property_of

PLASMA = property_of(
    "org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications", "Inhibited"
)
XFCE = Question(
    "org.xfce.Xfconf", "/org/xfce/Xfconf", "org.xfce.Xfconf", "GetProperty", "ss", ("xfce4-notifyd", "/do-not-disturb")
)


def is_inhibited(bus: SessionBus, question: Question) -> bool | None:
    """Whether the desktop says yes; None where it does not answer. Both answer with a variant that holds a boolean."""
    return _boolean(bus.ask(question))


def _boolean(body: tuple[Any, ...] | None) -> bool | None:
    if not body or not isinstance(body[0], tuple) or len(body[0]) != 2:
        return None
    signature, value = body[0]
    return bool(value) if signature == "b" else None
