"""What of a timeline is spoken, in the order in which it is wanted, and how fast.

Where a sentence would not be over when it should (coach.session.rooms.over_by), by what the voice needs for it
(coach.session.speech), it is made faster, up to FASTEST; beyond that the rule of turns decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import ceil

from coach.content.model import Pronunciation
from coach.session.rooms import over_by
from coach.session.speech import voiced_seconds
from coach.session.timeline import Timeline
from coach.sound.voice.amount import Amount
from coach.sound.voice.choose import Choice
from coach.sound.voice.pronounce import Pronounce
from coach.sound.voice.protocol import Utterance
from coach.sound.voice.read_aloud import can_be_read, spoken
from coach.sound.voice.speech_cache import Spoken

MARGIN_SECONDS = 0.4  # left free in the room of a sentence, whose length is only estimated
FASTEST = 1.3  # times the usual pace; our choice, as the margin above
SLOWEST_SPEED, FASTEST_SPEED = 0.7, 1.5  # what a person may choose
_STEP = 0.05  # of the pace: a clip of nearly the same one is kept only once
_FIRST = 3  # sentences that are wanted before those of a pause

_LEFT_OUT_OF_NAMES = ("form", "cue", "describe")


def spoken_text(event: str, say: str, brief: str | None, amount: Amount) -> str | None:
    """What is said aloud of a cue's sentence, None where it stays a caption."""
    if amount == "all":
        return say
    if amount == "sounds":
        return None
    return brief if event in _LEFT_OUT_OF_NAMES else brief or say  # of a cue with a number: the number


def utterances_of(timeline: Timeline, amount: Amount = "all", first: int = 0) -> tuple[Utterance, ...]:
    """The sentences of a session that begins with interval `first`, each once, in the order in which they come up."""
    if amount == "sounds":
        return ()
    paces: dict[str, float] = {}
    said = list(_said(timeline, amount))
    skipped = sum(1 for index, _, _ in said if 0 <= index < first)
    for _, text, room in said[skipped:] + said[:skipped]:
        paces[text] = max(paces.get(text, 1.0), _pace(text, room))
    lines = [Utterance(text, pace) for text, pace in paces.items()]
    asides = [Utterance(a.say) for a in timeline.asides if a.say is not None and a.say not in paces]
    return (*lines[:_FIRST], *asides, *lines[_FIRST:])


def utterances_with(
    timeline: Timeline, questions: Sequence[str], amount: Amount = "all", first: int = 0
) -> tuple[Utterance, ...]:
    """`utterances_of`, and after them the questions that are asked while the timeline waits."""
    lines = utterances_of(timeline, amount, first)
    if amount == "sounds":
        return lines
    said = {line.text for line in lines}
    return (*lines, *(Utterance(question) for question in questions if question not in said))


def sentence(
    line: Utterance, identity: str, speed: float, pronounce: Callable[[str], str] = str, language: str = "en"
) -> Spoken:
    """The line as this voice makes it at the person's speed, read as `language` is; `pronounce` marks the words that it
    would say wrong.
    """
    words = pronounce(spoken(line.text, language))
    return Spoken(words, identity, round(min(FASTEST_SPEED, max(SLOWEST_SPEED, speed)) * line.pace, 3))


def made_by(
    choice: Choice, lines: Iterable[Utterance], speed: float, pronunciations: Mapping[str, Pronunciation]
) -> dict[str, Spoken]:
    """Each line that this voice can read, by its text, as it is made at the person's speed. How words are said that a
    voice gets wrong is known for English alone.
    """
    language, identity = choice.language, choice.identity
    entries = pronunciations.values() if language == "en" else ()
    pronounce = Pronounce(entries, phonemes=choice.knows_phonemes)
    read = (line for line in lines if can_be_read(line.text, language))
    return {line.text: sentence(line, identity, speed, pronounce, language) for line in read}


def estimated_seconds(text: str) -> float:
    """About how long the voice needs for a sentence at its own speed, before it was ever made."""
    return voiced_seconds(spoken(text))


def _said(timeline: Timeline, amount: Amount) -> Iterator[tuple[int, str, float | None]]:
    """Each spoken sentence with its interval and the seconds by which it should be over."""
    cues = [cue for cue in timeline.cues if cue.say is not None]
    for number, cue in enumerate(cues):
        text = spoken_text(cue.event, cue.say or "", cue.brief, amount)
        if text is not None:
            yield cue.interval, text, over_by(cue, cues[number + 1 :], timeline.intervals)


def _pace(text: str, room: float | None) -> float:
    if room is None:
        return 1.0
    needed = estimated_seconds(text) / max(room - MARGIN_SECONDS, 0.1)
    return min(FASTEST, max(1.0, ceil(round(needed / _STEP, 6)) * _STEP))
