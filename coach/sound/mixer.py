"""Cue sounds on the machine's device. Whatever the device does, no call raises and none waits for it.

Opening and closing happen in threads, because only the sound server knows how long they take; playing hands a prepared
clip to the device and returns in microseconds.
"""

from __future__ import annotations

import importlib.util
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

from coach.sound import sdl
from coach.sound.ducking import Ducking
from coach.sound.protocol import Cues, NullCues

FRAMES = 512  # with 256 a busy machine of two cores stumbled (measured, tests/benchmarks/lateness.py)
OPEN_SECONDS = 1.0  # open() waits this long for the device, then goes on without it
RETRY_SECONDS = 5.0
FADE_SECONDS = 0.08
STALL_SECONDS = 2.0  # a sound that still plays this long after its end plays on a device that stands still
LONGEST_RING_SECONDS = 3.0  # close() lets the last sound ring out, but no longer than this
WAKE_SECONDS = 0.3  # of near-silence before the first sound: a device that slept swallows what comes at once
THREE = "-3"

SoundFiles = Callable[[], Mapping[str, Path]]


class Device(Protocol):
    """What is wanted of coach.sound.sdl.Device."""

    def load(self, path: Path) -> Any: ...
    def three_a_second_apart(self, clip: Any) -> Any: ...
    def play(self, clip: Any, amplitude: float, after_seconds: float = 0.0) -> None: ...
    def fade_out(self, seconds: float) -> None: ...
    def speak(self, clip: Any, amplitude: float, after_seconds: float) -> None: ...
    def set_speech_amplitude(self, amplitude: float) -> None: ...
    def fade_speech(self, seconds: float) -> None: ...
    def seconds(self, clip: Any) -> float: ...
    def is_sounding(self) -> bool: ...
    def is_gone(self) -> bool: ...
    def describe(self) -> str: ...
    def close(self) -> None: ...


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
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._sounds = sounds
        self._amplitude = _amplitude(volume)
        self._muted = muted
        self._make_device = device
        self._frames = frames
        self._wake_seconds = wake_seconds
        self._monotonic = monotonic
        self._sleep = sleep
        self._lock = threading.Lock()
        self._wanted = False
        self._opening: threading.Thread | None = None
        self._ringing: threading.Thread | None = None  # lets the last sound end, then closes
        self._closing: threading.Thread | None = None
        self._device: Device | None = None
        self._clips: dict[str, Any] = {}
        self._tried_at = -RETRY_SECONDS
        self._rings_until = 0.0
        self._awake_at = 0.0
        self._last_cue = (float("-inf"), 0.0)  # when it began, and its seconds
        self._speaks_until = 0.0
        self._speech_amplitude = 1.0
        self._ducking = Ducking(self._lower_speech, monotonic=monotonic, sleep=sleep)
        self._device_trouble: str | None = None
        self._left_out: dict[str, str] = {}

    @property
    def trouble(self) -> str | None:
        """One sentence: no device, a device that went away, a sound that cannot be read. None when all is well."""
        self._notice_loss()
        return self._device_trouble or next(iter(self._left_out.values()), None)

    @property
    def left_out(self) -> Mapping[str, str]:
        """The sounds that cannot be played: name -> why, in a sentence."""
        return dict(self._left_out)

    def describe(self) -> str | None:
        """The device in words for `doctor`, None while none is open."""
        device = self._device
        return device.describe() if device is not None else None

    def open(self) -> None:
        self._wanted = True
        if self._device is None and not self._is_opening():
            self._begin_opening()
        if self._opening is not None:
            self._opening.join(OPEN_SECONDS)
        if self._device is None and self._is_opening():
            self._device_trouble = "The sound device does not answer; the session goes on without sound until it does."

    def play(self, name: str) -> None:
        self._notice_loss()
        device = self._device
        if device is None:
            self._retry()
            return
        clip = self._clip(device, name)
        if clip is not None and not self._muted:
            after = self.wakes_in()
            device.play(clip, self._amplitude, after)
            now, seconds = self._monotonic(), after + device.seconds(clip)
            self._rings_until = max(self._rings_until, now + seconds)
            self._last_cue = (now, seconds)
            if now < self._speaks_until:
                self._ducking.lower(seconds)

    def stop(self) -> None:
        device = self._device
        if device is not None:
            device.fade_out(FADE_SECONDS)
            self._rings_until = min(self._rings_until, self._monotonic() + FADE_SECONDS)

    def set_volume(self, volume: float) -> None:
        """Heard from the next sound on: a jump in the middle of a tone would click."""
        self._amplitude = _amplitude(volume)

    def set_muted(self, muted: bool) -> None:
        if muted and not self._muted:
            self.stop()
            self.hush()
        self._muted = muted

    # --- speech

    def speak(self, path: Path, after_seconds: float = 0.0) -> bool:
        device = self._device
        if device is None or self._muted:
            return False
        asked = self._monotonic()
        try:
            clip = device.load(path)
        except sdl.SoundError as problem:
            self._left_out[path.name] = str(problem)
            return False
        now = self._monotonic()  # reading it took a moment, on a busy machine a tenth of a second (measured)
        after = max(0.0, after_seconds - (now - asked))
        device.speak(clip, self._speech_amplitude, after)
        self._speaks_until = now + after + device.seconds(clip)
        return True

    def hush(self) -> None:
        device, now = self._device, self._monotonic()
        if device is not None and now < self._speaks_until:
            device.fade_speech(FADE_SECONDS)
            self._speaks_until = now + FADE_SECONDS

    def set_speech_volume(self, volume: float) -> None:
        """Heard from the next sentence on."""
        self._speech_amplitude = _amplitude(volume)

    def wakes_in(self) -> float:
        return max(0.0, self._awake_at - self._monotonic())

    def since_cue(self) -> tuple[float, float]:
        began, seconds = self._last_cue
        return self._monotonic() - began, seconds

    def _lower_speech(self, gain: float) -> None:
        device = self._device
        if device is not None:
            device.set_speech_amplitude(self._speech_amplitude * gain)

    def close(self) -> None:
        """Give the device back, in a thread, when the last sound has rung out; the program's end waits for that."""
        self._wanted = False
        self._device_trouble = None
        if self._opening is not None:
            self._opening.join(
                OPEN_SECONDS
            )  # a program that ends while a device is being opened is aborted (measured: 1 time in 15)
        self._drop_device(max(self._rings_until, self._speaks_until) - self._monotonic())

    # --- opening, losing and finding the device again

    def _begin_opening(self) -> None:
        self._tried_at = self._monotonic()
        self._opening = threading.Thread(target=self._open_device, name="sound opens", daemon=True)
        self._opening.start()

    def _open_device(self) -> None:
        if self._ringing is not None:
            self._ringing.join()
        if self._closing is not None:
            self._closing.join()  # the device is given back before it is asked for again
        try:
            device = self._make_device(self._frames)
        except sdl.SoundError as problem:
            self._device_trouble = str(problem)
            return
        try:
            clips, left_out = _load(device, self._sounds())
        except OSError as problem:
            self._device_trouble = f"The sounds could not be prepared ({problem})."
            device.close()
            return
        with self._lock:
            if self._wanted:
                self._awake_at = self._monotonic() + self._wake_seconds
                self._clips, self._left_out, self._device = clips, left_out, device
                self._device_trouble = None
                return
        device.close()  # no longer wanted when it came

    def _notice_loss(self) -> None:
        device = self._device
        if device is not None and (device.is_gone() or self._stands_still(device)):
            self._device_trouble = "The sound device is gone; the session goes on without sound until it is back."
            self._tried_at = self._monotonic()
            self._drop_device(0.0)

    def _stands_still(self, device: Device) -> bool:
        until = max(self._rings_until, self._speaks_until)
        return self._monotonic() > until + STALL_SECONDS and device.is_sounding()

    def _retry(self) -> None:
        if self._wanted and not self._is_opening() and self._monotonic() - self._tried_at >= RETRY_SECONDS:
            self._begin_opening()

    def _drop_device(self, ring_seconds: float) -> None:
        with self._lock:
            device, self._device, self._clips = self._device, None, {}
        if device is not None:
            self._ringing = threading.Thread(target=self._close_device, args=(device, ring_seconds), name="sound ends")
            self._ringing.start()

    def _close_device(self, device: Device, ring_seconds: float) -> None:
        if ring_seconds > 0.0:
            self._sleep(min(ring_seconds, LONGEST_RING_SECONDS))
        self._closing = threading.Thread(target=device.close, name="sound closes", daemon=True)
        self._closing.start()
        self._closing.join(OPEN_SECONDS)  # a device that stands still may take for ever, and must not hold up the end

    def _is_opening(self) -> bool:
        return self._opening is not None and self._opening.is_alive()

    def _clip(self, device: Device, name: str) -> Any:
        if name not in self._clips and name.endswith(THREE) and name.removesuffix(THREE) in self._clips:
            self._clips[name] = device.three_a_second_apart(self._clips[name.removesuffix(THREE)])
        return self._clips.get(name)


def open_cues(sounds: SoundFiles, volume: float = 1.0, muted: bool = False) -> Cues:
    """The cues of this machine, not opened yet: pygame's, or none with the reason."""
    if importlib.util.find_spec("pygame") is None:
        return NullCues("There is no sound, because pygame-ce is not installed; write: pip install pygame-ce")
    return PygameCues(sounds, volume, muted)


def _load(device: Device, files: Mapping[str, Path]) -> tuple[dict[str, Any], dict[str, str]]:
    """The clips, and for each sound that cannot be played a sentence."""
    clips: dict[str, Any] = {}
    left_out: dict[str, str] = {}
    for name, path in files.items():
        if not _is_outdated(name, files):
            try:
                clips[name] = device.load(path)
            except sdl.SoundError as problem:
                left_out[name] = str(problem)
    return clips, left_out


def _amplitude(volume: float) -> float:
    return min(1.0, max(0.0, volume)) ** 2


def _is_outdated(name: str, files: Mapping[str, Path]) -> bool:
    """A prepared clip of three beside a base from another folder: the person replaced only the base."""
    base = files.get(name.removesuffix(THREE)) if name.endswith(THREE) else None
    return base is not None and base.parent != files[name].parent
