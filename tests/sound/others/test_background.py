"""Other programs' streams are lowered while somebody speaks and given back exactly; by a pactl that is none."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from coach.sound.others.background import LINGER_SECONDS, BackgroundOthers
from coach.sound.others.choose import choose_others
from coach.sound.others.ledger import Ledger
from coach.sound.others.lowering import LoweringOutput
from coach.sound.others.pactl import PactlStreams, parse, runner
from coach.sound.others.protocol import NullOthers
from coach.sound.others.streams import Stream, StreamsError
from coach.sound.others.windows import WindowsStreams
from coach.sound.trouble import Trouble
from coach.words.sound import sentence

LISTED = """\
Sink Input #7
	Driver: protocol-native.c
	Sink: 0
	Mute: no
	Volume: front-left: 65536 / 100% / 0.00 dB,   front-right: 32768 /  50% / -18.06 dB
	balance -0.50
	Properties:
		media.name = "Playback"
		application.name = "mpv \\"Media\\" Player"
		application.process.id = "4242"
		application.process.binary = "mpv"
		media.role = "music"

Sink Input #12
	Driver: protocol-native.c
	Volume: mono: 40000 /  61% / -12.87 dB
	Properties:
		application.name = "Posture Coach"

Sink Input #13
	Driver: strange
	Volume: n/a
	Properties:
"""


def test_what_pactl_prints():
    mpv = Stream("7", (65536, 32768), "4242", 'mpv \\"Media\\" Player', "music", 'mpv \\"Media\\" Player|mpv|music')
    assert parse(LISTED) == [mpv, Stream("12", (40000,), "", "Posture Coach", "", "Posture Coach||")]
    assert parse("") == []


class Server:
    """A sound server: streams by number, each with volume, program, process and role."""

    def __init__(self) -> None:
        self.streams: dict[int, tuple[tuple[int, ...], str, int, str]] = {}
        self.set: list[str] = []
        self.is_down = False

    def play(self, index: int, volume: tuple[int, ...], name: str = "player", pid: int = 50, role: str = "") -> None:
        self.streams[index] = (volume, name, pid, role)

    def volume(self, index: int) -> tuple[int, ...]:
        return self.streams[index][0]

    def __call__(self, arguments: Sequence[str]) -> str:
        if self.is_down:
            raise StreamsError(Trouble("program-fails", "pactl", "refused"))
        if arguments[0] == "list":
            return "\n".join(map(self._told, self.streams))
        index, volume = int(arguments[1]), tuple(map(int, arguments[2:]))
        if index not in self.streams:
            raise StreamsError(Trouble("stream-ended", "a stream"))
        self.streams[index] = (volume, *self.streams[index][1:])
        self.set.append(" ".join(arguments[1:]))
        return ""

    def _told(self, index: int) -> str:
        volume, name, pid, role = self.streams[index]
        channels = ",   ".join(f"c{n}: {one} / 1% / 0 dB" for n, one in enumerate(volume))
        about = f'\t\tapplication.name = "{name}"\n\t\tapplication.process.id = "{pid}"\n\t\tmedia.role = "{role}"\n'
        return f"Sink Input #{index}\n\tVolume: {channels}\n\tProperties:\n{about}"


class Stage:
    """Time stands still until `pass_time`; `pass_time` waits until the thread has done what is then due."""

    def __init__(self, folder: Path, *, wanted: bool = True) -> None:
        self.folder, self.server, self.now = folder, Server(), 0.0
        self.others = self.start(wanted=wanted)

    def start(self, *, wanted: bool = True) -> BackgroundOthers:
        """The program starts (again)."""
        ledger = Ledger(self.folder / "lowered.json")
        self.others = BackgroundOthers(PactlStreams(self.server), ledger, wanted, pid=1, monotonic=lambda: self.now)
        return self.others

    def speak(self, seconds: float = 2.0) -> None:
        self.others.lower(seconds)
        thread = self.others._thread
        while thread is not None and thread.is_alive() and self.others._is_fresh:
            thread.join(0.001)

    def silence(self) -> None:
        """So long that the thread has given back and ended."""
        self.now += 1000.0
        self.others._end_at(self.now)
        self.others.wait()


@pytest.fixture
def stage(tmp_path):
    return Stage(tmp_path)


def lowered(stage: Stage, index: int, volume: tuple[int, ...]) -> bool:
    """Whether the stream comes to that volume."""
    thread = stage.others._thread
    while thread is not None and thread.is_alive() and stage.server.volume(index) != volume:
        thread.join(0.001)
        if not stage.others._is_fresh and stage.others.trouble:
            break
    return stage.server.volume(index) == volume


def test_softer_while_somebody_speaks_and_exactly_as_before_after_it(stage):
    stage.server.play(7, (65536, 32769))
    stage.speak()
    assert lowered(stage, 7, (32768, 16384))
    stage.silence()
    assert stage.server.volume(7) == (65536, 32769)
    assert not (stage.folder / "lowered.json").exists()


def test_sentences_that_follow_lower_once_and_what_began_meanwhile(stage):
    stage.server.play(7, (60000,))
    stage.speak()
    assert lowered(stage, 7, (30000,))
    stage.server.play(8, (50000,), "browser")
    stage.now += 1.0
    stage.speak()
    assert lowered(stage, 8, (25000,))
    stage.silence()
    assert (stage.server.volume(7), stage.server.volume(8)) == ((60000,), (50000,))
    assert len(stage.server.set) == 4


@pytest.mark.parametrize(
    ("name", "pid", "role", "volume"),
    [
        ("player", 1, "", (60000,)),  # this very process
        ("Posture Coach", 77, "", (60000,)),
        ("Orca", 50, "a11y", (60000,)),
        ("speech-dispatcher-espeak-ng", 50, "", (60000,)),
        ("Calls", 50, "phone", (60000,)),
        ("player", 50, "", (0,)),  # silent already
    ],
)
def test_who_is_left_alone(stage, name, pid, role, volume):
    stage.server.play(7, volume, name, pid, role)
    stage.server.play(8, (60000,))
    stage.speak()
    assert lowered(stage, 8, (30000,))
    assert stage.server.volume(7) == volume
    stage.silence()
    assert {entry.split()[0] for entry in stage.server.set} == {"8"}


def test_what_the_person_changed_meanwhile_is_theirs(stage):
    stage.server.play(7, (60000,))
    stage.speak()
    assert lowered(stage, 7, (30000,))
    stage.server.play(7, (12345,))
    stage.silence()
    assert stage.server.volume(7) == (12345,)


def test_a_crash_of_ours_is_made_good_at_the_next_start(stage):
    stage.server.play(7, (60000,))
    stage.speak()
    assert lowered(stage, 7, (30000,))
    first = stage.others
    stage.start(wanted=False).wait()  # even if it is not wanted any more
    assert stage.server.volume(7) == (60000,)
    first.close()
    assert stage.server.volume(7) == (60000,)


def test_a_stream_that_ended_softly_leaves_a_debt_to_the_next_one_of_its_program(stage):
    stage.server.play(7, (60000,))
    stage.speak()
    assert lowered(stage, 7, (30000,))
    del stage.server.streams[7]
    stage.silence()
    assert (stage.folder / "lowered.json").exists()
    stage.server.play(9, (30000,))  # the server remembered the program's volume
    stage.server.play(10, (30000,), "browser")  # somebody else happens to be as soft
    stage.start().wait()
    assert (stage.server.volume(9), stage.server.volume(10)) == ((60000,), (30000,))


def test_the_next_song_while_it_is_lowered_is_not_lowered_twice(stage):
    stage.server.play(7, (60000,))
    stage.speak()
    assert lowered(stage, 7, (30000,))
    del stage.server.streams[7]
    stage.server.play(9, (30000,))
    stage.speak()
    stage.silence()
    assert stage.server.volume(9) == (60000,)


def test_switched_off_it_is_given_back_at_once_and_nothing_is_lowered(stage):
    stage.server.play(7, (60000,))
    stage.speak()
    assert lowered(stage, 7, (30000,))
    stage.others.set_wanted(False)
    stage.others.wait()
    assert stage.server.volume(7) == (60000,)
    stage.speak()
    assert len(stage.server.set) == 2


def test_the_programs_end_gives_back(stage):
    stage.server.play(7, (60000,))
    stage.speak(60.0)
    assert lowered(stage, 7, (30000,))
    stage.others.close()
    assert stage.server.volume(7) == (60000,)


def test_hushed_it_is_given_back_soon(stage):
    stage.server.play(7, (60000,))
    stage.speak(600.0)
    assert lowered(stage, 7, (30000,))
    stage.others.release()
    assert stage.others._until == LINGER_SECONDS


def test_a_server_that_does_not_answer_is_a_sentence_and_is_made_good_later(stage):
    stage.server.is_down = True
    stage.server.play(7, (60000,))
    stage.speak()
    stage.silence()
    assert sentence(stage.others.trouble) == "Other sounds cannot be lowered: pactl does not work (refused)."
    stage.server.is_down = False
    stage.speak()
    assert lowered(stage, 7, (30000,))
    stage.server.is_down = True
    stage.silence()
    assert sentence(stage.others.trouble).startswith("Other sounds could not be given back: pactl does not work")
    stage.server.is_down = False
    stage.others.close()
    assert stage.server.volume(7) == (60000,)


def test_what_cannot_be_remembered_is_not_touched(tmp_path):
    (tmp_path / "file").write_text("")
    stage = Stage(tmp_path / "file" / "under")
    stage.server.play(7, (60000,))
    stage.speak()
    stage.silence()
    assert stage.server.set == []
    assert "cannot be lowered" in sentence(stage.others.trouble)


@pytest.mark.parametrize("text", ["", "{", "[1]", '[{"index": 1}]', '[{"index": "x", "owner": "", "before": 1}]'])
def test_a_ledger_that_is_none_holds_nothing(tmp_path, text):
    (tmp_path / "lowered.json").write_text(text)
    assert Ledger(tmp_path / "lowered.json").entries == ()


# --- the real command, and none --------------------------------------------------------------------------------------


def test_a_command_that_fails_is_one_sentence(tmp_path):
    with pytest.raises(StreamsError, match="program-fails"):
        PactlStreams(runner(str(tmp_path / "pactl"))).playing()
    with pytest.raises(StreamsError, match="program-fails"):
        runner(sys.executable)(["-c", "raise SystemExit(1)"])
    assert runner(sys.executable)(["-c", "print('Sink Input #1')"]) == "Sink Input #1\n"


@pytest.mark.parametrize(
    ("platform", "why_not"),
    [
        ("win32", "no-pycaw"),
        ("darwin", "not-on-macos"),
        ("linux", "no-pactl"),
    ],
)
def test_where_nobody_can_be_lowered(tmp_path, platform, why_not):
    others = choose_others(tmp_path, True, platform=platform, which=lambda _name: None)
    assert isinstance(others, NullOthers)
    assert (others.why_not, others.trouble, others.way) == (Trouble(why_not), None, "")
    others.set_wanted(True)
    others.lower(1.0)
    others.release()
    others.close()


def test_where_they_can(tmp_path):
    others = choose_others(tmp_path, True, platform="linux", which=lambda name: f"/usr/bin/{name}")
    assert isinstance(others, BackgroundOthers)
    assert (others.why_not, others.way) == (None, "pactl")


# --- with the voice --------------------------------------------------------------------------------------------------


class Recorder(NullOthers):
    def __init__(self) -> None:
        super().__init__()
        self.log: list[object] = []

    def lower(self, seconds: float) -> None:
        self.log.append(round(seconds, 3))

    def release(self) -> None:
        self.log.append("release")


class Output:
    is_heard = True

    def __init__(self) -> None:
        self.log: list[object] = []

    def speak(self, path: Path, after_seconds: float = 0.0) -> bool:
        self.log.append((path.name, after_seconds))
        return self.is_heard

    def hush(self) -> None:
        self.log.append("hush")

    def set_speech_volume(self, volume: float) -> None:
        self.log.append(volume)

    def wakes_in(self) -> float:
        return 0.25

    def since_cue(self) -> tuple[float, float]:
        return 1.0, 2.0


def test_a_sentence_lowers_for_as_long_as_it_lasts(tmp_path):
    import wave

    with wave.open(str(tmp_path / "said.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(48_000)
        file.writeframes(bytes(2 * 48_000))
    output, others = Output(), Recorder()
    lowering = LoweringOutput(output, others)
    assert lowering.speak(tmp_path / "said.wav", 0.6)
    assert lowering.speak(tmp_path / "gone.wav")
    lowering.hush()
    lowering.set_speech_volume(0.5)
    assert (lowering.since_cue(), lowering.wakes_in()) == ((1.0, 2.0), 0.25)
    output.is_heard = False
    assert not lowering.speak(tmp_path / "said.wav")
    assert others.log == [1.6, "release"]
    assert output.log == [("said.wav", 0.6), ("gone.wav", 0.0), "hush", 0.5, ("said.wav", 0.0)]


@pytest.mark.parametrize(("share", "power"), [(PactlStreams.share, 3), (WindowsStreams.share, 1)])
def test_others_are_18_decibels_softer(share, power):
    assert 20 * power * math.log10(share) == pytest.approx(-18.06, abs=0.01)


GOOD = '{"index": "7", "owner": "music", "before": [65536], "after": [8192]}'


@pytest.mark.parametrize("text", ["", "{oops", "null", "5", '{"index": 7}', "[" * 5000, f"[{GOOD}", "NaN"])
def test_a_list_of_what_is_lowered_that_cannot_be_read_holds_nothing(tmp_path, text):
    (tmp_path / "lowered.json").write_text(text)
    assert Ledger(tmp_path / "lowered.json").entries == ()


@pytest.mark.parametrize(
    "bad", ["null", "[]", '{"index": "8"}', '{"index": 8, "owner": 8, "before": 8, "after": ["x"]}']
)
def test_an_entry_that_cannot_be_read_hides_no_other(tmp_path, bad):
    (tmp_path / "lowered.json").write_text(f"[{bad}, {GOOD}]")
    assert [entry.owner for entry in Ledger(tmp_path / "lowered.json").entries] == ["music"]
