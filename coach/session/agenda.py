"""What happens within one interval, and when: its cues and the starts of its repetitions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from coach.session.repetitions import repetition_start, repetitions_in
from coach.session.timeline import Interval, TimedCue, Timeline
from coach.values import dataclass


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that happens `offset` seconds into its interval: a cue, or the start of repetition `repetition`.

    A cue that has a repetition is that of the first one, once more.
    """

    offset: float
    cue: TimedCue | None = None
    repetition: int = 0

    def is_same(self, other: Due) -> bool:
        """Whether both are the same thing, wherever it has moved to."""
        return self.cue is other.cue and self.repetition == other.repetition


def cues_by_interval(timeline: Timeline) -> list[list[TimedCue]]:
    """The cues of each interval in their order, those of the session's end last.

    Two equal sounds at one moment would only be louder: the second one is left out.
    """
    groups: list[list[TimedCue]] = [[] for _ in range(len(timeline.intervals) + 1)]
    sounding = set()
    for cue in timeline.cues:
        key = (cue.interval, cue.at, cue.sound)
        if cue.sound is None or key not in sounding:
            groups[cue.interval].append(cue)
        sounding.add(key)
    return groups


def agenda(interval: Interval, length: float, cues: Sequence[TimedCue]) -> list[Due]:
    """What is due in an interval that now is `length` seconds long, in order.

    Cues that belong to the end have moved with it, and the end of a hold sounds in repetitions that were added, too. At
    one moment a repetition starts before its cues.
    """
    grown = length - interval.seconds
    dues = [Due(cue.at - interval.start + (grown if cue.from_end else 0.0), cue) for cue in cues]
    if interval.is_counted:
        numbers = range(1, repetitions_in(interval, length) + 1)
        dues.extend(Due(repetition_start(interval, number), repetition=number) for number in numbers)
        first = [cue for cue in cues if cue.event == "back" and cue.at - interval.start < repetition_start(interval, 2)]
        dues.extend(
            Due(cue.at - interval.start + repetition_start(interval, number), cue, number)
            for number in numbers[interval.repetitions :]
            for cue in first
        )
    dues.extend(_more_beats(interval, length, cues))
    return sorted(dues, key=lambda due: (due.offset, due.cue is not None))


def _more_beats(interval: Interval, length: float, cues: Sequence[TimedCue]) -> Iterator[Due]:
    """The beats of the periods that were added."""
    beat = next((cue for cue in cues if cue.event == "beat"), None)
    if beat is not None and interval.every:
        for number in range(ceil(interval.seconds / interval.every), ceil(length / interval.every)):
            yield Due(number * interval.every, beat, number)
