"""Time as an argument: the only place that asks the machine what time it is."""

from __future__ import annotations

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
