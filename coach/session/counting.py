"""The number of each repetition: said alone, or before the sentence that takes its place ("2. Tiny nod.").

A description that is spoken into a counted set is told sentence by sentence, each part at the start of a repetition and
behind its number, so that nobody loses count while listening.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from coach.session.layout import Piece
from coach.session.repetitions import period, repetition_start
from coach.session.speech import COUNT_SECONDS, voiced_seconds
from coach.session.timeline import Interval, TimedCue
from coach.values import replace

_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_EPSILON = 1e-6


class Counts:
    """The counts of a session, each taken once: by the sentence that begins with it, or by itself."""

    def __init__(self, counts: Iterable[TimedCue], told: Iterable[TimedCue], pieces: Sequence[Piece]) -> None:
        """`told` are the sentences that stand; where one of them says which repetition comes, its count is not said."""
        self._pieces = pieces
        known = {(cue.interval, cue.at) for cue in told if cue.event == "last-rep" and cue.say is not None}
        self._left = {(one.interval, one.at): one for one in counts if (one.interval, one.at) not in known}

    @property
    def left(self) -> tuple[TimedCue, ...]:
        """Those that nobody has taken yet."""
        return tuple(self._left.values())

    def numbered(self, cue: TimedCue) -> TimedCue:
        """The sentence behind the number of the repetition that begins with it, or has just begun, and behind whose
        turn it is where the repetition has time for all; the number is not taken yet.
        """
        count = self._of(cue)
        if count is None or count.say is None:
            return cue
        whole = _behind(count.say, cue)
        is_too_long = voiced_seconds(whole.say or "") > period(self._pieces[cue.interval].interval)
        return _behind(count.count, cue) if count.count and is_too_long else whole

    def hides_turn(self, cue: TimedCue) -> bool:
        """Whether there is no time to say whose turn it is before the sentence, and it would be said without it."""
        count = self._of(cue)
        return count is not None and bool(count.count) and self.numbered(cue).count == _behind(count.count, cue).count

    def take(self, cue: TimedCue) -> None:
        """Its number is said by this sentence, or left out for it."""
        count = self._of(cue)
        if count is not None:
            del self._left[count.interval, count.at]

    def _of(self, cue: TimedCue) -> TimedCue | None:
        if cue.from_end:  # it moves where a set grows, to another repetition
            return None
        at_once = self._left.get((cue.interval, cue.at))
        if at_once is not None:
            return at_once
        near = (one for one in self._left.values() if one.interval == cue.interval)
        return next((one for one in near if 0.0 <= cue.at - one.at < COUNT_SECONDS), None)


def _behind(count: str, cue: TimedCue) -> TimedCue:
    number = count if count[-1] in ".!?,;:" else f"{count}."
    return replace(cue, say=f"{number} {cue.say}", brief=count, count=number)


def described(cue: TimedCue, pieces: Sequence[Piece], begins: float) -> Iterator[TimedCue]:
    """A description in work from the moment `begins` on, in a counted set one part a repetition, as much as fits into
    each. Nothing where the work is over by then.
    """
    interval = pieces[cue.interval].interval
    if begins >= interval.start + interval.seconds:
        return
    if not interval.is_counted or cue.say is None:
        yield replace(cue, at=round(begins, 6), brief=None)
        return
    gone, sentences = begins - interval.start, _BETWEEN_SENTENCES.split(cue.say)
    number = 1 + int((gone + _EPSILON) // period(interval))
    gone -= (number - 1) * period(interval)  # of this repetition
    while sentences:
        count = _how_many(sentences, interval, number, period(interval) - gone)
        words = " ".join(sentences[:count])
        at = interval.start + repetition_start(interval, number) + gone
        yield replace(cue, at=round(at, 6), say=words, brief=None)
        sentences = sentences[count:]
        number += max(1, int(-(-(gone + needed_seconds(words)) // period(interval))))
        gone = 0.0


def _how_many(sentences: Sequence[str], interval: Interval, number: int, room: float) -> int:
    """How many sentences are told in repetition `number`, of which `room` seconds are left: one at least, and all that
    are left in the last ones.
    """
    if number + 1 >= (interval.repetitions or 0):
        return len(sentences)
    for count in range(len(sentences), 1, -1):
        if needed_seconds(" ".join(sentences[:count])) <= room + _EPSILON:
            return count
    return 1


def needed_seconds(words: str) -> float:
    """How long a part of a description takes behind its bell, with the number before it."""
    return COUNT_SECONDS + voiced_seconds(words)
