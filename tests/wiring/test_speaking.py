"""Whose voice a session gets, what is made ahead for it, and when it is asked who speaks."""

from __future__ import annotations

import re

import pytest

from coach.asked_in_turn import said_in
from coach.settings import SPEAKS, VOICE_VOLUME
from coach.sound.voice.by_reader import BothVoices, ReaderVoice
from coach.sound.voice.who_speaks import Speakers
from coach.wiring.speaking import asks_who_speaks, speakers_of, voice_for
from coach.words.pseudo import PseudoLanguage
from tests.fakes import FakeClock, FakeVoice
from tests.ui.parts import FakeParts


class Silent:
    """coach.sound.voice.by_reader.Reader that tells nobody."""

    def tell(self, text: str, after_seconds: float = 0.0) -> None:
        return

    def hush(self) -> None:
        return

    def speaks_for(self) -> float:
        return 0.0


@pytest.fixture
def parts() -> FakeParts:
    return FakeParts(voice=FakeVoice())


@pytest.mark.parametrize(
    ("speaks", "kind"), [(None, FakeVoice), ("coach", FakeVoice), ("reader", ReaderVoice), ("both", BothVoices)]
)
def test_a_session_in_the_window_has_the_voice_that_was_chosen(parts: FakeParts, speaks, kind) -> None:
    parts.store.keep(SPEAKS, speaks)
    assert type(voice_for(parts, Silent())) is kind


@pytest.mark.parametrize("speaks", [None, "coach", "reader", "both"])
def test_in_a_terminal_it_is_the_coach_whatever_was_chosen(parts: FakeParts, speaks) -> None:
    parts.store.keep(SPEAKS, speaks)
    assert voice_for(parts, None) is parts.voice


@pytest.mark.parametrize("what", ["muted", "volume", "cues", "voice"])
def test_a_coach_that_is_not_heard_has_its_steps_named(parts: FakeParts, what: str) -> None:
    parts.store.keep(SPEAKS, "coach")
    assert not speakers_of(parts).names_steps
    match what:
        case "muted":
            parts.toggle_muted()
        case "volume":
            parts.store.keep(VOICE_VOLUME, 0.0)
        case "cues":
            parts.cues.trouble = "There is no sound."
        case _:
            parts.voice.trouble = "No sentence can be made."
    assert speakers_of(parts).names_steps


def test_a_rehearsal_says_nothing_and_names_its_steps() -> None:
    parts = FakeParts(clock=FakeClock(speed=20.0), voice=FakeVoice())
    parts.store.keep(SPEAKS, "reader")
    assert speakers_of(parts) == Speakers(coach=False, reader=False, names_steps=True)


@pytest.mark.parametrize("speaks", [None, "coach", "both", "reader"])
def test_where_a_screen_reader_speaks_alone_no_sentence_is_made(parts: FakeParts, speaks) -> None:
    parts.store.keep(SPEAKS, speaks)
    parts.prepare_voice(parts.timeline("routine", "desk-reset"))
    assert not list(filter(None, parts.prepare_openings()))
    assert bool(parts.voice.prepared) is (speaks != "reader")


def english_in(sentences) -> list[str]:
    return [one for one in sentences if re.search(r"\b[A-Za-z]{2,}\b", one)]


def test_a_wall_test_is_made_ahead_in_the_language_that_is_spoken() -> None:
    parts = FakeParts(voice=FakeVoice())
    parts.language = PseudoLanguage()
    parts.prepare_voice(parts.timeline("test", "wall-test"))
    assert not english_in(line.text for line in parts.voice.prepared[-1])


@pytest.mark.parametrize("presses", [True, False])
def test_nothing_that_a_test_says_is_english_in_another_language(parts: FakeParts, presses) -> None:
    catalogue = parts.library.catalogue
    for test in catalogue.tests.values():
        assert not english_in(said_in(test, catalogue.areas, PseudoLanguage(), presses=presses))


@pytest.mark.parametrize(
    ("runs", "speaks", "asks"),
    [
        (True, None, True),
        (False, None, False),
        (None, None, False),
        (True, "coach", False),
        (True, "reader", False),
        (True, "both", False),
    ],
)
def test_it_is_asked_once_where_a_screen_reader_runs(parts: FakeParts, runs, speaks, asks) -> None:
    parts.screen_reader.now = runs
    parts.store.keep(SPEAKS, speaks)
    assert asks_who_speaks(parts) is asks


def test_a_rehearsal_asks_nothing() -> None:
    parts = FakeParts(clock=FakeClock(speed=20.0))
    parts.screen_reader.now = True
    assert not asks_who_speaks(parts)
