"""A breath: the belly and what rests on it rise, the back and the bones stay."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from coach.figure.breath import lift_on, rise, widening
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
    assert lift_on("t3", (10, 0, 0), (1, 0, 0), 1, 1) == 0.0


def test_a_wide_breath_opens_both_flanks_and_leaves_the_middle() -> None:
    right, left = widening(13, 30), widening(-13, 30)
    assert right == -left > 1.5
    assert [widening(0, 30), widening(13, 5), widening(13, 50)] == [0.0, 0.0, 0.0]
    assert lift_on("t10", (0, 2, 13), (0, 0, 1), 0, 1) == pytest.approx(
        2 * lift_on("t10", (0, 2, 13), (0, 0, 1), 0, 0.5)
    )
    assert lift_on("t10", (0, 2, 13), (1, 0, 0), 0, 1) == lift_on("t10", (13, 2, 0), (0, 0, 1), 1, 0) == 0.0


def test_hands_at_the_flanks_go_out_with_a_wide_breath_and_the_bones_stay(tmp_path: Path) -> None:
    sitting = (
        "base: sitting\nprops: [chair]\nstart: {elbow: 100}\nend: {breath: {width: 1}}\n"
        "contacts: [pelvis on chair, hands on flank]\n"
    )
    motion = Motion.of(figure(tmp_path, sitting))
    out, full = motion.at(0), motion.at(1)
    assert (out.width, motion.at(0.5).width, full.width, full.breath) == pytest.approx((0, 0.5, 1, 0))
    apart = [p.point("right-hand", (0, -6, 0))[2] - p.point("left-hand", (0, -6, 0))[2] for p in (out, full)]
    assert apart[1] - apart[0] == pytest.approx(6, abs=1)
    assert np.allclose(out.origins[:10], full.origins[:10])


def test_a_hand_on_the_belly_rises_with_the_breath_and_the_bones_do_not(tmp_path: Path) -> None:
    motion = Motion.of(figure(tmp_path, LYING))
    out, full = motion.at(0), motion.at(1)
    assert (out.breath, motion.at(0.5).breath, full.breath) == pytest.approx((0, 0.5, 1))
    assert full.point("left-hand", (0, -6, 0))[1] - out.point("left-hand", (0, -6, 0))[1] == pytest.approx(4, abs=1)
    assert np.allclose(out.origins[:10], full.origins[:10])
