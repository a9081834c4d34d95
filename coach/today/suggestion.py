"""Which routine to put first, and why, from what was done."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Literal

from coach.content.catalogue import Catalogue
from coach.content.model import Routine
from coach.progress.records import TestRecord
from coach.progression.aim import Aim, goals_first
from coach.values import dataclass, replace
from coach.walltest.advice import routines_for

Reason = Literal["focus-areas", "for-desk", "for-running", "good-start", "every-day", "done-today"]
SecondsOf = Callable[[str], float]
"""How long the routine of an id takes."""

AT_A_DESK = frozenset({"chair", "desk"})


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A routine's id, and why just that one."""

    id: str
    reason: Reason


def suggested(
    catalogue: Catalogue, tests: Sequence[TestRecord], done: Collection[str] = frozenset(), aim: Aim | None = None
) -> Suggestion | None:
    """The routine that the last wall test's focus areas ask for, else the first for what the person wants it for, else
    the daily one; another than those `done` today while there is one. `tests` are the newest first. None where the
    library holds no routine, or none but somebody else's.
    """
    catalogue = replace(catalogue, routines=proposable(catalogue.routines))
    if not catalogue.routines:
        return None
    first = _first(catalogue, tests, aim)
    if first.id not in done:
        return first
    daily = daily_routine(catalogue)
    return Suggestion(daily, "every-day") if daily not in done else Suggestion(first.id, "done-today")


def proposable(routines: Mapping[str, Routine]) -> dict[str, Routine]:
    """Those that may be proposed. What somebody else made is done by who chooses it: nobody has looked at whether it
    suits who is tired, sore or new.
    """
    return {ident: one for ident, one in routines.items() if one.from_whom is None}


def _first(catalogue: Catalogue, tests: Sequence[TestRecord], aim: Aim | None) -> Suggestion:
    focus = tests[0].scored.focus if tests else ()
    asked = routines_for(focus, catalogue)
    if asked:
        return Suggestion(asked[0], "focus-areas")
    for goal in goals_first(aim):
        wanted = next((name for name, routine in catalogue.routines.items() if routine.goal == goal), None)
        if wanted is not None:
            return Suggestion(wanted, "for-running" if aim == "running" else "for-desk")
    return Suggestion(daily_routine(catalogue), "good-start")


def daily_routine(catalogue: Catalogue) -> str:
    """The routine for every day: the first with that goal, else the first of all. The library must hold one."""
    routines = catalogue.routines
    return next((name for name, routine in routines.items() if routine.goal == "daily"), next(iter(routines)))


def shortest_routine(catalogue: Catalogue, seconds_of: SecondsOf) -> str:
    """The way out for a full day: the shortest routine that needs no more than a chair or a desk, else the shortest of
    all. The library must hold one.
    """
    return min(_for_a_desk(catalogue) or catalogue.routines, key=seconds_of)


def way_out(catalogue: Catalogue, seconds_of: SecondsOf, can_do: Callable[[str], bool]) -> str | None:
    """The shortest routine for a desk that the person can do, shorter ones asked first; None where there is none."""
    return next(filter(can_do, sorted(_for_a_desk(catalogue), key=seconds_of)), None)


def _for_a_desk(catalogue: Catalogue) -> list[str]:
    """The routines that need no more than a chair or a desk."""
    from coach.session.routine_lines import needs_only

    exercises = catalogue.exercises
    return [
        name
        for name, routine in proposable(catalogue.routines).items()
        if routine.goal == "desk" or needs_only(AT_A_DESK, routine, exercises)
    ]
