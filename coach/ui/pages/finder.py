"""Which routines and plans fit what is wanted: what for, where, how long, with what, and the words that are typed."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import TYPE_CHECKING

from coach.content.model import Plan, Routine
from coach.session import routine_lines
from coach.today.gallery import SHORT_SECONDS, in_order, is_for_a_desk, purpose_of
from coach.ui.words import common as words
from coach.words import plan as plan_words

if TYPE_CHECKING:
    from coach.wiring import Parts


class Finder:
    """Over what the library holds as it is made: what it is told by, and in which order, is worked out once, so that
    each key that is typed costs next to nothing.
    """

    def __init__(self, parts: Parts) -> None:
        self._parts, self.catalogue = parts, parts.library.catalogue
        self._told: dict[str, str] = {}

    @cached_property
    def _in_order(self) -> list[Routine]:
        return in_order(self.catalogue.routines.values(), self._parts.wishes().aim, self._parts.routine_seconds)

    def routines(self, purpose: str, facets: Collection[str], search: str) -> list[Routine]:
        """Those of the library that fit, in the order in which they are shown."""
        return [routine for routine in self._in_order if self.fits(routine, purpose, facets, search)]

    def plans(self, search: str) -> list[Plan]:
        """A plan is for no one thing: it stands among all, and is found by its words and by what it holds."""
        return [
            plan for plan in self.catalogue.plans.values() if self._has_routines(plan) and self._is_named(plan, search)
        ]

    def fits(self, routine: Routine, purpose: str, facets: Collection[str], search: str) -> bool:
        """Whether it is for `purpose`, if any, has all of `facets` (desk, short, kit), and is told by all words."""
        return (
            (not purpose or purpose_of(routine.goal) == purpose)
            and self._has(routine, facets)
            and (not search.strip() or _has_all(self._words_of(routine), search))
        )

    def _has(self, routine: Routine, facets: Collection[str]) -> bool:
        parts = self._parts
        return (
            ("desk" not in facets or is_for_a_desk(self._needs(routine)))
            and ("short" not in facets or parts.routine_seconds(routine.id) <= SHORT_SECONDS)
            and ("kit" not in facets or not parts.lacks(routine.id))
        )

    def _needs(self, routine: Routine) -> list[str]:
        return routine_lines.needs(self._parts.own(routine.id).routine, self.catalogue.exercises)

    def _words_of(self, routine: Routine) -> str:
        if routine.id not in self._told:
            self._told[routine.id] = self._tell(routine)
        return self._told[routine.id]

    def _tell(self, routine: Routine) -> str:
        catalogue = self.catalogue
        told = [words.say(routine.title), words.say(routine.summary), words.goal(routine.goal)]
        told.append(words.purpose(purpose_of(routine.goal)))
        for line in routine_lines.lines(routine, catalogue.exercises):
            told.append(words.say(line.exercise.title))
            told += [words.say(catalogue.areas[area].title) for area in line.exercise.areas if area in catalogue.areas]
            told += [words.need(thing) for thing in line.exercise.needs]
        return " ".join(told).casefold()

    def _has_routines(self, plan: Plan) -> bool:
        return any(item.routine in self.catalogue.routines for weeks in plan.weeks for item in weeks.do)

    def _is_named(self, plan: Plan, search: str) -> bool:
        if not search.strip():
            return True
        told = [words.say(plan.title), words.say(plan.summary), plan_words.name(plan, words.LANGUAGE)]
        told += plan_words.done(plan, self.catalogue, words.LANGUAGE)
        return _has_all(" ".join(told).casefold(), search)


def _has_all(told: str, search: str) -> bool:
    return all(word in told for word in search.casefold().split())
