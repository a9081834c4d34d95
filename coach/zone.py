"""The zone that this machine is in now. The runtime's library of C reads it once and keeps it; a laptop travels."""

from __future__ import annotations

import ctypes
import sys
import time
from collections.abc import Callable, Mapping
from datetime import date, datetime
from datetime import time as time_of_day
from typing import Any

Local = Callable[[datetime], datetime]
"""A moment with the offset of its own day here; a naive one is what the clock on the wall shows."""

_RUNTIMES = ("ucrtbase", "msvcrt")
"""Windows' libraries of C, the one first that Python is built upon."""


def zone_reader(
    platform: str = sys.platform, load: Callable[[str], Any] = ctypes.CDLL, of_time: Mapping[str, Any] = vars(time)
) -> Callable[[], None]:
    """What has the zone read anew, so that the next local time is that of the place where the machine is now.

    POSIX has time.tzset (4 us: the file is read again only where it is another one). On Windows Python offers nothing;
    its library of C has _tzset, which asks the system (GetTimeZoneInformation) and keeps the answer for every local
    time that Python tells from then on.
    """
    if platform != "win32":
        reader: Callable[[], None] = of_time["tzset"]
        return reader
    for name in _RUNTIMES:
        try:
            found = getattr(load(name), "_tzset")  # noqa: B009 (its name is no privacy of ours)
        except (OSError, AttributeError):
            continue
        found.restype, found.argtypes = None, ()
        read: Callable[[], None] = found
        return read
    return lambda: None  # the zone of the start is kept, as Python does


def end_of(day: date, local: Local) -> datetime:
    """The last moment of a day here; where the clocks go back at midnight, it ends the second time."""
    return local(datetime.combine(day, time_of_day.max).replace(fold=1))


def keeping_offset(now: datetime) -> Local:
    """Here where no change of offset is known of: the one of `now` holds for every moment."""

    def local(moment: datetime) -> datetime:
        return moment.replace(tzinfo=now.tzinfo) if moment.tzinfo is None else moment.astimezone(now.tzinfo)

    return local
