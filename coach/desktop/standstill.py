"""What need not be done before the window is painted, and is done by others at each step of a start."""

from __future__ import annotations

import gc
import linecache
from typing import Any


class _NoSources(dict[str, Any]):
    """Has every file, and nothing of any (as `linecache` has them: size, time, lines, name)."""

    def __contains__(self, _name: object) -> bool:
        return True

    def __getitem__(self, name: str) -> Any:
        return 0, None, [], name


def hold_still() -> None:
    """From now on nothing is looked through for what is over: what a start makes stays, and to look through it again
    and again takes a tenth of the start. And no source of a module is read: PySide6 would look into each whether it
    names PySide6 (`from __feature__ import`, which nothing of ours does), for another twentieth.
    """
    gc.disable()
    linecache.cache = _NoSources()


def move_on() -> None:
    """As ever again. What was made meanwhile is never looked through any more, neither now nor beside a sound."""
    if isinstance(linecache.cache, _NoSources):
        linecache.cache = {}
        gc.freeze()
        gc.enable()
