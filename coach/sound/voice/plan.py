"""What of a timeline is spoken, in the order in which it is wanted, and how fast.

The timeline counts 15 characters a second; a calm voice says fewer, and takes a breath at every full stop. Where a
sentence would not end before the next one of the same or a higher rank, or an announcement before the work that it
announces, it is made faster, up to FASTEST; beyond that the rule of turns decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from math import ceil

from coach.session.timeline import TimedCue, Timeline
from coach.sound.voice.protocol import Amount, Line
from coach.sound.voice.speech_cache import Spoken
from coach.sound.voice.words import spoken

# The neural voice at its own speed, silence cut: a line fitted to all that is shipped, 0.3 s off as a rule, where
# characters alone were 0.6 s off (measured).
_BEGIN_SECONDS, _CHARACTER_SECONDS, _DIGIT_SECONDS, _COMMA_SECONDS, _STOP_SECONDS = 0.3, 0.043, 0.25, 0.28, 0.9
MARGIN_SECONDS = 0.4
FASTEST = 1.3  # times the usual pace; our choice, as the margin above
SLOWEST_SPEED, FASTEST_SPEED = 0.7, 1.5  # what a person may choose
_STEP = 0.05
_FIRST = 3  # sentences that are wanted before those of a pause

_LEFT_OUT_OF_NAMES = ("form", "cue", "describe")


def spoken_text(event: str, say: str, brief: str | None, amount: Amount) -> str | None:
    """What is said aloud of a cue's sentence, None where it stays a caption."""
    if amount == "sounds" or (amount == "names" and event in _LEFT_OUT_OF_NAMES):
        return None
    return brief or say if amount == "names" else say


def lines_of(timeline: Timeline, amount: Amount = "all", first: int = 0) -> tuple[Line, ...]:
    """The sentences of a session that begins with interval `first`, each once, in the order in which they come up."""
    if amount == "sounds":
        return ()
    paces: dict[str, float] = {}
    said = list(_said(timeline, amount))
    skipped = sum(1 for index, _, _ in said if 0 <= index < first)
    for _, text, room in said[skipped:] + said[:skipped]:
        paces[text] = max(paces.get(text, 1.0), _pace(text, room))
    lines = [Line(text, pace) for text, pace in paces.items()]
    asides = [Line(a.say) for a in timeline.asides if a.say is not None and a.say not in paces]
    return (*lines[:_FIRST], *asides, *lines[_FIRST:])


def lines_with(
    timeline: Timeline, questions: Sequence[str], amount: Amount = "all", first: int = 0
) -> tuple[Line, ...]:
    """`lines_of`, and after them the questions that are asked while the timeline waits."""
    lines = lines_of(timeline, amount, first)
    if amount == "sounds":
        return lines
    said = {line.text for line in lines}
    return (*lines, *(Line(question) for question in questions if question not in said))


def sentence(line: Line, identity: str, speed: float) -> Spoken:
    """The line as this voice makes it at the person's speed."""
    return Spoken(spoken(line.text), identity, round(min(FASTEST_SPEED, max(SLOWEST_SPEED, speed)) * line.pace, 3))


def estimated_seconds(text: str) -> float:
    """About how long the voice needs for a sentence at its own speed, before it was ever made."""
    words = spoken(text)
    stops, commas = len(re.findall(r"[.!?…](?=\s)", words)), len(re.findall(r"[,;:](?=\s)", words))
    digits = sum(map(str.isdigit, words))
    return (
        _BEGIN_SECONDS
        + _CHARACTER_SECONDS * (len(words) - digits)
        + _DIGIT_SECONDS * digits
        + _COMMA_SECONDS * commas
        + _STOP_SECONDS * stops
    )


def _said(timeline: Timeline, amount: Amount) -> Iterator[tuple[int, str, float | None]]:
    """Each spoken sentence with its interval and the seconds until one of at least its rank is due."""
    cues = [cue for cue in timeline.cues if cue.say is not None]
    for number, cue in enumerate(cues):
        text = spoken_text(cue.event, cue.say or "", cue.brief, amount)
        if text is not None:
            yield cue.interval, text, min(_ends(timeline, cue, cues[number + 1 :]), default=None)


def _ends(timeline: Timeline, cue: TimedCue, following: Sequence[TimedCue]) -> Iterator[float]:
    """By when it should be over, in seconds from its beginning."""
    yield from islice((other.at - cue.at for other in following if other.rank >= cue.rank and other.at > cue.at), 1)
    interval = timeline.intervals[cue.interval] if cue.interval >= 0 else None
    if interval is not None and interval.kind != "work" and not interval.is_open and not cue.from_end:
        yield interval.end - cue.at


def _pace(text: str, room: float | None) -> float:
    if room is None:
        return 1.0
    needed = estimated_seconds(text) / max(room - MARGIN_SECONDS, 0.1)
    return min(FASTEST, max(1.0, ceil(round(needed / _STEP, 6)) * _STEP))
