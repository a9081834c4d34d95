"""An exercise's own short cues, spoken in turn while it is done: the event `form`.

In a counted set they come at the start of repetitions 2, 5, 8 ..., but not at the last; in timed and open work from
the sixth second, then every twelve seconds, none in the last four. Each exercise's cues are taken in turn through the
whole session. One that would overlap another sentence is left out and keeps its turn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol

from coach.session.layout import Piece
from coach.session.repetitions import repetition_start
from coach.session.script import Script
from coach.session.speech import spoken_seconds
from coach.session.timeline import Interval, TimedCue

FIRST_REPETITION, EACH_REPETITIONS = 2, 3
FIRST_SECOND, EACH_SECONDS, QUIET_SECONDS = 6.0, 12.0, 4.0


class Speech(Protocol):
    """Knows when somebody speaks already."""

    def is_free(self, start: float, end: float) -> bool:
        """Whether nobody speaks at any moment from `start` to `end`, in seconds of the timeline."""
        ...


def form_cues(pieces: Sequence[Piece], script: Script, speech: Speech) -> Iterator[TimedCue]:
    """The form cues of the whole session, in order of time."""
    turns: Counter[str] = Counter()
    spoken_until = 0.0
    sound = script.event("form").sound
    for index, piece in enumerate(pieces):
        if piece.interval.kind != "work" or piece.run is None or not piece.run.exercise.cues:
            continue
        texts, exercise = script.form_cues(piece.run), piece.run.exercise.id
        for offset in _offsets(piece.interval):
            text = texts[turns[exercise] % len(texts)]
            at = round(piece.interval.start + offset, 6)
            if at < spoken_until or not speech.is_free(at, at + spoken_seconds(text)):
                continue
            turns[exercise] += 1
            spoken_until = at + spoken_seconds(text)
            if sound is not None:
                yield TimedCue(at, index, "form", sound=sound)
            yield TimedCue(at, index, "form", say=text)


def _offsets(interval: Interval) -> Iterator[float]:
    if interval.is_counted:
        for number in range(FIRST_REPETITION, interval.repetitions or 0, EACH_REPETITIONS):
            yield repetition_start(interval, number)
        return
    offset = FIRST_SECOND
    while offset + QUIET_SECONDS <= interval.seconds:
        yield offset
        offset += EACH_SECONDS
