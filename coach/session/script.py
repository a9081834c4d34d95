"""What the coach says and sounds at an event, out of coaching.yaml, with every placeholder filled."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from coach.content.model import PLACEHOLDERS, Coaching, CoachingEvent
from coach.session.arriving import NOTHING_NEW, Arrival
from coach.session.layout import Run
from coach.session.phrases import Phrases
from coach.session.repetitions import side_of, turn_of
from coach.session.speech import spoken_seconds
from coach.session.timeline import Aside, Interval
from coach.values import dataclass

_SILENT = CoachingEvent()
_PLACEHOLDERS = re.compile(r"(\{[a-z]+\})")
_AFTER_A_SENTENCE = re.compile(r"[.!?]\s+$")
_WHOLE_SENTENCES = frozenset(
    {"first", "needs", "position", "round", "up"}
)  # there where something is new, and empty else
_BOTH_NAMES = frozenset({"routine", "exercise"})
_NAMES = {name for names in PLACEHOLDERS.values() for name in names}
_OF_THE_RUN = frozenset({"exercise", "describe", "dose", "sets"})
_OF_THE_WORK = frozenset({"set", "reps", "side", "turn"})
_OF_THE_ARRIVAL = frozenset({"needs", "position", "round"})
_ASIDES = ("pause", "resume", "lost")


@lru_cache(maxsize=512)  # those of a coaching file, in the languages that it has; a session asks at every repetition
def _cut(template: str) -> tuple[str, ...]:
    """Its plain words and its placeholders, in turn."""
    return tuple(_PLACEHOLDERS.split(template))


@lru_cache(maxsize=512)
def _named(template: str) -> frozenset[str]:
    return frozenset(found[1:-1] for found in _cut(template)[1::2])


def _sentences(template: str, values: Mapping[str, str]) -> str:
    """The template filled, in single spaces; a placeholder that begins a sentence begins with a capital."""
    words, is_beginning = "", True
    for number, part in enumerate(_cut(template)):
        name = part[1:-1] if number % 2 else None
        said = part if name is None else values.get(name, part)
        words += said[:1].upper() + said[1:] if name is not None and is_beginning else said
        if name not in _WHOLE_SENTENCES and (part.strip() or not is_beginning):
            is_beginning = _AFTER_A_SENTENCE.search(part) is not None
    return " ".join(words.split())


@dataclass(frozen=True, slots=True)
class Moment:
    """What the placeholders of an event speak of: the exercise and set at hand or to come, a length in seconds; and
    whether a number tells whose turn it is, where the sides take turns. `up_from`: where on the floor it ends.
    """

    run: Run | None = None
    work: Interval | None = None
    seconds: float | None = None
    repetition: int | None = None
    arrival: Arrival = NOTHING_NEW
    tells_turn: bool = True
    up_from: str | None = None


def _fits(words: str, room: float | None) -> bool:
    return room is None or spoken_seconds(words) <= room


def _must_stand(template: str) -> frozenset[str]:
    return _named(template) - _WHOLE_SENTENCES


class Script:
    """The sentences and sounds of one session in one language."""

    def __init__(
        self,
        coaching: Coaching,
        language: str,
        title: str,
        at_hand: frozenset[str] = frozenset(),
        *,
        is_single: bool = False,
    ) -> None:
        """`at_hand`: what nobody has to fetch. `is_single`: it has one exercise alone, which is no first one."""
        self.title = title
        self.at_hand = at_hand
        self._events = coaching.events
        self._is_single = is_single
        self._language = language
        self.phrases = Phrases(coaching.phrases, language)

    def event(self, name: str) -> CoachingEvent:
        """The event as the file gives it, a silent one where it does not."""
        return self._events.get(name, _SILENT)

    def least(self, name: str, otherwise: float) -> float:
        """From how many seconds on the event fires: its `from`, `otherwise` where the file does not say."""
        least = self.event(name).from_
        return otherwise if least is None else least

    def sentence(self, name: str, moment: Moment, room: float | None = None) -> str | None:
        """The first of the event's sentences that can be said within `room` seconds; None if none can."""
        texts = self._texts(name)
        return self._first_fitting(texts, self._values(texts, moment), room)

    def brief(self, name: str, moment: Moment, room: float | None = None) -> str | None:
        """The first such sentence that does not describe the exercise; None where the event has none with and without.

        For those who know the exercise by its name.
        """
        plain = self._texts(name)
        short = [text for text in plain if "describe" not in _named(text)]
        if len(short) == len(plain):
            return None
        return self._first_fitting(short, self._values(short, moment), room)

    def describes(self, name: str, moment: Moment, room: float) -> bool:
        """Whether the sentence that is said describes the exercise."""
        texts = self._texts(name)
        values = self._values(texts, moment)
        said = self._first_fitting(texts, values, room)
        describing = (self._first_fitting([text], values, room) for text in texts if "describe" in _named(text))
        return said is not None and said in describing

    def asides(self) -> tuple[Aside, ...]:
        """What belongs to moments that only the session itself will know."""
        return tuple(
            Aside(name, self.sentence(name, Moment()), self.event(name).sound)
            for name in _ASIDES
            if name in self._events
        )

    @property
    def tick(self) -> str | None:
        """The sound that counts a person back in: that of `resume`, that of the countdown where nobody speaks of it."""
        return self.event("resume" if "resume" in self._events else "countdown").sound

    def form_cues(self, run: Run) -> tuple[str, ...]:
        """The exercise's own cues in the session's language."""
        return tuple(cue.in_language(self._language) for cue in run.exercise.cues)

    @property
    def language(self) -> str:
        """The language in which all is said, as files name it: `en`."""
        return self._language

    def _texts(self, name: str) -> list[str]:
        return [text.in_language(self._language) for text in self.event(name).say]

    def _first_fitting(self, texts: Sequence[str], values: Mapping[str, str], room: float | None) -> str | None:
        """The first one that fits, of whose placeholders each stands for something, and that says no name twice, as
        of an exercise by itself; where there is none, the first that fits.
        """
        first = None
        for text in texts:
            words = _sentences(text, values)
            if not words or not _fits(words, room):
                continue
            must = _must_stand(text)
            says_it_twice = must >= _BOTH_NAMES and values["routine"] == values["exercise"]
            if not says_it_twice and all(values.get(name, name) for name in must):
                return words
            first = first or words
        return first

    def _values(self, texts: Sequence[str], moment: Moment) -> dict[str, str]:
        """What stands for each of the placeholders that the texts have."""
        return {name: self._value(name, moment) for name in frozenset().union(*map(_named, texts)) & _NAMES}

    def _value(self, name: str, moment: Moment) -> str:
        if name in _OF_THE_RUN:
            return self._of_the_run(name, moment.run) if moment.run else ""
        if name in _OF_THE_WORK:
            return self._of_the_work(name, moment, moment.work) if moment.work else ""
        if name in _OF_THE_ARRIVAL:
            return self._of_the_arrival(name, moment.arrival)
        match name:
            case "routine":
                return self.title
            case "seconds":
                return "" if moment.seconds is None else self.phrases.number(moment.seconds)
            case "rep":
                return "" if moment.repetition is None else str(moment.repetition)
            case "up":
                return self.phrases.come_up(moment.up_from) if moment.up_from else ""
        return "" if self._is_single else self.phrases.words("first")

    def _of_the_run(self, name: str, run: Run) -> str:
        match name:
            case "exercise":
                return run.exercise.title.in_language(self._language)
            case "describe":
                return run.exercise.described(run.dose.sides).in_language(self._language)
            case "dose":
                return self.phrases.dose(run.dose)
        return str(run.dose.sets)

    def _of_the_work(self, name: str, moment: Moment, work: Interval) -> str:
        match name:
            case "set":
                return "" if work.set is None else str(work.set)
            case "reps":
                return "" if work.repetitions is None else str(work.repetitions)
            case "side":
                side = work.side if moment.repetition is None else side_of(work, moment.repetition)
                return self.phrases.words(side) if side in ("left", "right") else ""
        if moment.repetition is not None:
            turn = turn_of(work, moment.repetition) if moment.tells_turn else None
        else:
            turn = side_of(work, 1) if work.side == "alternate" else None
        return self.phrases.words(turn) if turn else ""

    def _of_the_arrival(self, name: str, arrival: Arrival) -> str:
        match name:
            case "needs":
                return self.phrases.needs(arrival.needs)
            case "position":
                return self.phrases.words(arrival.position) if arrival.position else ""
        return self.phrases.round(*arrival.round) if arrival.round else ""
