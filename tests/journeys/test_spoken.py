"""The listener of spoken recordings, on recordings made up."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")

from coach import resources  # noqa: E402 (after the reason to skip)
from coach.sound.mixdown import Mix, load_cue  # noqa: E402
from coach.sound.score import Placed  # noqa: E402
from coach.sound.synth import RATE_HZ  # noqa: E402
from tests.journeys.spoken import hear, laid  # noqa: E402
from tests.journeys.tape_clock import TapeClock  # noqa: E402

COUNTDOWNS = (5.0, 41.0, 77.0, 150.0)


def test_the_cues_are_laid_as_far_apart_as_a_tape_has_them_that_drifts():
    """Unstretched no two countdowns fit at once, and one fits as well in the other's place."""
    sounds = {name: resources.media() / "sounds" / f"{name}.wav" for name in ("tick", "go")}
    clips = {name: load_cue(path) for name, path in sounds.items()}
    placed = [
        Placed(first + i, len(clips[name]) / RATE_HZ, name)
        for first in COUNTDOWNS
        for i, name in enumerate(("tick", "tick", "tick", "go"))
    ]
    clock = TapeClock([(second, second * (1 - 350e-6)) for second in np.arange(0.0, 170.0, 0.5)])
    tape = np.zeros(170 * RATE_HZ, np.float32)
    for one in placed:
        place = round(clock.tape(1.5 + one.start) * RATE_HZ)
        tape[place : place + len(clips[one.sound])] += clips[one.sound]
    whole = laid({one: clips[one.sound] for one in placed}, clock)
    begins = round(clock.tape(1.5) * RATE_HZ)
    there = max(float(whole @ tape[begins + off : begins + off + len(whole)]) for off in (-1, 0, 1))
    assert there > 0.9 * float(whole @ whole)
    heard = hear(tape, Mix(placed, 160.0, sounds, lambda _text: None), clock)
    assert [one for one in heard if abs(one.late) > 0.001 or one.likeness < 0.95] == []
