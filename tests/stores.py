"""Stores in memory that a test makes without closing them: the end of the test does (tests/conftest.py).

Since Python 3.13 a connection that is collected without having been closed warns, and a warning fails whichever test
runs then.
"""

from __future__ import annotations

from coach.clock import Clock
from coach.progress import store
from coach.progress.desk_store import DeskStore
from coach.progress.store import Store
from coach.words import data_file
from coach.words.language import ENGLISH

_made: list[Store] = []


def memory_store(clock: Clock) -> Store:
    """`coach.progress.store.memory_store`, closed by `close_stores`."""
    _made.append(store.memory_store(clock))
    return _made[-1]


def noticed(store: DeskStore) -> tuple[str, ...]:
    """What a person is told of the store's file."""
    return data_file.notices(ENGLISH, store.notices)


def close_stores() -> None:
    """Close every store that `memory_store` made since the last call."""
    while _made:
        _made.pop().close()
