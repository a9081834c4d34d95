"""How long the person wants a routine of one long exercise, such as a run with cues; kept among the settings."""

from __future__ import annotations

from coach.content.model import Routine
from coach.progress.setting import Setting, number
from coach.progress.store import Store
from coach.session.length import LONGEST_SECONDS, with_length

LENGTH = "length"
"""Before the id of a routine: the seconds that the person chose for it."""


def chosen_for(routine_id: str) -> Setting[float | None]:
    """The seconds that the person chose for a routine; None where nothing was chosen."""
    seconds = number(1.0, LONGEST_SECONDS)
    return Setting(f"{LENGTH}.{routine_id}", lambda value: None if value is None else seconds(value), None)


def with_kept_length(routine: Routine, store: Store) -> Routine:
    """The routine at the length that was kept for it; as it is where none was, or where what was kept is no length."""
    seconds = store.get(chosen_for(routine.id))
    try:
        return routine if seconds is None else with_length(routine, seconds)
    except ValueError:  # its file was changed, and it has no one long exercise any more
        return routine


def keep_length(routine: Routine, seconds: float, store: Store) -> None:
    """Remember how long this routine shall be. ValueError where it cannot be that long."""
    with_length(routine, seconds)
    store.keep(chosen_for(routine.id), seconds)
