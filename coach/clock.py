"""Time as an argument: the only place that asks the machine what time it is."""

from __future__ import annotations

import sys
import time
from datetime import datetime
from typing import Protocol

from coach.values import dataclass
from coach.zone import zone_reader

TOLERANCE_SECONDS = 2.0  # clocks are steered a little all the time; that is neither sleep nor a change


class Clock(Protocol):
    """Two clocks: one that only goes forward, for durations; one that people read, for dates. And what sleep is."""

    @property
    def speed(self) -> float:
        """Seconds of `monotonic` in a real one: more than 1.0 in a rehearsal that runs faster than the world."""
        ...

    def monotonic(self) -> float:
        """Seconds from an arbitrary start, never back, unaffected by clock changes."""
        ...

    def wall(self) -> datetime:
        """Now, with the local offset from UTC (an aware datetime), in the zone that the machine is in now."""
        ...

    def local(self, moment: datetime) -> datetime:
        """`moment` with the local offset of its own day, which summer time may have changed until then.

        A naive one is what the clock on the wall shows then; one that it skips is as much later as it was put forward.
        """
        ...

    def awake(self) -> float:
        """Real seconds from an arbitrary start, which stand still while the machine sleeps."""
        ...

    def asleep(self) -> float | None:
        """Seconds that the machine has slept since it was started; None where the system does not say."""
        ...


class SystemClock:
    """The machine's clocks. `speed` lets a rehearsal run faster: 10.0 is ten session seconds a real one."""

    def __init__(self, speed: float = 1.0) -> None:
        self.speed = speed
        self._origin = time.monotonic()
        self._read_zone = zone_reader()

    def monotonic(self) -> float:
        """As the protocol says; it runs `speed` times as fast from the moment this clock was made."""
        now = time.monotonic()
        return self._origin + (now - self._origin) * self.speed

    def wall(self) -> datetime:
        """As the protocol says; `speed` does not touch it."""
        self._read_zone()
        return datetime.now().astimezone()

    def local(self, moment: datetime) -> datetime:
        """As the protocol says, by the zone that the machine is in when asked."""
        self._read_zone()
        first = moment.astimezone()
        if moment.tzinfo is not None or first.replace(tzinfo=None) == moment:
            return first
        return max(first, moment.replace(fold=1).astimezone())  # which of the two goes past what is skipped differs

    def awake(self) -> float:
        """As the protocol says; `speed` does not touch it."""
        unbiased = _unbiased_seconds()  # on Windows time.monotonic() goes on while the machine sleeps
        return time.monotonic() if unbiased is None else unbiased

    def asleep(self) -> float | None:
        """As the protocol says; Linux and macOS tell, Windows does not."""
        if sys.platform == "linux":
            return max(0.0, time.clock_gettime(time.CLOCK_BOOTTIME) - time.clock_gettime(time.CLOCK_MONOTONIC))
        if sys.platform == "darwin":  # the first one goes on in sleep, the second does not
            on, off = time.clock_gettime(time.CLOCK_MONOTONIC_RAW), time.clock_gettime(time.CLOCK_UPTIME_RAW)
            return max(0.0, on - off)
        return None


def _unbiased_seconds() -> float | None:
    """Windows' count of seconds since its start without those slept; None on other systems."""
    if sys.platform == "win32":
        import ctypes

        hundreds_of_nanoseconds = ctypes.c_ulonglong()
        if ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(hundreds_of_nanoseconds)):
            return hundreds_of_nanoseconds.value / 1e7
    return None


@dataclass(frozen=True, slots=True)
class Look:
    """What all clocks said at one moment: the rule of what was slept, for sessions and reminders alike."""

    awake: float
    wall: datetime
    asleep: float | None

    @classmethod
    def at(cls, clock: Clock) -> Look:
        """What `clock` says now."""
        return cls(clock.awake(), clock.wall(), clock.asleep())

    def awake_since(self, before: Look) -> float:
        """Seconds that the machine was awake between two looks, never negative."""
        return max(0.0, self.awake - before.awake)

    def slept_since(self, before: Look) -> float:
        """Seconds that the machine slept between two looks, never negative.

        Where the system counts its sleep itself, that count decides, and a clock set forward is told from sleep. Else
        people's clock running ahead of the one that stands still in sleep is sleep; running behind it, somebody set it.
        """
        if self.asleep is not None and before.asleep is not None:
            return max(0.0, self.asleep - before.asleep)
        ahead = (self.wall - before.wall).total_seconds() - self.awake_since(before)
        return ahead if ahead > TOLERANCE_SECONDS else 0.0
