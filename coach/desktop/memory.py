"""Gives back to the system what a program that only waits no longer needs."""

from __future__ import annotations

import ctypes
import gc
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

_DONTNEED = 4  # MADV_DONTNEED of asm-generic/mman-common.h
_MAPPING = re.compile(r"([0-9a-f]+)-([0-9a-f]+) (\S{4}) \S+ \S+ (\d+)")


def give_back() -> None:
    """Free memory of the C library, and the pages of libraries' files that only the start has read: a few megabytes of
    code that runs once. Nothing is lost: a page that is needed again is in the system's cache, or is read again.
    Linux alone.
    """
    if sys.platform != "linux":
        return
    with suppress(AttributeError, OSError):
        gc.collect()
        libc = ctypes.CDLL(None)
        libc.malloc_trim(0)
        libc.madvise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
        with Path("/proc/self/smaps").open(encoding="ascii", errors="replace") as lines:  # of which all is a megabyte
            places = list(unchanged(lines))
        for start, end in places:
            libc.madvise(start, end - start, _DONTNEED)


def unchanged(smaps: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where a file lies in memory as it is on the disk, by proc_pid_smaps(5): it cannot be written to, and no page of
    it is anonymous. (Of what the loader has relocated and then closed, pages are: to give them back would lose them.)
    """
    place: tuple[int, int] | None = None
    for line in smaps:
        found = _MAPPING.match(line)
        if found:
            start, end, rights, inode = found.groups()
            is_file = inode != "0" and rights[0] == "r" and rights[1] == "-" and rights[3] == "p"
            place = (int(start, 16), int(end, 16)) if is_file else None
        elif line.startswith("Anonymous:") and place is not None and line.split()[1] == "0":
            yield place
