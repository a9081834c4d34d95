"""Notes that sound like a wooden bar struck with a soft mallet, as lists of samples. Standard library only.

A marimba bar is tuned so that its second partial lies two octaves above the first (1 : 4); the third lies near 1 : 10
and only knocks. Each partial dies away exponentially, the higher the sooner (Fletcher and Rossing, The Physics of
Musical Instruments, chapter 19). That gives a warm tone with a clear, short onset that small loudspeakers can carry.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from coach.values import dataclass

RATE_HZ = 48_000
ATTACK_SECONDS = 0.002  # long enough not to click, short enough to be heard and measured as one moment
RELEASE_SECONDS = 0.020  # the end of every sound, down to zero
_LOUDEST_SECONDS = 0.100  # about what the ear adds up for a short sound


@dataclass(frozen=True, slots=True)
class Partial:
    """A sine at `ratio` times the note, `level` of the loudest one, fallen to 1/e after `share` of the note's decay."""

    ratio: float
    level: float
    share: float


# Struck wood and a bell, chosen by ear.
WOOD = (Partial(1.0, 1.0, 1.0), Partial(4.0, 0.28, 0.30), Partial(9.9, 0.09, 0.10))
BELL = (Partial(1.0, 1.0, 1.0), Partial(2.0, 0.30, 0.65), Partial(3.0, 0.12, 0.40), Partial(4.2, 0.06, 0.25))


@dataclass(frozen=True, slots=True)
class Note:
    """A strike at `at` seconds. `decay` is seconds to 1/e; `pan` -1 is left, 0 the middle, 1 right."""

    at: float
    hertz: float
    decay: float
    level: float = 1.0
    pan: float = 0.0
    timbre: Sequence[Partial] = WOOD


def strike(note: Note, seconds: float) -> list[float]:
    """The note alone from its onset, `seconds` long, unscaled."""
    count = round(seconds * RATE_HZ)
    samples = [0.0] * count
    for partial in note.timbre:
        step = 2.0 * math.pi * note.hertz * partial.ratio / RATE_HZ
        fall = -1.0 / (note.decay * partial.share * RATE_HZ)
        level = note.level * partial.level
        for i in range(count):
            samples[i] += level * math.sin(step * i) * math.exp(fall * i)
    attack = round(ATTACK_SECONDS * RATE_HZ)
    for i in range(min(attack, count)):
        samples[i] *= 0.5 - 0.5 * math.cos(math.pi * i / attack)
    return samples


def mix(notes: Iterable[Note], seconds: float, *, stereo: bool = False) -> list[list[float]]:
    """All notes laid over one another: one list of samples a channel, each `seconds` long and silent at its end."""
    count = round(seconds * RATE_HZ)
    channels = [[0.0] * count for _ in range(2 if stereo else 1)]
    for note in notes:
        first = round(note.at * RATE_HZ)
        tone = strike(note, (count - first) / RATE_HZ)
        for channel, gain in zip(channels, _gains(note.pan) if stereo else (1.0,), strict=True):
            for i, sample in enumerate(tone):
                channel[first + i] += gain * sample
    release = round(RELEASE_SECONDS * RATE_HZ)
    for channel in channels:
        for i in range(release):
            channel[count - 1 - i] *= 0.5 - 0.5 * math.cos(math.pi * i / release)
    return channels


def loudness(channels: Sequence[Sequence[float]]) -> float:
    """Root mean square of the loudest tenth of a second, both ears together. 0.0 for silence."""
    width = round(_LOUDEST_SECONDS * RATE_HZ)
    powers = [sum(values) / len(channels) for values in zip(*([s * s for s in c] for c in channels), strict=True)]
    window = sum(powers[:width])
    loudest = window
    for old, new in zip(powers, powers[width:], strict=False):
        window += new - old
        loudest = max(loudest, window)
    return math.sqrt(max(loudest, 0.0) / width)


def scaled(channels: Sequence[Sequence[float]], gain: float) -> list[list[float]]:
    """All channels `gain` times as loud; nothing is clipped."""
    return [[gain * sample for sample in channel] for channel in channels]


def _gains(pan: float) -> tuple[float, float]:
    """Left and right for equal power: what one ear loses the other gains."""
    angle = (pan + 1.0) * math.pi / 4.0
    return math.cos(angle) * math.sqrt(2.0), math.sin(angle) * math.sqrt(2.0)
