"""The easier and the harder exercise in a running session: what there is, that it takes over, and that it is kept."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from coach.conductor import Conductor
from coach.progression.choosing import Option
from coach.progression.neighbour import Variant, Way
from coach.progression.past import What
from coach.session.events import Event
from coach.session.planned import routine_of
from coach.session.takeover import NothingLeft, TakenOver, is_of
from coach.settings import TAKEN_OVER, Swap
from coach.settings import TakenOver as Kept
from coach.wiring.as_begun import AsBegun, swaps_of

if TYPE_CHECKING:
    from coach.wiring.parts import Parts


class Variants:
    """Those of one session of a routine or of an exercise, as `conductor` has it."""

    def __init__(self, parts: Parts, conductor: Conductor) -> None:
        self._parts, self._conductor = parts, conductor
        self._swaps: tuple[Swap, ...] | None = None

    def of_what_hurts(self) -> Variant | None:
        """What is easier than the exercise that was done last, which hurts."""
        return self._beside("easier", self._conductor.named_now)

    def beside(self, way: Way) -> Variant | None:
        """What is easier or harder than the exercise at hand, or the one to come."""
        return self._beside(way, self._conductor.named_at_hand)

    def keep(self, variant: Variant) -> None:
        """Have it the next times, too, where a choice does that."""
        if variant.keeps is not None:
            ident = routine_of(self._conductor.timeline.id)
            self._parts.store.add_choice(ident, variant.named, variant.keeps)

    def take_over(self, variant: Variant) -> list[Event]:
        """Have it from now on in the session, where it can take over; what comes of that."""
        return [] if variant.now is None else self._take_over(variant.named, variant.now.id)

    def _take_over(self, named: str, exercise: str) -> list[Event]:
        taken = self._taken(named, exercise)
        if taken is None or self._conductor.session is None:
            return []
        events = self._conductor.take_over(taken)
        if self._conductor.timeline is taken.timeline:  # else the session has gone on meanwhile
            self._swaps = (*self._so_far(), Swap(taken.at, named, exercise))
            self._parts.store.keep(TAKEN_OVER, Kept(self._conductor.session, self._swaps).as_json())
        return events

    def _beside(self, way: Way, named: str | None) -> Variant | None:
        timeline = self._conductor.timeline
        if named is None or timeline.kind == "test":
            return None
        doing = self._doing(named)
        catalogue, at = self._parts.library.catalogue, self._parts.clock.wall()
        if doing not in catalogue.exercises:
            return None
        found = self._parts.doses.neighbour(way, timeline.kind, timeline.id, catalogue, at, named=named, doing=doing)
        if found is not None and self._taken(named, found.exercise.id) is not None:
            return Variant(way, named, found.exercise, found.keeps)
        option = next((one for one in self._options(named) if one.what in _CHOICES[way]), None)
        return None if option is None else Variant(way, named, None, option.what, option)

    def _options(self, named: str) -> tuple[Option, ...]:
        timeline = self._conductor.timeline
        return self._parts.options(timeline.id).get(named, ()) if timeline.kind == "routine" else ()

    def _doing(self, named: str) -> str:
        """What is done in its place: at hand, or next, or at last."""
        intervals, index = self._conductor.timeline.intervals, self._conductor.view().index
        of = [(at, one.exercise) for at, one in enumerate(intervals) if one.exercise and is_of(one, named)]
        coming = [exercise for at, exercise in of if at >= index]
        return coming[0] if coming else of[-1][1]

    def _taken(self, named: str, exercise: str) -> TakenOver | None:
        """The session with that exercise from here on; None where nothing is left to be taken over."""
        conductor = self._conductor
        try:
            session = AsBegun(self._parts, conductor.timeline.kind, conductor.timeline.id, self._begun)
            if session.timeline(self._so_far()).intervals != conductor.timeline.intervals:
                return None  # the files are others by now
            return session.taken_over((*self._so_far(), Swap(conductor.view().index, named, exercise)))
        except (NothingLeft, KeyError):
            return None

    @property
    def _begun(self) -> datetime:
        session = self._conductor.session
        begun = None if session is None else self._parts.store.begun_of_session(session)
        return begun or self._parts.clock.wall()

    def _so_far(self) -> tuple[Swap, ...]:
        if self._swaps is None:
            self._swaps = swaps_of(self._parts, self._conductor.session)
        return self._swaps


_CHOICES: dict[Way, tuple[What, ...]] = {"easier": ("easier",), "harder": ("harder", "up")}
