"""How long the person wants a routine of one long exercise, such as a run with cues; kept among the settings."""

from __future__ import annotations

from coach.content.model import Routine
from coach.progress.store import Store
from coach.session.length import with_length

LENGTH = "length"
"""Before the id of a routine: the seconds that the person chose for it."""


def with_kept_length(routine: Routine, store: Store) -> Routine:
    """The routine at the length that was kept for it; as it is where none was, or where what was kept is no length."""
    kept = store.setting(f"{LENGTH}.{routine.id}")
    try:
        return with_length(routine, float(kept))
    except (TypeError, ValueError):
        return routine


def keep_length(routine: Routine, seconds: float, store: Store) -> None:
    """Remember how long this routine shall be. ValueError where it cannot be that long."""
    with_length(routine, seconds)
    store.set_setting(f"{LENGTH}.{routine.id}", seconds)
