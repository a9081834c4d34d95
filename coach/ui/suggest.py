"""Which routine to put first, and why, from what was done. Pure over the library and the store."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from coach.walltest.advice import routine_for
from coach.walltest.score import Result

if TYPE_CHECKING:
    from coach.content.catalogue import Catalogue
    from coach.wiring import Parts


@dataclass(frozen=True)
class Suggestion:
    """A routine's id and the few words above its name."""

    id: str
    why: str


def suggested(parts: Parts, done: Collection[str] = frozenset()) -> Suggestion | None:
    """The routine that the last wall test's focus areas ask for, else the daily one; another than those `done` today
    while there is one. None where the library holds no routine.
    """
    catalogue = parts.library.catalogue
    if not catalogue.routines:
        return None
    first = _first(parts)
    if first.id not in done:
        return first
    daily = daily_routine(catalogue)
    if daily not in done:
        return Suggestion(daily, QCoreApplication.translate("Suggest", "For every day"))
    return Suggestion(first.id, QCoreApplication.translate("Suggest", "Done today. Once more, if you like"))


def _first(parts: Parts) -> Suggestion:
    catalogue = parts.library.catalogue
    tests = parts.store.tests()
    if tests:
        focus = Result.from_json(tests[0].result).focus
        asked = routine_for(focus, catalogue) if focus else None
        if asked is not None and asked in catalogue.routines:
            return Suggestion(asked, QCoreApplication.translate("Suggest", "From your wall test"))
    daily = daily_routine(catalogue)
    return Suggestion(daily, QCoreApplication.translate("Suggest", "A good start"))


def daily_routine(catalogue: Catalogue) -> str:
    """The routine for every day: the first with that goal, else the first of all. The library must hold one."""
    routines = catalogue.routines
    return next((name for name, routine in routines.items() if routine.goal == "daily"), next(iter(routines)))


def shortest_routine(parts: Parts) -> str:
    """The way out for a full day: the shortest routine that needs no more than a chair or a desk."""
    from coach.ui.words import common as words

    catalogue = parts.library.catalogue

    def rank(name: str) -> tuple[bool, float]:
        needs = set(words.needs(catalogue.routines[name], catalogue.exercises))
        at_desk = catalogue.routines[name].goal == "desk" or needs <= {"chair", "desk"}
        return not at_desk, parts.timeline("routine", name).seconds

    return min(catalogue.routines, key=rank)


def also(parts: Parts, first: str) -> list[str]:
    """What else would fit today besides the routine `first`: the short way out, then one of each other goal."""
    routines = parts.library.catalogue.routines
    if not routines:
        return []
    seen = {routines[first].goal} if first in routines else set()
    found = [shortest_routine(parts)]
    for name, routine in routines.items():
        if routine.goal not in seen and name not in found:
            seen.add(routine.goal)
            found.append(name)
    return [name for name in found if name != first]
