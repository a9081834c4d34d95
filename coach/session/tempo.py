"""What a dose's word leaves out: how fast a repetition goes, and what an author tells at which moment of the work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from coach.content.model import Cue, CueAt, CueEach, Dose, Text
from coach.session import durations
from coach.session.timeline import Interval

Say = Callable[[str], str]
Read = Callable[[Text], str]

BEGINNING_SECONDS = 3.0  # what is told so early tells how to begin
_PHASES = ("move", "hold", "back", "pause")
_NAMES = {"move": "Move", "hold": "Hold", "back": "Back", "pause": "Pause"}


def tempo(of: Dose | Interval, phases: Mapping[str, Text], say: Say = str, read: Read = str) -> str:
    """`2 s glide back, 5 s hold, 2 s let go`; of a movement that repeats in timed work `every 2 s`; else nothing.

    `phases` are the exercise's own words; `say` puts ours, `read` a file's into the person's language.
    """
    if of.reps is None:
        return "" if of.every is None else say("every {time}").format(time=durations.short(of.every, say))
    if of.own_pace if isinstance(of, Dose) else of.open:
        return ""
    lengths = {phase: getattr(of, phase) for phase in _PHASES}
    return ", ".join(
        f"{durations.short(seconds, say)} {(read(phases[p]) if p in phases else say(_NAMES[p])).lower()}"
        for p, seconds in lengths.items()
        if seconds
    )


def told(cues: Iterable[Cue], say: Say = str, read: Read = str) -> list[str]:
    """What a step's own cues say, each with its moment unless it begins the work: `0:10 Breathe out.`"""
    return [text for cue in cues if (text := _told(cue, say, read))]


def _told(cue: Cue, say: Say, read: Read) -> str:
    if not cue.say:
        return ""
    if isinstance(cue, CueAt):
        return f"{_moment(cue, say)} {read(cue.say)}".lstrip()
    if isinstance(cue, CueEach):
        each = say("every {n} repetitions:").format(n=cue.repetitions) if cue.repetitions > 1 else say("each time:")
        return f"{each} {read(cue.say)}"
    every = say("every {time}:").format(time=durations.short(cue.seconds, say))
    return f"{every} {' / '.join(read(text) for text in cue.say)}"


def _moment(cue: CueAt, say: Say) -> str:
    if cue.share is not None:
        return say("{n} %:").format(n=round(cue.share * 100)) if cue.share else ""
    if cue.before_end is not None:
        if not cue.before_end:
            return say("at the end:")
        return say("{time} before the end:").format(time=durations.short(cue.before_end, say))
    return durations.clock(cue.from_start) if cue.from_start and cue.from_start > BEGINNING_SECONDS else ""
