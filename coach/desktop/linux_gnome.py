"""GNOME: idle time from Mutter over D-Bus, X11 and Wayland alike."""

from __future__ import annotations

from coach.desktop.dbus import Question, SessionBus
from coach.desktop.how import How

IDLE = Question(
    "org.gnome.Mutter.IdleMonitor",
    "/org/gnome/Mutter/IdleMonitor/Core",
    "org.gnome.Mutter.IdleMonitor",
    "GetIdletime",
)


class MutterIdle:
    """coach.desktop.protocol.Idle."""

    def __init__(self, bus: SessionBus) -> None:
        self._bus = bus
        self._has_told = False

    @property
    def why(self) -> tuple[How, ...]:
        """Whether GNOME answered when it was asked last."""
        return (How("gnome-tells" if self._has_told else "gnome-silent"),)

    @property
    def is_told(self) -> bool:
        """As the protocol says: it is known whenever it is told."""
        return self.seconds() is not None

    def seconds(self) -> float | None:
        """As the protocol says, to a millisecond; None where Mutter does not answer."""
        answer = self._bus.ask(IDLE)
        self._has_told = bool(answer) and isinstance(answer[0], int) if answer else False
        return answer[0] / 1000.0 if answer and self._has_told else None

    def close(self) -> None:
        """As the protocol says: of the bus, which is ours alone."""
        self._bus.close()
