"""Other programs are lowered in the volume mixer of Windows and given back; by a Windows that is none."""

from __future__ import annotations

import sys

import pytest

from coach.sound.others.background import BackgroundOthers
from coach.sound.others.choose import choose_others
from coach.sound.others.ledger import Ledger
from coach.sound.others.protocol import NullOthers
from coach.sound.others.streams import FULL, Stream, StreamsError
from coach.sound.others.windows import WindowsStreams
from coach.sound.trouble import Trouble
from tests.sound.others.fake_pycaw import AudioSessionState, Device, EDataFlow, Session, Windows

PYTHON, PLAYER, BROWSER = r"C:\Python\python.exe", r"C:\Player\player.exe", r"C:\Browser\browser.exe"
SOFT = 0.125


@pytest.fixture
def windows(monkeypatch):
    machine = Windows(
        devices=[Device(EDataFlow.eRender), Device(EDataFlow.eRender), Device(EDataFlow.eCapture)],
        processes={
            1: ("python.exe", PYTHON),
            2: ("python.exe", PYTHON.upper()),
            50: ("player.exe", PLAYER),
            60: ("browser.exe", BROWSER),
            70: ("nvda.exe", r"C:\NVDA\nvda.exe"),
            80: ("hidden.exe", ""),
        },
    )
    machine.install(monkeypatch)
    yield machine
    assert machine.faults == []
    assert machine.com.count == 0


class Stage:
    """Time stands still until `silence`."""

    def __init__(self, folder, windows, *, wanted=True):
        self.folder, self.now = folder, 0.0
        self.speakers, self.headphones, self.microphone = windows.devices
        self.start(wanted=wanted)

    def start(self, *, wanted=True):
        """The program starts (again)."""
        ledger = Ledger(self.folder / "lowered.json")
        self.others = BackgroundOthers(WindowsStreams(), ledger, wanted, pid=1, monotonic=lambda: self.now)

    def play(self, pid, volume=1.0, **more):
        session = Session(pid, volume, **more)
        self.speakers.sessions.append(session)
        return session

    def speak(self):
        """Until the thread has lowered what it lowers."""
        until = Session(60, 0.875, number=99)
        self.headphones.sessions = [until]  # the last that is lowered
        self.others.lower(2.0)
        thread = self.others._thread
        while thread is not None and thread.is_alive() and until.volume == 0.875 and self.others.trouble is None:
            thread.join(0.001)

    def silence(self):
        self.now += 1000.0
        self.others._end_at(self.now)
        self.others.wait()


@pytest.fixture
def stage(tmp_path, windows):
    stage = Stage(tmp_path, windows)
    yield stage
    stage.others.close()


def test_what_the_mixer_shows(windows):
    speakers, headphones, microphone = windows.devices
    speakers.sessions = [
        Session(50, 0.5),
        Session(0, 0.75, is_system=True),
        Session(60, state=AudioSessionState.Inactive),
        Session(60, state=AudioSessionState.Expired),
        Session(80),
        Session(999),
        Session(50, is_ended=True),
    ]
    headphones.sessions = [Session(50, 0.25, number=2)]
    microphone.sessions = [Session(80), Session(50, state=AudioSessionState.Inactive)]
    told = WindowsStreams().playing()
    assert told[0] == Stream(
        index=rf"{{0.0.0}}|{PLAYER}%b{{0}}|1%b50",
        volume=(FULL // 2,),
        pid="50",
        name="player.exe",
        owner=rf"{{0.0.0}}|{PLAYER}%b{{0}}",
        program=PLAYER,
    )
    assert [(one.name, one.role, one.is_sounding, one.volume[0] / FULL) for one in told[1:]] == [
        ("", "system", True, 0.75),
        ("browser.exe", "", False, 1.0),
        ("hidden.exe", "phone", True, 1.0),
        ("", "", True, 1.0),
        ("player.exe", "", True, 0.25),
    ]


def test_only_one_is_set_and_one_that_has_ended_says_so(windows):
    windows.devices[0].sessions = [Session(50), Session(60), Session(60, is_ended=True)]
    streams = WindowsStreams()
    player, browser = streams.playing()
    streams.set_volume(browser, (FULL // 4,))
    assert [one.volume for one in windows.devices[0].sessions[:2]] == [1.0, 0.25]
    del windows.devices[0].sessions[0]
    with pytest.raises(StreamsError, match=r"^stream-ended player\.exe$"):
        streams.set_volume(player, (FULL,))


def test_a_device_that_is_unplugged_hides_no_other(windows):
    windows.devices[0].is_unplugged = True
    windows.devices[1].sessions = [Session(50)]
    assert [one.name for one in WindowsStreams().playing()] == ["player.exe"]


def test_a_mixer_that_does_not_answer_is_a_sentence(windows, monkeypatch):
    streams = WindowsStreams()
    windows.is_down = True
    with pytest.raises(StreamsError, match=r"^mixer-silent ."):
        streams.playing()

    def refuse() -> None:
        raise OSError("another kind of thread")

    monkeypatch.setattr(streams._com, "CoInitialize", refuse)
    with pytest.raises(StreamsError, match="mixer-closed another kind of thread"):
        streams.playing()


def test_softer_while_somebody_speaks_and_as_before_after_it(stage, windows):
    music, film = stage.play(50, 0.37), stage.play(60, 1.0)
    stage.speak()
    assert music.volume == pytest.approx(0.37 * SOFT, abs=1 / FULL)
    assert film.volume == SOFT
    stage.silence()
    assert (round(music.volume, 4), film.volume) == (0.37, 1.0)
    assert not (stage.folder / "lowered.json").exists()


@pytest.mark.parametrize(
    "alone",
    [
        {"pid": 1},  # this very process
        {"pid": 2},  # another one of ours, or its helper
        {"pid": 0, "is_system": True},
        {"pid": 70},  # reads the screen
        {"pid": 50, "state": AudioSessionState.Inactive},
        {"pid": 80},  # listens to the microphone
        {"pid": 50, "volume": 0.0},
    ],
)
def test_who_is_left_alone(stage, alone):
    stage.microphone.sessions = [Session(80)]
    session = stage.play(**alone)
    before = session.volume
    stage.speak()
    assert session.volume == before
    assert stage.headphones.sessions[0].volume == pytest.approx(0.875 * SOFT)


def test_what_pauses_while_it_is_soft_is_given_back_all_the_same(stage):
    music = stage.play(50)
    stage.speak()
    music.state = AudioSessionState.Inactive
    stage.silence()
    assert music.volume == 1.0


def test_what_the_person_changed_meanwhile_is_theirs(stage):
    music = stage.play(50)
    stage.speak()
    music.volume = 0.5
    stage.silence()
    assert music.volume == 0.5


def test_a_crash_of_ours_is_made_good_at_the_next_start(stage):
    music = stage.play(50, 0.75)
    stage.speak()
    assert music.volume == 0.75 * SOFT
    first = stage.others
    stage.start(wanted=False)
    stage.others.wait()
    assert music.volume == 0.75
    first.close()
    assert music.volume == 0.75


def test_a_program_that_ended_softly_has_its_volume_back_when_it_plays_again(stage):
    music = stage.play(50)
    stage.speak()
    stage.speakers.sessions.remove(music)
    stage.silence()
    again = stage.play(50, music.volume, number=2)  # Windows remembers it for the program
    stage.start()
    stage.others.wait()
    assert again.volume == 1.0


def test_com_is_taken_up_for_each_visit_in_the_thread_that_works(stage, windows):
    stage.play(50)
    stage.speak()
    stage.others.close()
    assert windows.visits >= 4  # the fixture has checked that each was ended, without a pointer left
    assert stage.speakers.sessions[0].volume == 1.0


def test_where_the_package_is_there_and_where_it_is_not(tmp_path, windows, monkeypatch):
    others = choose_others(tmp_path, True, platform="win32")
    assert (others.why_not, others.way) == (None, "windows-mixer")
    monkeypatch.setitem(sys.modules, "comtypes", None)
    others = choose_others(tmp_path, True, platform="win32")
    assert isinstance(others, NullOthers)
    assert others.why_not == Trouble("no-pycaw")

    def refuse() -> WindowsStreams:
        raise OSError("another kind of thread")

    others = choose_others(tmp_path, True, platform="win32", windows=refuse)
    assert others.why_not == Trouble("mixer-unreachable", why="another kind of thread")
