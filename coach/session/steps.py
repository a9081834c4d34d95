"""A step's own cues: `at`, `each` and `every`, counted in each work interval of it (docs/format.md, Cues)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.content.model import Cue, CueAt, CueAtPhase, CueEach, Text
from coach.session.layout import Piece
from coach.session.repetitions import phase_starts, repetition_start
from coach.session.timeline import Interval, TimedCue


def step_cues(pieces: Sequence[Piece], index: int, language: str) -> Iterator[TimedCue]:
    """The step's cues in the interval at `index`; none outside work, and none beyond the interval."""
    piece = pieces[index]
    interval = piece.interval
    if interval.kind != "work":
        return
    for cue in piece.run.cues if piece.run else piece.cues:
        for offset, text, from_end in _places(cue, interval):
            at = round(interval.start + offset, 6)
            if cue.sound is not None:
                yield TimedCue(at, index, "cue", sound=cue.sound, from_end=from_end)
            if text is not None:
                yield TimedCue(at, index, "cue", say=text.in_language(language), from_end=from_end)


def _places(cue: Cue, interval: Interval) -> Iterator[tuple[float, Text | None, bool]]:
    """Offset from the interval's start, what is said there, and whether it belongs to the interval's end."""
    match cue:
        case CueAt():
            offset, from_end = _offset(cue, interval)
            if 0 <= offset <= interval.seconds:
                yield offset, cue.say, from_end
        case CueAtPhase():
            for start in phase_starts(interval, cue.phase):
                yield start, cue.say, False
        case CueEach():
            for number in range(cue.repetitions, (interval.repetitions or 0) + 1, cue.repetitions):
                yield repetition_start(interval, number), cue.say, False
        case _:
            turn = 0
            while interval.reps is None and (turn + 1) * cue.seconds < interval.seconds:
                text = cue.say[turn % len(cue.say)] if cue.say else None
                turn += 1
                yield turn * cue.seconds, text, False


def _offset(cue: CueAt, interval: Interval) -> tuple[float, bool]:
    if cue.from_start is not None:
        return cue.from_start, False
    if cue.before_end is not None:
        return interval.seconds - cue.before_end, True
    share = cue.share or 0.0
    return share * interval.seconds, share == 1.0
