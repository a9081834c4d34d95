"""A raw sentence becomes a clip: the silence around it cut, as loud as every other one, at the cues' rate.

Only the helper process and the mixdown import this: numpy stays out of a program that lives in the tray.
"""

from __future__ import annotations

import wave
from math import gcd
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from coach.sound.synth import RATE_HZ
from coach.sound.trouble import Trouble, TroubledError

Samples = NDArray[np.floating[Any]]
"""One channel, -1.0 to 1.0; float32 where it is handed on, finer while it is worked on."""

LOUDNESS = 10 ** (-22.0 / 20)  # root mean square while somebody speaks; cue sounds are struck, and peak above it
PEAK = 0.45  # beside a cue sound (at most 0.5) it does not clip
_KNEE = 0.32  # from here to PEAK loud moments are rounded off
_SILENCE = 0.01  # of the loudest moment
_BEFORE_SECONDS, _AFTER_SECONDS = 0.03, 0.10  # of what is soft that stay round the loud; chosen by ear
_FADE_SECONDS = 0.008  # at both ends, so that nothing clicks; chosen by ear
_SMALL_PRIMES = (2, 3, 5, 7, 11)  # those that the transform has quick ways for


def clip_of(samples: Samples, rate_hz: int) -> Samples:
    """The sentence alone at RATE_HZ and LOUDNESS; empty when nothing is heard."""
    samples = _within_silence(np.asarray(samples, np.float32), rate_hz)
    if not len(samples):
        return samples
    return _faded(_levelled(resampled(samples, rate_hz, RATE_HZ)))


def resampled(samples: Samples, from_hz: int, to_hz: int) -> Samples:
    """The same sound at another rate, through its spectrum: nothing is added above what was there."""
    if from_hz == to_hz or not len(samples):
        return samples
    padded = quick_length(len(samples), from_hz // gcd(from_hz, to_hz))
    count = padded * to_hz // from_hz
    spectrum = np.fft.rfft(samples, padded)
    wanted = count // 2 + 1
    spectrum = np.pad(spectrum, (0, max(0, wanted - len(spectrum))))[:wanted]
    sound = np.fft.irfft(spectrum, count) * (count / padded)
    return sound[: round(len(samples) * to_hz / from_hz)].astype(np.float32)


class WrongBitsError(wave.Error, TroubledError):
    """A file whose samples are not of 16 bits."""

    def __init__(self, path: Path, bits: int) -> None:
        TroubledError.__init__(self, Trouble("wrong-bits", str(path), more=str(bits)))


def write_wav(path: Path, samples: Samples) -> None:
    """16 bit, one channel, RATE_HZ. OSError as open() raises it."""
    with path.open("wb") as raw, wave.open(raw, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(np.round(np.clip(samples, -1.0, 1.0) * 32767).astype("<i2").tobytes())


def read_wav(path: Path) -> tuple[Samples, int]:
    """One channel of a 16-bit file (several are averaged) and its rate. OSError, EOFError, wave.Error."""
    with wave.open(str(path)) as file:
        if file.getsampwidth() != 2:
            raise WrongBitsError(path, file.getsampwidth() * 8)
        frames = np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, file.getnchannels())
        return (frames.mean(axis=1) / 32768.0).astype(np.float32), file.getframerate()


def quick_length(count: int, step: int = 1) -> int:
    """`count` or a little more: `step` times a number made of small primes.

    A spectrum takes the time of its length's largest prime, and sentences end anywhere: one of 13 s whose length was
    nearly a prime took 0.25 s instead of 0.03 (measured).
    """
    steps = -(-count // step)
    while _without_small_primes(steps) > 1:
        steps += 1
    return steps * step


def _without_small_primes(number: int) -> int:
    for prime in _SMALL_PRIMES:
        while number % prime == 0:
            number //= prime
    return number


def _within_silence(samples: Samples, rate_hz: int) -> Samples:
    loud = np.flatnonzero(np.abs(samples) > max(1e-4, _SILENCE * float(np.abs(samples).max(initial=0.0))))
    if not len(loud):
        return samples[:0]
    first = max(0, int(loud[0]) - round(_BEFORE_SECONDS * rate_hz))
    return samples[first : int(loud[-1]) + round(_AFTER_SECONDS * rate_hz)]


def _levelled(samples: Samples) -> Samples:
    """As loud as every other sentence: measured over the moments with a voice in them, peaks rounded off."""
    block = RATE_HZ // 50
    padded = np.pad(samples, (0, -len(samples) % block)).reshape(-1, block)
    powers = (padded**2).mean(axis=1)
    speaking = powers[powers > 0.05 * powers.max()]
    samples = samples * (LOUDNESS / np.sqrt(speaking.mean()))
    over = np.maximum(np.abs(samples) - _KNEE, 0.0) / (PEAK - _KNEE)
    return np.sign(samples) * (np.minimum(np.abs(samples), _KNEE) + (PEAK - _KNEE) * np.tanh(over))


def _faded(samples: Samples) -> Samples:
    count = min(round(_FADE_SECONDS * RATE_HZ), len(samples) // 2)
    ramp = np.linspace(0.0, 1.0, count, endpoint=False, dtype=np.float32)
    samples[:count] *= ramp
    samples[len(samples) - count :] *= ramp[::-1]
    return samples.astype(np.float32)
