"""The session that was cut short, found again in its routine as that is now."""

from __future__ import annotations

from collections.abc import Callable

from coach.progress.records import Unfinished
from coach.progress.store import Store
from coach.session.going_on import GoingOn, go_on
from coach.session.timeline import Timeline
from coach.values import dataclass

NOWHERE = GoingOn(None, {}, ())


@dataclass(frozen=True, slots=True)
class CutShort:
    """`record` is what the store knows of it. `timeline` is that of its routine now, None where there is none any more;
    `place` says where in it the session goes on, if its place is to be found. A test goes on from its beginning.
    """

    record: Unfinished
    timeline: Timeline | None = None
    place: GoingOn = NOWHERE


def cut_short(store: Store, timeline_of: Callable[[Unfinished], Timeline]) -> CutShort | None:
    """The last session, if it has no end and something is left of it. `timeline_of` gives its timeline as it is now for
    who began it then; KeyError where it is gone.
    """
    record = store.unfinished()
    if record is None:
        return None
    try:
        timeline = timeline_of(record)
    except KeyError:
        return CutShort(record)
    kept = store.intervals(record.id) if record.kind != "test" else ()
    place = go_on(kept, timeline.intervals, record.intervals)
    return None if place.first == len(timeline.intervals) else CutShort(record, timeline, place)
