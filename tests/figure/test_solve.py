"""Contacts: two bones reach, feet stay, hands lie flat, strides do not skate."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.figure.body import SEGMENT, SHANK, THIGH
from coach.figure.contacts import Contact, Hold, read_contacts
from coach.figure.gait import stride
from coach.figure.limbs import bend_two_bones
from coach.figure.motion import FigureProblem, Motion
from coach.figure.scene import Band, Chair, Mat, Scene, Step, Towel, Wall, read_scene
from coach.figure.timing import share_of, to_and_fro
from coach.figure.vectors import X, Y
from tests.examples import examples
from tests.figure.shelf import figure

coordinate = st.floats(-60, 60)


@settings(max_examples=examples(80), deadline=None)
@given(coordinate, coordinate, coordinate)
def test_two_bones_keep_their_lengths_and_reach_what_they_can(x: float, y: float, z: float) -> None:
    start, goal = np.zeros(3), np.array((x, y, z))
    knee, end = (np.array(at) for at in bend_two_bones(start.tolist(), goal.tolist(), THIGH, SHANK, X.tolist()))
    far = np.linalg.norm(goal)
    if 2.0 < far < THIGH + SHANK - 0.1:
        assert np.allclose(end, goal)
    if far > 2.0:
        assert np.linalg.norm(knee) == pytest.approx(THIGH, abs=1e-6)
        assert np.linalg.norm(end - knee) == pytest.approx(SHANK, abs=1e-6)


@pytest.mark.parametrize(
    ("during", "share", "weight"),
    [
        ("all", 0.5, 1.0),
        ("start", 0.0, 1.0),
        ("start", 0.3, 0.0),
        ("end", 0.7, 0.0),
        ("end", 1.0, 1.0),
        ((0.2, 0.6), 0.4, 1.0),
        ((0.2, 0.6), 0.75, 0.0),
    ],
)
def test_how_firmly_a_contact_holds(during: str | tuple[float, float], share: float, weight: float) -> None:
    contact = Contact("left", "foot", "floor", during=during)
    assert contact.weight(share, periodic=False) == pytest.approx(weight)


def test_a_plural_stands_for_both_sides() -> None:
    contacts = read_contacts(["feet on floor", {"point": "left-hand", "on": "wall", "at": {"out": 20}}])
    assert [(c.name, c.on) for c in contacts] == [
        ("left-foot", "floor"),
        ("right-foot", "floor"),
        ("left-hand", "wall"),
    ]
    assert contacts[2].fixed_at(3) == (None, None, 20)


def test_a_planted_foot_passes_with_the_ground() -> None:
    hold = Hold(Contact("right", "foot", "floor", moves="stride", stride=100), np.zeros(3), X)
    flat = np.linspace(0.12, 0.34, 12)
    along = [stride(hold, p, Y).target[0] for p in flat]
    assert np.allclose(np.diff(along), -100 * np.diff(flat))
    for phase in (0.0, 0.6 - 1e-9):
        before, after = stride(hold, phase, Y), stride(hold, phase + 1e-6, Y)
        assert np.allclose(before.target, after.target, atol=0.01)


def test_who_sits_without_a_chair_is_given_one(tmp_path: Path) -> None:
    assert Motion.of(figure(tmp_path, "base: sitting\nstart: {}\n")).plan.scene.of(Chair) == [Chair()]


def test_a_motion_says_what_cannot_be_solved(tmp_path: Path) -> None:
    with pytest.raises(FigureProblem, match="left-foot touches the wall, but there is none"):
        Motion.of(figure(tmp_path, "base: standing\nstart: {}\ncontacts: [feet on wall]\n"))


def test_a_motion_without_an_end_stands_still(tmp_path: Path) -> None:
    still = Motion.of(figure(tmp_path, "base: standing\nstart: {elbow: 30}\n"))
    assert (still.has_end, still.is_cycle, still.wrong()) == (False, False, None)
    assert np.allclose(still.at(0.0).origins, still.at(1.0).origins)


def test_a_hand_on_the_wall_stays_where_it_was_planted(tmp_path: Path) -> None:
    body = "start: {shoulder: {flex: 80}}\nend: {pelvis: {forward: 4}}\ncontacts: [feet on floor, hands on wall]\n"
    moving = Motion.of(figure(tmp_path, "base: standing\nprops: [{wall: front, distance: 50}]\n" + body))
    palms = [moving.at(share).point("left-hand", (0, -5, 0)) for share in (0, 0.3, 0.6, 1)]
    assert np.ptp(palms, axis=0).max() < 0.5


def test_bands_are_taut_between_hands_and_anchors(tmp_path: Path) -> None:
    body = "base: standing\nprops: [{band: [[left-hand, right-hand], [left-wrist, [90, 120, 0]]]}]\nstart: {}\n"
    posture = Motion.of(figure(tmp_path, body)).at(0)
    assert [band.shape for band in posture.bands] == [(2, 3), (2, 3)]
    assert tuple(posture.bands[1][1]) == (90, 120, 0)
    palms = [posture.point(f"{side}-hand", (0, -8, 0))[2] for side in ("left", "right")]
    assert palms[0] + 3 < posture.bands[0][0][2] < posture.bands[0][1][2] < palms[1] - 3  # not seen in the fists
    assert Motion.of(figure(tmp_path, body)).scene.of(Band)[0].anchors == ((90, 120, 0),)


def test_marks_lie_on_the_skin(tmp_path: Path) -> None:
    posture = Motion.of(figure(tmp_path, "base: standing\nstart: {}\nmarks: [head, left-hand]\n")).at(0, mirrored=True)
    assert len(posture.marks) == 2
    assert posture.marks[1][2] > 0  # mirrored to the right


def test_mirrored_props() -> None:
    scene = Scene((Wall("left"), Mat(-10, -30, 10, 35), Chair(), Band((("left-hand", (1.0, 2.0, 3.0)),))))
    mirrored = scene.mirrored()
    assert mirrored.props == (
        Wall("right"),
        Mat(-10, -35, 10, 30),
        Chair(),
        Band((("right-hand", (1.0, 2.0, -3.0)),)),
    )
    assert set(scene.surfaces()) == {"floor", "wall", "chair", "chair-back"}


@pytest.mark.parametrize(
    ("where", "edge", "at"),
    [("behind", "back", -20), ("front", "front", 20), ("left", "left", -20), ("right", "right", 20)],
)
def test_a_mat_ends_at_a_wall(where: str, edge: str, at: float) -> None:
    whole = read_scene(["mat"], "supine").of(Mat)[0]
    props = ({"wall": where, "distance": 20}, "mat", {"wall": where, "distance": 300})
    assert read_scene(props, "supine").of(Mat) == [replace(whole, **{edge: at})]


def test_towels_raise_what_lies_on_them(tmp_path: Path) -> None:
    body = "base: prone\nstart: {}\ncontacts: [belly on floor, forehead on floor]\nprops: [mat]\n"
    low = Motion.of(figure(tmp_path / "a", body)).at(0)
    high = Motion.of(figure(tmp_path / "b", body.replace("[mat]", "[mat, {towel: true, under: forehead}]"))).at(0)
    lifted = high.origins[SEGMENT["head"]][1] - low.origins[SEGMENT["head"]][1]
    assert 1.0 < lifted < 4.5


def test_a_rolled_towel_lies_across_under_the_back_and_lifts_it(tmp_path: Path) -> None:
    body = "base: supine\nstart: {}\ncontacts: [buttocks on floor, mid-back on floor]\nprops: [mat]\n"
    rolled = body.replace("[mat]", "[mat, {towel: true, rolled: true, under: mid-back}]")
    flat, over = (Motion.of(figure(tmp_path / name, text)) for name, text in (("a", body), ("b", rolled)))
    (roll,) = over.scene.of(Towel)
    assert (roll.rolled, roll.upright, 4 < roll.thickness < 8) == (True, False, True)
    back = over.at(0).point("t10", (-6.8, 6.0, 0))
    assert back[1] == pytest.approx(roll.thickness, abs=0.3)
    assert roll.at[0][0] == pytest.approx(back[0], abs=1)
    assert flat.at(0).point("t10", (-6.8, 6.0, 0))[1] == pytest.approx(0, abs=0.3)
    assert over.scene.mirrored().mirrored() == over.scene


def test_hands_meet_on_the_forehead(tmp_path: Path) -> None:
    body = "base: sitting\nprops: [chair]\nstart: {shoulder: {flex: 72}, elbow: 128}\n"
    body += "contacts: [pelvis on chair, hands on forehead]\n"
    there = Motion.of(figure(tmp_path, body)).at(0)
    right, left = (there.point(f"{side}-hand", (0, -5, 0)) for side in ("right", "left"))
    head = there.point("head", (0, 9, 0))
    assert right[0] - head[0] > 9
    assert right - left == pytest.approx([0, 0, right[2] - left[2]], abs=1e-6)
    assert 5 < right[2] - left[2] < 14


def test_a_towel_that_its_elbow_leaves_lies_on_the_floor(tmp_path: Path) -> None:
    body = "base: standing\nprops: [{towel: true, under: elbows}]\nstart: {}\nwrong: {right-shoulder: {abduct: 60}}\n"
    motion = Motion.of(figure(tmp_path, body))
    (before,), (after,) = motion.scene.of(Towel), motion.wrong_scene().of(Towel)
    left, right = before.at
    assert after.at == (left,)
    assert [(x, y) for x, y, _ in after.fallen] == [(right[0], before.thickness / 2)]
    (mirrored,) = motion.wrong_scene().mirrored().of(Towel)
    assert mirrored.fallen[0][2] == -after.fallen[0][2]
    still = Motion.of(figure(tmp_path / "still", "base: standing\nstart: {}\n"))
    assert still.wrong_scene() == still.scene


@pytest.mark.parametrize(
    ("phase", "phase_share", "is_cycle", "held", "share"),
    [
        ("move", 0.25, False, None, 0.25),
        ("hold", 0.25, False, None, 1.0),
        ("back", 0.25, False, None, 0.75),
        ("pause", 0.5, False, None, 0.0),
        (None, 0.25, False, None, 0.5),
        (None, 0.75, False, None, 0.5),
        (None, 0.75, True, None, 0.75),
        ("move", 0.5, True, None, 0.25),
        ("back", 1.0, True, None, 1.0),
        ("hold", 0.01, False, 1.0, 0.5),
        ("hold", 0.5, False, 20.0, 1.0),
        ("hold", 0.5, True, 5.0, 0.5),
    ],
)
def test_where_in_its_movement_the_figure_is(
    phase: str | None, phase_share: float, is_cycle: bool, held: float | None, share: float
) -> None:
    assert share_of(phase, phase_share, is_cycle=is_cycle, held_seconds=held) == pytest.approx(share)


def test_to_and_fro() -> None:
    assert [to_and_fro(s) for s in (0, 0.25, 0.5, 1)] == [0, 0.5, 1, 0]


def _foot(motion: Motion, share: float) -> tuple[float, float, float]:
    """How high the right ankle and the ball of that foot are, and how far (degrees) the heel is up."""
    posture = motion.at(share)
    ankle, ball = (posture.origins[SEGMENT[name]] for name in ("right-foot", "right-toe"))
    pitch = np.degrees(np.arcsin(-posture.rotations[SEGMENT["right-foot"]][1, 0]))
    return float(ankle[1]), float(ball[1]), float(pitch)


def test_a_heel_rises_over_a_ball_that_stays_down(tmp_path: Path) -> None:
    spec = "base: standing\nstart: {}\nend: {pelvis: {up: 12}, ankle: -40}\ncontacts: [forefeet on floor]\n"
    motion = Motion.of(figure(tmp_path, spec))
    flat, halfway, up = (_foot(motion, share) for share in (0.0, 0.5, 1.0))
    assert flat[2] == pytest.approx(0.0, abs=0.1)
    assert 10 < halfway[2] < 30
    assert up[2] == pytest.approx(40.0, abs=0.5)
    assert flat[0] + 4 < up[0]
    assert flat[1] == pytest.approx(up[1], abs=0.1) == pytest.approx(halfway[1], abs=0.1)
    toes = motion.at(1.0).rotations[SEGMENT["right-toe"]]
    assert toes[1, 0] == pytest.approx(0.0, abs=0.02), "the toes lie flat"


def test_a_ball_rises_over_a_heel_that_stays_down(tmp_path: Path) -> None:
    spec = "base: standing\nstart: {}\nend: {right-hip: {flex: 20}, right-ankle: 10}\n"
    motion = Motion.of(figure(tmp_path, spec + "contacts: [left-foot on floor, {point: right-heel, on: floor}]\n"))
    assert _foot(motion, 1.0)[2] == pytest.approx(-30.0, abs=0.5)
    assert _foot(motion, 0.0)[1] + 3 < _foot(motion, 1.0)[1]


def test_a_heel_stays_down_where_the_pose_would_lift_it(tmp_path: Path) -> None:
    spec = "base: standing\nstart: {}\nend: {right-ankle: -30}\ncontacts: [left-foot on floor, right-heel on floor]\n"
    assert _foot(Motion.of(figure(tmp_path, spec)), 1.0)[2] == pytest.approx(0.0, abs=0.1)


@pytest.mark.parametrize(
    ("where", "low", "high"),
    [
        ("right", (-35, 0, 4), (35, 20, 34)),
        ("left", (-35, 0, -34), (35, 20, -4)),
        ("front", (4, 0, -35), (34, 20, 35)),
        ("behind", (-34, 0, -35), (-4, 20, 35)),
    ],
)
def test_a_step_lies_where_it_is_said_and_a_foot_stands_on_it(
    where: str, low: tuple[float, ...], high: tuple[float, ...]
) -> None:
    scene = read_scene([{"step": where, "distance": 4, "height": 20}], "standing")
    (step,) = scene.props
    assert isinstance(step, Step)
    assert [corner.tolist() for corner in step.corners] == [pytest.approx(low), pytest.approx(high)]
    assert scene.surfaces()["step"].origin.tolist() == [0, 20, 0]
    (other,) = scene.mirrored().props
    assert isinstance(other, Step)
    assert other.where == {"left": "right", "right": "left"}.get(where, where)
