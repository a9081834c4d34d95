"""The sound device through pygame's mixer: open, load, play, tell when it is gone. The only importer of pygame.

What pygame keeps to itself is asked of the SDL library underneath it: whether the device is still there, and the first
contact with the sound server, which pygame would make while holding Python's lock (measured: a server that does not
answer freezes the whole program for a minute).
"""

from __future__ import annotations

import array
import contextlib
import ctypes
import os
import sys
import time
from pathlib import Path
from typing import Any

from coach.sound.chunks import ChunkCounter
from coach.sound.placing import Placing
from coach.sound.protocol import Opened
from coach.sound.synth import RATE_HZ
from coach.sound.trouble import Trouble, TroubledError

APPLICATION = "Posture Coach"  # the name that the system's mixer shows, and remembers volumes for
CHANNELS = 16  # sounds at once; more than ever overlap
SILENCE, SPEECH, FIRST_CUE = 0, (1, 2), 3
"""The channels: one for the near-silence, two for speech (one sentence is begun while another ends), the rest cues."""
_TRIES = 3  # to place a sound between two chunks; a chunk is mixed meanwhile one time in fifty
_STILL_SECONDS = 0.02  # of silence that a cue must have before it to be placed anew: a thread may have to wait so long
_MOMENT_SECONDS = 0.05  # of silence in the place of what was cut off (`halt`); chosen, not measured
_SDL_INIT_AUDIO = 0x10
_SDL_AUDIO_STOPPED = 0
_MIXER_DEVICE = 2  # SDL numbers devices from 2 (1 is its oldest interface's); the mixer opens the only one


class SoundError(TroubledError):
    """No device, or a sound that is none."""


class Device:
    """An open sound device. Near-silence plays from the start to the end, so a device never falls asleep between cues.

    `frames` is the length of the device's buffer. A cue begins at the sample that is due where SDL tells how much it
    has mixed; else, as a sentence does, with the next buffer. Raises SoundError when there is no device, or no pygame.
    May take as long as the sound server likes, so open it in a thread of its own.
    """

    def __init__(self, frames: int) -> None:
        self._mixer = _pygame_mixer()
        self._sdl = _sdl_beneath(self._mixer)
        if self._sdl is not None:  # wait here, not in pygame, until the sound server answers
            self._sdl.SDL_InitSubSystem(_SDL_INIT_AUDIO)
            self._sdl.SDL_QuitSubSystem(_SDL_INIT_AUDIO)  # pygame does nothing where it finds it initialised
        try:
            # 3: the device may keep its own rate and its own number of channels
            self._mixer.init(RATE_HZ, -16, 2, frames, None, 3)
        except self._error as problem:
            raise SoundError(Trouble("no-device", why=str(problem))) from problem
        opened = self._mixer.get_init()
        if opened is None:
            raise SoundError(Trouble("device-lost"))
        self.rate_hz, _, self._channel_count = opened
        self.frames = frames
        self._mixer.set_num_channels(CHANNELS)
        self._cue_channels = list(range(FIRST_CUE, CHANNELS))  # the one that was begun longest ago stands first
        self._near_silence = self._mixer.Sound(buffer=_near_silence(self.rate_hz, self._channel_count))
        self._mixer.Channel(SILENCE).play(self._near_silence, loops=-1)
        self._held: list[tuple[Any, Any]] = []  # channels, and what sounds on them
        self._placing, self._chunks = Placing(self.rate_hz), ChunkCounter(_mixer_beneath(self._mixer))
        self._moment = self._mixer.Sound(buffer=bytes(round(_MOMENT_SECONDS * self.rate_hz) * self._channel_count * 2))

    @property
    def _error(self) -> type[Exception]:
        import pygame

        error: type[Exception] = pygame.error
        return error

    def load(self, path: Path) -> Any:
        """The file as a clip for `play`, whatever format SDL can read. Raises SoundError naming the file."""
        try:
            return self._mixer.Sound(str(path))
        except (self._error, OSError) as problem:
            raise SoundError(Trouble("unplayable", str(path), str(problem))) from problem

    def three_a_second_apart(self, clip: Any) -> Any:
        """One clip of three: the spacing is exact because it lies in the samples."""
        second = self.rate_hz * self._channel_count * 2
        raw = clip.get_raw()
        padded = raw[:second].ljust(second, b"\0")
        return self._mixer.Sound(buffer=padded * 2 + raw)

    def play(self, clip: Any, amplitude: float, after_seconds: float = 0.0) -> None:
        """Begin `after_seconds` from now. `amplitude` is 0.0 to 1.0. If all channels are busy the oldest gives way."""
        # not the mixer's own find_channel: it gives the reserved ones as well
        number = next((n for n in self._cue_channels if not self._mixer.Channel(n).get_busy()), self._cue_channels[0])
        self._cue_channels.remove(number)
        self._cue_channels.append(number)
        channel = self._mixer.Channel(number)
        channel.set_volume(amplitude)
        self._place(channel, clip, after_seconds)

    def _place(self, channel: Any, clip: Any, after_seconds: float) -> None:
        due = time.monotonic() + after_seconds
        for _ in range(_TRIES):
            chunks, now = self._chunks.count(), time.monotonic()
            if chunks is None:
                self._begin(channel, self._after(clip, max(0.0, due - now)))
                return
            lead = self._placing.lead(now, chunks * self.frames, due - now)
            self._begin(channel, self._behind(clip, lead))
            mixed = ((self._chunks.count() or chunks) - chunks) * self.frames
            if not mixed or lead - mixed < _STILL_SECONDS * self.rate_hz:
                return  # one that may be heard by the time that it is begun anew would be torn

    def _begin(self, channel: Any, clip: Any) -> None:
        """Play it, and hold it until it has sounded: pygame lets go of it in the mixer's thread, which would have to
        wait for Python a second time to take it apart, while the next samples are due.
        """
        channel.play(clip)
        self._let_go()
        self._held.append((channel, clip))

    def _let_go(self) -> None:
        self._held = [(channel, clip) for channel, clip in self._held if channel.get_busy()]

    def look(self) -> None:
        """Compare the device's clock with the machine's; the oftener, the nearer a cue comes to its moment."""
        self._let_go()
        chunks = self._chunks.count()
        if chunks is not None:
            self._placing.look(time.monotonic(), chunks * self.frames)

    def fade_out(self, seconds: float) -> None:
        """Let the cues die away, not what is being said."""
        for number in range(FIRST_CUE, CHANNELS):
            self._mixer.Channel(number).fadeout(round(seconds * 1000))

    def speak(self, clip: Any, amplitude: float, after_seconds: float) -> None:
        """Begin `after_seconds` from now."""
        channels = [self._mixer.Channel(number) for number in SPEECH]
        channel = next((free for free in channels if not free.get_busy()), channels[0])
        channel.set_volume(amplitude)
        self._begin(channel, self._after(clip, after_seconds))

    def _after(self, clip: Any, seconds: float) -> Any:
        """The clip with that much silence before it, so that nobody has to wake up for it."""
        return self._behind(clip, max(0, round(seconds * self.rate_hz)))

    def _behind(self, clip: Any, frames: int) -> Any:
        if not frames:
            return clip
        return self._mixer.Sound(buffer=bytes(frames * self._channel_count * 2) + clip.get_raw())

    def set_speech_amplitude(self, amplitude: float) -> None:
        """Of what is being said, 0.0 to 1.0."""
        for number in SPEECH:
            self._mixer.Channel(number).set_volume(amplitude)

    def fade_speech(self, seconds: float) -> None:
        """Let what is being said die away, not the cues."""
        for number in SPEECH:
            self._mixer.Channel(number).fadeout(round(seconds * 1000))

    def seconds(self, clip: Any) -> float:
        """How long a clip is, without the silence that `play` puts before it."""
        return float(clip.get_length())

    def is_sounding(self) -> bool:
        """Whether a sound (not the near-silence) is under way, as far as the device has taken it."""
        return any(self._mixer.Channel(number).get_busy() for number in range(1, CHANNELS))

    def halt(self) -> None:
        """Cut off all that sounds; a moment of silence takes its place, and `is_sounding` until the device moves on."""
        for number in range(1, CHANNELS):
            self._mixer.Channel(number).stop()
        self._mixer.Channel(FIRST_CUE).play(self._moment)

    def is_gone(self) -> bool:
        """Whether the device was taken away. SDL then plays into nothing and tells nobody unless asked."""
        if self._sdl is None:
            return not self._mixer.get_init()
        return bool(self._sdl.SDL_GetAudioDeviceStatus(_MIXER_DEVICE) == _SDL_AUDIO_STOPPED)

    def describe(self) -> Opened:
        """Driver, rate, channels and buffer."""
        driver = None
        if self._sdl is not None:
            self._sdl.SDL_GetCurrentAudioDriver.restype = ctypes.c_char_p
            driver = self._sdl.SDL_GetCurrentAudioDriver()
        name = driver.decode() if driver else "SDL"
        return Opened(name, self.rate_hz, self._channel_count, self.frames)

    def close(self) -> None:
        """Give the device back. May take as long as the sound server likes."""
        self._chunks.close()
        self._mixer.quit()


def _pygame_mixer() -> Any:
    """pygame.mixer, without its greeting on stdout and without SDL catching the signals that end a program."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    os.environ.setdefault("SDL_NO_SIGNAL_HANDLERS", "1")  # SDL would swallow SIGTERM (measured)
    # SDL keeps a single buffer in a PulseAudio or PipeWire server, which stumbles on a busy machine whatever its size;
    # 60 ms in steps of a third keep it fed at a cost of 6 ms of jitter (standard deviation, measured)
    os.environ.setdefault("PULSE_LATENCY_MSEC", "60")
    os.environ.setdefault("SDL_AUDIO_DEVICE_APP_NAME", APPLICATION)
    os.environ.setdefault("SDL_AUDIO_DEVICE_STREAM_NAME", "Cues")
    _quiet_alsa()
    try:
        import pygame.mixer
    except ImportError as problem:
        raise SoundError(Trouble("pygame-fails", why=str(problem))) from problem
    return pygame.mixer


def _sdl_beneath(mixer: Any) -> ctypes.CDLL | None:
    """The very SDL that pygame uses, or None where it cannot be reached (then we know less, and nothing breaks)."""
    with contextlib.suppress(OSError, AttributeError):
        # A name looked up in an extension module is also looked for in what it was linked with; Windows asks by name.
        library = ctypes.CDLL("SDL2.dll" if sys.platform == "win32" else mixer.__file__)
        for needed in (
            "SDL_InitSubSystem",
            "SDL_QuitSubSystem",
            "SDL_GetAudioDeviceStatus",
            "SDL_GetCurrentAudioDriver",
        ):
            getattr(library, needed)
        return library
    return None


def _mixer_beneath(mixer: Any) -> ctypes.CDLL | None:
    """The very SDL_mixer that pygame uses, with SDL's own functions in it, or None; on Windows these are two."""
    if sys.platform == "win32":
        return None
    with contextlib.suppress(OSError):
        return ctypes.CDLL(mixer.__file__)
    return None


def _quiet_alsa() -> None:
    """ALSA writes a page of complaints to stderr where there is no card. We say it in one sentence instead."""
    if sys.platform != "linux":
        return
    with contextlib.suppress(OSError, AttributeError):
        alsa = ctypes.CDLL("libasound.so.2")
        harmless = ctypes.cast(ctypes.CDLL(None).getpid, ctypes.c_void_p)  # any C function that ignores its arguments
        alsa.snd_lib_error_set_handler(harmless)


def _near_silence(rate_hz: int, channels: int) -> bytes:
    """A second of the smallest square wave, 90 dB down and 20 Hz slow: too soft to hear, yet no digital silence."""
    half = rate_hz // 40 * channels
    samples = (array.array("h", [1]) * half + array.array("h", [-1]) * half) * 20
    return samples.tobytes()
