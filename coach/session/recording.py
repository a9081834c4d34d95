"""A session as a file of sound: nobody can press a key there, so each wait lasts as long as one needs, and says so.

How long that is, is told by what its words name and by the exercise that comes (docs/format.md, How a routine becomes a
timeline). All of it is own choice, and generous: a file cannot see that somebody is still on the way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from coach.content.model import KIT, Coaching, Exercise, Text
from coach.session.arriving import is_on_the_floor, named_in, stays
from coach.session.introductions import GONE_TO
from coach.session.phrases import Phrases
from coach.session.script import Moment, Script
from coach.session.speech import voiced_seconds
from coach.session.timeline import Interval, TimedCue, Timeline
from coach.values import dataclass, field, replace

LEAST_SECONDS = 15.0
"""Behind the words of any wait."""

FIRST_SECONDS, EACH_MORE_SECONDS = 20.0, 10.0
"""To fetch the first thing, and each one more."""

GO_SECONDS, FIX_SECONDS, SET_UP_SECONDS, DOWN_SECONDS = 5.0, 30.0, 15.0, 10.0
"""To go to a wall or the like, to fix a band to something firm, to make ready what else an exercise sets up, as shoes,
and to get down to the floor.
"""

_STEP_SECONDS = 5.0  # what is told is a round number


def recorded(
    timeline: Timeline, exercises: Mapping[str, Exercise], coaching: Coaching, language: str = "en"
) -> Timeline:
    """The session as a file has it: every wait of a routine is long enough, and tells when it ends by itself. A test
    stays as it is.
    """
    if timeline.kind == "test":
        return timeline
    script = Script(coaching, language, timeline.title)
    told: dict[int, str] = {}
    lengths = [one.seconds for one in timeline.intervals]
    for index, seconds in _waits(timeline, exercises, script.phrases):
        told[index] = script.sentence("recorded", Moment(seconds=seconds)) or ""
        words = voiced_seconds(f"{timeline.intervals[index].text} {told[index]}")
        lengths[index] = max(lengths[index], ceil(words) + seconds)
    return _stretched(replace(timeline, cues=tuple(_told(timeline, told))), lengths)


@dataclass(slots=True)
class _Way:
    """How far a session has come: what is at hand, what was set up, the position, and the exercise for which a band was
    fixed last.
    """

    had: set[str] = field(default_factory=set)
    set_up: set[Text] = field(default_factory=set)
    position: str = "standing"
    fixed_for: str | None = None

    def needed(self, named: set[str], coming: Exercise | None) -> float:
        """The seconds to be ready for `coming`, where a wait has `named` these things."""
        things = [one for one in KIT if one in named - self.had]
        fetched = [one for one in things if one not in GONE_TO]
        seconds = FIRST_SECONDS + EACH_MORE_SECONDS * (len(fetched) - 1) if fetched else 0.0
        seconds += GO_SECONDS if len(fetched) < len(things) else 0.0
        if coming is not None:
            if "anchor" in coming.needs:
                seconds += FIX_SECONDS if coming.id != self.fixed_for else 0.0
            elif coming.set_up is not None and coming.set_up not in self.set_up:
                seconds += SET_UP_SECONDS
            then = stays(coming, self.position)
            seconds += DOWN_SECONDS if then != self.position and is_on_the_floor(coming, then) else 0.0
        return max(LEAST_SECONDS, _STEP_SECONDS * ceil(seconds / _STEP_SECONDS))

    def come_to(self, exercise: Exercise) -> None:
        """It is being done."""
        self.had.update(exercise.needs)
        self.set_up.update([exercise.set_up] if exercise.set_up else [])
        self.position = stays(exercise, self.position)
        self.fixed_for = exercise.id if "anchor" in exercise.needs else None


def _waits(timeline: Timeline, exercises: Mapping[str, Exercise], phrases: Phrases) -> Iterator[tuple[int, float]]:
    """The index of each wait, and how many seconds are needed behind its words."""
    way = _Way()
    for index, interval in enumerate(timeline.intervals):
        named = set(named_in(interval.text or "", phrases))
        if interval.wait:
            coming = next((one.exercise for one in timeline.intervals[index:] if one.exercise), None)
            yield index, way.needed(named, exercises[coming] if coming else None)
        way.had |= named
        if interval.kind == "work" and interval.exercise:
            way.come_to(exercises[interval.exercise])


def _told(timeline: Timeline, told: Mapping[int, str]) -> Iterator[TimedCue]:
    """The cues, with the sentence of a file where a key was asked for."""
    for cue in timeline.cues:
        if cue.event != "wait":
            yield cue
        if cue.event == "say" and cue.say is not None and told.get(cue.interval):
            yield replace(cue, event="recorded", say=told[cue.interval], joined=True)


def _stretched(timeline: Timeline, lengths: Sequence[float]) -> Timeline:
    """The same with intervals of these lengths, and every cue where it belongs."""
    intervals: list[Interval] = []
    at = 0
    for one, seconds in zip(timeline.intervals, lengths, strict=True):  # in whole microseconds, as compiled
        intervals.append(replace(one, start=at / 1_000_000, seconds=seconds))
        at += round(seconds * 1_000_000)
    whole = at / 1_000_000

    def moved(cue: TimedCue) -> TimedCue:
        if cue.interval < 0:
            return replace(cue, at=round(cue.at - timeline.seconds + whole, 6))
        before, then = timeline.intervals[cue.interval], intervals[cue.interval]
        later = then.end - before.end if cue.from_end else then.start - before.start
        return replace(cue, at=round(cue.at + later, 6))

    return replace(timeline, seconds=whole, intervals=tuple(intervals), cues=tuple(map(moved, timeline.cues)))
