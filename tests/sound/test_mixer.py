"""What PygameCues does with a device that comes, goes, stands still and comes back. The device is a stand-in."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.sound import keeper
from coach.sound.keeper import GONE, SILENT
from coach.sound.mixer import BEHIND_SECONDS, WAKE_SECONDS, PygameCues, open_cues
from coach.sound.protocol import NullCues
from coach.sound.trouble import Trouble
from tests.sound.machine import CARD, FILES, NONE, Machine


@pytest.fixture
def machine():
    machine = Machine()
    yield machine
    machine.answers.set()


def test_plays_what_it_is_asked_for(machine):
    cues = machine.cues()
    assert (cues.trouble, cues.describe()) == (None, None)
    cues.play("go")  # not open: nothing happens, and nothing is opened behind the person's back
    assert machine.opened == 0
    cues.open()
    cues.open()
    assert (cues.trouble, cues.describe(), machine.opened) == (None, CARD, 1)
    cues.play("go")
    cues.play("tick-3")
    cues.play("unheard-of")
    assert machine.log == [("shipped/go.wav", 1.0), ("shipped/tick-3.wav", 1.0)]
    cues.close()
    cues.wait()
    assert machine.log[2:] == ["closed"]
    cues.close()
    cues.open()
    assert machine.opened == 2


@pytest.mark.parametrize(("volume", "amplitude"), [(0.0, 0.0), (0.5, 0.25), (1.0, 1.0), (7.0, 1.0), (-1.0, 0.0)])
def test_half_the_volume_sounds_half_as_loud(machine, volume, amplitude):
    cues = machine.cues(volume=0.1)
    cues.open()
    cues.set_volume(volume)
    cues.play("go")
    assert machine.log == [("shipped/go.wav", amplitude)]


def test_a_device_that_slept_has_time_to_wake_up(machine):
    cues = machine.cues(wake_seconds=WAKE_SECONDS)
    assert cues.wakes_in() == 0.0
    cues.open()
    assert cues.wakes_in() == pytest.approx(0.3)
    cues.play("go")
    machine.now += 0.25
    assert cues.wakes_in() == pytest.approx(0.05)
    machine.now += 0.05
    cues.play("go")
    assert [len(entry) for entry in machine.log] == [3, 2]
    assert machine.log[0][2] == pytest.approx(0.3)
    assert cues.since_cue() == (0.0, 1.0)


@pytest.mark.parametrize("late", [0.0, 0.004, 0.0399, 0.04, 0.2])
def test_cues_of_a_session_are_all_equally_behind_their_moment_however_late_they_are_handed_on(machine, late):
    cues = machine.cues()
    cues.open()
    cues.play("go", late)
    waits = machine.log[0][2] if len(machine.log[0]) == 3 else 0.0
    assert late + waits == pytest.approx(max(late, BEHIND_SECONDS))


def test_what_no_session_plays_is_heard_at_once(machine):
    cues = machine.cues()
    cues.open()
    cues.play("go")
    assert machine.log == [("shipped/go.wav", 1.0)]


def test_muting_lets_what_sounds_die_away(machine):
    cues = machine.cues(muted=True)
    cues.open()
    cues.play("go")
    assert machine.log == []
    cues.set_muted(False)
    cues.play("go")
    cues.set_muted(True)
    cues.set_muted(True)
    cues.play("go")
    assert machine.log == [("shipped/go.wav", 1.0), "fade"]


def test_stop_lets_what_sounds_die_away(machine):
    cues = machine.cues()
    cues.stop()
    cues.open()
    cues.stop()
    assert machine.log == ["fade"]


def test_three_of_the_persons_own_tick(machine):
    cues = machine.cues(FILES | {"tick": Path("own/tick.wav"), "bell": Path("own/bell.wav")})
    cues.open()
    for name in ("tick", "tick-3", "bell-3", "drum-3"):
        cues.play(name)
    assert [clip for clip, _ in machine.log] == ["own/tick.wav", "3 x own/tick.wav", "3 x own/bell.wav"]


def test_a_file_that_cannot_be_read_is_left_out_with_a_sentence(machine):
    machine.broken = {"go.wav"}
    cues = machine.cues()
    cues.open()
    cues.play("go")
    cues.play("tick")
    assert machine.log == [("shipped/tick.wav", 1.0)]
    why = Trouble("unplayable", str(FILES["go"]), "noise")
    assert cues.trouble == why
    assert cues.left_out == {"go": why}


def test_no_device_is_looked_for_every_five_seconds_while_asked_to_play(machine):
    machine.is_there = False
    cues = machine.cues()
    cues.open()
    assert cues.trouble == NONE
    machine.is_there = True
    machine.now = 4.9
    cues.play("go")
    assert machine.opened == 0
    machine.now = 5.0
    cues.play("go")
    cues.wait()
    assert (machine.opened, cues.trouble) == (1, None)
    cues.play("go")
    assert machine.log == [("shipped/go.wav", 1.0)]


def test_a_device_that_goes_and_comes_back(machine):
    cues = machine.cues()
    cues.open()
    machine.is_there = False
    cues.play("go")
    assert cues.trouble == GONE
    cues.wait()
    assert machine.log == ["closed"]
    machine.now = 5.0
    cues.play("go")
    cues.wait()
    assert cues.trouble == NONE
    machine.is_there = True
    machine.now = 10.0
    cues.play("go")
    cues.wait()
    assert cues.trouble is None
    cues.play("go")
    assert machine.log == ["closed", ("shipped/go.wav", 1.0)]


def test_a_device_that_does_not_answer_holds_nobody_up(machine, monkeypatch):
    monkeypatch.setattr(keeper, "OPEN_SECONDS", 0.001)
    machine.answers.clear()
    cues = machine.cues()
    cues.open()
    assert cues.trouble == SILENT
    cues.play("go")
    cues.open()
    machine.answers.set()
    cues.wait()
    assert (machine.opened, cues.trouble) == (1, None)
    machine.answers.clear()
    cues.close()
    cues.open()
    assert cues.trouble == SILENT
    machine.answers.set()
    cues.wait()
    assert (machine.opened, cues.trouble) == (2, None)


def test_closed_while_it_was_being_opened(machine, monkeypatch):
    monkeypatch.setattr(keeper, "OPEN_SECONDS", 0.001)
    machine.answers.clear()
    cues = machine.cues()
    cues.open()
    cues.close()
    machine.answers.set()
    cues.wait()
    assert machine.log == ["closed"]
    assert cues.describe() is None


@pytest.mark.parametrize(("played_at", "closed_at", "waits"), [(0.0, 0.25, 0.75), (0.0, 9.0, 0.0), (9.0, 9.0, 1.0)])
def test_the_last_sound_rings_out(machine, played_at, closed_at, waits):
    cues = machine.cues()
    cues.open()
    machine.now = played_at
    cues.play("go")
    machine.now = closed_at
    cues.close()
    cues.wait()
    assert machine.slept == pytest.approx(waits)


def test_a_catalogue_that_fails_stops_nothing(machine):
    def files():
        raise OSError("unplugged")

    cues = PygameCues(files, device=machine.device, monotonic=lambda: machine.now)
    cues.open()
    assert cues.trouble == Trouble("unprepared", why="unplugged")
    cues.wait()
    assert machine.log == ["closed"]


def test_without_pygame_there_is_an_honest_null(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    cues = open_cues(lambda: FILES)
    assert isinstance(cues, NullCues)
    assert cues.trouble == Trouble("no-pygame")


def test_with_pygame_nothing_is_opened_yet():
    cues = open_cues(lambda: FILES, 0.5, muted=True)
    assert isinstance(cues, PygameCues)
    assert cues.trouble is None
