"""A wall test as it happens: its course beside the timeline, questions aloud, stop rules, the result kept.

The window and the terminal run the same WallTest, so both ask, stop and count alike; they show it and pass on what the
person wants.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from coach.clock import Clock
from coach.conductor import Conductor, Lateness
from coach.content.model import HoldStep, Test
from coach.session.events import Ended, Event, IntervalFinished, IntervalStarted
from coach.session.timeline import Timeline
from coach.sound.protocol import Cues
from coach.sound.voice.protocol import Voice
from coach.walltest.advice import Comparison, StopReason, compare
from coach.walltest.aloud import question_aloud, questions_aloud
from coach.walltest.course import Ask, Course, Reply
from coach.walltest.held import Held, held_by, with_time_told
from coach.walltest.score import Result, score
from coach.walltest.staying import Earlier, Stayed, stayed
from coach.words.language import ENGLISH, Language
from coach.words.walltest import every_held, held

if TYPE_CHECKING:
    from coach.progress.store import Store


Felt = Literal["dizzy", "tingling"]
"""What is felt besides pain and stops a test."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A result as it is kept: the `number`th of its test, counted from 1, and those `earlier`, the newest first."""

    result: Result
    at: datetime
    number: int
    earlier: tuple[Earlier, ...] = ()

    @property
    def before(self) -> Result | None:
        """The one before it, if there is one."""
        return self.earlier[0].result if self.earlier else None

    def stayed(self, area: str) -> Stayed | None:
        """Whether the tension of an area has stayed changed over several tests."""
        return stayed(area, Earlier(self.at, self.result), self.earlier)

    @property
    def comparison(self) -> Comparison | None:
        """What became of every part since the one before; None where there was none."""
        return compare(self.before, self.result) if self.before is not None else None


def said_in(test: Test, language: Language = ENGLISH) -> tuple[str, ...]:
    """Every sentence that a test says besides those of its timeline: its questions, and how long a hold lasted."""
    holds = [step.seconds for step in test.steps if isinstance(step, HoldStep)]
    times = [sentence for of in holds for sentence in every_held(language, of)]
    return tuple(dict.fromkeys([*questions_aloud(test), *times]))


def newest(store: Store, test_id: str) -> Kept | None:
    """The last result that the store keeps of a test; None where it keeps none."""
    records = store.tests(test_id)
    if not records:
        return None
    found = [Earlier(record.at, record.scored) for record in records]
    return Kept(found[0].result, found[0].at, len(found), tuple(found[1:]))


class WallTest(Conductor):
    """Conducts `test`, whose timeline is `timeline`: `course` is where it is, and what was answered so far.

    What is said and held counts as answered when it is over, a question when `answer` is called; a step is left when
    all its questions are answered, and in no other way. `outcome` is there when it has ended: the result, kept in the
    store, or why it was stopped; None where the person ended it early, of which nothing is kept.
    """

    def __init__(  # the parts that a test joins; all are needed
        self,
        test: Test,
        timeline: Timeline,
        clock: Clock,
        cues: Cues,
        store: Store,
        *,
        speed: float = 1.0,
        voice: Voice | None = None,
        tell_lateness: Callable[[Lateness], None] | None = None,
        tell_exercising: Callable[[bool, float], None] | None = None,
        language: Language = ENGLISH,
    ) -> None:
        self._language = language
        super().__init__(
            *(timeline, clock, cues, store),
            speed=speed,
            voice=voice,
            tell_lateness=tell_lateness,
            tell_exercising=tell_exercising,
            questions=said_in(test, language),
        )
        self.test = test
        self.course = Course(test)
        self.outcome: Kept | StopReason | None = None
        self.held: dict[int, Held] = {}
        """What came of each hold that is over, by the index of its step."""
        self.just_held: Held | None = None
        """The hold that has just ended, until what follows it is over."""
        self._stopped_by: StopReason | None = None

    @property
    def asked(self) -> Ask | None:
        """The question that waits for its answer; None where none does, also while it is asked what hurts."""
        current = self.course.current
        waits = self.ended is None and self.view().state != "asking-pain"
        return current if waits and current is not None and current.is_question else None

    @property
    def is_held(self) -> bool:
        """Whether the shape is held now, or would be if the test did not stand: then every key ends it."""
        return self.view().interval.open == "max"

    def answer(self, reply: Reply) -> list[Event]:
        """The answer to what is `asked`, as Course.answer takes it; on to the next question, or the next step.

        It is what counts, also where the machine slept over the question and the test stands since. Nothing comes of
        one that nobody asked for. ValueError for what is no answer.
        """
        asked = self.asked
        if asked is None:
            return []
        following = self.course.answer(reply)
        events = self.advance()
        if following is not None and following.step_index <= (self.view().interval.step or 0):
            self._ask_aloud(follows=False)
            return events
        return [*events, *self.resume(), *super().done()]

    def back(self) -> list[Event]:
        """To the question before, of whatever step: a sentence is not heard again, and a hold not tried again."""
        events = self.advance()
        if self.asked is not None and self.course.can_go_back:
            self.course.back()
            self._ask_aloud(follows=False)
        return events

    def next(self) -> list[Event]:
        """Leave a sentence or the hold for what follows; a question is left by its answer alone."""
        return super().next() if self.asked is None else self.advance()

    def done(self) -> list[Event]:
        """Go on from a sentence that waits for it; a question is left by its answer alone."""
        return super().done() if self.asked is None else self.advance()

    def go_on(self) -> list[Event]:
        """What the person means who wants to go on: after a pause, from the hold that is lost, or from a sentence."""
        view = self.view()
        if view.state == "paused":
            return self.resume()
        if self.is_held:
            return self.lost()
        return self.done() if view.interval.wait else self.next()

    def feels(self, what: Felt) -> list[Event]:
        """The person is dizzy, or an arm tingles: the test stops here, however little it hurts."""
        self._stopped_by = what
        return self.end()

    def as_told(self, events: list[Event]) -> list[Event]:
        """How long a hold lasted is said when it is over, whatever the test's file says then."""
        return with_time_told(events, lambda hold: held(self._language, hold))

    def also_perform(self, events: Sequence[Event]) -> None:
        """Count what is over as answered, ask aloud what follows, and keep what came of it at the end."""
        for event in events:
            match event:
                case IntervalFinished():
                    self._over(event)
                case Ended():
                    self.outcome = self._come_of(event)
        if any(isinstance(event, IntervalStarted) for event in events):
            self._ask_aloud(follows=True)

    def _over(self, event: IntervalFinished) -> None:
        """A sentence or a hold counts as answered, heard out or not; a question's interval ends when it is answered."""
        self.just_held = hold = held_by(event)
        current = self.course.current
        if hold is not None and event.interval.step is not None:
            self.held[event.interval.step] = hold
        if current is not None and current.step_index == event.interval.step and event.outcome != "ended":
            self.course.answer(event.seconds)

    def _come_of(self, ended: Ended) -> Kept | StopReason | None:
        if ended.how == "pain":
            return "pain"
        return self._keep() if ended.how == "finished" else self._stopped_by

    def _keep(self) -> Kept:
        """Told as it came out, whether or not the store can write it down now."""
        result, last = score(self.test, self.course.answers), newest(self._store, self.test.id)
        self._store.add_test(self.test.id, result.as_json())
        at = self._clock.wall()
        earlier = (Earlier(last.at, last.result), *last.earlier) if last else ()
        return Kept(result, at, len(earlier) + 1, earlier)

    def _ask_aloud(self, *, follows: bool) -> None:
        asked = self.asked
        question = question_aloud(self.test, asked) if asked is not None else None
        if question is not None:
            self.ask(question, follows=follows)
