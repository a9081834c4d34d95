"""Whether a screen reader runs, as the desktop's switch for accessibility says it over the session bus."""

from __future__ import annotations

from coach.desktop.dbus import Bus, property_of, variant
from coach.desktop.how import How

A11Y = "org.a11y.Bus"
_ENABLED = property_of(A11Y, "/org/a11y/bus", "org.a11y.Status", "ScreenReaderEnabled")


class StatusScreenReader:
    """coach.desktop.protocol.ScreenReader. Each look asks once; the service is not started for it."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._why = How("a11y-unasked")

    @property
    def why(self) -> tuple[How, ...]:
        """Whether the service told when it was asked last."""
        return (self._why,)

    def runs(self) -> bool | None:
        """As the protocol says."""
        told = variant(self._bus.ask(_ENABLED), "b")
        is_known = isinstance(told, bool)
        self._why = How("a11y-tells" if is_known else "a11y-silent")
        return told if is_known else None

    def close(self) -> None:
        """As the protocol says: of the bus, which is ours alone."""
        self._bus.close()
