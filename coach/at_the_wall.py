"""A wall test as it happens: its course beside the timeline, questions aloud, stop rules, the result kept.

The window and the terminal run the same WallTest, so both ask, stop and count alike; they show it and pass on what the
person wants.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from coach.asked_in_turn import SILENCE_SECONDS, AskedInTurn, Lit, Taken, said_in
from coach.clock import Clock
from coach.conductor import Conductor
from coach.content.model import Area, RateStep, Test
from coach.session.events import Ended, Event, IntervalFinished, IntervalStarted, Paused
from coach.session.lateness import Lateness
from coach.session.speech import voiced_seconds
from coach.session.timeline import Timeline
from coach.sound.protocol import Cues
from coach.sound.voice.protocol import Voice
from coach.values import dataclass
from coach.walltest.advice import Comparison, StopReason, compare
from coach.walltest.course import Ask, Course, Reply
from coach.walltest.held import Held, held_by, with_time_told
from coach.walltest.scanning import Debounce
from coach.walltest.score import Result, score
from coach.walltest.staying import Earlier, Stayed, stayed
from coach.words.at_the_wall import areas_with_keys, how_to_answer, result_aloud
from coach.words.language import ENGLISH, Language
from coach.words.walltest import held

if TYPE_CHECKING:
    from coach.progress.store import Store


HOW_PATIENCE_SECONDS = 30.0
"""How to answer waits for the sentence that a test begins with, however long that is, and the first question for it."""

RESULT_PATIENCE_SECONDS = 40.0
"""Each sentence of what came of a test waits for those before it, and so does each area that is read with its key."""

OPTION_PATIENCE_SECONDS = 3.0
"""An answer may be read this long after it was lit; later another one is."""

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
        areas: Mapping[str, Area] | None = None,
        how: str | None = None,
        from_memory: bool = False,
        presses: bool = True,
        language: Language = ENGLISH,
    ) -> None:
        self.from_memory = from_memory
        """Whether the questions come after everything that is done at the wall."""
        self._language = language
        self._how = how_to_answer(language) if how is None else how
        self._areas = areas or {}
        self._in_turn = AskedInTurn(test, self._areas, language)
        self._debounce = Debounce()
        self._hears_presses = presses
        super().__init__(
            *(timeline, clock, cues, store),
            speed=speed,
            voice=voice,
            tell_lateness=tell_lateness,
            tell_exercising=tell_exercising,
            questions=said_in(test, areas or {}, language, how, presses=presses),
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

    # --- without a look at the keyboard ------------------------------------------------------------------------------

    @property
    def in_turn(self) -> AskedInTurn:
        """What is asked of somebody who only presses, and what is lit."""
        return self._in_turn

    def advance(self) -> list[Event]:
        """Everything that happened since the last call, and which answer is lit since."""
        return [*super().advance(), *self._light()]

    def next_due(self) -> float | None:
        """Clock.monotonic() of the next event, the next answer to be lit among them; None while nothing is due."""
        due, lit = super().next_due(), self._in_turn.next_change(self._clock.monotonic())
        return due if due is None else min(due, lit)

    def hears_press(self) -> bool:
        """Whether a press that comes now is one of its own, and not the bounce of another one."""
        return self._debounce.counts(self._clock.monotonic())

    def press(self) -> list[Event]:
        """The one press of somebody at the wall: it takes the answer that is lit, ends the hold, and goes on from a
        sentence and after a pause. One that follows another too closely counts for nothing; so does one that finds the
        machine asleep until now.
        """
        events = self.advance()
        is_asked = self.view().state in ("asking-pain", "reentry")
        if not self.hears_press() or self.ended is not None or is_asked:
            return events
        if any(isinstance(event, Paused) for event in events):
            return events
        if self.asked is None or self.view().state == "paused":
            return [*events, *self.go_on()]
        return [*events, *self._take()]

    def press_back(self) -> list[Event]:
        """The press that goes back: to the question before. In the hold it ends it, as every press does."""
        if self.asked is None or self.view().state == "paused":
            return self.press() if self.is_held or self.view().state == "paused" else self.advance()
        events = self.advance()
        if not self.hears_press() or any(isinstance(event, Paused) for event in events):
            return events
        said = self._in_turn.back(self._clock.monotonic())
        if said is None:
            return [*events, *self.back()]
        self._ask_now(said)
        return events

    def by_hand(self, *, hush: bool = True) -> None:
        """What is asked now is answered with keyboard or pointer: nothing is lit or read meanwhile."""
        self._in_turn.answered_by_hand()
        if hush:
            self._voice.hush()

    def _take(self) -> list[Event]:
        now, at = self._clock.monotonic(), self.view().session_elapsed
        pressed = self._in_turn.press(now)
        if pressed is None:
            return self._light()
        taken = Taken(at, now, pressed.taken)
        if pressed.reply is not None:
            return [taken, *self.answer(pressed.reply[0])]
        self._ask_now(pressed.said)
        return [taken, *self._light()]

    def _ask_now(self, said: str) -> None:
        if said:
            self.ask(said)

    def _light(self) -> list[Event]:
        """What is lit since the last look, read aloud."""
        now, view = self._clock.monotonic(), self.view()
        words = self._in_turn.look(now, runs=view.state == "running")
        if words is None:
            return []
        if words:
            self._voice.say(words, patience=OPTION_PATIENCE_SECONDS, is_passing=True)  # by then another is lit
        return [Lit(view.session_elapsed, now, words)]

    # --- what else comes of it ---------------------------------------------------------------------------------------

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
                    self._tell(self.outcome)
        started = next((event for event in events if isinstance(event, IntervalStarted)), None)
        if started is not None:
            if self._how:
                self._tell_how(started)
            self._ask_aloud(follows=True)

    def _tell_how(self, started: IntervalStarted) -> None:
        """With the sentence that the test begins with, where that leaves time for it."""
        first = started.interval
        seconds = voiced_seconds(first.text or "") + voiced_seconds(self._how) + SILENCE_SECONDS
        if started.index == 0 and first.text and not first.wait and seconds <= first.seconds:
            self._voice.say(self._how, patience=HOW_PATIENCE_SECONDS)
            self._how = ""

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

    def _tell(self, outcome: Kept | StopReason | None) -> None:
        """The result, behind what the test ends with: the screen is out of sight at the wall."""
        if isinstance(outcome, Kept):
            hold = next(reversed(self.held.values()), None)
            for sentence in result_aloud(self._language, outcome.result, hold, self._areas):
                self._voice.say(sentence, patience=RESULT_PATIENCE_SECONDS)

    def _keep(self) -> Kept:
        """Told as it came out, whether or not the store can write it down now."""
        result, last = score(self.test, self.course.answers), newest(self._store, self.test.id)
        self._store.add_test(self.test.id, result.as_json())
        at = self._clock.wall()
        earlier = (Earlier(last.at, last.result), *last.earlier) if last else ()
        return Kept(result, at, len(earlier) + 1, earlier)

    def _ask_aloud(self, *, follows: bool) -> None:
        """Ask what waits for its answer; before the first question how to answer, if that was not told."""
        asked, how = self.asked, self._how
        if asked is None or (asked.point is None and not self._hears_presses):
            self._in_turn.end()
            if asked is not None and isinstance(asked.step, RateStep):
                for sentence in areas_with_keys(self._language, asked.step, self._areas):
                    self._voice.say(sentence, patience=RESULT_PATIENCE_SECONDS)
            return
        self._how = ""
        before = [self.view().interval.text or "", how] if follows else [how]
        question = self._in_turn.begin(asked, self._clock.monotonic(), " ".join(filter(None, before)))
        if how:
            self._voice.say(how, patience=HOW_PATIENCE_SECONDS)
        if question:
            self.ask(question, follows=follows or bool(how))
