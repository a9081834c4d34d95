"""The past of a routine, of which as much as possible is folded: read once, kept in the data file, and gone on from.

What is kept are states of the rules (progression/standing.py), never a dose: whoever has a long past gets the doses
that looking at all of it anew would give.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from coach import strict_json
from coach.content.model import Exercise, Routine
from coach.progress.folded import EVERY, State, is_kept
from coach.progression.levels import Course, folded
from coach.progression.own import Person, course_of, ladders_of, of_routine
from coach.progression.past import Choice
from coach.progression.rules import choices_of, rules_of
from coach.progression.standing import Folded
from coach.session.planned import routine_of
from coach.values import dataclass, replace

if TYPE_CHECKING:
    from coach.clock import Clock
    from coach.progress.store import Store

SAFELY_OLD = timedelta(days=3)
"""What is younger is not folded: its morning is still to be told, and what is put right is mostly this (our choice)."""

NOW = timedelta(days=1)
"""A moment asked for that lies further back is looked at once, and nothing is kept of it: the person's conditions and
the library were others then."""


@dataclass(frozen=True, slots=True)
class _Begun:
    """What the past until a moment has come to, and how that is kept."""

    state: State
    folded: Folded


class Folding:
    """Puts together what is known of a person for one routine."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._rules: dict[str, _Rules] = {}
        self._ever: tuple[tuple[int, int], frozenset[str]] | None = None

    def person(
        self,
        file: Routine,
        exercises: Mapping[str, Exercise],
        choices: Sequence[Choice],
        conditions: frozenset[str],
        at: datetime,
        *,
        whole: bool = False,
    ) -> Person:
        """What the levels of a routine follow from at the moment `at`, with all of its sessions where `whole`. One
        without `progress` has no levels, and nothing is read for it, nor for one that was never begun.
        """
        if file.progress is None:
            return Person((), (), conditions)
        version = self._store.version
        mine = [one for one in choices if routine_of(one.routine) == file.id]
        if not mine and file.id not in self._begun_at(version):
            return Person((), (), conditions)
        rules = self._rules_of(file, exercises, conditions)
        begun = None if whole else self._begun(file.id, rules, mine, at)
        sessions = self._store.past(file.id, after=None if begun is None else begun.folded.until, until=at)
        person = Person(sessions, mine, conditions, None if begun is None else begun.folded)
        now = self._clock.wall()
        if whole or at < now - NOW:
            return person
        course = course_of(file, file.progress, ladders_of(file, exercises, conditions))
        return self._going_on(file.id, course, person, min(at, now) - SAFELY_OLD, begun, rules, version)

    def _begun_at(self, version: tuple[int, int]) -> frozenset[str]:
        if self._ever is None or self._ever[0] != version:
            self._ever = version, self._store.routines_begun()
        return self._ever[1]

    def _begun(self, ident: str, rules: str, mine: Collection[Choice], until: datetime) -> _Begun | None:
        state = self._store.folded.newest(ident, until, lambda moment: _with_choices(rules, mine, moment))
        if state is None:
            return None
        try:
            kept = Folded.from_json(strict_json.read(state.state))
        except ValueError:  # somebody edited the file
            return None
        return _Begun(state, kept) if kept.until == state.until else None

    def _going_on(
        self,
        ident: str,
        course: Course,
        person: Person,
        cut: datetime,
        begun: _Begun | None,
        rules: str,
        version: tuple[int, int],
    ) -> Person:
        """The person with what is safely old folded and kept, where that is enough to be worth it."""
        sessions, mine = of_routine(ident, person)
        moments = [*(one.started for one in sessions), *(one.at for one in mine)]
        number = 0 if begun is None else begun.folded.count
        newest = number + sum(1 for one in moments if one <= cut and (begun is None or one > begun.folded.until))
        if newest < number + EVERY:
            return person
        found = folded(course, sessions, mine, lambda count, when: when <= cut and is_kept(count, newest), person.begun)
        states = [
            State(one.until, one.count, _with_choices(rules, mine, one.until), strict_json.write(one.as_json()))
            for one in found
        ]
        if not found:
            return person
        self._store.folded.keep(ident, states, version, base=None if begun is None else begun.state)
        return replace(person, sessions=[one for one in sessions if one.started > found[-1].until], begun=found[-1])

    def _rules_of(self, file: Routine, exercises: Mapping[str, Exercise], conditions: frozenset[str]) -> str:
        """Worked out once for a library: its values are the same ones."""
        known = self._rules.get(file.id)
        if known is None or not known.are_of(file, exercises, conditions):
            text = rules_of(file, exercises, conditions)
            known = self._rules[file.id] = _Rules(file, exercises, conditions, text)
        return known.text


@dataclass(frozen=True, slots=True)
class _Rules:
    """What the levels of a routine depend on, and the text that says so."""

    file: Routine
    exercises: Mapping[str, Exercise]
    conditions: frozenset[str]
    text: str

    def are_of(self, file: Routine, exercises: Mapping[str, Exercise], conditions: frozenset[str]) -> bool:
        """Whether it is this very library."""
        return self.file is file and self.exercises is exercises and self.conditions == conditions


def _with_choices(rules: str, mine: Collection[Choice], until: datetime) -> str:
    return f"{rules} {choices_of([one for one in mine if one.at <= until])}"
