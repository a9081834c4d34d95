"""Time as an argument: the only place that asks the machine what time it is."""

from __future__ import annotations

import sys
import time
from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Two clocks: one that only goes forward, for durations; one that people read, for dates."""

    def monotonic(self) -> float:
        """Seconds from an arbitrary start, never back, unaffected by clock changes."""
        ...

    def wall(self) -> datetime:
        """Now, with the local offset from UTC (an aware datetime)."""
        ...


class SystemClock:
    """The machine's clocks. `speed` lets a rehearsal run faster: 10.0 is ten session seconds a real one."""

    def __init__(self, speed: float = 1.0) -> None:
        self.speed = speed
        self._origin = time.monotonic()

    def monotonic(self) -> float:
        now = time.monotonic()
        return self._origin + (now - self._origin) * self.speed

    def wall(self) -> datetime:
        return datetime.now().astimezone()

    def awake(self) -> float:
        """Seconds that stand still while the machine sleeps. (On Windows monotonic() goes on meanwhile.)"""
        if sys.platform == "win32":
            import ctypes

            hundreds_of_nanoseconds = ctypes.c_ulonglong()
            if ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(hundreds_of_nanoseconds)):
                return hundreds_of_nanoseconds.value / 1e7
        return time.monotonic()

    def asleep(self) -> float | None:
        """Seconds that the machine has slept since it was started; None where the system does not say."""
        if sys.platform == "linux":
            return max(0.0, time.clock_gettime(time.CLOCK_BOOTTIME) - time.clock_gettime(time.CLOCK_MONOTONIC))
        return None
