"""A whole session, said by whoever was chosen: each sentence once to the ear that it is for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from coach.settings import SPEAKS, VOICE_AMOUNT
from coach.sound.voice.who_speaks import Speaks
from coach.ui.pages.session.page import SessionPage
from coach.ui.widgets.stage import Stage
from tests.fakes import FakeVoice
from tests.ui.parts import FakeParts

Key = Qt.Key
BEGIN = "Desk reset. First: Chin tuck. 5 repetitions, hold 3 seconds. Sit tall, look straight ahead and glide your"
STEP = "Get ready. First: Chin tuck"


class Heard:
    """A session of the shipped library under way, and what reaches a screen reader of it."""

    def __init__(self, qtbot, look, speaks: Speaks | None, *, amount: str = "all") -> None:
        self.voice = FakeVoice(amount)  # type: ignore[arg-type]
        self.parts = FakeParts(voice=self.voice)
        self.parts.store.keep(SPEAKS, speaks)
        self.parts.store.keep(VOICE_AMOUNT, amount)
        self.page = SessionPage(self.parts, look)
        qtbot.addWidget(self.page)
        self.page.resize(1180, 760)
        self.page.show()
        self.sentences: list[str] = []
        """What the session gave to be announced, as it stands before it waits for its second."""
        say = self.page.announcer.say
        self.page.announcer.say = lambda text, *, matters=False: (  # type: ignore[method-assign]
            self.sentences.append(text),
            say(text, matters=matters),
        )
        self.page.telling.tell = lambda text, after_seconds=0.0: self.page.announcer.say(text)  # type: ignore[method-assign]
        self.page.begin(self.parts.timeline("routine", "desk-reset"))

    @property
    def spoken(self) -> list[str]:
        return [said.text for said in self.voice.said]

    def wait(self, seconds: float) -> None:
        while seconds > 0:
            self.parts.clock.pass_time(0.5)
            self.page.advance()
            seconds -= 0.5

    def to_the_end(self) -> None:
        while self.page.is_running:
            self.wait(0.5)

    def key(self, key: Key) -> None:
        QTest.keyClick(self.page, key)


@pytest.fixture
def heard(qtbot, look):
    running: list[Heard] = []

    def begin(speaks: Speaks | None, **more: str) -> Heard:
        running.append(Heard(qtbot, look, speaks, **more))
        return running[-1]

    yield begin
    for one in running:
        one.page.leave()
        one.parts.store.close()


def test_the_reader_says_what_the_coach_would_and_the_coach_is_silent(heard) -> None:
    coach, reader = heard("coach"), heard("reader")
    coach.to_the_end()
    reader.to_the_end()
    assert reader.spoken == []
    assert reader.voice.prepared == [], "and nothing is made for it"
    assert reader.sentences == coach.spoken, "names, doses, how-to, counts, changes, the end: the same guidance"
    assert reader.sentences[0].startswith(BEGIN)
    assert reader.parts.cues.played == coach.parts.cues.played, "tones stay"


def test_where_the_coach_speaks_no_step_is_announced(heard) -> None:
    coach = heard("coach")
    coach.to_the_end()
    assert coach.sentences == []
    assert coach.spoken[0].startswith(BEGIN)


def test_both_say_each_sentence_once(heard) -> None:
    both = heard("both")
    both.to_the_end()
    assert both.sentences == both.spoken
    assert both.sentences.count("Well done.") == 1


def test_before_anybody_was_asked_the_coach_speaks_and_steps_are_named(heard) -> None:
    unset = heard(None)
    unset.to_the_end()
    assert unset.spoken[0].startswith(BEGIN)
    assert unset.sentences[:2] == [STEP, "Chin tuck. Repetition 1 of 5"]


@pytest.mark.parametrize("speaks", ["coach", "reader", "both"])
def test_a_pause_is_said_once_by_who_speaks(heard, speaks) -> None:
    running = heard(speaks)
    running.wait(13.0)
    running.key(Key.Key_Space)
    running.key(Key.Key_Space)
    sentence, back = "Paused. Take your time.", "Ready again."
    assert (sentence in running.spoken, back in running.spoken) == (speaks != "reader",) * 2
    assert (running.sentences.count(sentence), running.sentences.count(back)) == ((speaks != "coach"),) * 2
    assert "Paused" not in running.sentences
    assert "Goes on" not in running.sentences


@pytest.mark.parametrize("speaks", [None, "coach", "reader", "both"])
def test_a_machine_that_slept_says_why_it_waits(heard, speaks) -> None:
    running = heard(speaks)
    running.wait(13.0)
    running.parts.clock.pass_time(40.0)
    running.page.advance()
    assert "The session waited for you." in running.sentences[-1]


@pytest.mark.parametrize("speaks", [None, "coach", "reader", "both"])
def test_a_step_that_is_gone_to_in_a_pause_is_named(heard, speaks) -> None:
    running = heard(speaks)
    running.wait(13.0)
    running.key(Key.Key_Space)
    running.key(Key.Key_Right)
    assert any("Shoulder-blade squeeze" in sentence for sentence in running.sentences)


def test_with_the_sound_off_the_steps_are_named_until_it_is_on(heard) -> None:
    coach = heard("coach")
    coach.key(Key.Key_M)
    coach.wait(12.0)
    assert coach.sentences == ["Sound off", "Chin tuck. Repetition 1 of 5"]
    coach.key(Key.Key_M)
    coach.wait(30.0)
    assert coach.sentences[2:] == ["Sound on"]


def test_the_reader_goes_on_with_the_sound_off(heard) -> None:
    reader = heard("reader")
    reader.key(Key.Key_M)
    reader.wait(60.0)
    assert any(sentence.startswith("Next: Shoulder-blade squeeze") for sentence in reader.sentences)
    assert reader.parts.cues.muted


def test_where_only_sounds_are_wanted_the_reader_is_told_the_steps(heard) -> None:
    quiet = heard("reader", amount="sounds")
    quiet.wait(12.0)
    assert quiet.sentences == [STEP, "Chin tuck. Repetition 1 of 5"]


def test_a_sentence_is_the_name_of_what_has_the_keyboard(heard, qtbot) -> None:
    reader = heard("reader")
    qtbot.waitUntil(reader.page.hasFocus)
    reader.page.announcer._since.invalidate()
    reader.page.telling.tell("Rest.")
    assert reader.page.accessibleName() == "Rest."


def test_what_waits_for_its_turn_is_forgotten_when_it_is_hushed(heard, qtbot) -> None:
    reader = heard("reader")
    telling = reader.page.telling
    del telling.tell  # as it is
    reader.sentences.clear()
    telling.tell("Too late.", 0.01)
    telling.hush()
    telling.tell("In time.", 0.02)
    qtbot.waitUntil(lambda: bool(reader.sentences))
    assert reader.sentences == ["In time."]


def test_what_is_shown_otherwise_is_told_whoever_speaks(heard) -> None:
    coach = heard("coach")
    for key in (Key.Key_V, Key.Key_V, Key.Key_R, Key.Key_R):
        coach.key(key)
    steps, *others = coach.sentences
    assert steps.startswith("Steps shown. Sit tall")
    assert others == ["Figure shown", "Large view", "Usual view"]


def test_w_says_what_a_question_asks_and_what_is_chosen(heard, in_a_rush) -> None:
    running = heard("coach")
    running.wait(13.0)
    running.key(Key.Key_H)
    ask = running.page.ask
    for scale_key in (Key.Key_W, Key.Key_3, Key.Key_W):
        QTest.keyClick(ask.scale, scale_key)
    heard_so_far = (*ask.announcer.said, ask.announcer._waiting)
    assert heard_so_far[0].startswith("How much does it hurt?")
    assert heard_so_far[0].endswith("0 to 10: not chosen yet.")
    assert heard_so_far[1].endswith("0 to 10: 3.")
    QTest.keyClick(ask, Key.Key_Escape)
    assert ask.question is None


def test_w_says_how_it_ended_and_what_is_asked_then(heard) -> None:
    running = heard("coach")
    running.to_the_end()
    finish = running.page.finish
    QTest.keyClick(finish.effort, Key.Key_W)
    (said,) = finish.announcer.said
    assert said.startswith("Well done. Desk reset: ")
    assert "Effort, 0 to 10: not chosen yet. Pain, 0 to 10: not chosen yet." in said


def test_to_go_on_is_said_after_w_was_asked_in_the_pause(heard) -> None:
    reader = heard("reader")
    reader.wait(13.0)
    for key in (Key.Key_Space, Key.Key_W, Key.Key_Space):
        reader.key(key)
    assert reader.sentences[-1] == "Ready again."


def test_only_counts_may_be_left_out_while_an_answer_is_read(heard) -> None:
    coach = heard("coach")
    coach.to_the_end()
    assert coach.voice.passing
    assert all(text[0].isdigit() for text in coach.voice.passing)


def test_no_control_of_a_session_is_named_anew_as_time_passes(heard) -> None:
    page = heard("coach").page
    for _view in ("usual", "large"):
        controls = [one for one in page.findChildren(QAbstractButton) if one.isVisible()]
        names = [{(one.accessibleName(), one.accessibleDescription()) for one in controls}]
        for _ in range(4):
            page._parts.clock.pass_time(1.0)
            page.advance()
            names.append({(one.accessibleName(), one.accessibleDescription()) for one in controls})
        assert controls
        assert names[1:] == names[:-1]
        QTest.keyClick(page, Key.Key_R)


def test_a_pause_is_told_in_sentences(heard) -> None:
    running = heard("coach")
    running.wait(13.0)
    running.key(Key.Key_Space)
    told = {one.accessibleName() for one in running.page.findChildren(Stage)}
    assert all(one.startswith("Paused. Take your time. ") for one in told)
    assert told
