"""A breath: the belly and what rests on it rise, the back and the bones stay."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from coach.figure.breath import rise, rise_on
from coach.figure.motion import Motion
from tests.figure.shelf import figure

LYING = (
    "base: supine\nstart: {hip: {flex: 50}, knee: 100}\nend: {breath: 1}\n"
    "contacts: [buttocks on floor, feet on floor, head on floor, {point: left-hand, on: belly, bend: [out, down]}]\n"
)


def test_the_belly_rises_most_the_ribs_less_and_the_back_not() -> None:
    belly, ribs, back = rise(9.5, 18), rise(9.5, 32), rise(-9.5, 18)
    assert belly > ribs > back == 0.0
    assert [rise(9.5, height) for height in (0, 50)] == [0.0, 0.0]
    assert rise_on("t3", (10, 0, 0)) == 0.0


def test_a_hand_on_the_belly_rises_with_the_breath_and_the_bones_do_not(tmp_path: Path) -> None:
    motion = Motion.of(figure(tmp_path, LYING))
    out, full = motion.at(0), motion.at(1)
    assert (out.breath, motion.at(0.5).breath, full.breath) == pytest.approx((0, 0.5, 1))
    assert full.point("left-hand", (0, -6, 0))[1] - out.point("left-hand", (0, -6, 0))[1] == pytest.approx(4, abs=1)
    assert np.allclose(out.origins[:10], full.origins[:10])
