"""The shipped sounds: made by the script to the byte, equally loud, sharp at the start, silent at the end, distinct."""

from __future__ import annotations

import wave
from pathlib import Path

import pytest

from coach import resources
from coach.sound import make_cues
from coach.sound.synth import loudness

np = pytest.importorskip("numpy")

NAMES = (*make_cues.SOUNDS, "tick-3")
RATE_HZ = 48_000


def load(name: str) -> np.ndarray:
    """Frames x channels, full scale is 1.0."""
    with wave.open(str(resources.media() / "sounds" / f"{name}.wav")) as file:
        assert file.getframerate() == RATE_HZ
        assert file.getsampwidth() == 2
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, file.getnchannels()) / 32768.0


def decibels(level: float) -> float:
    return 20.0 * float(np.log10(level))


@pytest.mark.slow
def test_the_script_makes_the_shipped_files_to_the_byte(tmp_path, capsys):
    assert make_cues.main([str(tmp_path / "sounds")]) == 0
    made = sorted(path.name for path in (tmp_path / "sounds").iterdir())
    assert made == sorted(path.name for path in (resources.media() / "sounds").glob("*.wav"))
    for name in made:
        assert (tmp_path / "sounds" / name).read_bytes() == (resources.media() / "sounds" / name).read_bytes()
    assert len(capsys.readouterr().out.splitlines()) == len(made)


@pytest.mark.parametrize("name", NAMES)
def test_no_peak_above_minus_six_decibels(name):
    softer = decibels(make_cues.SOFTER.get(name, 1.0))
    assert -12.0 < decibels(np.abs(load(name)).max()) - softer <= -6.0


@pytest.mark.parametrize("name", NAMES)
def test_equally_loud(name):
    level = decibels(loudness([list(channel) for channel in load(name).T]))
    assert level == pytest.approx(decibels(make_cues.LOUDNESS * make_cues.SOFTER.get(name, 1.0)), abs=0.1)


def test_what_sounds_in_every_repetition_is_the_softest():
    assert set(make_cues.SOFTER) == {"back", "beat"}
    assert decibels(make_cues.SOFTER["back"]) == pytest.approx(-5.0)
    assert decibels(make_cues.SOFTER["beat"]) == pytest.approx(-8.0)


@pytest.mark.parametrize("name", NAMES)
def test_heard_within_five_milliseconds_and_without_a_click(name):
    loud = np.abs(load(name)).max(axis=1)
    first_strike = loud[: RATE_HZ // 20].max()
    assert np.argmax(loud > 0.5 * first_strike) < 0.005 * RATE_HZ
    assert loud[0] == 0.0
    assert loud[-1] == 0.0
    assert loud[1] < 0.01, "it rises, it does not jump"
    assert loud[-RATE_HZ // 100 :].max() < 0.03, "it has died away before it ends"
    assert abs(load(name).mean()) < 0.001, "no offset"


def test_three_ticks_are_exactly_a_second_apart():
    tick, three = load("tick"), load("tick-3")
    assert len(three) == 2 * RATE_HZ + len(tick)
    for second in range(3):
        first = second * RATE_HZ
        assert (three[first : first + len(tick)] == tick).all()
        assert not three[first + len(tick) : first + RATE_HZ].any()


def test_switch_goes_from_left_to_right():
    left, right = load("switch").T
    half = round(0.2 * RATE_HZ)
    assert (left[:half] ** 2).sum() > 2 * (right[:half] ** 2).sum()
    assert (right[half + RATE_HZ // 20 :] ** 2).sum() > 2 * (left[half + RATE_HZ // 20 :] ** 2).sum()


def test_every_sound_is_unlike_every_other():
    """However two are laid over one another, neither explains more than a part of the other."""
    sounds = {name: load(name).mean(axis=1) for name in make_cues.SOUNDS}
    for one, first in sounds.items():
        for other, second in sounds.items():
            if one < other:
                size = 1 << (len(first) + len(second)).bit_length()
                fit = np.fft.irfft(np.fft.rfft(first, size) * np.conj(np.fft.rfft(second, size)), size)
                share = fit.max() ** 2 / float((first**2).sum() * (second**2).sum())
                assert share < 0.75, (one, other, share)


def test_a_sound_that_would_be_too_loud_is_refused(monkeypatch):
    monkeypatch.setattr(make_cues, "LOUDNESS", 0.5)
    with pytest.raises(ValueError, match=r"^tick: its peak is \d\.\d+, more than 0\.501; make it rounder"):
        make_cues.make("tick")


def test_the_folder_is_small():
    assert sum(path.stat().st_size for path in Path(resources.media() / "sounds").glob("*.wav")) < 1_500_000
