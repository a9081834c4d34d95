"""What of a timeline is spoken, in the order in which it is wanted, and how fast.

The timeline counts 15 characters a second; a calm voice says fewer. Where a sentence would not end before the next one
of the same or a higher rank it is made faster, up to FASTEST; beyond that the rule of turns decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from coach.session.timeline import TimedCue, Timeline
from coach.sound.voice.protocol import Amount, Line

CHARACTERS_A_SECOND = 13.0  # measured of the neural voice at its own speed, silence cut (tests/benchmarks/voice.py)
MARGIN_SECONDS = 0.4
FASTEST = 1.3
_STEP = 0.05
_FIRST = 3  # sentences that are wanted before those of a pause

_LEFT_OUT_OF_NAMES = ("form", "cue", "describe")


def spoken_text(event: str, say: str, brief: str | None, amount: Amount) -> str | None:
    """What is said aloud of a cue's sentence, None where it stays a caption."""
    if amount == "sounds" or (amount == "names" and event in _LEFT_OUT_OF_NAMES):
        return None
    return brief or say if amount == "names" else say


def lines_of(timeline: Timeline, amount: Amount = "all") -> tuple[Line, ...]:
    """The sentences of a session, each once, the first ones first."""
    if amount == "sounds":
        return ()
    paces: dict[str, float] = {}
    for text, room in _said(timeline, amount):
        paces[text] = max(paces.get(text, 1.0), _pace(text, room))
    lines = [Line(text, pace) for text, pace in paces.items()]
    asides = [Line(a.say) for a in timeline.asides if a.say is not None and a.say not in paces]
    return (*lines[:_FIRST], *asides, *lines[_FIRST:])


def _said(timeline: Timeline, amount: Amount) -> Iterator[tuple[str, float | None]]:
    """Each spoken sentence with the seconds until one of at least its rank is due."""
    cues = [cue for cue in timeline.cues if cue.say is not None]
    for number, cue in enumerate(cues):
        text = spoken_text(cue.event, cue.say or "", cue.brief, amount)
        if text is not None:
            yield text, _room(cue, cues[number + 1 :])


def _room(cue: TimedCue, following: Sequence[TimedCue]) -> float | None:
    return next((other.at - cue.at for other in following if other.rank >= cue.rank and other.at > cue.at), None)


def _pace(text: str, room: float | None) -> float:
    if room is None:
        return 1.0
    needed = len(text) / CHARACTERS_A_SECOND / max(room - MARGIN_SECONDS, 0.1)
    return min(FASTEST, max(1.0, ceil(round(needed / _STEP, 6)) * _STEP))
