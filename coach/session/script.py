"""What the coach says and sounds at an event, out of coaching.yaml, with every placeholder filled."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coach.content.model import Coaching, CoachingEvent
from coach.session.layout import Run
from coach.session.phrases import Phrases, fill, number
from coach.session.speech import spoken_seconds
from coach.session.timeline import Aside, Interval

_SILENT = CoachingEvent()
_AFTER_A_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_ASIDES = ("pause", "resume", "lost")


def _sentences(template: str, values: Mapping[str, str]) -> str:
    """The template filled; a placeholder that begins a sentence begins with a capital."""
    filled = ((sentence, fill(sentence, values)) for sentence in _AFTER_A_SENTENCE.split(template))
    return " ".join(words[:1].upper() + words[1:] if sentence.startswith("{") else words for sentence, words in filled)


@dataclass(frozen=True, slots=True)
class Moment:
    """What the placeholders of an event speak of: the exercise and set at hand or to come, a length in seconds."""

    run: Run | None = None
    work: Interval | None = None
    seconds: float | None = None
    repetition: int | None = None


class Script:
    """The sentences and sounds of one session in one language."""

    def __init__(self, coaching: Coaching, language: str, title: str) -> None:
        self.title = title
        self._events = coaching.events
        self._language = language
        self._phrases = Phrases(coaching.phrases, language)

    def event(self, name: str) -> CoachingEvent:
        """The event as the file gives it, a silent one where it does not."""
        return self._events.get(name, _SILENT)

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
        for text in texts:
            # A placeholder that has nothing to stand for leaves no double space behind.
            words = " ".join(_sentences(text, values).split())
            if words and (room is None or spoken_seconds(words) <= room):
                return words
        return None

    def _values(self, moment: Moment) -> dict[str, str]:
        run, work = moment.run, moment.work
        values = dict.fromkeys(("exercise", "dose", "describe", "side", "set", "sets", "rep", "reps", "seconds"), "")
        values["routine"] = self.title
        if run:
            values["exercise"] = run.exercise.title.in_language(self._language)
            values["describe"] = run.exercise.describe.in_language(self._language)
            values["dose"] = self._phrases.dose(run.dose)
            values["sets"] = str(run.dose.sets)
        if work:
            values["set"] = "" if work.set is None else str(work.set)
            values["reps"] = "" if work.repetitions is None else str(work.repetitions)
            values["side"] = self._phrases.words(work.side) if work.side in ("left", "right") else ""
        if moment.seconds is not None:
            values["seconds"] = number(moment.seconds)
        if moment.repetition is not None:
            values["rep"] = str(moment.repetition)
        return values
