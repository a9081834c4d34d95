"""Whether anything of a person is in a data file: what they did, told or set."""

from __future__ import annotations

from collections.abc import Iterable

from coach.progress.database import Database

_DONE_OR_TOLD = (
    "SELECT EXISTS (SELECT 1 FROM session) OR EXISTS (SELECT 1 FROM test) OR EXISTS (SELECT 1 FROM reminder)"
    " OR EXISTS (SELECT 1 FROM note WHERE type <> 'setting')"
)


def is_untouched(database: Database, own_settings: Iterable[str]) -> bool:
    """Whether there is nothing but `own_settings`, the names of those that the program keeps by itself."""
    if any(found for (found,) in database.read(_DONE_OR_TOLD)):
        return False
    return {key for (key,) in database.read("SELECT key FROM setting")} <= set(own_settings)
