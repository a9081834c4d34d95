"""The end of the process, which nothing may hold up: not a sound server that does not answer, nor anything else."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import NoReturn

LONGEST_SECONDS = 4.5
"""From a command's last word to its end, at most; what rings out or is given back takes less."""

_GRACE_SECONDS = 0.2  # for threads that are about to end and need not be waited for


def end(code: int, give_back: Callable[[int], int]) -> NoReturn:
    """`give_back` what the command held, let sounds ring out, and leave the process.

    `give_back` takes the exit code and returns the one to leave with. Where a thread still stands in a library's call,
    Python's own end could wait for ever for a lock of that library (measured: SDL's, at a sound server that is slow to
    close), so the process is left without it. So it is where all of this takes too long, and where the person presses
    Ctrl-C meanwhile. What was written is out in any case.
    """
    until = time.monotonic() + LONGEST_SECONDS
    _write_out()
    guard = threading.Timer(LONGEST_SECONDS, _leave, (code,))
    guard.daemon = True
    guard.start()
    try:
        code = give_back(code)
        _join((thread for thread in _others(guard) if not thread.daemon), until)
        _join(_others(guard), time.monotonic() + _GRACE_SECONDS)
        if _others(guard):
            _leave(code)
        sys.exit(code)
    except KeyboardInterrupt:
        _leave(code)


def _others(guard: threading.Thread) -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread not in (threading.current_thread(), guard)]


def _join(threads: Iterable[threading.Thread], until: float) -> None:
    for thread in threads:
        with suppress(RuntimeError, AssertionError):  # one that Qt began cannot be waited for
            thread.join(max(0.0, until - time.monotonic()))


def _write_out() -> None:
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # nobody reads it any more, or there is none
            stream.flush()


def _leave(code: int) -> NoReturn:
    _write_out()
    os._exit(code)
