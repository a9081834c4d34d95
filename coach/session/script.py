"""What the coach says and sounds at an event, out of coaching.yaml, with every placeholder filled."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from coach.content.model import PLACEHOLDERS, Coaching, CoachingEvent
from coach.session.arriving import NOTHING_NEW, Arrival
from coach.session.layout import Run
from coach.session.phrases import Phrases, fill
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
_ASIDES = ("pause", "resume", "lost")


def _sentences(template: str, values: Mapping[str, str]) -> str:
    """The template filled, in single spaces; a placeholder that begins a sentence begins with a capital."""
    words, is_beginning = "", True
    for part in _PLACEHOLDERS.split(template):
        said = fill(part, values)
        words += said[:1].upper() + said[1:] if part.startswith("{") and is_beginning else said
        if part[1:-1] not in _WHOLE_SENTENCES and (part.strip() or not is_beginning):
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


def _must_stand(template: str) -> set[str]:
    return {found[1:-1] for found in _PLACEHOLDERS.findall(template)} - _WHOLE_SENTENCES


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
        texts = [text.in_language(self._language) for text in self.event(name).say]
        return self._first_fitting(texts, self._values(moment), room)

    def brief(self, name: str, moment: Moment, room: float | None = None) -> str | None:
        """The first such sentence that does not describe the exercise; None where the event has none with and without.

        For those who know the exercise by its name.
        """
        values = self._values(moment)
        plain = [text.in_language(self._language) for text in self.event(name).say]
        short = [text for text in plain if "{describe}" not in text]
        if len(short) == len(plain):
            return None
        return self._first_fitting(short, values, room)

    def describes(self, name: str, moment: Moment, room: float) -> bool:
        """Whether the sentence that is said describes the exercise."""
        texts = [text.in_language(self._language) for text in self.event(name).say]
        values = self._values(moment)
        said = self._first_fitting(texts, values, room)
        describing = (self._first_fitting([text], values, room) for text in texts if "{describe}" in text)
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

    def _first_fitting(self, texts: Sequence[str], values: Mapping[str, str], room: float | None) -> str | None:
        """The first one that fits, of whose placeholders each stands for something, and that says no name twice, as
        of an exercise by itself; where there is none, the first that fits.
        """
        fitting = [(text, words) for text in texts if (words := _sentences(text, values)) and _fits(words, room)]
        is_alike = values["routine"] == values["exercise"]
        told = (
            words
            for text, words in fitting
            if all(values.get(name, name) for name in _must_stand(text))
            and not (is_alike and _must_stand(text) >= _BOTH_NAMES)
        )
        return next(told, fitting[0][1] if fitting else None)

    def _values(self, moment: Moment) -> dict[str, str]:
        run, work = moment.run, moment.work
        values = dict.fromkeys(_NAMES, "")
        values["routine"] = self.title
        if run:
            values["exercise"] = run.exercise.title.in_language(self._language)
            values["describe"] = run.exercise.described(run.dose.sides).in_language(self._language)
            values["dose"] = self.phrases.dose(run.dose)
            values["sets"] = str(run.dose.sets)
        if work:
            values["set"] = "" if work.set is None else str(work.set)
            values["reps"] = "" if work.repetitions is None else str(work.repetitions)
            side = work.side if moment.repetition is None else side_of(work, moment.repetition)
            values["side"] = self.phrases.words(side) if side in ("left", "right") else ""
            begins = side_of(work, 1) if work.side == "alternate" else None
            values["turn"] = self.phrases.words(begins) if begins else ""
        if moment.seconds is not None:
            values["seconds"] = self.phrases.number(moment.seconds)
        if moment.repetition is not None:
            values["rep"] = str(moment.repetition)
            turn = turn_of(work, moment.repetition) if work and moment.tells_turn else None
            values["turn"] = self.phrases.words(turn) if turn else ""
        values["needs"] = self.phrases.needs(moment.arrival.needs)
        values["position"] = self.phrases.words(moment.arrival.position) if moment.arrival.position else ""
        values["round"] = self.phrases.round(*moment.arrival.round) if moment.arrival.round else ""
        values["up"] = self.phrases.come_up(moment.up_from) if moment.up_from else ""
        values["first"] = "" if self._is_single else self.phrases.words("first")
        return values
