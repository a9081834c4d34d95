"""The voice's settings: kept and in force at once; the sound check is a sound and a sentence."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from coach.installing import line
from coach.settings import LOWER_OTHERS, SPEAKS, VOICE_AMOUNT, VOICE_SPEED, VOICE_VOLUME
from coach.sound.trouble import Trouble
from coach.sound.voice.choose import Choice, WhyNot
from coach.ui.pages.settings_voice import CHECK_SOUND, VoiceCard
from coach.ui.widgets.slider import Slider
from tests.fakes import FakeVoice, troubled
from tests.ui.parts import FakeParts
from tests.ui.seeing import button, faults, texts


@pytest.fixture
def stage(qtbot, look):
    voice = FakeVoice()
    parts = FakeParts(voice=voice)
    stage = SimpleNamespace(parts=parts, voice=voice, look=look)

    def show() -> VoiceCard:
        card = VoiceCard(parts, look)
        qtbot.addWidget(card)
        card.resize(900, 400)
        card.show()
        return card

    stage.show = show
    return stage


def test_who_speaks_is_kept_and_shown_as_it_was_answered_meanwhile(stage):
    card = stage.show()
    assert (card.speaks.value(), stage.parts.store.get(SPEAKS)) == ("coach", None), "before anybody has chosen"
    for name, speaks in (("The screen reader", "reader"), ("Both of them", "both"), ("The coach", "coach")):
        button(card, f"Who speaks in a session: {name}").click()
        assert stage.parts.store.get(SPEAKS) == speaks
    card.hide()
    stage.parts.store.keep(SPEAKS, "reader")
    card.show()
    assert card.speaks.value() == "reader"


def test_how_much_is_said(stage):
    button(stage.show(), "How much is said: Names and counts").click()
    assert stage.parts.store.get(VOICE_AMOUNT) == "names"
    assert stage.voice.calls == [("amount", "names")]


def test_how_fast(stage):
    button(stage.show(), "Speed: Brisk").click()
    assert stage.parts.store.get(VOICE_SPEED) == 1.15
    assert stage.voice.calls == [("speed", 1.15)]


SENTENCE = "This is how your coach sounds."
CHECKED = [("prepare", [SENTENCE]), ("say", SENTENCE)]


def test_how_loud_is_kept_and_heard_once(stage):
    slider = stage.show().findChild(Slider)
    assert slider.value() == 80
    slider.setValue(50)
    assert stage.parts.store.get(VOICE_VOLUME) == 0.5
    assert stage.voice.calls == [("volume", 0.5), *CHECKED]


def test_the_sound_check_is_a_sound_and_a_sentence(stage):
    button(stage.show(), "Listen").click()
    assert stage.parts.cues.is_open
    assert stage.parts.cues.played == [CHECK_SOUND]
    assert stage.voice.calls == CHECKED


def test_the_sound_check_says_why_nothing_is_heard(stage):
    card = stage.show()
    stage.parts.cues.trouble = troubled("There is no sound: no device could be opened.")
    button(card, "Listen").click()
    assert card.told.isVisible()
    assert card.told.text() == "There is no sound: no device could be opened."
    stage.parts.cues.trouble = None
    button(card, "Listen").click()
    assert not card.told.isVisible()


def test_other_sounds_are_lowered_where_the_system_offers_it(stage):
    wanted: list[bool] = []
    stage.parts.others.set_wanted = wanted.append
    switch = button(stage.show(), "Lower other sounds while the coach speaks")
    assert not switch.isChecked()
    switch.click()
    assert stage.parts.store.get(LOWER_OTHERS) is True
    assert wanted == [True]
    assert button(stage.show(), "Lower other sounds while the coach speaks").isChecked()


def test_other_sounds_that_cannot_be_lowered_say_why(stage):
    stage.parts.others.why_not = Trouble("no-pactl")
    card = stage.show()
    assert not button(card, "Lower other sounds while the coach speaks").isEnabled()
    assert "The command pactl is missing; install pulseaudio-utils." in texts(card)


def test_what_was_chosen_is_shown(stage):
    stage.parts.store.keep(VOICE_AMOUNT, "sounds")
    stage.parts.store.keep(VOICE_SPEED, 1.28)
    card = stage.show()
    assert button(card, "How much is said: Only sounds").isChecked()
    assert button(card, "Speed: Fast").isChecked()


def test_which_voice_and_why_not_a_better_one(stage):
    assert any("never downloaded" in text for text in texts(stage.show()))
    stage.parts.voice_choice = Choice(None, "none", "", (WhyNot("not-installed", "it"),))
    told = (
        "Every sentence is shown in any case. "
        f"No neural voice, because it is not installed; write: {line('hibari-tts')}."
    )
    assert told in texts(stage.show())


def test_nothing_is_cut(stage):
    for width in (420, 900):
        card = stage.show()
        card.resize(width, 600)
        assert faults(card) == []
