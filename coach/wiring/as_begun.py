"""A session with the doses that it began with, and the exercises that took over in it one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from coach.content.model import ExerciseStep, Routine
from coach.cut_short import CutShort
from coach.progress.loads import load_alone, with_own_loads
from coach.progression.conditions import is_barred
from coach.session.compile import alone, compile_taken_over
from coach.session.takeover import NothingLeft, TakenOver, Takeover
from coach.session.timeline import SessionKind, Timeline
from coach.settings import TAKEN_OVER, Swap
from coach.values import dataclass, replace

if TYPE_CHECKING:
    from coach.wiring.personal import Personal

_BEFORE = timedelta(milliseconds=1)
"""So long before its beginning a session is none of the past that its doses follow from."""


@dataclass(frozen=True, slots=True)
class AsBegun:
    """A session of a routine, an exercise or a test that began at a moment, by the library as it is now. Its methods
    raise KeyError where what it was made of is not there any more.
    """

    parts: Personal
    kind: SessionKind
    target: str
    begun: datetime

    def timeline(self, swaps: Sequence[Swap] = ()) -> Timeline:
        """As it was begun, or taken over by `swaps`; NothingLeft where it cannot be."""
        if not swaps:
            return self.parts.timeline(self.kind, self.target, at=self.begun - _BEFORE)
        return self.taken_over(swaps).timeline

    def taken_over(self, swaps: Sequence[Swap]) -> TakenOver:
        """Taken over by `swaps`, at least one; NothingLeft where it cannot be."""
        takeovers = [
            Takeover(swap.at, swap.named, self._routine({one.named: one.exercise for one in swaps[: number + 1]}))
            for number, swap in enumerate(swaps)
        ]
        return compile_taken_over(self.kind, self._routine({}), takeovers, self.parts.library.catalogue)

    def cut_short(self, session: int) -> Timeline:
        """As it was when it was cut short; as it was begun where what took over cannot be found again."""
        try:
            return self.timeline(swaps_of(self.parts, session))
        except NothingLeft:
            return self.timeline()

    def _routine(self, instead: dict[str, str]) -> Routine:
        catalogue, at = self.parts.library.catalogue, self.begun - _BEFORE
        if self.kind == "exercise":
            exercise, other = catalogue.exercises[self.target], instead.get(self.target, self.target)
            whole = alone(exercise, load_alone(exercise, self.parts.store), self.parts.phrases)
            load = load_alone(catalogue.exercises[other], self.parts.store)
            if other == self.target:
                return whole
            return replace(whole, steps=(*whole.steps[:-1], ExerciseStep(other, named=self.target, load=load)))
        if not instead:
            return self.parts.own(self.target, at).routine
        own = self.parts.doses.own_with(self.target, catalogue, at, instead)
        if own is None:
            raise KeyError(self.target)
        return with_own_loads(own.routine, catalogue.exercises, self.parts.store)


def swaps_of(parts: Personal, session: int | None) -> tuple[Swap, ...]:
    """What took over in the session of the store with this id."""
    kept = parts.store.get(TAKEN_OVER)
    return kept.swaps if session is not None and kept.session == session else ()


def for_now(parts: Personal, found: CutShort) -> CutShort:
    """`found`, without a place to go on where what is left of it holds an exercise that is not for this person now: by
    a condition that they told meanwhile, or after a worse morning.
    """
    first, timeline, record = found.place.first, found.timeline, found.record
    if first is None or timeline is None or record.kind == "test":
        return found
    catalogue, at = parts.library.catalogue, parts.clock.wall()
    own_of = parts.doses.own if record.kind == "routine" else parts.doses.alone
    own, conditions = own_of(record.target, catalogue, at), parts.conditions()
    resting = {one.named for one in own.left_out if one.until is not None} if own is not None else set()
    barred = any(
        (one.named or one.exercise) in resting or is_barred(catalogue.exercises[one.exercise], conditions)
        for one in timeline.intervals[first:]
        if one.kind == "work" and one.exercise is not None
    )
    return replace(found, place=replace(found.place, first=None)) if barred else found
