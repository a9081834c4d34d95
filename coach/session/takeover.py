"""Another exercise takes over in a running session: from where the session stands on, in the place of the file's.

What was lived stays as it was, the interval under way included, so that its number stands for nothing else. Behind it
the other exercise is led to and done for the sets that are left, with its own dose; wherever the session comes to the
same exercise of the file again, it is the other one, too.
"""

from __future__ import annotations

from collections.abc import Sequence

from coach.content.model import Routine
from coach.session.layout import Piece, Run, sets_of, towards, with_sides
from coach.session.timeline import Interval, Timeline
from coach.values import dataclass, replace

LEAD_SECONDS = 10.0
"""To change to the other exercise, at least: nobody was told of it before (our choice)."""


class NothingLeft(ValueError):  # noqa: N818 - it is no fault, there is only nothing to take over
    """Of the exercise nothing is left in the session, or the other routine is not the same one otherwise."""


@dataclass(frozen=True, slots=True)
class Takeover:
    """From interval `at` on, `routine` takes over: the session's own, with another exercise in the place of `named`."""

    at: int
    named: str
    routine: Routine


@dataclass(frozen=True, slots=True)
class TakenOver:
    """The timeline with all takeovers; the last one was made at interval `at`, which it `leaves` or lets go on."""

    timeline: Timeline
    at: int
    leaves: bool


def is_of(interval: Interval, named: str) -> bool:
    """Whether it is work of the exercise that the file names so, or of another in its place."""
    return interval.kind == "work" and named in (interval.named, interval.exercise if interval.named is None else None)


def taken_over(pieces: Sequence[Piece], other: Sequence[Piece], takeover: Takeover) -> tuple[list[Piece], bool]:
    """The session's `pieces` up to where it stands, then those of `other`, which is its routine with the exercise
    replaced; and whether the piece under way is left for it. NothingLeft.
    """
    at, named = takeover.at, takeover.named
    coming = next((i for i, one in enumerate(pieces) if i >= at and is_of(one.interval, named)), None)
    run = pieces[coming].run if coming is not None else None
    if coming is None or run is None or _runs(pieces) != _runs(other):
        raise NothingLeft(named)
    works = [(i, one.run) for i, one in enumerate(other) if one.run and one.run.order == run.order and _is_work(one)]
    first, instead = works[0]
    here = pieces[at].run
    if here is None or here.order != run.order:
        return [*pieces[: at + 1], *other[first - (coming - at - 1) :]], False
    left = _left(pieces[coming].interval, instead)
    lead = towards("between", max(LEAD_SECONDS, takeover.routine.between), left[0].run or instead)
    return [*pieces[: at + 1], *with_sides([lead, *left]), *other[works[-1][0] + 1 :]], True


def _left(coming: Interval, run: Run) -> list[Piece]:
    """What of `run` is done in the place of what is left of the sets from `coming` on: not more than either has."""
    sets = min((coming.sets or 1) - (coming.set or 1) + 1, run.dose.sets)
    pieces = [one for one in sets_of(replace(run, dose=replace(run.dose, sets=sets))) if one.interval.seconds > 0]
    if coming.side == "right" and run.dose.sides == "both":  # the left side of this set is done
        return pieces[next(i for i, one in enumerate(pieces) if one.interval.side == "right") :]
    return pieces


def _is_work(piece: Piece) -> bool:
    return piece.interval.kind == "work"


def _runs(pieces: Sequence[Piece]) -> list[tuple[int, str]]:
    """The exercises of the file in running order, each as often as the session comes to it."""
    runs = {one.run.order: one.run for one in pieces if one.run is not None}
    return [(order, runs[order].named or runs[order].exercise.id) for order in sorted(runs)]
