"""A test's questions as they are put to somebody who only presses: what is said, what is lit, what a press takes.

Knows the time by what it is told, and neither voice nor screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

from coach.content.model import Area, HoldStep, RateStep, Test
from coach.session.events import Event
from coach.session.speech import voiced_seconds
from coach.values import dataclass
from coach.walltest.by_press import ByPress, Option, Turn, all_amounts, amounts_of
from coach.walltest.course import Ask, Course, Reply
from coach.walltest.scanning import Scan, timed
from coach.words import at_the_wall as words
from coach.words.language import Language
from coach.words.walltest import every_held

TO_PRESS_SECONDS = 1.4
"""After an option was read, for somebody to press; our choice, as what follows."""

TO_PRESS_COUNTING_SECONDS = 0.8
"""After a number, which nobody is surprised by."""

SILENCE_SECONDS = 0.5
"""Between what is asked and the first option."""


@dataclass(frozen=True, slots=True)
class Lit(Event):
    """An answer is lit and read, and a press takes it: its `words`; "" where the light has gone out."""

    words: str


@dataclass(frozen=True, slots=True)
class Taken(Event):
    """A press has taken the answer that was lit."""

    words: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a press took, as it is read; what is to be said then; the reply in a tuple where that is all."""

    taken: str
    said: str
    reply: tuple[Reply] | None


class AskedInTurn:
    """One question of a test at a time, from `begin` to `end`."""

    def __init__(self, test: Test, areas: Mapping[str, Area], language: Language) -> None:
        self._test, self._areas, self._language = test, areas, language
        self._by_press: ByPress | None = None
        self._scan: Scan | None = None
        self._from: float | None = None
        self._lit: int | None = None

    # --- what is asked -----------------------------------------------------------------------------------------------

    def begin(self, ask: Ask, now: float, after: str = "") -> str:
        """Put a question, behind the sentences `after`; what is to be said first."""
        self._by_press = ByPress(ask)
        return self._begin_turn(now, after)

    def end(self) -> None:
        """Nothing is asked any more."""
        self._by_press = self._scan = self._lit = None

    def answered_by_hand(self) -> None:
        """Somebody answers this question with keyboard or pointer: then nothing is lit any more, and nothing read."""
        self._scan = self._lit = None

    @property
    def question(self) -> ByPress | None:
        """What was pressed so far, and what is asked now."""
        return self._by_press

    @property
    def is_lighting(self) -> bool:
        """Whether options are lit in turn, and the question is not answered by hand."""
        return self._scan is not None

    # --- what is lit -------------------------------------------------------------------------------------------------

    @property
    def lit(self) -> int | None:
        """Which option of the turn is lit, counted from 0, as of the last `look`."""
        return self._lit

    def look(self, now: float, *, runs: bool) -> str | None:
        """Light what is to be lit at `now`: the words of an option that is lit since this look, "" where the light went
        out, None where nothing changed. While the session does not run nothing is lit; then it begins again.
        """
        if self._scan is None:
            return None
        if not runs:
            self._from, lit = None, None
        else:
            if self._from is None:
                self._from = now - self._scan.lead
            lit = self._scan.lit(now - self._from)
        if lit == self._lit:
            return None
        self._lit = lit
        return "" if lit is None else self.words_of(lit)

    def next_change(self, now: float) -> float:
        """When `look` will find another one lit; infinity where it will not."""
        if self._scan is None or self._from is None:
            return inf
        return self._from + self._scan.next_change(now - self._from)

    def words_of(self, option: int) -> str:
        """An option of the turn, by its place, as it is read."""
        question = self._by_press
        assert question is not None
        return self._read(question, question.turn.options[option])

    # --- what is pressed ---------------------------------------------------------------------------------------------

    def press(self, now: float) -> Pressed | None:
        """Take what is lit; None where nothing is. Where all rounds are over, or the question was answered by hand, it
        is lit again from now.
        """
        question = self._by_press
        if question is None:
            return None
        if self._scan is None or (self._from is not None and self._scan.rests(now - self._from)):
            self._light(now, 0.0)
            return None
        if self._lit is None:
            return None
        taken = self.words_of(self._lit)
        turn, reply = question.turn, question.press(question.turn.options[self._lit])
        if reply is not None:
            return Pressed(taken, "", reply)
        return Pressed(taken, self._begin_turn(now) if question.turn is not turn else "", None)

    def back(self, now: float) -> str | None:
        """To the turn before within this question: what is to be said; None where there is none."""
        if self._by_press is None or not self._by_press.back():
            return None
        return self._begin_turn(now)

    def _begin_turn(self, now: float, after: str = "") -> str:
        assert self._by_press is not None
        question = self._by_press
        said = words.lead(self._language, self._test, question.ask, question.turn, self._areas)
        self._light(now, sum(voiced_seconds(text) for text in (after, said) if text) + SILENCE_SECONDS)
        return said

    def _light(self, now: float, lead: float) -> None:
        assert self._by_press is not None
        turn = self._by_press.turn
        is_counted = turn.kind in ("amount", "measure")
        pause = TO_PRESS_COUNTING_SECONDS if is_counted else TO_PRESS_SECONDS
        lengths = [voiced_seconds(self._read(self._by_press, option)) for option in turn.options]
        self._scan, self._from, self._lit = timed(lead, lengths, pause=pause), now, None

    def _read(self, question: ByPress, option: Option) -> str:
        kind = question.turn.kind
        return words.option_aloud(self._language, self._test, question.ask, option, self._areas, kind)


def asked_aloud(test: Test, areas: Mapping[str, Area], language: Language) -> tuple[str, ...]:
    """Every sentence that may be said of a test's questions, each once, those first that are asked first."""
    said: list[str] = []
    for ask in (ask for ask in Course(test).asks if ask.is_question):
        question = ByPress(ask)
        turns = [question.turn]
        if isinstance(ask.step, RateStep):
            turns += [Turn("amount", amounts_of(ask.step), area, side) for area, side in all_amounts(ask.step)]
        for turn in turns:
            said.append(words.lead(language, test, ask, turn, areas))
            said += [words.option_aloud(language, test, ask, one, areas, turn.kind) for one in turn.options]
    return tuple(sentence for sentence in dict.fromkeys(said) if sentence)


def said_in(
    test: Test, areas: Mapping[str, Area], language: Language, how: str | None = None, *, presses: bool = True
) -> tuple[str, ...]:
    """Every sentence that a test says besides those of its timeline: `how` to answer, its questions and their answers,
    how long a hold lasted, and what came of it. Without `presses` the areas of a rating are read with their keys.
    """
    holds = [step.seconds for step in test.steps if isinstance(step, HoldStep)]
    times = [sentence for of in holds for sentence in every_held(language, of)]
    rates = [step for step in test.steps if isinstance(step, RateStep) and not presses]
    keys = [sentence for step in rates for sentence in words.areas_with_keys(language, step, areas)]
    first = words.how_to_answer(language) if how is None else how
    told = [first, *asked_aloud(test, areas, language), *keys, *times, *words.result_sentences(language, test)]
    return tuple(dict.fromkeys(told))
