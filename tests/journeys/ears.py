"""Tells which cues are on a recording, and where, to the sample. Knows every sound by its own file."""

from __future__ import annotations

import wave
from collections.abc import Mapping
from pathlib import Path

import numpy as np

RATE_HZ = 48_000
UNKNOWN = "?"
_SILENT = 3e-4  # the near-silence between cues is ten times softer


def load_templates(sounds: Mapping[str, Path]) -> dict[str, np.ndarray]:
    """name -> frames x 2, -1.0 to 1.0. Clips of three are left out: they are heard as what they are made of."""
    return {name: load(path) for name, path in sounds.items() if not name.endswith("-3")}


def load(path: Path) -> np.ndarray:
    with wave.open(str(path)) as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, file.getnchannels()) / 32768.0
    return np.repeat(samples, 2, axis=1) if samples.shape[1] == 1 else samples


def find_cues(samples: np.ndarray, templates: Mapping[str, np.ndarray], gain: float = 1.0) -> list[tuple[str, float]]:
    """Every cue on the tape with the second of its onset, in order; `?` for a sound that is none of them.

    `samples` is frames x 2 at 48 kHz, `gain` the amplitude at which the cues were played. Cues may overlap: the one
    that explains most is found first and taken away, and what is left is heard again.
    """
    found = []
    for first, last in _stretches_of_sound(samples):
        found += [(name, (first + lag) / RATE_HZ) for name, lag in _hear(samples[first:last].copy(), templates, gain)]
    return sorted(found, key=lambda cue: cue[1])


def _stretches_of_sound(samples: np.ndarray) -> list[tuple[int, int]]:
    """First and last frame of each stretch that is not silent, with 20 ms around it; near ones are taken together."""
    block, around = RATE_HZ // 100, RATE_HZ // 50
    loud = np.abs(samples).max(axis=1)
    is_loud = loud[: len(loud) // block * block].reshape(-1, block).max(axis=1) > _SILENT
    stretches: list[tuple[int, int]] = []
    for index in np.flatnonzero(is_loud):
        first, last = max(0, int(index) * block - around), min(len(samples), (int(index) + 1) * block + around)
        if stretches and first <= stretches[-1][1]:
            first = stretches.pop()[0]
        stretches.append((first, last))
    return stretches


def _hear(rest: np.ndarray, templates: Mapping[str, np.ndarray], gain: float) -> list[tuple[str, int]]:
    """The cues in `rest` (which is used up), each with its first frame."""
    enough = 0.02 * min(_energy(template) for template in templates.values()) * gain**2
    heard: list[tuple[str, int]] = []
    while _energy(rest) > enough:
        places = [(*_best_place(rest, template), name) for name, template in templates.items()]
        explained, lag, share, name = max(places)
        if explained < enough or not 0.6 < share / gain < 1.6:
            loud = np.abs(rest).max(axis=1)
            return [*heard, (UNKNOWN, int(np.argmax(loud > 0.1 * loud.max())))]
        _lay(rest, templates[name], lag, -gain)
        heard = _settle(rest, [*heard, (name, lag)], templates, gain)
    return heard


def _settle(
    rest: np.ndarray, heard: list[tuple[str, int]], templates: Mapping[str, np.ndarray], gain: float
) -> list[tuple[str, int]]:
    """The same cues where they fit best together: sounds that overlap push one another a few samples off at first."""
    for _ in range(4 if len(heard) > 1 else 0):
        before = list(heard)
        for index, (name, lag) in enumerate(heard):
            template = templates[name]
            _lay(rest, template, lag, gain)
            near = [other for other in range(lag - 6, lag + 7) if other > -len(template)]
            lag = max(near, key=lambda other: _fit(rest, template, other))
            _lay(rest, template, lag, -gain)
            heard[index] = (name, lag)
        if heard == before:
            break
    return heard


def _lay(rest: np.ndarray, template: np.ndarray, lag: int, share: float) -> None:
    """Adds `share` times the template to `rest`, from frame `lag` on."""
    piece = template[max(0, -lag) : len(rest) - lag]
    rest[max(0, lag) : max(0, lag) + len(piece)] += share * piece


def _fit(rest: np.ndarray, template: np.ndarray, lag: int) -> float:
    piece = template[max(0, -lag) : len(rest) - lag]
    return float((rest[max(0, lag) : max(0, lag) + len(piece)] * piece).sum())


def _best_place(rest: np.ndarray, template: np.ndarray) -> tuple[float, int, float]:
    """The energy that the template explains where it fits best, that frame, and the amplitude it has there."""
    size = 1 << (len(rest) + len(template)).bit_length()
    spectrum = np.fft.rfft(rest, size, axis=0) * np.conj(np.fft.rfft(template, size, axis=0))
    fit = np.fft.irfft(spectrum, size, axis=0).sum(axis=1)[: len(rest)]
    lag = int(np.argmax(fit))
    energy = _energy(template)
    return float(fit[lag] ** 2 / energy), lag, float(fit[lag] / energy)


def _energy(samples: np.ndarray) -> float:
    return float((samples**2).sum())
