"""Loudness and peaks are measured as the standards say, and a file keeps to them whatever voice speaks in it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")

from coach.sound.limiter import CEILING, limited, true_peaks  # noqa: E402 (after the reason to skip)
from coach.sound.loudness import TWO_SPEAKERS, loudness, powers  # noqa: E402
from coach.sound.mixdown import SPEECH_LUFS, Mix, blocks, lift  # noqa: E402
from coach.sound.score import Placed  # noqa: E402
from coach.sound.synth import RATE_HZ  # noqa: E402
from coach.sound.voice.levels import clip_of, resampled, write_wav  # noqa: E402
from tests.beside import every_day  # noqa: E402


def sine(seconds: float, decibels: float = 0.0, hertz: float = 997.0) -> np.ndarray:
    return 10 ** (decibels / 20) * np.sin(np.arange(round(seconds * RATE_HZ)) * 2 * np.pi * hertz / RATE_HZ)


def lufs(samples: np.ndarray) -> float:
    found = loudness([powers(samples)])
    assert found is not None
    return found


# --- the measure -----------------------------------------------------------------------------------------------------


def test_a_full_sine_in_one_channel_is_what_the_standard_says_of_it():
    """ITU-R BS.1770-4, annex 1: 997 Hz at 0 dBFS in one channel reads -3.01 LKFS."""
    assert lufs(sine(5.0)) == pytest.approx(-3.01, abs=0.01)


# EBU Tech 3341, cases 1 to 5, whose two channels are 3 LU louder than the one of ours
CASES = [
    ([(20, -23)], -23),
    ([(20, -33)], -33),
    ([(10, -36), (60, -23), (10, -36)], -23),
    ([(10, -72), (10, -36), (60, -23), (10, -36), (10, -72)], -23),
    ([(20, -26), (20.1, -20), (20, -26)], -23),
]


@pytest.mark.parametrize(("parts", "wanted"), every_day([CASES[1]], CASES, of_several=True))
def test_pauses_are_left_out_as_the_broadcasters_union_tests_it(parts, wanted):
    samples = np.concatenate([sine(seconds, decibels, 1000.0) for seconds, decibels in parts])
    assert lufs(samples) + TWO_SPEAKERS == pytest.approx(wanted, abs=0.1)


def test_what_is_shorter_than_a_block_is_measured_with_silence_and_silence_is_nothing():
    assert lufs(sine(0.2)) == pytest.approx(-3.01 - TWO_SPEAKERS, abs=0.05)
    assert loudness([powers(np.zeros(RATE_HZ))]) is None
    assert loudness([]) is None


# --- speech in a file ------------------------------------------------------------------------------------------------


def babble(seconds: float, seed: int) -> np.ndarray:
    """Noise in syllables, with the low and the high sounds of a voice, and as uneven as one. Its peak is 1.0."""
    count = round(seconds * RATE_HZ)
    hertz = np.fft.rfftfreq(count, 1 / RATE_HZ)
    shape = (hertz > 80) * (hertz < 11_000) / (1 + hertz / 500)
    noise = np.fft.irfft(np.fft.rfft(np.random.default_rng(seed).standard_normal(count)) * shape, count)
    noise *= np.abs(np.sin(np.arange(count) * np.pi * 4 / RATE_HZ)) ** 3
    return noise / np.abs(noise).max()


LEVELS = (0.05, 0.2, 0.6)
VOICES = [
    pytest.param(seed, level, marks=() if place == seed else pytest.mark.slow)  # every day each level, and each voice
    for seed in range(3)
    for place, level in enumerate(LEVELS)
]


@pytest.mark.parametrize(("seed", "level"), VOICES)
def test_whatever_voice_speaks_it_is_as_loud_as_podcasts(tmp_path, seed, level):
    paths = {}
    for number, seconds in enumerate((0.4, 2.0, 5.0)):
        paths[str(number)] = tmp_path / f"{number}.wav"
        write_wav(paths[str(number)], clip_of(level * babble(seconds, seed * 10 + number), RATE_HZ))
    placed = tuple(Placed(1.0 + 7.0 * number, 5.0, text=text) for number, text in enumerate(paths))
    mix = Mix(placed, 25.0, {}, paths.get)
    mix = Mix(placed, 25.0, {}, paths.get, speech_gain=lift(mix))
    heard = np.concatenate(list(blocks(mix)))
    assert lufs(heard) + TWO_SPEAKERS == pytest.approx(SPEECH_LUFS, abs=0.7)
    assert 20 * np.log10(np.abs(resampled(heard, RATE_HZ, 4 * RATE_HZ)).max()) <= -1.0


def test_where_nobody_speaks_nothing_is_lifted(tmp_path):
    write_wav(tmp_path / "silence.wav", np.zeros(RATE_HZ))
    assert lift(Mix((), 5.0, {}, lambda _text: None)) == 1.0
    assert lift(Mix((Placed(0.0, 1.0, text="x"),), 5.0, {}, lambda _text: None)) == 1.0
    assert lift(Mix((Placed(0.0, 1.0, text="x"),), 5.0, {}, lambda _text: tmp_path / "silence.wav")) == 1.0


def test_the_clips_of_the_voice_need_little_more(tmp_path):
    """What is heard live, and what a file is made of: a lift of a few decibels, not of a hundred."""
    path = tmp_path / "a.wav"
    write_wav(path, clip_of(babble(4.0, 7), RATE_HZ))
    assert 1.0 < lift(Mix((Placed(0.0, 4.0, text="x"),), 5.0, {}, lambda _text: path)) < 3.0


def test_a_cue_is_in_the_file_as_it_is_live(tmp_path: Path):
    """However loud speech is made, the cues' level stays."""
    write_wav(tmp_path / "cue.wav", 0.4 * sine(0.5))
    write_wav(tmp_path / "speech.wav", 0.2 * sine(1.0))
    placed = (Placed(1.0, 0.5, sound="go"), Placed(3.0, 1.0, text="x"))
    mix = Mix(placed, 5.0, {"go": tmp_path / "cue.wav"}, lambda _text: tmp_path / "speech.wav", speech_gain=2.0)
    heard = np.concatenate(list(blocks(mix)))
    assert np.abs(heard[RATE_HZ : 2 * RATE_HZ]).max() == pytest.approx(0.4, abs=1e-3)
    assert np.abs(heard[3 * RATE_HZ : 4 * RATE_HZ]).max() == pytest.approx(0.4, abs=1e-3)


# --- peaks -----------------------------------------------------------------------------------------------------------


def through(samples: np.ndarray, size: int = RATE_HZ) -> np.ndarray:
    return np.concatenate(list(limited(iter(samples[at : at + size] for at in range(0, len(samples), size)))))


def test_a_peak_between_two_samples_is_seen():
    quarter = np.sin(np.arange(RATE_HZ) * np.pi / 2 + np.pi / 4)  # every sample at 0.71 of the curve's height
    assert true_peaks(quarter)[100:-100].max() == pytest.approx(1.0, abs=0.01)
    assert np.abs(quarter).max() < 0.71


@pytest.mark.parametrize("seed", range(5))
def test_no_curve_through_the_samples_rises_above_the_ceiling(seed):
    chance = np.random.default_rng(seed)
    loud = 3.0 * babble(4.0, seed)
    for at in chance.integers(0, len(loud) - 500, 8):
        loud[at : at + 400] += chance.uniform(-2.0, 2.0) * np.hanning(400)
    heard = through(loud.astype(np.float32))
    assert len(heard) == len(loud)
    assert np.abs(resampled(heard, RATE_HZ, 4 * RATE_HZ)).max() <= CEILING * 1.02


def test_what_is_soft_enough_is_left_as_it_is():
    soft = (0.5 * sine(3.0)).astype(np.float32)
    assert (through(soft) == soft).all()


def test_it_makes_no_difference_where_blocks_begin():
    loud = (1.5 * sine(3.3, hertz=200.0) * np.linspace(0.0, 1.0, round(3.3 * RATE_HZ))).astype(np.float32)
    first, *others = (through(loud, size) for size in (RATE_HZ, 4800, 48 * 1234, 4 * RATE_HZ))
    for other in others:
        assert np.abs(first - other).max() < 1e-5


def test_it_turns_down_slowly_enough_not_to_click():
    step = np.concatenate([0.2 * sine(1.0), 1.5 * sine(1.0), 0.2 * sine(1.0)]).astype(np.float32)
    heard = through(step)
    gains = heard[np.abs(step) > 0.1] / step[np.abs(step) > 0.1]
    assert max(abs(after - before) for before, after in pairwise(gains[::50])) < 0.1
    assert gains[-100:].min() == pytest.approx(1.0)
