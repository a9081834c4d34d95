"""The routines as this person does them: their doses, their conditions, and the focus routine of their last test.

Pages ask for the same routines again and again. What was worked out is kept until something is recorded or told, the
library changes, or the moment comes from which it may be otherwise: midnight, the end of a rest.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from coach.content.catalogue import Catalogue
from coach.content.model import Exercise, Plan, PlanItem, Routine
from coach.progression.focus import FOCUS, Focus, NoFocus, focus_routine, named
from coach.progression.focus_steps import Spoken
from coach.progression.kit import Lacking, lacking, missing_for
from coach.progression.own import NOTHING, REST_AFTER_WORSE, OwnRoutine, Person, own_routine
from coach.session.phrases import Phrases
from coach.session.planned import place_of, routine_of
from coach.settings import FOCUS_MINUTES, KIT_MISSING
from coach.values import dataclass, replace
from coach.wiring.comes_to import comes_to_the_same
from coach.wiring.folding import Folding
from coach.wiring.told import Told
from coach.words.language import ENGLISH, Language
from coach.words.library import focus_title
from coach.words.progression import why_this_focus

if TYPE_CHECKING:
    from coach.clock import Clock
    from coach.progress.store import Store
    from coach.progression.choosing import Option
    from coach.progression.coming import Coming
    from coach.progression.follows import Follows
    from coach.progression.neighbour import Neighbour, Way

_A_DAY = timedelta(days=1)
_MATTERS = ("plans", "areas", "coaching")  # shelves on which a routine as somebody does it depends


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The library with the focus routine in place of its routines."""

    routines: Mapping[str, Routine]
    plans: Mapping[str, Plan]
    exercises: Mapping[str, Exercise]


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was worked out for a moment, and from when on it may be otherwise."""

    own: OwnRoutine
    since: datetime
    until: datetime

    def holds(self, at: datetime) -> bool:
        """Whether it is the same at that moment, in the same zone."""
        return self.since <= at < self.until and self.since.utcoffset() == at.utcoffset()


class Doses:
    """What this person does of every routine, by what the store has of them."""

    def __init__(self, store: Store, clock: Clock, language: Language = ENGLISH) -> None:
        self._store, self._language = store, language
        self._folding, self._told = Folding(store, clock), Told(store)
        self._kept: dict[tuple[str, object], _Kept] = {}
        self._of: tuple[Catalogue, object] | None = None

    def own(self, ident: str, catalogue: Catalogue, at: datetime) -> OwnRoutine | None:
        """The routine `ident`, of its file or as a plan has it, at the moment `at`; None where there is none."""
        version = self._store.past_version
        if self._of is None or self._of[0] is not catalogue or self._of[1] != version:
            self._kept = self._still(catalogue) if self._of is not None and self._of[1] == version else {}
            self._of = catalogue, version
        key = ident, (self._store.get(FOCUS_MINUTES), self._store.get(KIT_MISSING)) if ident == FOCUS else None
        kept = self._kept.get(key)
        if kept is None or not kept.holds(at):
            file = self._file(routine_of(ident), catalogue, at)
            if file is None:
                return None
            person = self._person(file, catalogue, at)
            own = self._worked_out(ident, catalogue, person, at)
            if own is None:
                return None
            kept = self._kept[key] = _Kept(own, at, self._until(own, person, at))
        return kept.own

    def _still(self, catalogue: Catalogue) -> dict[tuple[str, object], _Kept]:
        """What was worked out and is the same in another library: where one file changed most of it is."""
        before = self._of[0] if self._of is not None else catalogue
        if any(getattr(before, shelf) is not getattr(catalogue, shelf) for shelf in _MATTERS):
            return {}
        found = {}
        for key, kept in self._kept.items():
            file = before.routines.get(routine_of(key[0]))
            if file is None or file is not catalogue.routines.get(file.id):
                continue
            is_planned = file.id != key[0]  # a plan may name exercises that the file knows nothing of
            if before.exercises is catalogue.exercises or (
                not is_planned and comes_to_the_same(file, before.exercises, catalogue.exercises)
            ):
                found[key] = kept
        return found

    @property
    def until(self) -> datetime | None:
        """The moment from which on something that was worked out may be otherwise; None before anything was."""
        return min((kept.until for kept in self._kept.values()), default=None)

    def lacks(self, ident: str, catalogue: Catalogue, at: datetime) -> tuple[Lacking, ...]:
        """What the person has not got for the routine `ident` as they do it at the moment `at`; nothing for an unknown
        id.
        """
        missing = self._store.get(KIT_MISSING)
        own = self.own(ident, catalogue, at) if missing else None
        return () if own is None else lacking(own.routine, catalogue.exercises, missing, self.conditions(at))

    def own_with(self, ident: str, catalogue: Catalogue, at: datetime, instead: Mapping[str, str]) -> OwnRoutine | None:
        """As `own`, with exercises in the place of those that the file names, whatever their level is."""
        file = self._file(routine_of(ident), catalogue, at)
        if file is None:
            return None
        return self._worked_out(ident, catalogue, self._person(file, catalogue, at), at, instead)

    def alone(self, ident: str, catalogue: Catalogue, at: datetime) -> OwnRoutine | None:
        """An exercise by itself at the moment `at`: what conditions and a worse morning leave of it; None for an
        unknown one.
        """
        from coach.session.compile import alone

        exercise = catalogue.exercises.get(ident)
        if exercise is None:
            return None
        file = alone(exercise)
        shelf = _Shelf({ident: file}, {}, catalogue.exercises)
        return own_routine(ident, shelf, self._person(file, catalogue, at), at)

    def neighbour(
        self, way: Way, kind: str, ident: str, catalogue: Catalogue, at: datetime, *, named: str, doing: str
    ) -> Neighbour | None:
        """The next easier or harder exercise to the one that is done in the place of `named`, of a routine or of a
        session of one exercise; None where there is none to be done at the moment `at`.
        """
        from coach.progression.neighbour import neighbour
        from coach.session.compile import alone

        is_alone = kind == "exercise"
        file = alone(catalogue.exercises[ident]) if is_alone else self._file(routine_of(ident), catalogue, at)
        if file is None:
            return None
        person = self._person(file, catalogue, at)
        item = None if is_alone else self._item(ident, catalogue)
        found = neighbour(way, file, catalogue.exercises, person, at, named=named, doing=doing, item=item)
        missing = self._store.get(KIT_MISSING)
        return None if found is None or missing_for(found.exercise, missing) else found

    def follows(self, ident: str, session: str, catalogue: Catalogue, at: datetime) -> Follows | None:
        """What the session with this uid leads to for the next one of its routine `ident`, by what is told at `at`;
        None where nothing does, or either is not there.
        """
        from coach.progression.follows import follows

        file = self._file(routine_of(ident), catalogue, at)
        for whole in (False, True):  # it is one of the last, hardly ever one of those that are folded
            person = None if file is None else self._person(file, catalogue, at, whole=whole)
            found = next((one for one in (person.sessions if person else ()) if one.uid == session), None)
            if file is not None and person is not None and found is not None:
                return follows(file, catalogue.exercises, person, found, at)
        return None

    def options(self, ident: str, catalogue: Catalogue, at: datetime) -> dict[str, tuple[Option, ...]]:
        """What may be chosen for each exercise of the routine `ident` at the moment `at`, by the file's ids."""
        file = self._file(routine_of(ident), catalogue, at)
        if file is None:
            return {}
        person = self._person(file, catalogue, at)
        from coach.progression.choosing import options

        return options(file, catalogue.exercises, person, at, self._item(ident, catalogue))

    def coming(self, ident: str, catalogue: Catalogue, at: datetime, waiting: Collection[str] = ()) -> Coming | None:
        """What rises next in the routine `ident` if its sessions go on going well; None where nothing will. `waiting`:
        the exercises in whose place the plan has another now.
        """
        file = self._file(routine_of(ident), catalogue, at)
        if file is None or file.progress is None:
            return None
        from coach.progression.coming import coming

        return coming(file, catalogue.exercises, self._person(file, catalogue, at), at, waiting)

    def focus(self, catalogue: Catalogue, at: datetime, minutes: float | None = None) -> Focus | NoFocus:
        """The routine for the focus areas of the last test until `at`, as long as the person chose, or `minutes`."""
        test = next(iter(self._store.tests_of_late(at, at)), None)
        if test is None:
            return NoFocus("no-test")
        wanted = 60 * (self._store.get(FOCUS_MINUTES) if minutes is None else minutes)
        missing = self._store.get(KIT_MISSING)
        phrases = Phrases(catalogue.coaching.phrases, self._language.tag)
        spoken = Spoken(phrases.fetch, phrases.fix, lambda: phrases.words("take-off"), phrases.come_up)
        made = focus_routine(test.scored.focus, wanted, catalogue, self.conditions(at), missing, spoken)
        if isinstance(made, NoFocus):
            return made
        areas = [catalogue.areas[area].title for area in made.areas]
        return named(made, focus_title(self._language), why_this_focus(areas, test.at.date(), self._language))

    def fold(self, catalogue: Catalogue, at: datetime) -> None:
        """Work out what the past of every routine has come to, so that it is kept when somebody looks: after a long
        history was taken in. A thread of its own may do it, with doses of its own.
        """
        for ident in (*catalogue.routines, FOCUS):
            file = self._file(ident, catalogue, at)
            if file is not None:
                self._person(file, catalogue, at)

    def _item(self, ident: str, catalogue: Catalogue) -> PlanItem | None:
        place = place_of(ident, catalogue)
        return None if place is None else place.item

    def _file(self, ident: str, catalogue: Catalogue, at: datetime) -> Routine | None:
        if ident != FOCUS or FOCUS in catalogue.routines:
            return catalogue.routines.get(ident)
        made = self.focus(catalogue, at)
        return made.routine if isinstance(made, Focus) else None

    def _worked_out(
        self, ident: str, catalogue: Catalogue, person: Person, at: datetime, instead: Mapping[str, str] = NOTHING
    ) -> OwnRoutine | None:
        if ident != FOCUS or FOCUS in catalogue.routines:
            return own_routine(ident, catalogue, person, at, instead)
        made = self.focus(catalogue, at)
        if isinstance(made, NoFocus):
            return None
        own = own_routine(
            ident, _Shelf({FOCUS: made.routine}, catalogue.plans, catalogue.exercises), person, at, instead
        )
        return None if own is None else replace(own, left_out=(*made.left_out, *own.left_out))

    def _person(self, file: Routine, catalogue: Catalogue, at: datetime, *, whole: bool = False) -> Person:
        """What matters for one routine: its sessions where it has levels, and those after which exercises may rest."""
        conditions = self.conditions(at)
        person = self._folding.person(file, catalogue.exercises, self._told.choices(), conditions, at, whole=whole)
        read = {one.uid for one in person.sessions}
        resting = [one for one in self._told.worse(at - REST_AFTER_WORSE, at) if one.uid not in read]
        return replace(person, sessions=(*person.sessions, *resting))

    def conditions(self, at: datetime) -> frozenset[str]:
        """The conditions that bar exercises at the moment `at`."""
        told = [one for one in self._told.conditions() if one.at <= at]
        return told[-1].barring if told else frozenset()

    def _until(self, own: OwnRoutine, person: Person, at: datetime) -> datetime:
        """From when on the same past may give something else: pauses count days, rests end, a clock was wrong."""
        moments = [
            datetime.combine(at.date() + _A_DAY, time(), at.tzinfo),
            *(one.until for one in own.left_out if one.until is not None),
            *(one.at for one in person.choices),
            *(one.at for one in self._told.conditions()),
        ]
        later = self._told.next_moment(at)
        return min(moment for moment in [*moments, *([] if later is None else [later])] if moment > at)
