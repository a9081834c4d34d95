"""Cue sounds on the machine's device. Whatever the device does, no call raises and none waits for it.

keeper.py opens, finds again and gives back the device; playing hands a prepared clip to it and returns in microseconds.
"""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from coach.sound import sdl
from coach.sound.countdown import THREE
from coach.sound.device import Device
from coach.sound.ducking import Ducking
from coach.sound.keeper import BEAT_SECONDS, Keeper
from coach.sound.protocol import Cues, NullCues, Opened
from coach.sound.trouble import Trouble

FRAMES = 512  # with 256 a busy machine of two cores stumbled (measured, tests/benchmarks/lateness.py)
FADE_SECONDS = 0.08  # no click, and yet at once; our choice
WAKE_SECONDS = 0.3  # of near-silence before the first sound: a device that slept swallows what comes at once
BEHIND_SECONDS = 0.04
"""A session's cues are heard this long after their moment, all of them, so that one that is handed on late is in time.

With the 60 ms that a sound server keeps it is less than the 125 ms from which on people notice that a sound comes after
its picture (ITU-R BT.1359-1).
"""

OWED_SECONDS = 5.0  # what was asked for by itself, outside of a session, may come this late

SoundFiles = Callable[[], Mapping[str, Path]]


class PygameCues:
    """coach.sound.protocol.Cues through pygame, and the coach.sound.voice.protocol.Output of a voice.

    `sounds` gives name -> file each time the device is opened (the user's files already in place of the shipped ones).
    A name that ends in -3 and has no file beside its base is made of three of the base, a second apart. `volume` is as
    the person hears it: 0.5 sounds about half as loud, so the amplitude is its square.
    """

    def __init__(
        self,
        sounds: SoundFiles,
        volume: float = 1.0,
        muted: bool = False,
        *,
        device: Callable[[int], Device] = sdl.Device,
        frames: int = FRAMES,
        wake_seconds: float = WAKE_SECONDS,
        beat_seconds: float | None = BEAT_SECONDS,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._sounds = sounds
        self._amplitude = _amplitude(volume)
        self._muted = muted
        self._monotonic = monotonic
        self._clips: dict[str, Any] = {}
        self._left_out: dict[str, Trouble] = {}
        self._rings_until = 0.0
        self._last_cue = (float("-inf"), 0.0)  # when it began, and its seconds
        self._speaks_until = 0.0
        self._speech_amplitude = 1.0
        self._owed: list[tuple[float, Callable[[], object]]] = []  # when it was asked for, and what plays it
        self._ducking = Ducking(self._lower_speech, monotonic=monotonic, sleep=sleep)
        self._keeper = Keeper(
            lambda: device(frames),
            self._prepare,
            self._play_owed,
            lambda: max(self._rings_until, self._speaks_until),
            wake_seconds=wake_seconds,
            beat_seconds=beat_seconds,
            monotonic=monotonic,
            sleep=sleep,
        )

    @property
    def trouble(self) -> Trouble | None:
        """No device, a device that went away, a sound that cannot be read. None when all is well."""
        self._keeper.notice_loss()
        return self._keeper.trouble or next(iter(self._left_out.values()), None)

    @property
    def left_out(self) -> Mapping[str, Trouble]:
        """The sounds that cannot be played: name -> why."""
        return dict(self._left_out)

    def describe(self) -> Opened | None:
        """As the protocol says."""
        with self._keeper.lock:
            device = self._keeper.device
            return device.describe() if device is not None else None

    def open(self) -> None:
        """As the protocol says; waits a moment at most for a sound server that does not answer."""
        self._keeper.want()

    def hold(self, by: object) -> None:
        """As the protocol says; waits a moment at most, as `open` does."""
        self._keeper.hold(by)

    def let_go(self, by: object, after_seconds: float = 0.0) -> None:
        """As the protocol says; never waits."""
        self._keeper.let_go(by, after_seconds)

    def look(self) -> bool:
        """What happens once a second by itself (`beat_seconds`): see Keeper.look."""
        return self._keeper.look()

    def play(self, name: str, late_seconds: float | None = None) -> None:
        """As the protocol says, BEHIND_SECONDS behind; nothing without a device. A sentence is lowered meanwhile."""
        with self._keeper.lock:
            device = self._ready(lambda: self.play(name))
            clip = self._clip(device, name) if device is not None else None
            if device is None or clip is None or self._muted:
                return
            waits = 0.0 if late_seconds is None else BEHIND_SECONDS - late_seconds
            after = max(waits, self.wakes_in())
            device.play(clip, self._amplitude, after)
            now, seconds = self._monotonic(), after + device.seconds(clip)
            self._rings_until = max(self._rings_until, now + seconds)
            self._last_cue = (now, seconds)
            if now < self._speaks_until:
                self._ducking.lower(seconds)

    def stop(self) -> None:
        """Fade out the cues within FADE_SECONDS, and forget what was asked for while the device was opening."""
        with self._keeper.lock:
            self._owed.clear()
            device = self._keeper.device
            if device is not None:
                device.fade_out(FADE_SECONDS)
                self._rings_until = min(self._rings_until, self._monotonic() + FADE_SECONDS)

    def set_volume(self, volume: float) -> None:
        """Heard from the next sound on: a jump in the middle of a tone would click."""
        self._amplitude = _amplitude(volume)

    def set_muted(self, muted: bool) -> None:
        """Muted, nothing sounds from now on, and what sounds fades out."""
        if muted and not self._muted:
            self.stop()
            self.hush()
        self._muted = muted

    # --- speech

    def speak(self, path: Path, after_seconds: float = 0.0) -> bool:
        """As the protocol of Output says; False where muted, without a device, and for a file that is no sound."""
        asked = self._monotonic()
        with self._keeper.lock:
            device = self._ready(lambda: self.speak(path))
            if device is None or self._muted:
                return False
            try:
                clip = device.load(path)
            except sdl.SoundError as problem:
                self._left_out[path.name] = problem.trouble
                return False
            now = self._monotonic()  # reading it took a moment, on a busy machine a tenth of a second (measured)
            after = max(0.0, after_seconds - (now - asked), self.wakes_in())
            device.speak(clip, self._speech_amplitude, after)
            self._speaks_until = now + after + device.seconds(clip)
            return True

    def hush(self) -> None:
        """Fade out what is being said, not the cues; what waits for the device is forgotten."""
        with self._keeper.lock:
            self._owed.clear()
            device, now = self._keeper.device, self._monotonic()
            if device is not None and now < self._speaks_until:
                device.fade_speech(FADE_SECONDS)
                self._speaks_until = now + FADE_SECONDS

    def set_speech_volume(self, volume: float) -> None:
        """Heard from the next sentence on."""
        self._speech_amplitude = _amplitude(volume)

    def wakes_in(self) -> float:
        """Seconds until a device that was just opened is surely heard; 0.0 once it is."""
        return max(0.0, self._keeper.awake_at - self._monotonic())

    def since_cue(self) -> tuple[float, float]:
        """How long ago the last cue began, infinite where none did, and how long it is; both in seconds."""
        began, seconds = self._last_cue
        return self._monotonic() - began, seconds

    def _lower_speech(self, gain: float) -> None:
        with self._keeper.lock:
            device = self._keeper.device
            if device is not None:
                device.set_speech_amplitude(self._speech_amplitude * gain)

    def close(self) -> None:
        """Give the device back, in a thread, when the last sound has rung out; the program's end waits for that."""
        self._owed.clear()
        self._keeper.close()

    def wait(self) -> None:
        """Until nobody is at the device any more."""
        self._keeper.wait()

    # --- the device

    def _ready(self, again: Callable[[], object]) -> Device | None:
        """The device, if what is begun now is heard now. Where it is still being opened for a sound by itself, `again`
        is called when it is there; a session's sounds have their moment, and later they would mislead.
        """
        if self._keeper.device is None and self._keeper.is_opening and not self._keeper.is_held():
            self._owed.append((self._monotonic(), again))
        self._keeper.find()
        return None if self._keeper.stands_still else self._keeper.device

    def _prepare(self, device: Device) -> None:
        self._clips, self._left_out = _load(device, self._sounds())

    def _play_owed(self) -> None:
        owed, self._owed = self._owed, []
        for asked, play in owed:
            if self._monotonic() - asked <= OWED_SECONDS:
                play()

    def _clip(self, device: Device, name: str) -> Any:
        if name not in self._clips and name.endswith(THREE) and name.removesuffix(THREE) in self._clips:
            self._clips[name] = device.three_a_second_apart(self._clips[name.removesuffix(THREE)])
        return self._clips.get(name)


def open_cues(sounds: SoundFiles, volume: float = 1.0, muted: bool = False) -> Cues:
    """The cues of this machine, not opened yet: pygame's, or none with the reason."""
    if importlib.util.find_spec("pygame") is None:
        return NullCues(Trouble("no-pygame"))
    return PygameCues(sounds, volume, muted)


def _load(device: Device, files: Mapping[str, Path]) -> tuple[dict[str, Any], dict[str, Trouble]]:
    """The clips, and for each sound that cannot be played why not."""
    clips: dict[str, Any] = {}
    left_out: dict[str, Trouble] = {}
    for name, path in files.items():
        if not _is_outdated(name, files):
            try:
                clips[name] = device.load(path)
            except sdl.SoundError as problem:
                left_out[name] = problem.trouble
    return clips, left_out


def _amplitude(volume: float) -> float:
    return min(1.0, max(0.0, volume)) ** 2


def _is_outdated(name: str, files: Mapping[str, Path]) -> bool:
    """A prepared clip of three beside a base from another folder: the person replaced only the base."""
    base = files.get(name.removesuffix(THREE)) if name.endswith(THREE) else None
    return base is not None and base.parent != files[name].parent
