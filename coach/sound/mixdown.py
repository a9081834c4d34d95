"""A session as samples: the same cues and sentences at the same places as when it is played, one channel, 48 kHz.

Rendered in blocks, so that an hour needs no more memory than a minute. numpy is loaded here and not before.
"""

from __future__ import annotations

import wave
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np

from coach.sound.ducking import DOWN_SECONDS, LOWERED, UP_SECONDS
from coach.sound.limiter import limited
from coach.sound.loudness import BLOCK_SECONDS as METER_SECONDS
from coach.sound.loudness import TWO_SPEAKERS, loudness, powers
from coach.sound.score import Placed
from coach.sound.synth import RATE_HZ
from coach.sound.voice.levels import Samples, read_wav, resampled
from coach.values import dataclass, replace

BLOCK_SECONDS = 5.0  # of the file that are in memory at a time

SPEECH_LUFS = -16.0
"""Speech in a file is as loud as in podcasts, which are heard before and after it: Apple asks for -16 LUFS within 1 LU,
and for peaks of at most -1 dBTP (podcasters.apple.com, Audio requirements). As heard from two loudspeakers; a meter
says 3 less of the file's one channel, and podcasts of one channel are made so as well.
"""

MOST_LIFT = 4.0  # 12 dB; made speech is even, so more is asked for only by what is no speech


@dataclass(frozen=True, slots=True)
class Mix:
    """What is to be heard and from which files. The gains are amplitudes; that of speech may be more than 1.0."""

    placed: Sequence[Placed]
    seconds: float
    sounds: Mapping[str, Path]
    speech: Callable[[str], Path | None]
    cue_gain: float = 1.0
    speech_gain: float = 1.0

    @property
    def frames(self) -> int:
        """The whole length: that of the timeline, or until the last word has been said."""
        return round(max([self.seconds, *(one.end for one in self.placed)]) * RATE_HZ)


def blocks(mix: Mix) -> Iterator[Samples]:
    """The session as float32, no peak above the limiter's, BLOCK_SECONDS at a time. Raises OSError or wave.Error for a
    file.
    """
    return limited(_mixed(mix))


def lift(mix: Mix) -> float:
    """By how much, as an amplitude, speech must be louder or softer than its files to be heard at SPEECH_LUFS.

    Measured as it is said here, softer beneath cues. Raises OSError or wave.Error for a file.
    """
    load = _Files(replace(mix, speech_gain=1.0))
    edge = round(METER_SECONDS * RATE_HZ)
    found = loudness(powers(np.pad(load.samples(one), edge)) for one in mix.placed if one.text is not None)
    if found is None:
        return 1.0
    return float(min(MOST_LIFT, 10 ** ((SPEECH_LUFS - TWO_SPEAKERS - found) / 20)))


def _mixed(mix: Mix) -> Iterator[Samples]:
    load = _Files(mix)
    coming = sorted(mix.placed, key=lambda one: one.start)
    sounding: list[tuple[int, Samples]] = []
    size = round(BLOCK_SECONDS * RATE_HZ)
    for first in range(0, mix.frames, size):
        last = min(first + size, mix.frames)
        while coming and frame_of(coming[0].start) < last:
            one = coming.pop(0)
            sounding.append((frame_of(one.start), load.samples(one)))
        block: Samples = np.zeros(last - first, np.float32)
        for start, samples in sounding:
            piece = samples[max(0, first - start) : last - start]
            at = max(0, start - first)
            block[at : at + len(piece)] += piece
        sounding = [(start, samples) for start, samples in sounding if start + len(samples) > last]
        yield block


def frame_of(seconds: float) -> int:
    """The frame that lies nearest to a moment."""
    return round(seconds * RATE_HZ)


def cue_seconds(sounds: Mapping[str, Path]) -> Callable[[str], float | None]:
    """How long each cue sound is; None for one that is not there or cannot be read."""

    @cache
    def seconds(name: str) -> float | None:
        try:
            return len(load_cue(sounds[name])) / RATE_HZ
        except (KeyError, OSError, EOFError, wave.Error):
            return None

    return seconds


def load_cue(path: Path) -> Samples:
    """A cue sound on one channel at RATE_HZ."""
    samples, rate_hz = read_wav(path)
    return resampled(samples, rate_hz, RATE_HZ)


class _Files:
    """Reads what is placed. A cue sound is kept, because it comes again; a sentence is not."""

    def __init__(self, mix: Mix) -> None:
        self._mix = mix
        self._cues: dict[str, Samples] = {}

    def samples(self, one: Placed) -> Samples:
        if one.sound is not None:
            if one.sound not in self._cues:
                self._cues[one.sound] = load_cue(self._mix.sounds[one.sound]) * np.float32(self._mix.cue_gain)
            return self._cues[one.sound]
        path = self._mix.speech(one.text or "")
        if path is None:
            return np.zeros(0, np.float32)
        samples, rate_hz = read_wav(path)
        samples = resampled(samples, rate_hz, RATE_HZ)
        return samples * _loudness(one, len(samples)) * np.float32(self._mix.speech_gain)


def _loudness(one: Placed, frames: int) -> Samples:
    """1.0, and LOWERED under cues, with the ramps that a running session has."""
    loudness: Samples = np.ones(frames, np.float32)
    at = np.arange(frames) / RATE_HZ + one.start
    for began, ended in one.lowered:
        shape = np.interp(
            at, (began, began + DOWN_SECONDS, ended, ended + UP_SECONDS), (1.0, LOWERED, LOWERED, 1.0)
        ).astype(np.float32)
        loudness = np.minimum(loudness, shape)
    return loudness
