"""macOS: idle time from Quartz. Focus and full screen are told only to programs with rights that we do not ask for."""

from __future__ import annotations

import ctypes
from collections.abc import Callable

from coach.desktop.how import How

_HID_SYSTEM_STATE = 1  # what the hardware did, without events that programs made up
_FRAMEWORK = "/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices"
_ANY_INPUT = 0xFFFFFFFF  # kCGAnyInputEventType


class MacIdle:
    """coach.desktop.protocol.Idle. `since_input` gives seconds; None where Quartz cannot be asked."""

    def __init__(self, since_input: Callable[[], float] | None = None) -> None:
        self._since_input = since_input or quartz()

    @property
    def why(self) -> tuple[How, ...]:
        """Whether Quartz can be asked at all."""
        return (How("macos-tells" if self._since_input else "quartz-silent"),)

    @property
    def is_told(self) -> bool:
        """As the protocol says: it is known whenever it is told."""
        return self.seconds() is not None

    def seconds(self) -> float | None:
        """As the protocol says; None where Quartz cannot be asked."""
        return None if self._since_input is None else max(0.0, self._since_input())

    def close(self) -> None:
        """Does nothing: nothing is open between two questions."""
        return


def quartz() -> Callable[[], float] | None:
    """CGEventSourceSecondsSinceLastEventType, or None where there is no Quartz."""
    try:
        function = ctypes.CDLL(_FRAMEWORK).CGEventSourceSecondsSinceLastEventType
    except (OSError, AttributeError):
        return None
    function.restype = ctypes.c_double
    function.argtypes = (ctypes.c_int32, ctypes.c_uint32)
    return lambda: float(function(_HID_SYSTEM_STATE, _ANY_INPUT))
