"""A device is kept as long as somebody needs it: given back after the last sound, found again when it was lost."""

from __future__ import annotations

import gc
import weakref

import pytest

from coach.sound.keeper import GONE
from coach.sound.mixer import PygameCues
from tests.sound.machine import NONE, SENTENCE, Machine

SESSION, ANOTHER = object(), object()


@pytest.fixture
def machine():
    machine = Machine()
    yield machine
    machine.answers.set()


def pass_time(machine: Machine, cues: PygameCues, until: float) -> None:
    """Second by second, as the thread that looks does it."""
    while machine.now < until:
        machine.now += 1.0
        cues.look()
        cues.wait()


def is_open(cues: PygameCues) -> bool:
    return cues.describe() is not None


def test_at_each_look_the_clock_of_a_device_that_is_open_is_looked_at(machine):
    cues = machine.cues()
    cues.hold("a session")
    pass_time(machine, cues, 3.0)
    assert machine.looked == 3


def test_after_a_nudge_the_device_is_given_back_some_seconds_after_its_sound(machine):
    cues = machine.cues()
    cues.open()
    cues.play("go")  # a second long
    pass_time(machine, cues, 5.0)
    assert is_open(cues)
    pass_time(machine, cues, 6.0)
    assert not is_open(cues)
    assert machine.log[-1] == "closed"
    assert cues.trouble is None


def test_a_sentence_keeps_it_until_it_was_said(machine):
    cues = machine.cues()
    cues.open()
    machine.now = 4.0
    cues.speak(SENTENCE)  # until 8
    pass_time(machine, cues, 12.0)
    assert is_open(cues)
    pass_time(machine, cues, 13.0)
    assert not is_open(cues)


def test_a_session_holds_it_through_half_an_hour_of_silence_and_then_lets_go(machine):
    cues = machine.cues()
    cues.hold(SESSION)
    pass_time(machine, cues, 1800.0)
    assert is_open(cues)
    cues.let_go(SESSION)
    cues.look()
    cues.wait()
    assert not is_open(cues)


@pytest.mark.slow  # a second of sound
def test_one_session_after_the_other_is_kept_in_memory_by_nobody(machine):
    class Session:
        pass

    cues, first, then = machine.cues(), Session(), Session()
    gone = weakref.ref(first)
    cues.hold(first)
    pass_time(machine, cues, 100.0)
    cues.let_go(first, 5.0)
    cues.hold(then)
    pass_time(machine, cues, 110.0)
    cues.let_go(then, 120.0)  # long before the device would be given back
    del first
    gc.collect()
    assert gone() is None
    assert is_open(cues)


def test_a_session_that_ends_lets_its_last_words_ring_out(machine):
    cues = machine.cues()
    cues.hold(SESSION)
    pass_time(machine, cues, 100.0)
    cues.speak(SENTENCE)
    cues.let_go(SESSION)
    pass_time(machine, cues, 108.0)
    assert is_open(cues)
    pass_time(machine, cues, 109.0)
    assert not is_open(cues)


def test_a_pause_of_minutes_gives_it_back_and_going_on_takes_it_again(machine):
    cues = machine.cues(wake_seconds=0.3)
    cues.hold(SESSION)
    pass_time(machine, cues, 60.0)
    cues.let_go(SESSION, 120.0)
    pass_time(machine, cues, 179.0)
    assert is_open(cues)
    pass_time(machine, cues, 180.0)
    assert not is_open(cues)
    pass_time(machine, cues, 600.0)
    assert machine.opened == 1
    cues.hold(SESSION)
    cues.play("go")  # is not swallowed: the device has its time to wake up
    assert machine.log[-1] == ("shipped/go.wav", 1.0, pytest.approx(0.3))


def test_a_short_pause_keeps_it(machine):
    cues = machine.cues()
    cues.hold(SESSION)
    cues.let_go(SESSION, 120.0)
    pass_time(machine, cues, 100.0)
    cues.hold(SESSION)
    pass_time(machine, cues, 500.0)
    assert (machine.opened, is_open(cues)) == (1, True)


def test_what_one_lets_go_another_still_holds(machine):
    cues = machine.cues()
    cues.hold(SESSION)
    cues.hold(ANOTHER)
    cues.let_go(SESSION)
    cues.let_go(object())  # who never held it
    pass_time(machine, cues, 100.0)
    assert is_open(cues)


def test_a_lost_device_is_asked_for_again_though_nothing_is_played(machine):
    cues = machine.cues()
    cues.hold(SESSION)
    pass_time(machine, cues, 10.0)
    machine.is_there = False
    pass_time(machine, cues, 15.0)
    assert cues.trouble in (GONE, NONE)
    machine.is_there = True
    pass_time(machine, cues, 17.0)
    assert (machine.opened, cues.trouble) == (2, None)
    cues.speak(SENTENCE)
    assert machine.log[-1] == ("speak", "sentence.wav", 1.0, 0.0)


def test_speech_notices_the_loss_and_asks_again_as_cues_do(machine):
    cues = machine.cues()
    cues.hold(SESSION)
    machine.is_there = False
    assert cues.speak(SENTENCE) is False
    assert cues.trouble == GONE
    cues.wait()
    machine.is_there = True
    machine.now = 2.0
    assert cues.speak(SENTENCE) is False
    cues.wait()
    assert cues.trouble is None
    assert cues.speak(SENTENCE) is True


def test_a_device_that_was_never_there_is_not_asked_for_every_second(machine):
    machine.is_there = False
    cues = machine.cues()
    cues.hold(SESSION)
    pass_time(machine, cues, 4.0)
    machine.is_there = True
    assert (machine.opened, cues.trouble) == (0, NONE)
    pass_time(machine, cues, 5.0)
    assert (machine.opened, cues.trouble) == (1, None)


def test_nobody_looks_for_a_device_that_nobody_needs(machine):
    machine.is_there = False
    cues = machine.cues()
    cues.open()
    pass_time(machine, cues, 5.0)
    machine.is_there = True
    pass_time(machine, cues, 60.0)
    assert machine.opened == 0
    assert cues.trouble == NONE  # which the settings still tell


def test_what_was_lost_is_no_trouble_any_more_when_nobody_needs_it(machine):
    cues = machine.cues()
    cues.open()
    machine.is_there = False
    cues.look()
    assert cues.trouble == GONE
    cues._keeper._tried_at = 1e6  # no try in between
    pass_time(machine, cues, 6.0)
    assert cues.trouble is None


def test_a_nudge_that_came_while_the_device_was_opened_sounds_when_it_is_there(machine, monkeypatch):
    monkeypatch.setattr("coach.sound.keeper.OPEN_SECONDS", 0.001)
    machine.answers.clear()
    cues = machine.cues()
    cues.open()
    cues.play("go")
    cues.speak(SENTENCE)
    assert machine.log == []
    machine.answers.set()
    cues.wait()
    assert machine.log == [("shipped/go.wav", 1.0), ("speak", "sentence.wav", 1.0, 0.0)]


@pytest.mark.parametrize("how", ["too late", "stopped", "in a session"])
def test_what_would_mislead_does_not_sound_when_the_device_is_there_at_last(machine, monkeypatch, how):
    monkeypatch.setattr("coach.sound.keeper.OPEN_SECONDS", 0.001)
    machine.answers.clear()
    cues = machine.cues()
    cues.open()
    if how == "in a session":
        cues.hold(SESSION)
    cues.play("go")
    if how == "stopped":
        cues.stop()
    if how == "too late":
        machine.now = 5.1
        cues.open()
    machine.answers.set()
    cues.wait()
    assert machine.log == []


class TestSuspended:
    """A sink that was suspended: the device is there, and no time passes for it."""

    @pytest.fixture
    def cues(self, machine):
        cues = machine.cues()
        cues.hold(SESSION)
        cues.play("go")  # until 1
        machine.is_sounding = True
        pass_time(machine, cues, 4.0)
        return cues

    def test_six_seconds_are_not_taken_for_gone(self, machine, cues):
        pass_time(machine, cues, 6.0)
        assert cues.trouble is None
        machine.is_sounding = False  # it goes on, and the moment of silence is over
        pass_time(machine, cues, 7.0)
        cues.play("tick")
        assert (machine.opened, machine.log[-1]) == (1, ("shipped/tick.wav", 1.0))

    def test_what_was_due_meanwhile_does_not_come_late(self, machine, cues):
        assert machine.log == [("shipped/go.wav", 1.0), "halted"]
        cues.play("tick")
        assert cues.speak(SENTENCE) is False
        assert machine.log == [("shipped/go.wav", 1.0), "halted"]

    def test_one_that_never_goes_on_is_gone_in_the_end(self, machine, cues):
        pass_time(machine, cues, 14.0)  # it was noticed at 4
        assert cues.trouble is None
        pass_time(machine, cues, 15.0)
        assert cues.trouble == GONE


def test_the_thread_looks_by_itself_and_ends_when_there_is_nothing_to_look_at():
    machine = Machine()
    cues = machine.cues(beat_seconds=0.001)
    cues.open()
    beats = cues._keeper._beats
    machine.now = 5.0
    beats.join(30)
    cues.wait()
    assert machine.log == ["closed"]
    cues.open()
    assert cues._keeper._beats is not beats
    cues.close()
    cues.wait()
    assert cues._keeper._beats is None
