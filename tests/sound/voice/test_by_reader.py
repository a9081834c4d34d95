"""A session's sentences through a screen reader: one after another, none twice, at most one a second."""

from __future__ import annotations

from itertools import pairwise

import pytest

from coach.session.asides import RANK
from coach.sound.voice.by_reader import LEAST_SECONDS, BothVoices, ReaderVoice
from coach.sound.voice.protocol import Utterance
from coach.sound.voice.turns import JOINED_SECONDS
from tests.fakes import FakeClock, FakeVoice

LONG = "Next: Chin tuck. 5 repetitions, hold 3 seconds. Sit tall, and glide your head straight back."


class Told:
    """coach.sound.voice.by_reader.Reader that remembers when what is to be said."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock, self.answers, self.log = clock, 0.0, []

    def tell(self, text: str, after_seconds: float = 0.0) -> None:
        self.log.append((round(self.clock.monotonic() + after_seconds, 2), text))

    def hush(self) -> None:
        self.log.append("hush")

    def speaks_for(self) -> float:
        return self.answers


class Stage:
    def __init__(self) -> None:
        self.clock = FakeClock()
        self.begun = self.clock.monotonic()
        self.told = Told(self.clock)
        self.voice = ReaderVoice(self.told, "all", self.clock.monotonic)

    @property
    def said(self) -> list[tuple[float, str]]:
        return [(round(one[0] - self.begun, 2), one[1]) for one in self.told.log if one != "hush"]


@pytest.fixture
def stage() -> Stage:
    return Stage()


def test_a_sentence_is_told_at_once_and_needs_no_preparation(stage: Stage) -> None:
    stage.voice.prepare([Utterance("Never said.")])
    stage.voice.say("Rest.")
    assert stage.said == [(0.0, "Rest.")]
    assert stage.voice.trouble is None


def test_the_next_one_waits_for_its_end_and_never_comes_within_a_second(stage: Stage) -> None:
    for text in ("1.", "2.", "3."):
        stage.voice.say(text, patience=JOINED_SECONDS)
    moments = [at for at, _ in stage.said]
    assert all(after - before >= LEAST_SECONDS for before, after in pairwise(moments))


def test_what_would_wait_too_long_is_left_out(stage: Stage) -> None:
    stage.voice.say(LONG)
    stage.voice.say("1.")
    assert stage.said == [(0.0, LONG)]


def test_a_long_one_is_not_left_out_and_is_over_when_the_next_begins(stage: Stage) -> None:
    stage.voice.say(LONG, room=2.0)
    stage.clock.pass_time(2.0)
    stage.voice.say("Halfway.")
    assert [text for _, text in stage.said] == [LONG, "Halfway."]


def test_what_answers_the_person_comes_first(stage: Stage) -> None:
    stage.voice.say(LONG)
    stage.clock.pass_time(1.0)
    stage.voice.say("Paused. Take your time.", RANK)
    assert stage.told.log[1] == "hush"
    assert stage.said[1] == (1.0, "Paused. Take your time.")


def test_while_an_answer_is_read_a_count_is_left_out_and_a_sentence_follows(stage: Stage) -> None:
    stage.told.answers = 5.0
    stage.voice.say("3. To the left side, and slowly.", is_passing=True)
    stage.voice.say(LONG)
    assert stage.said == [(1.5, LONG)]


def test_while_an_answer_is_read_no_sentence_is_left_out_for_being_short(stage: Stage) -> None:
    stage.told.answers = 5.0
    stage.voice.say("Rest.")
    assert stage.said == [(1.5, "Rest.")]


def test_what_answers_a_key_does_not_wait_for_the_answer_to_the_one_before(stage: Stage) -> None:
    stage.told.answers = 8.0
    stage.voice.say("Ready again.", RANK)
    assert stage.said == [(0.0, "Ready again.")]


def test_what_is_late_is_not_said(stage: Stage) -> None:
    stage.voice.say("1.", late=2.0)
    assert stage.said == []


def test_only_sounds_is_silence(stage: Stage) -> None:
    stage.voice.say(LONG)
    stage.voice.set_amount("sounds")
    assert (stage.voice.amount, stage.told.log[-1]) == ("sounds", "hush")
    stage.voice.say("Rest.")
    assert stage.said == [(0.0, LONG)]
    stage.voice.set_volume(0.1)
    stage.voice.set_speed(2.0)
    stage.voice.close()
    assert stage.told.log[-1] == "hush"


def test_both_say_each_sentence_and_only_the_coach_prepares() -> None:
    coach, reader = FakeVoice("names"), FakeVoice("names")
    both = BothVoices(coach, reader)
    coach.trouble = "no device"
    assert (both.trouble, both.amount) == ("no device", "names")
    both.prepare([Utterance("Rest.")])
    both.say("Rest.", 3, 2.0, 0.1, 6.0)
    both.hush()
    both.set_volume(0.5)
    both.set_speed(1.2)
    both.set_amount("all")
    both.close()
    assert [what for what, _ in coach.calls] == ["prepare", "say", "hush", "volume", "speed", "amount", "close"]
    assert [what for what, _ in reader.calls] == ["say", "hush", "amount", "close"]
    assert [said[1:] for said in coach.said] == [said[1:] for said in reader.said] == [("Rest.", 3, 2.0, 0.1, 6.0)]
