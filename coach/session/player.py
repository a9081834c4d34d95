"""The player walks a timeline: commands and time go in, events come out. Timers only wake it.

`now` is always Clock.monotonic(). Every command returns the events it causes, those crossed up to `now` first, and does
nothing where it has no meaning. More than `gap_after` seconds between two calls mean that the machine slept or stood
still: the session pauses with reason "gap" at the position of the last call. `next_due` asks to be woken often enough.
Without a keyboard an own-pace set and a `wait` end after their estimate; `max` ends at its limit in any case.
"""

from __future__ import annotations

from collections import deque

from coach.session.asides import Asides
from coach.session.events import (
    AskPain,
    End,
    Ended,
    Event,
    IntervalFinished,
    IntervalStarted,
    Outcome,
    Paused,
    PauseReason,
    RepetitionStarted,
    Resumed,
    Say,
    Sound,
)
from coach.session.outcomes import PAIN_ENDS, Outcomes, with_outcome
from coach.session.repetitions import completed, repetitions_in, side_of, within_work
from coach.session.stopwatch import Stopwatch
from coach.session.takeover import TakenOver
from coach.session.timeline import TimedCue, Timeline
from coach.session.view import State, View
from coach.session.walk import Walk
from coach.values import replace

__all__ = ["Player", "State", "View"]

GAP_SECONDS = 3.0
"""The machine slept or stood still for longer than this: the session pauses and says why."""

BACK_SECONDS = 3.0  # later than this, `back` means the start of this interval; our choice
MORE_SECONDS = 10.0  # our choice

_EPSILON = 1e-9  # sums of floats may fall this short of a moment
_MOVABLE = ("running", "reentry", "paused")


class Player:
    """One run through a timeline, from interval `first`; `before` is what became of intervals in an earlier sitting.

    More than `gap_after` seconds between two calls are a gap. `has_keyboard`: whether anybody can press a key.
    """

    def __init__(
        self,
        timeline: Timeline,
        first: int = 0,
        has_keyboard: bool = True,
        gap_after: float = GAP_SECONDS,
        before: Outcomes | None = None,
    ) -> None:
        self.timeline = timeline
        """What is walked through now: another one once an exercise took over."""
        self._walk = Walk(timeline, first, has_keyboard)
        self._watch = Stopwatch(self._walk.started)
        self._asides = Asides(timeline)
        self._gap_after = gap_after
        self._outcomes: Outcomes = before or {}
        self._state: State = "ready"
        self._pause_reason: PauseReason | None = None
        self._gap_seconds = 0.0
        self._stood: PauseReason | None = None  # why it stood already when it was asked what hurts
        self._last = 0.0
        self._reentry: deque[Event] = deque()

    # --- commands ----------------------------------------------------------------------------------------------------

    def start(self, now: float) -> list[Event]:
        """Begin; in the middle of work (`first`) after a re-entry countdown, since nobody stands ready there."""
        if self._state != "ready":
            return []
        self._last = now
        is_cold = self._walk.index > 0 and self._walk.interval.kind == "work"
        self._state = "running"
        self._watch.run(now)
        events = self._begin(self._walk.index, self._walk.started)
        if is_cold and self._state == "running":  # nobody stands ready in the middle of work
            self._reenter()
        return events + self.advance(now)

    def put_off(self, now: float) -> None:
        """What was to go on from the last call goes on from `now`: the time between is in no interval and no gap."""
        late, before, self._last = max(0.0, now - self._last), self._last, max(now, self._last)
        if self._state == "running":
            self._watch.stop(before)
            self._watch.run(self._last)
        self._reentry = deque(replace(event, due=event.due + late) for event in self._reentry)

    def advance(self, now: float) -> list[Event]:
        """Every event crossed since the last call, each once, in order, however late; a gap pauses instead."""
        before, was_gap, self._last = self._last, self.is_gap(now), max(now, self._last)
        if self._state not in ("running", "reentry"):
            return []
        if was_gap:
            return [self._stand(before, "gap", self._last - before)]
        events: list[Event] = []
        while self._reentry and self._reentry[0].due <= self._last + _EPSILON:
            event = self._reentry.popleft()
            events.append(event)
            if isinstance(event, Resumed):
                self._state = "running"
                self._watch.run(event.due)
        while (due := self._next_event_due()) is not None and due <= self._last + _EPSILON:
            events.extend(self._happen())
        return events

    def pause(self, now: float, reason: PauseReason = "person", gap_seconds: float = 0.0) -> list[Event]:
        """Stand at this position until `resume`; `gap_seconds` is told with the reason `gap`."""
        events = self.advance(now)
        if self._state in ("running", "reentry"):
            events.append(self._stand(self._last, reason, gap_seconds))
            events.extend(self._performed("pause"))
        return events

    def resume(self, now: float) -> list[Event]:
        """Go on with a paused session, after a re-entry of 3 s (three ticks with event "resume"); none in a `wait`."""
        events = self.advance(now)
        if self._state == "paused":
            self._reenter()
        return events + self.advance(now)

    def next(self, now: float) -> list[Event]:
        """To the next interval; the one under way counts as skipped. A paused session stays paused there."""
        return self.advance(now) + self._jump(self._walk.index + 1, "skipped")

    def back(self, now: float) -> list[Event]:
        """To the start of this interval, or within its first 3 s to that of the one before; it is repeated."""
        events = self.advance(now)
        is_early = self._position() - self._walk.started < BACK_SECONDS
        target = self._walk.index - 1 if is_early else self._walk.index
        return events + self._jump(max(0, target), "repeated")

    def more(self, now: float) -> list[Event]:
        """Ten seconds more of this interval, whole repetitions in a counted set; ignored in an open interval."""
        events = self.advance(now)
        if self._state in _MOVABLE and not self._walk.interval.is_open:
            self._walk.grow(self._position(), MORE_SECONDS)
        return events

    def done(self, now: float) -> list[Event]:
        """End an own-pace set, all of whose repetitions count as done, or a `wait`; ignored elsewhere."""
        events = self.advance(now)
        interval = self._walk.interval
        if self._state == "running" and (interval.wait or interval.open == "own"):
            events.extend(self._jump(self._walk.index + 1, "done"))
        return events

    def lost(self, now: float) -> list[Event]:
        """End a `max` interval, because the position could not be kept; ignored elsewhere."""
        events = self.advance(now)
        if self._state == "running" and self._walk.interval.open == "max":
            stop = [self._cue(cue, self._position()) for cue in self._walk.end_cues()]
            events.extend(self._performed("lost") if self._asides.has("lost") else stop)
            events.extend(self._jump(self._walk.index + 1, "lost"))
        return events

    def take_over(self, now: float, taken: TakenOver) -> list[Event]:
        """Go on in another timeline that is the same up to here, and at once with what follows where it leaves this
        interval, which counts as skipped. Ignored where the session has come to another interval, or asks or is over.
        """
        events = self.advance(now)
        if self._state not in _MOVABLE or self._walk.index != taken.at:
            return events
        self.timeline = taken.timeline
        self._walk.replace(taken.timeline)
        return events + (self._jump(taken.at + 1, "skipped") if taken.leaves else [])

    def hurts(self, now: float) -> list[Event]:
        """Pause with AskPain, which only `answer_pain`, `by_mistake`, `stop_for_pain` or `end` answers."""
        events = self.advance(now)
        if self._state in _MOVABLE:
            self._stood = self._pause_reason
        if self._state in ("running", "reentry"):
            events.append(self._stand(self._last, "hurts"))
        if self._state == "paused":
            self._state, self._pause_reason = "asking-pain", "hurts"
            events.append(AskPain(self._position(), self._last))
        return events

    def answer_pain(self, now: float, pain: int) -> list[Event]:
        """Take the answer to AskPain, 0 to 10: PAIN_ENDS and more ends kindly (Ended "pain"), less stays paused."""
        events = self.advance(now)
        if self._state != "asking-pain":
            return events
        if pain >= PAIN_ENDS:
            return events + self._end("pain", pain)
        self._state = "paused"
        return events

    def by_mistake(self, now: float) -> list[Event]:
        """Nothing hurts after all: it goes on as by `resume`, or stands as it stood before, which Paused tells again.
        Ignored where nothing is asked.
        """
        events = self.advance(now)
        if self._state != "asking-pain":
            return events
        self._state = "paused"
        if self._stood is None:
            return events + self.resume(now)
        self._pause_reason = self._stood
        return [*events, Paused(self._position(), self._last, self._stood, self._gap_seconds)]

    def stop_for_pain(self, now: float, pain: int | None) -> list[Event]:
        """Stop where AskPain asks, whatever the number (0 to 10, None where none was told): sharp or spreading pain is
        as good a reason as much of it. Ignored where nothing is asked.
        """
        events = self.advance(now)
        return events + self._end("pain", pain) if self._state == "asking-pain" else events

    def end(self, now: float) -> list[Event]:
        """End for good, whatever is under way; nothing happens in a session that has ended."""
        events = self.advance(now)
        return events if self._state == "ended" else events + self._end("ended")

    # --- questions ---------------------------------------------------------------------------------------------------

    def next_due(self, now: float) -> float | None:
        """The monotonic time at which to call `advance` next, at the latest before a gap would be seen."""
        if self._state not in ("running", "reentry"):
            return None
        due = self._reentry[0].due if self._reentry else self._next_event_due()
        latest = max(now, self._last) + self._gap_after / 3
        return latest if due is None else min(due, latest)

    def is_gap(self, now: float) -> bool:
        """Whether `advance(now)` would take the time since the last call for a machine that slept."""
        return now - self._last > self._gap_after

    def view(self, now: float) -> View:
        """What the screen shows at `now`, which changes nothing; cheap, called 30 times a second."""
        walk, interval, length = self._walk, self._walk.interval, self._walk.length
        position = self._watch.position(max(now, self._last))
        elapsed = length if walk.is_over else position - walk.started
        if walk.ends_by_itself:
            elapsed = min(elapsed, length)  # no `advance` has seen yet that time ran over the end
        at = within_work(interval, length, elapsed)
        left = max(0.0, length - elapsed)
        return View(
            state=self._state,
            index=min(walk.index, max(0, len(walk.lengths) - 1)),
            interval=interval,
            elapsed=elapsed,
            length=length,
            left=left,
            session_elapsed=position if walk.is_over else walk.started + elapsed,
            session_left=left + sum(walk.lengths[walk.index + 1 :]),
            repetition=at.repetition,
            repetitions=at.repetitions,
            phase=at.phase,
            phase_share=at.share,
            side=at.side,
            next=walk.following,
            reentry_left=max(0.0, self._reentry[-1].due - max(now, self._last)) if self._reentry else 0.0,
            pause_reason=self._pause_reason,
            lengths=walk.lengths,
            outcomes=self._outcomes,
        )

    # --- how time and jumps become events ----------------------------------------------------------------------------

    def _position(self) -> float:
        return self._watch.position(self._last)

    def _time_of(self, position: float) -> float:
        return self._watch.time_of(position, self._last)

    def _next_event_due(self) -> float | None:
        position = self._walk.next_position() if self._state == "running" else None
        return None if position is None else self._time_of(position)

    def _happen(self) -> list[Event]:
        """The next thing on the agenda, or the end of the interval and the start of the following one."""
        walk = self._walk
        due = walk.take()
        if due is None:
            position = walk.started + walk.length
            return [self._finished(position, "done"), *self._begin(walk.index + 1, position)]
        position = walk.started + due.offset
        if due.cue is not None:
            return [self._cue(due.cue, position)]
        of = repetitions_in(walk.interval, walk.length)
        side = side_of(walk.interval, due.repetition)
        return [RepetitionStarted(position, self._time_of(position), due.repetition, of, side)]

    def _jump(self, target: int, outcome: Outcome) -> list[Event]:
        """Leave the interval now for another one; a session that stands goes on standing."""
        if self._state not in _MOVABLE:
            return []
        position = self._position()
        events: list[Event] = [self._finished(position, outcome), *self._begin(target, position)]
        return events + self.advance(self._last)

    def _begin(self, index: int, position: float) -> list[Event]:
        walk = self._walk
        walk.begin(index, position)
        if not walk.is_over:
            return [IntervalStarted(position, self._time_of(position), index, walk.interval)]
        events: list[Event] = [self._cue(cue, position) for cue in walk.last_cues]
        return [*events, self._ended(position, "finished")]

    def _finished(self, position: float, outcome: Outcome) -> IntervalFinished:
        walk, interval = self._walk, self._walk.interval
        seconds = position - walk.started
        self._outcomes = with_outcome(self._outcomes, walk.index, outcome)
        repetitions = completed(interval, walk.length, seconds)
        if interval.open == "own" and outcome == "done":
            repetitions = interval.repetitions
        return IntervalFinished(position, self._time_of(position), walk.index, interval, seconds, outcome, repetitions)

    def _end(self, how: End, pain: int | None = None) -> list[Event]:
        position = self._position()
        events: list[Event] = [] if self._state == "ready" else [self._finished(position, "ended")]
        return [*events, self._ended(position, how, pain)]

    def _ended(self, position: float, how: End, pain: int | None = None) -> Ended:
        ended = Ended(position, self._time_of(position), how, pain)
        self._watch.stop(ended.due)
        self._reentry.clear()
        self._state, self._pause_reason = "ended", None
        return ended

    def _stand(self, moment: float, reason: PauseReason, gap_seconds: float = 0.0) -> Paused:
        """Pause as of `moment`."""
        self._watch.stop(moment)
        self._reentry.clear()
        self._state, self._pause_reason = "paused", reason
        self._gap_seconds = gap_seconds
        return Paused(self._position(), moment, reason, gap_seconds)

    def _reenter(self) -> None:
        """Count the person in, from now; the events follow with the next `advance`. A `wait` needs no counting in."""
        now, position = self._last, self._position()
        self._watch.stop(now)
        self._state, self._pause_reason = "reentry", None
        waits = self._walk.interval.wait
        self._reentry.extend([Resumed(position, now)] if waits else self._asides.count_in(position, now))

    def _performed(self, name: str) -> list[Event]:
        return self._asides.perform(name, self._position(), self._last)

    def _cue(self, cue: TimedCue, position: float) -> Event:
        due = self._time_of(position)
        if cue.say is not None:
            return Say(position, due, cue.say, cue.event, cue.rank, cue.room, cue.brief, cue.joined, cue.count)
        return Sound(position, due, cue.sound or "", cue.event, cue.row, cue.left)
