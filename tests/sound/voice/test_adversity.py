"""Whatever happens to the voice, the session goes on to its end, captions show, and one clear sentence says why."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from coach.conductor import Conductor
from coach.content.model import DoseLayer, SayStep, Text
from coach.session.compile import compile_routine
from coach.session.events import Ended, Say
from coach.sound.trouble import Trouble
from coach.sound.voice.choose import Choice
from coach.sound.voice.maker import Maker
from coach.sound.voice.protocol import NullVoice, Voice
from coach.sound.voice.speaker import SpokenVoice
from coach.sound.voice.speech_cache import SpeechCache
from tests.fakes import FakeClock, FakeCues, FakeOutput
from tests.session.library import catalogue, exercise, routine, step
from tests.sound.voice.helpers import CANNOT_LOAD, CANNOT_WRITE, DIES_AFTER_ONE
from tests.stores import memory_store

LONG = ("Let the shoulders sink and breathe. " * 60)[:2000].strip()
WORDS = ("Lie face down.", "あごを引く", "Подбородок назад", "💪💪", LONG)
VOICE = Choice("hibari", "e", "a voice")


def play(voice: Voice) -> tuple[list[str], Conductor]:
    """The captions of the whole session, of which each sentence above is one."""
    some = exercise("some", DoseLayer(reps=4, move=2.0, back=2.0), ("Ribs down.",))
    timeline = compile_routine(routine(*(SayStep(Text(words), 5.0) for words in WORDS), step("some")), catalogue(some))
    clock = FakeClock()
    conductor = Conductor(timeline, clock, FakeCues(), memory_store(clock), voice=voice)
    events, captions = conductor.start(), []
    while conductor.ended is None:
        captions += [conductor.caption for event in events if isinstance(event, Say)]
        clock.pass_time(0.5)
        events = conductor.advance()
    assert any(isinstance(event, Ended) and event.how == "finished" for event in events)
    return captions, conductor


def spoken(folder: Path, helper: str) -> tuple[SpokenVoice, Maker]:
    maker = Maker((sys.executable, "-c", helper))
    device = FakeOutput()
    return SpokenVoice(VOICE, SpeechCache(folder), device, maker, monotonic=lambda: device.now), maker


def check(voice: Voice, trouble: str | None) -> None:
    captions, conductor = play(voice)
    assert [words for words in WORDS if words in captions] == list(WORDS)
    assert "Last one." in captions
    assert conductor.trouble == trouble


def test_without_the_extra():
    check(NullVoice(), None)  # the settings and doctor say why


SCRIPT = "The voice cannot read every sentence's script; the captions show them."


def test_other_scripts_and_2000_characters(tmp_path):
    voice, maker = spoken(tmp_path, "import sys; sys.stdin.read()")
    check(voice, SCRIPT)
    voice.close()
    assert maker.trouble in (None, Trouble("voice-stopped"))


@pytest.mark.parametrize(
    ("helper", "trouble"),
    [
        (DIES_AFTER_ONE, Trouble("voice-stopped")),
        (CANNOT_LOAD, Trouble("voice-unloaded", why="no memory")),
        (CANNOT_WRITE, Trouble("unkept", "x", "No space left on device")),
    ],
)
def test_a_helper_that_fails(tmp_path, helper, trouble):
    voice, maker = spoken(tmp_path, helper)
    _, conductor = play(voice)
    assert maker.wait(60)
    assert conductor.trouble == SCRIPT  # one at a time: what the author can mend comes first
    assert maker.trouble == trouble


def test_no_place_to_keep_speech(tmp_path, monkeypatch):
    (tmp_path / "file").touch()

    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("coach.sound.voice.speech_cache.tempfile.TemporaryDirectory", refuse)
    voice, _ = spoken(tmp_path / "file" / "speech", "")
    check(voice, "Speech has no place to be kept (No space left on device); the captions show every sentence.")
