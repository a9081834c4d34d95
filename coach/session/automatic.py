"""The cues that come by themselves: where each event of coaching.yaml fires (docs/format.md, kind: coaching)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from coach.session.arriving import NOTHING_NEW, Arrival
from coach.session.layout import Piece
from coach.session.repetitions import period, phase_starts, repetition_seconds, repetition_start
from coach.session.script import Moment, Script
from coach.session.speech import BEHIND_CUE_SECONDS, spoken_seconds, voiced_seconds
from coach.session.timeline import Interval, TimedCue
from coach.values import replace

COUNTDOWN_LAST = 3.0  # seconds, where coaching.yaml does not say
HALF_FROM = 20.0  # seconds, where coaching.yaml does not say
LAST_REP_FROM = 3  # repetitions
BACK_FROM = 3.0  # seconds of a hold, where coaching.yaml does not say
REP_REST_FROM = 5.0  # seconds of a pause, where coaching.yaml does not say
BEAT_FROM = 3.0  # seconds of a period, where coaching.yaml does not say
LAST_MINUTE, LAST_MINUTE_FROM = 60.0, 300.0  # seconds; the latter where coaching.yaml does not say
_ANNOUNCED_BY = {"prepare": "prepare", "between": "next", "rest": "next"}


def automatic_cues(
    pieces: Sequence[Piece], index: int, script: Script, *, is_new: bool = False, arrival: Arrival = NOTHING_NEW
) -> Iterator[TimedCue]:
    """The automatic cues of the interval at `index`; `is_new`: the session has not come to this exercise before.

    `arrival` is what is new at the exercise that it is or leads to.
    """
    interval = pieces[index].interval
    events = _Events(pieces, index, script, arrival)
    if interval.text is not None:
        yield TimedCue(interval.start, index, "say", say=interval.text)
    if pieces[index].asks_for_a_key:
        yield from events.fire("wait", 0.0)
    if interval.kind == "switch":
        yield from events.fire("switch", 0.0)
    elif interval.kind == "rest" and not events.announces_work():
        yield from events.fire("rest", 0.0)
    elif interval.kind in _ANNOUNCED_BY:
        yield from events.announce(_ANNOUNCED_BY[interval.kind])
    elif interval.kind == "work":
        yield from events.side_without_a_switch()
        yield from _of_work(interval, events, script, is_new=is_new)
    if events.leads_to_work() or _is_timed_work(interval):
        yield from events.count_down()


def done_cues(seconds: float, script: Script, up_from: str | None = None) -> Iterator[TimedCue]:
    """What ends the session, on the floor `up_from` that position. It has no interval to fit, so the first sentence is
    said.
    """
    event, moment = script.event("done"), Moment(seconds=seconds, up_from=up_from)
    if event.sound is not None:
        yield TimedCue(seconds, -1, "done", sound=event.sound)
    if sentence := script.sentence("done", moment):
        yield TimedCue(seconds, -1, "done", say=sentence)


def _is_timed_work(interval: Interval) -> bool:
    return interval.kind == "work" and interval.reps is None and not interval.is_open


def _of_work(interval: Interval, events: _Events, script: Script, *, is_new: bool) -> Iterator[TimedCue]:
    yield from events.fire("go", 0.0)
    if is_new and not events.is_described():
        yield from events.fire("describe", 0.0)
    yield from events.note_so_far_unsaid()
    if interval.is_counted:
        yield from _of_repetitions(interval, events, script)
    elif interval.reps is None:
        yield from _of_time(interval, events, script)


def _of_repetitions(interval: Interval, events: _Events, script: Script) -> Iterator[TimedCue]:
    of = interval.repetitions or 0
    is_held = (interval.hold or 0.0) >= script.least("back", BACK_FROM) and bool(interval.back)
    for number in range(1, of + 1):
        start = repetition_start(interval, number)
        if not events.is_quiet:
            yield from events.number(start, number)
        if is_held:
            yield from events.fire("back", start + (interval.move or 0.0) + (interval.hold or 0.0), repetition=number)
    if events.is_quiet:
        return
    if (interval.pause or 0.0) >= script.least("rep-rest", REP_REST_FROM):
        for number, start in enumerate(phase_starts(interval, "pause"), 1):
            yield from events.fire("rep-rest", start, repetition=number)
    if of >= LAST_REP_FROM:
        start = interval.seconds - repetition_seconds(interval)
        yield from events.fire("last-rep", start, from_end=True, repetition=of)


def _of_time(interval: Interval, events: _Events, script: Script) -> Iterator[TimedCue]:
    every = interval.every or 0.0
    if every >= script.least("beat", BEAT_FROM) and not events.is_quiet:
        for number in range(1, ceil(interval.seconds / every)):
            yield from events.fire("beat", number * every)
    if not (interval.is_open or events.is_quiet):
        if interval.seconds >= script.least("half", HALF_FROM):
            yield from events.fire("half", interval.seconds / 2)
        if interval.seconds >= script.least("last-minute", LAST_MINUTE_FROM):
            yield from events.fire("last-minute", interval.seconds - LAST_MINUTE, from_end=True)
    yield from events.fire("stop", interval.seconds, from_end=True)


class _Events:
    """Fires events at one interval."""

    def __init__(self, pieces: Sequence[Piece], index: int, script: Script, arrival: Arrival) -> None:
        self._piece = pieces[index]
        self._before = pieces[index - 1] if index else None
        self._next = pieces[index + 1].interval if index + 1 < len(pieces) else None
        self._work = next((p.interval for p in pieces[index:] if p.interval.kind == "work"), None)
        self._index = index
        self._script = script
        self._arrival = arrival

    @property
    def is_quiet(self) -> bool:
        """Whether nobody speaks over this work."""
        return self._piece.run is not None and self._piece.run.exercise.quiet

    def is_described(self) -> bool:
        """Whether what announced this work had room to describe the exercise."""
        if self._before is None or (event := _ANNOUNCED_BY.get(self._before.interval.kind)) is None:
            return False
        seconds = self._before.interval.seconds
        moment = Moment(self._before.run, self._piece.interval, seconds, arrival=self._arrival)
        return self._script.describes(event, moment, self._room_before_note(self._before, self._piece.interval)[0])

    def announce(self, event: str) -> Iterator[TimedCue]:
        """The event that announces the exercise to come, and behind it the note that is to be said."""
        room, says_note = self._room_before_note(self._piece, self._next)
        yield from self.fire(event, 0.0, room=room)
        if says_note:
            yield self._note()

    def note_so_far_unsaid(self) -> Iterator[TimedCue]:
        """The note that is to be said of this work, where what leads to it had no room for it."""
        run, before = self._piece.run, self._before
        if run is None or not (run.note and run.says_note and run.begins_with(self._piece.interval)):
            return
        if before is None or not self._room_before_note(before, self._piece.interval)[1]:
            yield self._note()

    def _note(self) -> TimedCue:
        note = self._piece.run.note if self._piece.run else None
        return TimedCue(self._piece.interval.start, self._index, "note", say=note)

    def _room_before_note(self, lead: Piece, following: Interval | None) -> tuple[float, bool]:
        """How many seconds of `lead` are for the announcement, and whether the note is said behind it: where both can
        be said in full.
        """
        run, seconds, event = lead.run, lead.interval.seconds, _ANNOUNCED_BY.get(lead.interval.kind)
        if event is None or run is None or not (run.note and run.says_note):
            return seconds, False
        room = seconds - spoken_seconds(run.note)
        moment = Moment(run, following, seconds, arrival=self._arrival)
        is_silent = not self._script.event(event).say
        if room < 0 or not (is_silent or self._script.sentence(event, moment, room)):
            return seconds, False
        return room, True

    def side_without_a_switch(self) -> Iterator[TimedCue]:
        """What `switch` says, where one side follows the other with no time between: only words tell it then."""
        now, before = self._piece.interval, self._before.interval if self._before else None
        if before is None or (before.kind, before.exercise) != ("work", now.exercise):
            return
        if {before.side, now.side} == {"left", "right"}:
            yield from (cue for cue in self.fire("switch", 0.0) if cue.say is not None)

    def announces_work(self) -> bool:
        """Whether this is an explicit or round rest directly before an exercise."""
        return self._piece.is_break and self._next is not None and self._next.kind == "work"

    def leads_to_work(self) -> bool:
        """Whether work follows directly, at a moment that is known beforehand."""
        return self._next is not None and self._next.kind == "work" and not self._piece.interval.is_open

    def fire(
        self,
        event: str,
        offset: float,
        *,
        from_end: bool = False,
        repetition: int | None = None,
        room: float | None = None,
    ) -> Iterator[TimedCue]:
        """The event's sound and its sentence, `offset` seconds into the interval; what fits into the interval, or into
        `room` seconds of it.
        """
        interval = self._piece.interval
        room = interval.seconds if room is None else room
        at = round(interval.start + offset, 6)
        if sound := self._script.event(event).sound:
            yield TimedCue(at, self._index, event, sound=sound, from_end=from_end)
        moment = Moment(self._piece.run, self._work, interval.seconds, repetition, self._arrival)
        if sentence := self._script.sentence(event, moment, room):
            brief = self._script.brief(event, moment, room)
            yield TimedCue(at, self._index, event, say=sentence, from_end=from_end, brief=brief)

    def number(self, offset: float, repetition: int) -> Iterator[TimedCue]:
        """The event `count`. Where it tells whose turn it is, the number alone is its `count`, for less time; in
        repetitions that have no time for more it is all there is.
        """
        interval = self._piece.interval
        moment = Moment(self._piece.run, self._work, interval.seconds, repetition, tells_turn=False)
        alone = self._script.sentence("count", moment, interval.seconds) or ""
        for cue in self.fire("count", offset, repetition=repetition):
            if cue.say in (None, alone):
                yield cue
            elif BEHIND_CUE_SECONDS + voiced_seconds(cue.say or "") > period(interval):
                yield replace(cue, say=alone)
            else:
                yield replace(cue, count=alone)

    def count_down(self) -> Iterator[TimedCue]:
        """A tick a second through the last seconds; what `countdown` says is said once, with the first tick."""
        interval, event = self._piece.interval, self._script.event("countdown")
        last = COUNTDOWN_LAST if event.last is None else event.last
        if interval.seconds < last + 1:
            return
        for tick in range(int(last)):
            cues = self.fire("countdown", interval.seconds - last + tick, from_end=True)
            yield from (cue for cue in cues if tick == 0 or cue.sound is not None)
