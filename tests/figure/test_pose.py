"""Poses laid over each other, and the angles that a solved figure shows."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.figure.angles import measure, swing_angles
from coach.figure.body import FREEDOMS, HIGHEST, INDEX, LOWEST, SEGMENT
from coach.figure.kinematics import forward
from coach.figure.pose import agree_planes, lay_over, mirror, resolve
from coach.figure.track import track
from coach.figure.vectors import floats
from tests.examples import examples

ROOT = np.array((0.0, 90.0, 0.0))


def test_a_joint_without_a_side_sets_both() -> None:
    assert lay_over({}, {"elbow": 90}) == {"left-elbow": {"flex": 90.0}, "right-elbow": {"flex": 90.0}}


def test_keys_are_laid_over_one_by_one() -> None:
    below = lay_over({}, {"thoracic": {"flex": 8, "side": 3}, "knee": 20})
    assert lay_over(below, {"thoracic": {"flex": 2}, "left-knee": 5}) == {
        "thoracic": {"flex": 2.0, "side": 3.0},
        "left-knee": {"flex": 5.0},
        "right-knee": {"flex": 20.0},
    }


def test_raising_the_arm_anew_drops_how_it_was_raised() -> None:
    below = lay_over({}, {"right-shoulder": {"flex": 80, "across": 20, "rotate": 10}})
    assert lay_over(below, {"right-shoulder": {"abduct": 60}})["right-shoulder"] == {"rotate": 10.0, "abduct": 60.0}


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"flex": 90}, (90, 90, 0)),
        ({"abduct": 90}, (90, 0, 0)),
        ({"abduct": 90, "across": 30, "rotate": 20}, (90, 30, 20)),
        ({"flex": -20}, (-20, 90, 0)),
    ],
)
def test_shoulders_become_raise_plane_rotate(keys: dict[str, float], expected: tuple[float, ...]) -> None:
    pose = resolve(lay_over({}, {"right-shoulder": keys}))
    k = INDEX["right-shoulder.raise"]
    assert tuple(pose[k : k + 3]) == expected


def test_a_hanging_arm_takes_the_plane_of_the_raised_one() -> None:
    hanging, raised = resolve({}), resolve(lay_over({}, {"shoulder": {"abduct": 80, "across": 30}}))
    agree_planes([hanging, raised])
    assert hanging[INDEX["left-shoulder.plane"]] == 30


@pytest.mark.parametrize(
    ("pose", "segment", "local", "expected"),
    [
        ({}, "right-hand", (0, 0, 0), "the hand hangs beside the hip"),
        ({"shoulder": {"flex": 90}}, "right-hand", (0, 0, 0), "the hand is in front"),
        ({"shoulder": {"abduct": 90, "rotate": 90}, "elbow": 90}, "right-hand", (0, 0, 0), "goalposts"),
        ({"knee": 90}, "right-foot", (0, 0, 0), "the heel is behind"),
        ({"thoracic": {"turn": 30}}, "right-clavicle", (0, 0, 0), "turned to the right"),
        ({"thoracic": {"side": 20}}, "head", (0, 0, 0), "leans to the right"),
        ({"neck": {"flex": 30}}, "head", (10, 0, 0), "looks down"),
        ({"lumbar": {"flex": 30}}, "head", (0, 0, 0), "goes forward"),
        ({"pelvis": {"tilt": 30}}, "head", (0, 0, 0), "goes forward"),
        ({"pelvis": {"side": 30}}, "head", (0, 0, 0), "leans to the right"),
        ({"pelvis": {"turn": 30}}, "right-clavicle", (0, 0, 0), "turned to the right"),
        ({"head": {"forward": 5}}, "head", (0, 0, 0), "goes forward"),
        ({"head": {"turn": 30}}, "head", (10, 0, 0), "leans to the right"),
        ({"scapula": {"elevate": 20}}, "right-upper", (0, 0, 0), "goes up"),
        ({"scapula": {"retract": 20}}, "right-upper", (0, 0, 0), "goes back"),
        ({"shoulder": {"abduct": 40}}, "right-hand", (0, 0, 0), "leans to the right"),
        ({"shoulder": {"flex": -30}}, "right-hand", (0, 0, 0), "goes back"),
        ({"elbow": 60}, "right-hand", (0, 0, 0), "goes forward"),
        ({"forearm": 60}, "right-hand", (6, 0, 0), "goes in"),  # the thumb turns in, the palm back
        ({"wrist": 40}, "right-hand", (0, -9, 0), "goes in"),  # towards the palm's side
        ({"wrist": {"deviate": 20}}, "right-hand", (0, -9, 0), "goes forward"),  # to the thumb
        ({"hand": 90}, "right-tips", (0, 0, 0), "goes in"),
        ({"hand": 90}, "right-thumb", (3, -7, -2), "goes in"),  # over the fingers of a fist
        ({"hand": 90}, "right-thumb", (3, -7, -2), "goes back"),
        ({"hip": {"flex": 60}}, "right-shank", (0, 0, 0), "goes forward"),
        ({"hip": {"abduct": 30}}, "right-shank", (0, 0, 0), "leans to the right"),
        ({"hip": {"rotate": 30}}, "right-foot", (10, 0, 0), "leans to the right"),
        ({"ankle": 20}, "right-foot", (10, 0, 0), "goes up"),
        ({"toes": 40}, "right-toe", (5, 0, 0), "goes up"),
    ],
)
def test_signs_of_the_joints(pose: dict[str, object], segment: str, local: tuple[float, ...], expected: str) -> None:
    zero, posed = forward(resolve({}), ROOT), forward(resolve(lay_over({}, pose)), ROOT)
    before, after = (f.point(SEGMENT[segment], local) for f in (zero, posed))
    moved = after - before
    holds = {
        "the hand hangs beside the hip": abs(after[1] - 82) < 6 and after[2] > 15,
        "the hand is in front": moved[0] > 40 and moved[1] > 40,
        "goalposts": after[1] > posed.origins[SEGMENT["right-fore"]][1] + 20 and after[2] > 40,
        "the heel is behind": moved[0] < -35 and moved[1] > 35,
        "turned to the right": moved[0] < -3,
        "leans to the right": moved[2] > 3,
        "looks down": moved[1] < -3,
        "goes forward": moved[0] > 2,
        "goes back": moved[0] < -2,
        "goes up": moved[1] > 2,
        "goes in": moved[2] < -2,
    }
    assert holds[expected]


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(st.floats(0.05, 0.95), min_size=len(FREEDOMS), max_size=len(FREEDOMS)))
def test_angles_are_read_back_as_they_were_posed(shares: list[float]) -> None:
    pose = LOWEST + (HIGHEST - LOWEST) * np.array(shares)
    for side in ("left", "right"):  # within the range where the shoulder's three numbers are unique
        k = INDEX[f"{side}-shoulder.raise"]
        pose[k] = 5 + 80 * shares[k]
    shown = measure(forward(pose, ROOT))
    assert np.allclose(shown, pose, atol=1e-6)


def test_an_arm_straight_up_reads_the_same_whichever_way_it_went() -> None:
    frames = [
        forward(resolve(lay_over({}, {"right-shoulder": keys})), ROOT)
        for keys in ({"flex": 170, "rotate": -90}, {"flex": 170, "across": -45, "rotate": 0})
    ]
    trunk, arm = SEGMENT["t3"], SEGMENT["right-upper"]
    rotates = [swing_angles(floats(f.rotations[trunk].T @ f.rotations[arm]), 1.0)[2] for f in frames]
    assert rotates[0] == pytest.approx(rotates[1], abs=4)


@settings(max_examples=examples(40), deadline=None)
@given(st.lists(st.floats(-50, 50), min_size=len(FREEDOMS), max_size=len(FREEDOMS)))
def test_mirroring_twice_changes_nothing(numbers: list[float]) -> None:
    pose = np.array(numbers)
    assert np.allclose(mirror(mirror(pose)), pose)


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(st.floats(-100, 100), min_size=2, max_size=5), st.floats(0, 1))
def test_a_track_never_overshoots_and_meets_its_keys(values: list[float], share: float) -> None:
    times = [i / (len(values) - 1) for i in range(len(values))]
    between = track(times, [np.array([v]) for v in values])
    assert min(values) - 1e-9 <= between(share)[0] <= max(values) + 1e-9
    assert [between(t)[0] for t in times] == pytest.approx(values)


def test_a_periodic_track_comes_round() -> None:
    around = track([0.0, 0.5], [np.array([0.0]), np.array([10.0])], periodic=True)
    assert around(1.0)[0] == around(0.0)[0] == 0.0
    assert around(0.25)[0] == around(0.75)[0] == around(1.25)[0]
