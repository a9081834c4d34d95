"""The ears that only the slow journeys use hear every cue where it is, and no other."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")

from coach import resources  # noqa: E402 (after the reason to skip)
from tests.journeys.ears import UNKNOWN, find_cues, load, load_templates  # noqa: E402

pytestmark = pytest.mark.slow

TEMPLATES = load_templates({path.stem: path for path in (resources.media() / "sounds").glob("*.wav")})


def tape(*cues: tuple[str, int], seconds: float = 8.0, gain: float = 1.0) -> np.ndarray:
    """A recording with cues at frames, and the near-silence between them."""
    samples = np.tile([[3e-5], [-3e-5]], (round(seconds * 24_000), 2))
    for name, frame in cues:
        samples[frame : frame + len(TEMPLATES[name])] += gain * TEMPLATES[name]
    return samples


@pytest.mark.parametrize("gain", [1.0, 0.3])
@pytest.mark.parametrize(
    "cues",
    [
        (),
        (("go", 1000),),
        (("tick", 48_000), ("tick", 96_000), ("tick", 144_000), ("go", 192_000)),
        (("stop", 5000), ("rest", 5000)),
        (("stop", 5000), ("switch", 5480), ("half", 9000)),
        (("done", 100_000), ("stop", 100_100)),
        tuple((name, 1000 + 30_000 * index) for index, name in enumerate(sorted(TEMPLATES))),
    ],
)
def test_the_ears_hear_every_cue_to_the_sample(cues, gain):
    heard = [(name, round(at * 48_000)) for name, at in find_cues(tape(*cues, gain=gain), TEMPLATES, gain)]
    assert sorted(heard) == sorted(cues)


def test_the_ears_do_not_take_a_strange_sound_for_a_cue():
    samples = tape(("go", 10_000))
    samples[200_000:210_000] += 0.3 * np.sin(np.arange(10_000) / 9.0)[:, None]
    assert [name for name, _ in find_cues(samples, TEMPLATES)] == ["go", UNKNOWN]


def test_the_shipped_clip_of_three_is_heard_as_three_ticks():
    clip = load(resources.media() / "sounds" / "tick-3.wav")
    samples = tape(seconds=4.0)
    samples[4800 : 4800 + len(clip)] += clip
    assert find_cues(samples, TEMPLATES) == [("tick", 0.1), ("tick", 1.1), ("tick", 2.1)]
