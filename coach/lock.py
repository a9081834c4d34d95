"""A file lock that the operating system takes back when its holder dies, however that ends.

    lock = try_lock(path)         the open file that holds it, or None
    with Lock(path, waiting):     held within, however long another one holds it before

Only the standard library, so that the first start may use it.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Self

_HELD = (errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK)
"""What the systems say of a lock that somebody else holds (Windows: EACCES or EDEADLK)."""

_AGAIN_SECONDS = 0.5  # Windows has no lock that waits for longer than ten tries


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


class Lock:
    """Held within `with`. `waiting` is called once if another holds it. OSError as `try_lock` raises it.

    Processes that are started meanwhile hold it too: where the holder is killed, what it began is not done twice.
    """

    def __init__(self, path: Path, waiting: Callable[[], None]) -> None:
        self._path = path
        self._waiting = waiting

    def __enter__(self) -> Self:
        file = try_lock(self._path)
        if file is None:
            self._waiting()
            file = _wait_for(self._path)
        self._file = file
        if sys.platform != "win32":
            os.set_inheritable(file.fileno(), True)
        return self

    def __exit__(self, *unused: object) -> None:
        self._file.close()


def _lock(file: IO[bytes]) -> None:
    """OSError when somebody else holds it."""
    if sys.platform == "win32":
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _wait_for(path: Path) -> IO[bytes]:
    """The open file that holds the lock, when the others have let it go."""
    if sys.platform == "win32":
        while (file := try_lock(path)) is None:
            time.sleep(_AGAIN_SECONDS)
        return file
    import fcntl

    file = path.open("ab")
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
    except BaseException:
        file.close()
        raise
    return file
