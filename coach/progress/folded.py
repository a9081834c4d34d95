"""What was worked out of the past until a moment, kept so that only what is later has to be looked at again.

Whatever becomes of a session throws away what was folded with it, in the same write (schema.py). The rest of what it
was made by is told in `rules`: only what was kept by equal ones is given back.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime

from coach.progress import statements
from coach.progress.database import Database
from coach.progress.moments import from_row, utc_text
from coach.progress.waiting import Change
from coach.values import dataclass

EVERY = 8
"""So many sessions and choices lie between two that are kept (our choice); further back ever more."""

_CLOSE, _FARTHER = 4, 4


def is_kept(number: int, newest: int) -> bool:
    """Whether what the first `number` of `newest` have come to is kept: every eighth of the last thirty-two, every
    thirty-second of those before, and so on. Who mends something old then waits for a part of the past alone.
    """
    apart = EVERY
    while newest - number > apart * _CLOSE:
        apart *= _FARTHER
    return number % apart == 0


@dataclass(frozen=True, slots=True)
class State:
    """What the first `number` of the past, until a moment, have come to, as text."""

    until: datetime
    number: int
    rules: str
    state: str


class FoldedPast:
    """Reads and writes states, by what they are of: a routine's id, or '' for all sessions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def newest(self, of: str, until: datetime, rules: Callable[[datetime], str]) -> State | None:
        """The last state until a moment that was made by the same `rules`, which may depend on its own moment."""
        kept = self._database.read(
            "SELECT until_utc, number, rules FROM folded WHERE of = ? AND until_utc <= ? ORDER BY until_utc DESC",
            (of, utc_text(until)),
        )
        for utc, number, made_by in kept:
            try:
                moment = from_row(utc, 0)
            except ValueError:  # somebody edited the file
                continue
            if rules(moment) == made_by:
                found = self._database.read("SELECT state FROM folded WHERE of = ? AND until_utc = ?", (of, utc))
                return State(moment, number, made_by, str(found[0][0])) if found else None
        return None

    def keep(self, of: str, made: Collection[State], version: tuple[int, int], *, base: State | None) -> None:
        """Keep the states, the newest last, and `base`, which they go on from; of all others what is worth it. Not if
        anything was written since `version`, which was the store's before the past was read.
        """
        newest = max(state.number for state in made)
        until = None if base is None else utc_text(base.until)
        changes: list[Change] = []
        for utc, number in self._database.read("SELECT until_utc, number FROM folded WHERE of = ?", (of,)):
            is_before = until is not None and utc <= until
            if not (is_before and isinstance(number, int) and is_kept(number, newest)):
                changes.append((statements.DROP_FOLDED, (of, utc)))
        changes += [
            (statements.KEEP_FOLDED, (of, utc_text(state.until), state.number, state.rules, state.state))
            for state in made
        ]
        self._database.write_worked_out(changes, version)
