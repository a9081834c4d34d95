"""pygame's mixer itself, on SDL's own dummy device, in a process of its own (it is one for a whole program)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import wave
from pathlib import Path
from types import SimpleNamespace

import pytest

pytest.importorskip("pygame")

from coach.sound import sdl
from coach.sound.placing import Placing

ROOT = Path(__file__).parents[2]


def run(code: str, *arguments: str, driver: str = "dummy") -> tuple[object, str]:
    """What `code` printed as JSON, and everything on stderr."""
    environment = os.environ | {"SDL_AUDIODRIVER": driver}
    environment.pop("PYGAME_HIDE_SUPPORT_PROMPT", None)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *arguments],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout), done.stderr


def test_opens_loads_plays_and_closes_without_a_word():
    code = """
import json, sys
from pathlib import Path
from coach import resources
from coach.sound.mixer import PygameCues
from coach.words.sound import opened
sounds = {path.stem: path for path in (resources.media() / "sounds").glob("*.wav")}
cues = PygameCues(lambda: sounds)
cues.open()
cues.play("tick"); cues.play("tick-3"); cues.play("switch-3")
is_sounding = cues._keeper.device.is_sounding()
cues.stop()
print(json.dumps([cues.trouble, opened(cues.describe()), dict(cues.left_out), is_sounding, "PySide6" in sys.modules]))
cues.close()
"""
    told, errors = run(code)
    assert told == [None, "dummy, 48000 Hz, 2 channels, buffer of 512 frames", {}, True, False]
    assert errors == ""


def test_no_device_is_one_sentence_and_no_noise():
    code = """
import json
from coach.sound.mixer import PygameCues
from coach.words.sound import sentence
cues = PygameCues(dict)
cues.open(); cues.play("go"); cues.stop()
print(json.dumps(sentence(cues.trouble)))
cues.close()
"""
    told, errors = run(code, driver="nonsense")
    assert isinstance(told, str)
    assert told.startswith("There is no sound: no device could be opened.")
    assert "Connect or switch one on." in told
    assert errors == ""


def test_files_of_any_kind(tmp_path):
    for name, width, channels, rate in (("eight-bit", 1, 1, 8000), ("deep", 3, 2, 96000), ("surround", 2, 6, 44100)):
        with wave.open(str(tmp_path / f"{name}.wav"), "wb") as file:
            file.setnchannels(channels)
            file.setsampwidth(width)
            file.setframerate(rate)
            file.writeframes(bytes(width * channels * rate // 2))
    (tmp_path / "text.wav").write_text("do re mi")
    (tmp_path / "empty.wav").touch()
    (tmp_path / "folder.wav").mkdir()
    code = """
import json, sys
from pathlib import Path
from coach.sound.mixer import PygameCues
from coach.words.sound import sentence
files = {path.stem: path for path in Path(sys.argv[1]).iterdir()} | {"none": Path(sys.argv[1]) / "none.wav"}
cues = PygameCues(lambda: files)
cues.open()
seconds = {name: round(cues._keeper.device.seconds(clip), 2) for name, clip in cues._clips.items()}
print(json.dumps([seconds, sorted(cues.left_out), sentence(cues.left_out["none"])]))
cues.close()
"""
    (seconds, left_out, sentence), errors = run(code, str(tmp_path))
    assert seconds == {"eight-bit": 0.5, "deep": 0.5, "surround": 0.5}
    assert left_out == ["empty", "folder", "none", "text"]
    assert sentence.startswith(f"{tmp_path}/none.wav cannot be played (")
    assert errors == ""


def test_three_made_of_one_are_exactly_a_second_apart():
    code = """
import json
from coach import resources
from coach.sound.sdl import Device
device = Device(512)
tick = device.load(resources.media() / "sounds" / "tick.wav")
made = device.three_a_second_apart(tick)
shipped = device.load(resources.media() / "sounds" / "tick-3.wav")
print(json.dumps(made.get_raw() == shipped.get_raw()))
device.close()
"""
    assert run(code) == (True, "")


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_sigterm_still_ends_the_program():
    code = """
import os, signal, sys
from coach.sound.sdl import Device
Device(512)
os.kill(os.getpid(), signal.SIGTERM)
sys.stdin.readline()
"""
    environment = os.environ | {"SDL_AUDIODRIVER": "dummy"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, cwd=ROOT, input=b"\n", timeout=60)
    assert done.returncode == -15


def test_cues_never_take_the_channels_of_speech():
    """However many sound at once: the oldest cue gives way, speech and near-silence never do."""
    code = """
import json
from pathlib import Path
from coach import resources
from coach.sound.sdl import CHANNELS, FIRST_CUE, SPEECH, Device
device = Device(512)
clip = device.load(resources.media() / "sounds" / "done.wav")
device.speak(clip, 1.0, 0.5)
channels = [device._mixer.Channel(number) for number in range(CHANNELS)]
for _ in range(3 * CHANNELS):
    device.play(clip, 0.5)
device.set_speech_amplitude(0.25)
busy = [number for number, channel in enumerate(channels) if channel.get_busy()]
volumes = [channel.get_volume() for channel in channels[FIRST_CUE:]]
lengths = [round(channels[number].get_sound().get_length(), 1) for number in (SPEECH[0], FIRST_CUE)]
device.fade_out(0.0); device.fade_speech(0.0)
print(json.dumps([busy, set(volumes) == {0.5}, lengths]))
device.close()
"""
    told, _ = run(code)
    assert told == [[0, 1, *range(3, 16)], True, [2.4, 1.9]]


def test_chunks_are_counted_as_the_device_takes_them_and_a_cue_is_placed_by_them():
    code = """
import json, time
from coach import resources
from coach.sound.sdl import FIRST_CUE, Device
device = Device(512)
clip = device.load(resources.media() / "sounds" / "tick.wav")
device.play(clip, 1.0, 0.5)  # before anything is known of the device
began, first = time.monotonic(), None
while first is None:
    first = device._chunks.count()
while device._chunks.count() < first + 40:
    time.sleep(0.001)
counted = (device._chunks.count() - first) * device.frames / device.rate_hz
least = time.monotonic() - began
device.look()
device.play(clip, 1.0, 0.5)
lengths = [device._mixer.Channel(FIRST_CUE + n).get_sound().get_length() - device.seconds(clip) for n in (0, 1)]
device.close()
print(json.dumps([counted, least, *lengths, device._chunks.count()]))
"""
    (counted, took, unplaced, placed, after), errors = run(code)
    assert 0.0 < counted <= took + 0.1, "no more than there was time for, and what SDL takes ahead"
    assert unplaced == pytest.approx(0.5, abs=0.01)
    assert 0.4 < placed < 0.6
    assert (after, errors) == (None, "")


class Silence:
    """A clip, pygame's mixer that makes one, and the channel that plays it; `begun` are the frames of each."""

    def __init__(self, frames: int = 0) -> None:
        self.frames, self.begun = frames, []

    def Sound(self, buffer: bytes) -> Silence:
        return Silence(len(buffer) // 4)

    def get_raw(self) -> bytes:
        return bytes(4 * self.frames)

    def get_busy(self) -> bool:
        return bool(self.begun)

    def play(self, clip: Silence) -> None:
        self.begun.append(clip.frames)


@pytest.mark.parametrize(
    ("counted", "times"),
    [
        ([100, 100], 1),  # nothing was mixed meanwhile
        ([100, 101, 101, 101], 2),  # a chunk was, and it is placed behind that
        ([100, 101, 101, 102, 102, 103, 103, 103], 3),  # as often as that, and no more
        ([100, 102], 1),  # it may be heard before it could be begun anew
        ([100, 109], 1),  # it is heard already
        ([100, None], 1),  # the device is being closed
    ],
)
def test_a_cue_is_placed_anew_only_while_nothing_of_it_can_be_heard(monkeypatch, counted, times):
    """A thread that had to wait in between began it a second time when it had sounded already: it was torn."""
    device, channel = object.__new__(sdl.Device), Silence()
    device.rate_hz, device.frames, device._channel_count = 48_000, 512, 2
    device._mixer, device._placing, device._held = channel, Placing(48_000), []
    asked = iter(counted)
    device._chunks = type("Counter", (), {"count": lambda _self: next(asked)})()
    monkeypatch.setattr(sdl, "time", SimpleNamespace(monotonic=lambda: 1000.0))
    device._place(channel, Silence(480), 0.04)
    assert len(channel.begun) == times
    assert channel.begun[0] == 1920 + 480, "40 ms of silence and the clip"


def test_what_sounded_is_taken_apart_by_who_looks_and_not_in_the_mixers_thread():
    code = """
import json, threading, time, weakref
from coach import resources
from coach.sound.sdl import Device
device = Device(512)
clip = device.load(resources.media() / "sounds" / "tick.wav")
while device._chunks.count() is None:
    time.sleep(0.001)
device.play(clip, 1.0, 0.04)
device.speak(clip, 1.0, 0.04)
gone = []
for _, sound in device._held:
    weakref.finalize(sound, lambda: gone.append(threading.current_thread() is threading.main_thread()))
del sound
while device.is_sounding():
    time.sleep(0.001)
kept = (len(gone), len(device._held))
device.look()
print(json.dumps([kept, gone, len(device._held)]))
device.close()
"""
    assert run(code) == ([[0, 2], [True, True], 0], "")
