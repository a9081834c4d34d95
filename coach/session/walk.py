"""The way through a timeline's intervals, on the session's own time line and without a clock."""

from __future__ import annotations

from coach.session.agenda import Due, agenda, cues_by_interval
from coach.session.repetitions import seconds_more
from coach.session.timeline import Interval, TimedCue, Timeline

_EPSILON = 1e-9  # sums of floats may fall this short of a moment
_NOTHING = Interval("rest", 0.0, 0.0)  # where a timeline without intervals stands


class Walk:
    """The interval under way, since when, how long it is by now, and what is still due in it. Positions in seconds."""

    def __init__(self, timeline: Timeline, first: int, has_keyboard: bool) -> None:
        self._intervals = timeline.intervals
        self._has_keyboard = has_keyboard
        self._cues = self._cues_of(timeline)
        self._agenda: list[Due] = []
        self._happened: list[Due] = []
        self.index = min(max(first, 0), len(self._intervals))
        self.started = self._intervals[self.index].start if self.index < len(self._intervals) else timeline.seconds
        self.lengths = tuple(interval.seconds for interval in self._intervals)

    @property
    def is_over(self) -> bool:
        """Whether the last interval has been left."""
        return self.index >= len(self._intervals)

    @property
    def interval(self) -> Interval:
        """The interval under way; once all are over, the last one."""
        return self._intervals[min(self.index, len(self._intervals) - 1)] if self._intervals else _NOTHING

    @property
    def length(self) -> float:
        """How long the interval under way is by now, with what was added to it."""
        return self.lengths[min(self.index, len(self.lengths) - 1)] if self.lengths else 0.0

    @property
    def following(self) -> Interval | None:
        """The interval after the one under way; None in the last one and once all are over."""
        return self._intervals[self.index + 1] if self.index + 1 < len(self._intervals) else None

    @property
    def last_cues(self) -> list[TimedCue]:
        """What is said and sounded at the session's end."""
        return self._cues[-1]

    @property
    def ends_by_itself(self) -> bool:
        """Whether time ends the interval under way: not at one's own pace and not in a `wait`, if there are keys."""
        return not self._has_keyboard or not (self.interval.wait or self.interval.open == "own")

    def begin(self, index: int, position: float) -> None:
        """Interval `index` starts at `position`."""
        self.index, self.started = index, position
        self._happened = []
        self._agenda = [] if self.is_over else agenda(self.interval, self.length, self._cues[index])

    def next_position(self) -> float | None:
        """Where the next thing happens: something due, or the interval's end; None where only a person goes on."""
        if self._agenda:
            return self.started + self._agenda[0].offset
        return self.started + self.length if self.ends_by_itself else None

    def take(self) -> Due | None:
        """The next thing due, taken from the agenda; None when it is the interval's end."""
        if not self._agenda:
            return None
        due = self._agenda.pop(0)
        self._happened.append(due)
        return due

    def replace(self, timeline: Timeline) -> None:
        """Go on in `timeline`, which is the same up to the interval under way, that one included."""
        after = self.index + 1
        cues = self._cues_of(timeline)
        self._cues = [*self._cues[:after], *cues[after:]]
        self._intervals = timeline.intervals
        self.lengths = (*self.lengths[:after], *(interval.seconds for interval in timeline.intervals[after:]))

    def _cues_of(self, timeline: Timeline) -> list[list[TimedCue]]:
        """The cues of each interval; nobody is asked for a key who has none."""
        groups = cues_by_interval(timeline)
        return groups if self._has_keyboard else [[cue for cue in one if cue.event != "wait"] for one in groups]

    def grow(self, position: float, seconds: float) -> None:
        """Make the interval longer by at least `seconds`. What belongs to its end moves and may happen again."""
        length = self.length + seconds_more(self.interval, seconds)
        self.lengths = (*self.lengths[: self.index], length, *self.lengths[self.index + 1 :])
        elapsed = position - self.started + _EPSILON
        dues = agenda(self.interval, length, self._cues[self.index])
        self._agenda = [due for due in dues if due.offset > elapsed or not self._has_happened(due)]

    def _has_happened(self, due: Due) -> bool:
        return any(due.is_same(other) for other in self._happened)

    def end_cues(self) -> list[TimedCue]:
        """What is due at the very end of the interval under way."""
        return [due.cue for due in self._agenda if due.cue and due.offset >= self.length - _EPSILON]
