"""A session with a voice: what the conductor has said, and when it is silenced."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coach.conductor import Conductor
from coach.content.model import Coaching, CoachingEvent, DoseLayer, SayStep, Text
from coach.session.compile import compile_routine
from coach.session.lateness import Lateness
from coach.session.timeline import Timeline
from coach.sound.voice.amount import Amount
from coach.sound.voice.turns import LATEST_SECONDS
from coach.sound.voice.utterances import utterances_of, utterances_with
from tests.fakes import FakeClock, FakeCues, FakeVoice, Said, troubled
from tests.session.library import COACHING, Catalogue, catalogue, exercise, routine, step
from tests.stores import memory_store


def timeline(*before: SayStep) -> Timeline:
    some = exercise("some", DoseLayer(reps=4, move=2.0, back=2.0), ("Ribs down.",))
    return compile_routine(routine(*before, step("some")), catalogue(some))


class Stage:
    def __init__(
        self,
        what: Timeline,
        amount: Amount = "all",
        speed: float = 1.0,
        first: int = 0,
        tell: Callable[[Lateness], None] | None = None,
    ) -> None:
        self.clock = FakeClock()
        self.began = self.clock.monotonic()
        self.voice = FakeVoice(amount, self.clock)
        self.conductor = Conductor(
            what,
            self.clock,
            FakeCues(),
            memory_store(self.clock),
            voice=self.voice,
            speed=speed,
            first=first,
            tell_lateness=tell,
        )

    def run(self, until: float) -> None:
        while self.clock.monotonic() - self.began < until - 1e-9:
            self.clock.pass_time(0.25)
            self.conductor.advance()

    @property
    def prepared(self) -> list[str]:
        """The sentences that the voice was told to have made."""
        return [line.text for line in self.voice.prepared[-1]] if self.voice.prepared else []

    @property
    def log(self) -> list[str]:
        """What was said and when it was hushed, by the session's second."""
        said = iter(self.voice.said)
        told = [call for call in self.voice.calls if call[0] in ("say", "hush")]
        return [self._line(next(said)) if what == "say" else f"{about - self.began:g} hush" for what, about in told]

    def _line(self, said: Said) -> str:
        about = "" if said.room is None else f", room {said.room:g}"
        about += "" if said.patience == LATEST_SECONDS else f", patience {said.patience:g}"
        return f"{said.at - self.began:g} {said.text} ({said.rank}{about}, late {said.late:.2f})"


@pytest.fixture
def stage():
    stage = Stage(timeline())
    stage.conductor.start()
    return stage


FIRST = "0 A routine. First: Some. 4 repetitions. Sit tall. (40, late 0.00)"


def test_a_whole_session(stage):
    stage.run(27)
    assert stage.prepared == [
        "A routine. First: Some. 4 repetitions. Sit tall.",
        "Ribs down.",
        "Last one.",
        "Well done.",
    ]
    assert stage.log == [
        FIRST,
        "14 Ribs down. (10, room 8, late 0.00)",
        "22 Last one. (20, late 0.00)",
        "26 Well done. (20, late 0.00)",
    ]


def test_late_is_told(stage):
    stage.clock.pass_time(2.9)
    stage.conductor.advance()
    stage.run(13.25)
    stage.clock.pass_time(1.0)
    stage.conductor.advance()
    assert stage.log[-1] == "14.4 Ribs down. (10, room 8, late 0.40)"


@pytest.mark.parametrize("command", ["next", "back", "end", "pause", "hurts", "close"])
def test_the_person_goes_on_and_it_is_silent(stage, command):
    stage.run(1)
    getattr(stage.conductor, command)()
    assert stage.log[1] == "1 hush"


def test_more_time_lets_it_finish(stage):
    stage.run(1)
    stage.conductor.more()
    assert stage.log == [FIRST]


def test_an_instruction_that_waits_is_silenced_by_going_on():
    stage = Stage(timeline(SayStep(Text("Fetch a chair."), None)))
    stage.conductor.start()
    stage.run(2)
    stage.conductor.done()
    assert stage.log[:2] == ["0 Fetch a chair. (40, late 0.00)", "2 hush"]
    assert stage.log[2].startswith("2 A routine. First: Some.")


def test_a_question_follows_what_leads_to_it_and_silences_what_does_not(stage):
    stage.conductor.ask("Head. 1: Easily.", follows=True)
    stage.run(1)
    stage.conductor.ask("Calves.")
    asked = ["0 Head. 1: Easily. (0, patience 20, late 0.00)", "1 hush", "1 Calves. (0, patience 20, late 0.00)"]
    assert stage.log == [FIRST, *asked]


def test_questions_are_made_after_what_the_timeline_says():
    what = timeline()
    lines = [line.text for line in utterances_with(what, ("Head.", "Ribs down."))]
    assert lines == [*(line.text for line in utterances_of(what)), "Head."]
    assert utterances_with(what, ("Head.",), "sounds") == ()


def test_a_count_is_said_and_leaves_the_caption_to_the_sentence_before():
    some = exercise("some", DoseLayer(reps=4, move=2.0, back=2.0), ("Ribs down.",))
    coaching = Coaching({**COACHING.events, "count": CoachingEvent((Text("{rep}."),))})
    stage = Stage(compile_routine(routine(step("some")), Catalogue({"some": some}, coaching)))
    stage.conductor.start()
    stage.run(18.5)
    assert [line.split(" (")[0] for line in stage.log[-3:]] == ["10 1.", "14 2. Ribs down.", "18 3."]
    assert stage.conductor.caption == "Ribs down."


def test_names_only():
    stage = Stage(timeline(), "names")
    stage.conductor.start()
    stage.run(27)
    assert [entry.split(" (")[0] for entry in stage.log] == [
        "0 A routine. First: Some. 4 repetitions.",
        "22 Last one.",
        "26 Well done.",
    ]
    assert stage.prepared == ["A routine. First: Some. 4 repetitions.", "Last one.", "Well done."]
    assert stage.conductor.caption == "Well done."


def test_a_rehearsal_is_not_spoken():
    stage = Stage(timeline(), speed=10.0)
    stage.conductor.start()
    stage.run(30)
    assert (stage.log, stage.prepared) == ([], [])


def test_trouble_reaches_the_person(stage):
    stage.voice.trouble = troubled("The voice stopped twice; the captions show every sentence.")
    assert stage.conductor.trouble == "The voice stopped twice; the captions show every sentence."


def test_taken_up_in_the_middle_its_own_sentences_come_first():
    assert Stage(timeline(), first=1).prepared[0] == "Ribs down."


def test_at_the_end_it_is_told_how_late_sounds_were():
    told: list[Lateness] = []
    stage = Stage(timeline(), tell=told.append)
    stage.conductor.start()
    stage.run(9.75)
    stage.clock.pass_time(0.5)  # "go" is due at ten seconds
    stage.conductor.advance()
    assert told == []
    stage.conductor.end()
    assert [(one.count, one.median, round(one.worst, 6)) for one in told] == [(4, 0.0, 0.25)]
