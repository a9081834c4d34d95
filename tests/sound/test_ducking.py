"""Speech is lowered while a cue sounds, in steps, and comes back."""

from __future__ import annotations

from itertools import pairwise

import pytest

from coach.sound.ducking import LOWERED, STEPS, Ducking


class Clock:
    def __init__(self) -> None:
        self.now = 0.0
        self.gains: list[tuple[float, float]] = []
        self.then: list[tuple[float, float]] = []  # at this time somebody lowers for so long

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        if self.then and self.now >= self.then[0][0]:
            self.ducking.lower(self.then.pop(0)[1])

    def run(self, seconds: float, *then: tuple[float, float]) -> list[tuple[float, float]]:
        self.then = list(then)
        self.ducking = Ducking(
            lambda gain: self.gains.append((self.now, gain)), monotonic=lambda: self.now, sleep=self.sleep
        )
        self.ducking.lower(seconds)
        self.ducking.wait()
        return self.gains


def test_down_for_the_cue_and_up_again_without_a_jump():
    gains = Clock().run(0.5)
    assert len(gains) == 2 * STEPS
    assert [gain for _, gain in gains][STEPS - 1] == pytest.approx(LOWERED)
    assert gains[-1][1] == pytest.approx(1.0)
    assert gains[STEPS][0] == pytest.approx(0.5)  # stays down to the cue's end
    steps = [1.0, *(gain for _, gain in gains)]
    assert max(abs(b - a) for a, b in pairwise(steps)) < 0.07


def test_a_second_cue_keeps_it_down():
    gains = Clock().run(0.5, (0.4, 0.8))
    back = [at for at, gain in gains if gain > LOWERED + 1e-6 and at > 0.1]
    assert min(back) >= 0.8


def test_a_cue_while_it_comes_back_lowers_it_again():
    gains = Clock().run(0.5, (0.55, 0.5))
    assert gains[-1][1] == pytest.approx(1.0)
    assert sum(1 for _, gain in gains if gain == pytest.approx(LOWERED)) >= 2
