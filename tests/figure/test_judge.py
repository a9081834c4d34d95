"""What only solving shows, told where it was written; and the mistakes with contacts of their own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from coach.figure.body import SEGMENT
from coach.figure.judge import REACH, examine, examine_wrong, judge
from coach.figure.motion import Motion
from tests.figure.shelf import figure

FAR_WALL = (
    "base: standing\nprops: [{wall: front, distance: 90}]\nstart: {}\n"
    "contacts: [feet on floor, {point: left-hand, on: wall, moves: slide}]\n"
)


@pytest.mark.parametrize(
    ("body", "sentences"),
    [
        ("base: standing\nstart: {}\n", []),
        (
            "base: standing\nstart: {}\ncontacts: [hands on desk]\n",
            ["left-hand touches the desk, but there is none; add it to props, or write one of floor"],
        ),
        (
            FAR_WALL,
            ["left-hand on wall is missed by", "at 0% of the movement; bring the pose nearer, or let it slide"],
        ),
        (
            "base: prone\nstart: {pelvis: {up: -4}}\ncontacts: []\n",
            ["sinks", "into the floor at 0% of the movement"],
        ),
    ],
)
def test_what_only_solving_shows(tmp_path: Path, body: str, sentences: list[str]) -> None:
    found = "\n".join(finding.sentence for finding in judge(figure(tmp_path, body)))
    assert bool(found) == bool(sentences)
    for sentence in sentences:
        assert sentence in found


@pytest.mark.parametrize("base", ["standing", "sitting", "kneeling", "all-fours", "prone", "supine", "side-lying"])
def test_a_base_pose_alone_has_no_problem(tmp_path: Path, base: str) -> None:
    assert judge(figure(tmp_path, f"base: {base}\nstart: {{}}\n")) == []


def _standing(distance: int, contacts: str, more: str = "") -> str:
    return f"base: standing\nprops: [{{wall: front, distance: {distance}}}]\nstart: {{}}\n{more}contacts: {contacts}\n"


def _mistaken(contacts: str) -> str:
    return _standing(90, "[feet on floor]", f"wrong: {{}}\nwrong_contacts: {contacts}\n")


PRONE = "base: prone\nstart: {}\ncontacts: []\n"
HIGH_HAND = "[feet on floor, {point: left-hand, on: wall, at: {up: 190, forward: 20, out: -50}}]"
PLACES = [
    (FAR_WALL, ("contacts", 1), "left-hand on wall is missed by 4"),
    (
        _mistaken("[feet on floor, hands on desk]"),
        ("wrong_contacts", 1),
        "left-hand touches the desk, but there is none",
    ),
    (
        _mistaken("[feet on floor, {point: left-hand, on: wall, moves: slide}]"),
        ("wrong_contacts", 1),
        "cm in the mistake; bring the pose nearer, or give the mistake wrong_contacts without it",
    ),
    (PRONE + "end: {pelvis: {up: -9}}\n", ("end",), "cm into the floor at 100% of"),
    (
        PRONE + "via: [{at: 0.5, pose: {pelvis: {up: -9}}}]\nend: {pelvis: {up: 0}}\n",
        ("via", 0, "pose"),
        "cm into the floor at 50% of",
    ),
    (
        PRONE + "cycle: [{at: 0}, {at: 0.5, pose: {pelvis: {up: -9}}}]\n",
        ("cycle", 1, "pose"),
        "cm into the floor at 50% of",
    ),
    (PRONE + "wrong: {pelvis: {up: -9}}\n", ("wrong",), "cm into the floor in the mistake"),
    ("base: supine\nstart: {pelvis: {tilt: 20}}\n", ("base",), "head on floor is missed by"),
    (_standing(20, HIGH_HAND, "end: {elbow: 90}\n"), ("contacts", 1), "left-hand on wall is missed by"),
    (
        "base: sitting\nprops: [chair]\nstart: {}\nend: {pelvis: {up: 30}}\ncontacts: [pelvis on chair]\n",
        ("contacts", 0),
        "pelvis on chair pulls the hips 30.0 cm from where the pose has them at 100% of the movement; bring the pose",
    ),
    (
        "base: sitting\nprops: [chair]\nstart: {}\nwrong: {pelvis: {up: 30}}\n",
        ("base",),
        "pelvis on chair pulls the hips 30.0 cm from where the pose has them in the mistake; bring the pose",
    ),
    (
        "base: sitting\nstart: {}\ncontacts: [pelvis on chair]\n",
        ("contacts", 0),
        "pelvis touches the chair, but there is none",
    ),
]


@pytest.mark.parametrize(("body", "where", "sentence"), PLACES)
def test_a_problem_is_told_where_it_was_written(
    tmp_path: Path, body: str, where: tuple[str | int, ...], sentence: str
) -> None:
    found = judge(figure(tmp_path, body))
    assert any(sentence in finding.sentence for finding in found if finding.where == where), found


WALL_BEHIND = (
    "base: standing\nprops: [{wall: behind, distance: 12}]\nstart: {}\nend: {shoulder: {flex: 90}}\n"
    "contacts: [buttocks on wall, upper-back on wall, feet on floor]\n"
)


def test_a_mistake_keeps_the_contacts_of_the_movement(tmp_path: Path) -> None:
    motion = Motion.of(figure(tmp_path, WALL_BEHIND + "wrong: {lumbar: {flex: -4}}\n"))
    names = ["buttocks on wall", "upper-back on wall", "left-foot on floor", "right-foot on floor"]
    assert [hold.contact.words for hold in motion.wrong_holds()] == names
    assert examine_wrong(motion).missed == pytest.approx(examine(motion, 1.0).missed, abs=1.0)


def test_a_mistake_with_contacts_of_its_own_lets_go_of_the_others(tmp_path: Path) -> None:
    wrong = "wrong: {pelvis: {forward: 8, tilt: -8}}\nwrong_contacts: [upper-back on wall, feet on floor]\n"
    motion = Motion.of(figure(tmp_path, WALL_BEHIND + wrong))
    missed = examine_wrong(motion).missed
    assert set(missed) == {"upper-back on wall", "left-foot on floor", "right-foot on floor"}
    assert max(missed.values()) < REACH
    good, bad = motion.at(1.0), motion.wrong()
    assert bad.origins[0][0] - good.origins[0][0] > 3  # the hips have left the wall
    feet = [posture.origins[SEGMENT["left-foot"]] for posture in (good, bad)]
    assert np.allclose(*feet, atol=1.0)  # a contact that both have stays where it was planted


def test_a_contact_that_only_the_mistake_has_is_planted_in_its_pose(tmp_path: Path) -> None:
    fist = "{point: right-fist, on: floor, moves: slide}"
    wrong = f"wrong: {{right-shoulder: {{flex: 100}}}}\nwrong_contacts: [knees on floor, left-hand on floor, {fist}]\n"
    motion = Motion.of(figure(tmp_path, "base: all-fours\nstart: {}\n" + wrong))
    assert [hold.target is None for hold in motion.wrong_holds()] == [False, False, False, True]
    hands = [posture.point("right-hand", (0, 0, 0)) for posture in (motion.at(0), motion.wrong())]
    assert hands[1][0] > hands[0][0] + 3
