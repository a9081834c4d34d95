"""From key to key: one interpolator for two poses, several keys and cycles."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from coach.figure.vectors import Array

Track = Callable[[float], Array]


def track(times: Sequence[float], keys: Sequence[Array], *, periodic: bool = False) -> Track:
    """A function of the share 0..1: a cubic through the keys that never overshoots and rests at both ends.

    Two keys give the usual ease in and out; a key in between is passed without stopping; a periodic track never rests
    and its first key comes again at 1. Cubic Hermite, slopes limited after Fritsch and Butland (1984).
    """
    t = np.asarray(times, float)
    v = np.stack(keys)
    if periodic:
        t = np.concatenate((t, [1.0 + t[0]]))
        v = np.concatenate((v, v[:1]))
    if len(t) == 1:
        return lambda _share: v[0]
    chords = (v[1:] - v[:-1]) / (t[1:] - t[:-1])[:, None]
    slopes = np.zeros_like(v)
    if periodic:
        slopes[:-1] = _limited(np.concatenate((chords[-1:], chords[:-1])), chords)
        slopes[-1] = slopes[0]
    elif len(t) > 2:
        slopes[1:-1] = _limited(chords[:-1], chords[1:])

    def at(share: float) -> Array:
        x = (share - t[0]) % 1.0 + t[0] if periodic else min(max(share, t[0]), t[-1])
        i = min(max(int(np.searchsorted(t, x, "right")) - 1, 0), len(t) - 2)
        span = t[i + 1] - t[i]
        u = (x - t[i]) / span
        u2, u3 = u * u, u * u * u
        rest = (2 * u3 - 3 * u2 + 1) * v[i] + (3 * u2 - 2 * u3) * v[i + 1]
        return rest + span * ((u3 - 2 * u2 + u) * slopes[i] + (u3 - u2) * slopes[i + 1])

    return at


def _limited(before: Array, after: Array) -> Array:
    """The harmonic mean where both slopes have one sign, else 0."""
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = 2 * before * after / (before + after)
    return np.where(before * after > 0, mean, 0.0)
