"""An exercise's own short cues, spoken in turn while it is done: the event `form`.

In a counted set they come at the start of repetitions 2, 5, 8 ..., but not at the last, and later where there is no
time to say whose turn it is before them; in timed and open work from the sixth second, then not before the exercise's
`cues_every` is over, none in the last four seconds. What the step itself says there counts as one of them. Where
`cues_every` is `once` only the first is spoken in each work; none where the exercise is `quiet`. Each exercise's cues
are taken in turn through the whole session. One that would overlap another sentence is left out and keeps its turn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, Protocol

from coach.session.counting import Counts
from coach.session.layout import Piece
from coach.session.repetitions import period, repetition_start
from coach.session.script import Script
from coach.session.speech import spoken_seconds
from coach.session.timeline import Interval, TimedCue
from coach.values import replace

FIRST_REPETITION, EACH_REPETITIONS = 2, 3
FIRST_SECOND, QUIET_SECONDS = 6.0, 4.0


class Speech(Protocol):
    """Knows when somebody speaks already."""

    def is_free(self, start: float, end: float) -> bool:
        """Whether nobody speaks at any moment from `start` to `end`, in seconds of the timeline."""
        ...


def form_cues(
    pieces: Sequence[Piece], script: Script, speech: Speech, counts: Counts, own: Sequence[TimedCue]
) -> Iterator[TimedCue]:
    """The form cues of the whole session, in order of time, each behind the number of its repetition.

    `own` are the sentences of the steps themselves.
    """
    turns: Counter[str] = Counter()
    spoken_until = 0.0
    sound = script.event("form").sound
    said: dict[int, list[float]] = {}
    for cue in own:
        said.setdefault(cue.interval, []).append(cue.at)
    for index, piece in enumerate(pieces):
        if piece.interval.kind != "work" or piece.run is None:
            continue
        texts, exercise = script.form_cues(piece.run), piece.run.exercise
        if exercise.quiet or not texts:
            continue
        for offset in _offsets(piece.interval, exercise.cues_every, said.get(index, ())):
            text, at = texts[turns[exercise.id] % len(texts)], round(piece.interval.start + offset, 6)
            bare = _beside_turns(TimedCue(at, index, "form", say=text), piece.interval, counts)
            cue, at = counts.numbered(bare), bare.at
            end = at + spoken_seconds(cue.say or "")
            if at < spoken_until or counts.hides_turn(bare) or not speech.is_free(at, end):
                continue
            counts.take(cue)
            turns[exercise.id] += 1
            spoken_until = end
            if sound is not None:
                yield TimedCue(at, index, "form", sound=sound)
            yield cue


def _beside_turns(cue: TimedCue, interval: Interval, counts: Counts) -> TimedCue:
    """The cue with its repetition, or with the next one that need not tell whose turn it is where there is no time for
    both. There may be none left.
    """
    last = interval.start + repetition_start(interval, interval.repetitions or 1)
    while cue.at < last and counts.hides_turn(cue):
        cue = replace(cue, at=round(cue.at + period(interval), 6))
    return cue


def _offsets(interval: Interval, every: float | Literal["once"], said: Sequence[float]) -> Iterator[float]:
    """Where a cue may come in work where others are `said` then, on the timeline."""
    if interval.is_counted:
        last = interval.repetitions or 0
        for number in range(FIRST_REPETITION, min(last, 3) if every == "once" else last, EACH_REPETITIONS):
            yield repetition_start(interval, number)
        return
    apart = interval.seconds if every == "once" else every
    offset = FIRST_SECOND
    while offset + QUIET_SECONDS <= interval.seconds:
        near = [at - interval.start for at in said if abs(at - interval.start - offset) < apart]
        if not near:
            yield offset
        offset = max(near, default=offset) + apart
