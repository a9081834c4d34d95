"""A file lock that the operating system takes back when its holder dies."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from typing import IO

_HELD = (errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK)
"""What the systems say of a lock that somebody else holds (Windows: EACCES or EDEADLK)."""


def try_lock(path: Path) -> IO[bytes] | None:
    """The open file that holds the lock until it is closed, or None when somebody else holds it. OSError as open()
    raises it, and where the file system knows no locks.
    """
    file = path.open("ab")
    try:
        _lock(file)
    except OSError as problem:
        file.close()
        if problem.errno in _HELD:
            return None
        raise  # a file system that knows no locks: nobody holds it
    return file


def _lock(file: IO[bytes]) -> None:
    """OSError when somebody else holds it."""
    if sys.platform == "win32":
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
