"""What the library comes to for this person: routines with their doses and lengths, what is barred, what is due."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from coach.content.extent import extent
from coach.progression.conditions import barred_by
from coach.progression.focus import FOCUS, Focus, NoFocus
from coach.progression.kit import things_of
from coach.session.lasting import length_of, length_of_test
from coach.session.length import chosen_length, with_length
from coach.session.phrases import Phrases
from coach.session.planned import find_routine, routine_of
from coach.settings import AIM, KIT_MISSING, OF_THE_PROGRAM
from coach.values import dataclass, replace
from coach.wiring.machine import Machine
from coach.wiring.made import made

if TYPE_CHECKING:
    from coach.content.catalogue import Catalogue
    from coach.content.model import Exercise, Routine
    from coach.cut_short import CutShort
    from coach.progress.records import Unfinished
    from coach.progression.choosing import Option
    from coach.progression.coming import Coming
    from coach.progression.follows import Follows
    from coach.progression.kit import Lacking
    from coach.progression.own import OwnRoutine
    from coach.session.compiled import CompiledRoutines
    from coach.session.timeline import Length, Timeline
    from coach.today.agenda import PlannedWeek, Today
    from coach.today.calendar import Calendar
    from coach.today.wishes import Wishes
    from coach.wiring.doses import Doses


_LOOKED_THROUGH, _ROUTINES = 20, 3
"""So many sessions, and of them so many routines, are looked through for what rises next; our choice."""


@dataclass(frozen=True, slots=True)
class _Owned:
    """A routine as somebody does it, and what it was made of: pages ask for the same ones again and again."""

    doses: OwnRoutine
    exercises: Mapping[str, Exercise]
    of: tuple[object, float | None]
    own: OwnRoutine


class Personal(Machine):
    """Joins the library with what the store knows of the person; nothing here runs by itself."""

    @made
    def _lengths(self) -> dict[str, float]:
        """The lengths chosen for this run alone, by the routines' ids."""
        return {}

    @made
    def _owned(self) -> dict[str, _Owned]:
        return {}

    @made
    def _compiled(self) -> CompiledRoutines:
        from coach.session.compiled import CompiledRoutines

        return CompiledRoutines()

    @made
    def doses(self) -> Doses:
        """What this person does of every routine."""
        from coach.wiring.doses import Doses

        return Doses(self.store, self.clock, self.language)

    def fold_past(self) -> None:
        """Have kept what a long past has come to, before somebody looks; in any thread."""
        from coach.today.agenda import known_of
        from coach.wiring.doses import Doses

        now = self.clock.wall()
        Doses(self.store, self.clock).fold(self.library.catalogue, now)
        known_of(self.store, now)

    def own(self, ident: str, at: datetime | None = None) -> OwnRoutine:
        """A routine as this person does it, now or at the moment `at`: with their doses and conditions, a plan's doses
        where `ident` says so (session/planned.py), their own loads, and the length that they chose, where that is
        theirs to choose and nothing else changes the exercise. `focus` is the one for their focus areas. KeyError for
        an unknown id.
        """
        from coach.progress.loads import with_own_loads

        exercises = self.library.catalogue.exercises
        own = self.doses.own(ident, self.library.catalogue, at or self.clock.wall())
        if own is None:
            raise KeyError(ident)
        of = self.store.version, self._lengths.get(own.routine.id)
        kept = self._owned.get(ident)
        if kept is None or kept.doses is not own or kept.exercises is not exercises or kept.of != of:
            routine = own.routine if own.changed else self._at_chosen_length(own.routine)
            found = replace(own, routine=with_own_loads(routine, exercises, self.store))
            kept = self._owned[ident] = _Owned(own, exercises, of, found)
        return kept.own

    def conditions(self) -> frozenset[str]:
        """The person's conditions that bar exercises now."""
        return self.doses.conditions(self.clock.wall())

    def has(self, kind: str, ident: str) -> bool:
        """Whether there is such a routine (`focus` only after a test that found an area), such a test or exercise."""
        if kind != "routine":
            catalogue = self.library.catalogue
            return ident in (catalogue.tests if kind == "test" else catalogue.exercises)
        try:
            self.own(ident)
        except KeyError:
            return False
        return True

    def follows(self, ident: str, session: int) -> Follows | None:
        """What the session of the store with this id, of the routine `ident`, leads to for the next one; None where
        nothing does.
        """
        uid = self.store.uid_of_session(session)
        return None if uid is None else self.doses.follows(ident, uid, self.library.catalogue, self.clock.wall())

    def options(self, ident: str) -> dict[str, tuple[Option, ...]]:
        """What may be chosen now for each exercise of the routine `ident`, by the file's ids; `store.add_choice` keeps
        what is chosen.
        """
        return self.doses.options(ident, self.library.catalogue, self.clock.wall())

    @property
    def is_new(self) -> bool:
        """Whether nobody ever did, told or set anything here, nor went past the welcome."""
        return self.store.is_untouched(OF_THE_PROGRAM)

    def lacks(self, ident: str, at: datetime | None = None) -> tuple[Lacking, ...]:
        """What the person said they have not got for the routine `ident`, exercise by exercise, as they do it."""
        return self.doses.lacks(ident, self.library.catalogue, at or self.clock.wall())

    def wishes(self, at: datetime | None = None) -> Wishes:
        """What the person wants it for, and has not got, for what is offered at the moment `at`."""
        from coach.today.wishes import Wishes

        if not self.store.get(KIT_MISSING):  # asked once, and not for each routine
            return Wishes(self.store.get(AIM))
        return Wishes(self.store.get(AIM), lambda ident: things_of(self.lacks(ident, at)))

    def coming(self) -> tuple[str, Coming] | None:
        """What rises next of the routines that were done last, and in which; None where nothing does."""
        now, catalogue = self.clock.wall(), self.library.catalogue
        done, planned = self.store.overview.sessions(now, _LOOKED_THROUGH), self.planned(now)
        for ident in list(dict.fromkeys(routine_of(one.target) for one in done if one.kind == "routine"))[:_ROUTINES]:
            found = self.doses.coming(ident, catalogue, now, planned.varied(ident, now.date()))
            if found is not None and all(one.named != found.named for one in self.own(ident).left_out):
                return ident, found
        return None

    def routine(self, ident: str) -> Routine:
        """The routine of `own` without its reasons. KeyError for an id that is not known."""
        return self.own(ident).routine

    def focus(self, minutes: float | None = None, at: datetime | None = None) -> Focus | NoFocus:
        """The routine for the focus areas of the last test, as it is before any level, of the length that the person
        chose or of `minutes`; or why there is none.
        """
        return self.doses.focus(self.library.catalogue, at or self.clock.wall(), minutes)

    def barred(self) -> frozenset[str]:
        """The exercises that a condition of this person bars: no picture shows one of them as theirs."""
        return barred_by(self.conditions(), self.library.catalogue.exercises)

    def within_reach(self) -> Catalogue:
        """The library with those routines alone of which the person's conditions leave something, and for which they
        have what is needed: what is named as an answer to their test.
        """
        catalogue = self.library.catalogue
        there = {
            ident: routine
            for ident, routine in catalogue.routines.items()
            if not self.own(ident).is_empty and not self.lacks(ident)
        }
        return replace(catalogue, routines=there)

    def as_written(self, ident: str) -> Routine:
        """The routine of its file, or as a plan has it in the week that `ident` names, or the one for the focus areas.
        KeyError.
        """
        routine = find_routine(ident, self.library.catalogue)
        if routine is None and ident == FOCUS and isinstance(made := self.focus(), Focus):
            routine = made.routine
        if routine is None:
            raise KeyError(ident)
        return routine

    def _at_chosen_length(self, routine: Routine) -> Routine:
        from coach.progress.lengths import with_kept_length

        if chosen_length(routine, self.library.catalogue.exercises) is None:
            return routine
        if routine.id in self._lengths:
            return with_length(routine, self._lengths[routine.id])
        return with_kept_length(routine, self.store)

    def timeline(self, kind: str, ident: str, *, as_written: bool = False, at: datetime | None = None) -> Timeline:
        """The timeline of a routine, a test or an exercise by itself, in the person's language. KeyError for an id that
        is not known.

        Of a routine that of `own`, at the moment `at` where that is not now, unless it is wanted `as_written`.
        """
        catalogue, language = self.library.catalogue, self.language.tag
        from coach.session.compile import compile_exercise, compile_test

        if kind == "test":
            return compile_test(catalogue.tests[ident], catalogue, language)
        if kind == "exercise":
            from coach.progress.loads import load_alone

            exercise = catalogue.exercises[ident]
            return compile_exercise(exercise, catalogue, language, load_alone(exercise, self.store))
        routine = self.as_written(ident) if as_written else self.own(ident, at).routine
        return self._compiled.timeline(routine, catalogue, language)

    @property
    def phrases(self) -> Phrases:
        """The coaching's phrases in the person's language."""
        return Phrases(self.library.catalogue.coaching.phrases, self.language.tag)

    def routine_seconds(self, ident: str) -> float:
        """How long the routine `ident` takes, without making its timeline. KeyError for an id that is not known."""
        return self._seconds_of(ident)

    def _seconds_of(self, ident: str, at: datetime | None = None) -> float:
        return extent(self.own(ident, at).routine, self.library.catalogue.exercises).seconds

    def length(self, kind: str, ident: str) -> Length | Timeline:
        """How long the session of `timeline` takes, for whoever wants no more of it. KeyError as there."""
        if kind == "test":
            return length_of_test(self.library.catalogue.tests[ident])
        if kind != "routine":
            return self.timeline(kind, ident)
        return length_of(self.own(ident).routine, self.library.catalogue.exercises)

    def today(self, at: datetime | None = None) -> Today:
        """What is due now or at the moment `at`, what is offered and asked, and how it goes (docs/today.md)."""
        from coach.today.agenda import known_of, today

        moment = at or self.clock.wall()
        known, seconds_of = known_of(self.store, moment), partial(self._seconds_of, at=moment)
        return today(self.library.catalogue, known, moment, seconds_of, self.wishes(moment), self.clock.local)

    def today_and_week(self, at: datetime) -> tuple[Today, PlannedWeek]:
        """Both for one moment: what is known is read once."""
        from coach.today.agenda import known_of, today_and_week

        known, seconds_of = known_of(self.store, at), partial(self._seconds_of, at=at)
        return today_and_week(self.library.catalogue, known, at, seconds_of, self.wishes(at), self.clock.local)

    def planned(self, at: datetime | None = None) -> Calendar:
        """What is planned for the person on every day, by what is known now or at the moment `at`."""
        from coach.today.agenda import calendar_of

        store = self.store
        return calendar_of(self.library.catalogue, store.plans(), store.conditions(), at or self.clock.wall())

    def week(self, at: datetime | None = None) -> PlannedWeek:
        """The plan that is followed now or at the moment `at`, and its week day by day."""
        from coach.today.agenda import known_of, week

        moment = at or self.clock.wall()
        known = known_of(self.store, moment)
        return week(self.library.catalogue, known, moment, self.wishes(moment), self.clock.local)

    def choose_length(self, ident: str, seconds: float, *, remember: bool = True) -> None:
        """How long the routine `ident` shall be, 1 to 3600 seconds: from now on, or in this run of the program alone.
        ValueError where it cannot be that long.
        """
        from coach.progress.lengths import keep_length

        routine = self.as_written(ident)
        if remember:
            keep_length(routine, seconds, self.store)
        else:
            with_length(routine, seconds)  # judges it
            self._lengths[ident] = seconds

    @property
    def lengths_of_now(self) -> tuple[tuple[str, float], ...]:
        """The routines whose length was chosen for this run of the program alone, and that."""
        return tuple(self._lengths.items())

    def cut_short(self) -> CutShort | None:
        """The last session, if it was cut short lately, and where it goes on: with the doses that it began with, and
        nowhere where what is left of it holds an exercise that is not for this person now.
        """
        from coach.cut_short import cut_short

        def as_begun(one: Unfinished) -> Timeline:
            from coach.wiring.as_begun import AsBegun

            return AsBegun(self, one.kind, one.target, one.started).cut_short(one.id)

        found = cut_short(self.store, as_begun)
        if found is None:
            return None
        from coach.wiring.as_begun import for_now

        return for_now(self, found)
