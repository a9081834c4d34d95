"""Only one start sets up at a time. The lock is the system's, so it goes with its process, however that ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Self


class Lock:
    """Held within `with`. `waiting` is called once if another holds it. OSError where the file cannot be made."""

    def __init__(self, path: Path, waiting: Callable[[], None]) -> None:
        self._path = path
        self._waiting = waiting

    def __enter__(self) -> Self:
        self._file = self._path.open("a")
        if not self._try():
            self._waiting()
            self._wait()
        return self

    def __exit__(self, *unused: object) -> None:
        self._file.close()

    if sys.platform == "win32":

        def _try(self) -> bool:
            import msvcrt

            try:
                msvcrt.locking(self._file.fileno(), msvcrt.LK_NBLCK, 1)
            except OSError:
                return False
            return True

        def _wait(self) -> None:
            import time

            while not self._try():
                time.sleep(0.5)

    else:

        def _try(self) -> bool:
            import fcntl

            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            os.set_inheritable(self._file.fileno(), True)
            return True

        def _wait(self) -> None:
            import fcntl

            fcntl.flock(self._file, fcntl.LOCK_EX)
            os.set_inheritable(self._file.fileno(), True)
