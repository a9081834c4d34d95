"""How loud sound is to the ear, as ITU-R BS.1770-4 measures it for EBU R 128: weighted, with the pauses left out.

The unit is LUFS; one more of them is 1 dB louder. Our own sixty lines: pyloudnorm would bring along scipy, 35 MB.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np

from coach.sound.synth import RATE_HZ
from coach.sound.voice.levels import Samples, quick_length

TWO_SPEAKERS = 10.0 * math.log10(2.0)
"""A file of one channel is played by two loudspeakers as a rule, and is this much louder than a meter says of it."""

BLOCK_SECONDS, HOP_SECONDS = 0.4, 0.1  # BS.1770-4: blocks that overlap by three quarters
_OFFSET = -0.691  # LUFS of a mean square of 1.0
_SILENT, _PAUSE = -70.0, -10.0  # LUFS, and relative to the loudness without the silent blocks
_RINGING_SECONDS = 0.5  # until nothing is left of what the filters remember

# BS.1770-4, tables 1 and 2: what the head does to a sound, and the ear's deafness to the lowest; for 48 kHz
_STAGES = (
    ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585)),
    ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621)),
)


def powers(samples: Samples) -> Samples:
    """The weighted mean square of each block of one channel at RATE_HZ; of at least one, filled up with silence."""
    block, hop = round(BLOCK_SECONDS * RATE_HZ), round(HOP_SECONDS * RATE_HZ)
    weighted = _weighted(np.pad(samples, (0, max(0, block - len(samples)))))
    squares = np.concatenate([[0.0], np.cumsum(weighted**2)])
    firsts = np.arange(0, len(weighted) - block + 1, hop)
    means: Samples = (squares[firsts + block] - squares[firsts]) / block
    return means


def loudness(measured: Iterable[Samples]) -> float | None:
    """The loudness of all these `powers` together in LUFS, or None where nothing is heard."""
    all_powers = np.concatenate([np.zeros(0), *measured])
    heard = all_powers[all_powers > _power(_SILENT)]
    if not len(heard):
        return None
    return _lufs(heard[heard > _power(_lufs(heard) + _PAUSE)])


def _lufs(of: Samples) -> float:
    return _OFFSET + 10.0 * math.log10(float(of.mean()))


def _power(lufs: float) -> float:
    return float(10.0 ** ((lufs - _OFFSET) / 10.0))


def _weighted(samples: Samples) -> Samples:
    """The sound behind both filters, by way of its spectrum."""
    count = quick_length(len(samples) + round(_RINGING_SECONDS * RATE_HZ))
    turn = np.exp(-2j * np.pi * np.arange(count // 2 + 1) / count)
    spectrum = np.fft.rfft(samples, count)
    for above, below in _STAGES:
        spectrum *= (above[0] + above[1] * turn + above[2] * turn**2) / (
            below[0] + below[1] * turn + below[2] * turn**2
        )
    return np.fft.irfft(spectrum, count)[: len(samples)]
