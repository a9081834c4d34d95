"""No moment of a file is louder than CEILING: what comes near it is turned down before it comes, and slowly enough not
to be heard as a change.

A loudspeaker is driven by the curve through the samples, which may rise above each of them, so the peaks between them
are looked for as well (true peak: ITU-R BS.1770-4, annex 2).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

import numpy as np

from coach.sound.voice.levels import Samples

CEILING = 10 ** (-2.0 / 20)
"""1 dB below what R 128 lets a peak be (-1 dBTP): .ogg and .mp3 do not keep the curve exactly."""

HOP = 48  # frames; one loudness for each, with straight lines between
_REACH = 20  # hops before and after a peak in which the loudness goes down and up again
_CONTEXT = HOP * 100  # frames of the neighbours that are looked at; more than the reach and the curve need
_NEAR = 0.7  # of CEILING: no curve of speech or wood rises further between its samples
_TAPS = 16  # samples to either side that the curve is drawn through


def limited(blocks: Iterator[Samples]) -> Iterator[Samples]:
    """The same blocks, each a multiple of HOP long but for the last, and none but the last shorter than _CONTEXT."""
    nothing: Samples = np.zeros(0, np.float32)
    before = nothing
    for block, after in pairwise(chain(blocks, [nothing])):
        coming = after[:_CONTEXT]
        if max(_loudest(before), _loudest(block), _loudest(coming)) <= _NEAR * CEILING:
            yield block
        else:
            gains = _gains(np.concatenate([before, block, coming]))
            yield block * gains[len(before) : len(before) + len(block)]
        before = block[-_CONTEXT:]


def _loudest(samples: Samples) -> float:
    return float(np.abs(samples).max(initial=0.0))


def true_peaks(samples: Samples) -> Samples:
    """For each sample the highest point of the curve from it to the next one, in steps of a quarter."""
    highest = np.abs(samples)
    near = np.arange(-_TAPS, _TAPS)
    for quarter in (0.25, 0.5, 0.75):
        taps = np.sinc(near + quarter) * np.cos(np.pi * (near + quarter) / (2 * _TAPS)) ** 2
        between = np.convolve(samples, taps)[_TAPS:][: len(samples)]
        highest = np.maximum(highest, np.abs(between))
    return highest


def _gains(samples: Samples) -> Samples:
    """The loudness of each sample: 1.0, and at a peak what brings it to CEILING."""
    peaks = true_peaks(samples)
    hops = np.pad(peaks, (0, -len(peaks) % HOP)).reshape(-1, HOP).max(axis=1)
    needed = np.minimum(1.0, CEILING / np.maximum(hops, 1e-9))
    reach = _REACH + 2  # one for the straight lines, one for a curve that rises on the next hop's border
    lowest = np.lib.stride_tricks.sliding_window_view(np.pad(needed, reach, constant_values=1.0), 2 * reach + 1).min(
        axis=1
    )
    weights = np.hanning(2 * _REACH + 3)[1:-1]
    smooth = np.convolve(np.pad(lowest, _REACH, mode="edge"), weights / weights.sum(), "valid")
    centres = np.arange(len(smooth)) * HOP + (HOP - 1) / 2
    return np.interp(np.arange(len(samples)), centres, smooth).astype(np.float32)
