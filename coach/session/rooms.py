"""How much time each sentence has, which are said one behind the other, and by when each should be over.

- Sentences that are due at one moment are said one behind the other, in the order of the timeline: "Halfway. Run tall."
- A sentence that would not be over when one of higher rank is due, at a later moment, is left out.
- So is one behind which, at the same moment, one of higher rank is due, when there is no time for both: before a third
  one of higher rank still, or before the work that is announced.

That is `room`, and only a higher rank limits it: between equals the first to come is said, and the next one waits for
it. That none has to wait is what `over_by` asks, of a voice that can be faster.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from coach.session.speech import CALM, spoken_seconds
from coach.session.timeline import Interval, TimedCue
from coach.values import replace


def with_rooms(cues: Sequence[TimedCue], intervals: Sequence[Interval]) -> list[TimedCue]:
    """The cues, in order of time, with `room` and `joined` set on sentences."""
    coming: list[TimedCue] = []  # later sentences that no nearer one outranks, the nearest last
    placed: list[TimedCue] = []
    for _, together in groupby(reversed(cues), lambda cue: (cue.at, cue.say is not None)):
        moment = list(together)[::-1]
        if moment[0].say is not None:
            rooms = _rooms(moment, coming, intervals)
            highest = max(moment, key=lambda cue: cue.rank)
            moment = [
                replace(cue, room=room, joined=cue is not moment[0]) for cue, room in zip(moment, rooms, strict=True)
            ]
            while coming and coming[-1].rank <= highest.rank:
                coming.pop()
            coming.append(highest)
        placed += moment[::-1]
    return placed[::-1]


def over_by(cue: TimedCue, following: Iterable[TimedCue], intervals: Sequence[Interval]) -> float | None:
    """The seconds after which a sentence keeps another of its own or a higher rank waiting, or the work that it
    announces has begun; None where neither comes. `following` are the later sentences, in order.
    """
    next_one = next((other.at - cue.at for other in following if other.rank >= cue.rank and other.at > cue.at), None)
    ends = [seconds for seconds in (next_one, _end(cue, intervals)) if seconds is not None]
    return min(ends, default=None)


def _rooms(moment: Sequence[TimedCue], coming: Sequence[TimedCue], intervals: Sequence[Interval]) -> list[float | None]:
    """For each sentence of one moment the seconds in which it must be over; None: as long as it likes."""
    later = [next((other.at - cue.at for other in reversed(coming) if other.rank > cue.rank), None) for cue in moment]
    rooms: list[float | None] = []
    for number, cue in enumerate(moment):
        limits = [later[number]]
        for place in range(number + 1, len(moment)):
            if moment[place].rank > cue.rank:
                ends = [end for end in (later[place], _end(moment[place], intervals)) if end is not None]
                behind = CALM * sum(spoken_seconds(one.say or "") for one in moment[number + 1 : place + 1])
                limits += [max(0.0, min(ends) - behind)] if ends else []
        rooms.append(min((limit for limit in limits if limit is not None), default=None))
    return rooms


def _end(cue: TimedCue, intervals: Sequence[Interval]) -> float | None:
    """The seconds until what it speaks of begins; None where it speaks of what is being done."""
    interval = intervals[cue.interval] if 0 <= cue.interval < len(intervals) else None
    if interval is None or interval.kind == "work" or interval.is_open or cue.from_end:
        return None
    return interval.end - cue.at
