"""Speech on the cues' device: lowered under cues, faded when hushed, and never taken for a device that stands still."""

from __future__ import annotations

import pytest

from coach.sound.mixer import FADE_SECONDS
from tests.sound.machine import SENTENCE, Device, Machine


@pytest.fixture
def machine():
    machine = Machine()
    yield machine
    machine.answers.set()


@pytest.fixture
def cues(machine):
    cues = machine.cues()
    cues.open()
    machine.log.clear()
    yield cues
    cues.close()


def test_a_sentence_at_its_own_volume(machine, cues):
    cues.set_speech_volume(0.5)
    cues.speak(SENTENCE, 0.6)
    assert machine.log == [("speak", "sentence.wav", 0.25, 0.6)]


@pytest.mark.parametrize(("after", "left"), [(0.6, 0.5), (0.05, 0.0)])
def test_the_time_that_reading_took_is_not_waited_again(machine, cues, monkeypatch, after, left):
    def load(self, path):
        machine.now += 0.1
        return str(path)

    monkeypatch.setattr(Device, "load", load)
    cues.speak(SENTENCE, after)
    assert machine.log == [("speak", "sentence.wav", 1.0, pytest.approx(left))]


def test_a_cue_lowers_it_and_it_comes_back(machine, cues):
    cues.speak(SENTENCE)
    machine.now = 1.0
    cues._ducking._sleep = lambda seconds: setattr(machine, "now", machine.now + seconds)
    cues.play("go")
    cues._ducking.wait()
    amplitudes = [entry[1] for entry in machine.log if entry[0] == "lowered"]
    assert min(amplitudes) == pytest.approx(0.6)
    assert amplitudes[-1] == pytest.approx(1.0)


def test_a_cue_alone_lowers_nothing(machine, cues):
    cues.play("go")
    machine.now = 1.0
    cues.play("go")
    assert [entry for entry in machine.log if entry[0] == "lowered"] == []


def test_since_the_last_cue(machine, cues):
    assert cues.since_cue() == (float("inf"), 0.0)
    cues.play("go")
    machine.now = 0.25
    assert cues.since_cue() == (0.25, 1.0)


def test_hushed_once(machine, cues):
    cues.hush()
    cues.speak(SENTENCE)
    machine.now = 1.0
    cues.hush()
    machine.now = 2.0
    cues.hush()
    assert machine.log[1:] == [("speech fades", FADE_SECONDS)]


def test_muted_is_silent_at_once_and_says_nothing_new(machine, cues):
    cues.speak(SENTENCE)
    cues.set_muted(True)
    cues.speak(SENTENCE)
    assert [entry[0] for entry in machine.log if isinstance(entry, tuple)] == ["speak", "speech fades"]


def test_stopping_the_cues_is_not_hushing(machine, cues):
    cues.speak(SENTENCE)
    cues.stop()
    assert machine.log[1:] == ["fade"]


def test_a_long_sentence_is_not_a_device_that_stands_still(machine, cues):
    cues.speak(SENTENCE)
    cues.stop()
    machine.is_sounding = True
    machine.now = 5.9
    assert cues.trouble is None
    assert "halted" not in machine.log
    machine.now = 6.1
    assert cues.trouble is None
    assert "halted" in machine.log


def test_the_last_words_ring_out(machine):
    cues = machine.cues()
    cues.open()
    cues.speak(SENTENCE)
    machine.now = 2.0
    cues.close()
    cues.wait()
    assert machine.slept == pytest.approx(2.0)


def test_a_file_that_cannot_be_read_is_told(machine, cues):
    machine.broken.add("sentence.wav")
    cues.speak(SENTENCE)
    assert machine.log == []
    assert "sentence.wav" in cues.left_out


def test_no_device_no_word(machine):
    machine.is_there = False
    cues = machine.cues()
    cues.open()
    cues.speak(SENTENCE)
    cues.hush()
    cues.close()
    assert machine.log == []
