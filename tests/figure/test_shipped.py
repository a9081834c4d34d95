"""Every shipped figure: contacts hold, bones keep their length, joints their limits. At fifteen instants of its way;
at sixty, as close as a jump is seen, with the slow tests and those that come nearest to one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest

from coach.figure.body import BONES, SEGMENT, STATURE
from coach.figure.judge import DEPTH, SLACK, Findings, examine, examine_wrong, judge
from coach.figure.kinematics import Frames
from coach.figure.motion import Motion
from coach.figure.pose import mirror
from coach.figure.posture import Posture
from coach.figure.skin import NAMES, RADII, balls
from tests.figure.shelf import shipped

INSTANTS = 60
FASTEST_CM = 8.0  # between neighbouring instants: a swinging hand
JUMP_CM = 2.8  # by which neighbouring ways may differ
SPARE = 0.35  # the share of its whole way that a joint may make in one of sixty steps, where its way is long
LONG_CM = 12.0
PRESSED_CM, TOUCHING_CM = 3.2, 2.7  # a hand that rests on the body, arms that are crossed
FIGURES = sorted(shipped().figures)
COARSE = 4  # every which of the instants is looked at as a rule
NEAREST_TO_A_JUMP = (
    "march", "neck-press-side", "seated-side-bend", "thread-the-needle-reach", "wall-test-step",
)  # fmt: skip
"""The first ones of all figures by each of the three lengths of `movement_does_not_jump`."""


class Kept(Motion):
    """Solves each share once for all tests."""

    def at(self, share: float, *, mirrored: bool = False) -> Posture:
        return _solved(self.figure.id, share, mirrored)


@cache
def motion(ident: str) -> Motion:
    figure = shipped().figures[ident]
    return Kept(figure, Motion.of(figure).plan)


@cache
def _solved(ident: str, share: float, mirrored: bool) -> Posture:
    return Motion.at(motion(ident), share, mirrored=mirrored)


@cache
def postures(ident: str, every: int) -> tuple[Posture, ...]:
    return tuple(motion(ident).at(i / INSTANTS) for i in range(0, INSTANTS + 1, every))


@cache
def findings(ident: str, every: int) -> tuple[Findings, ...]:
    return tuple(examine(motion(ident), i / INSTANTS) for i in range(0, INSTANTS + 1, every))


def test_every_exercise_and_the_wall_test_have_figures() -> None:
    named = [(exercise.id, exercise.figure) for exercise in shipped().exercises.values()]
    assert [ident for ident, figure in named if figure not in FIGURES] == []
    assert {"wall-test-back", "wall-test-step"} <= set(FIGURES)


def contacts_hold_to_a_hundredth_of_the_stature(ident: str, every: int) -> None:
    missed = [(name, round(by, 2)) for found in findings(ident, every) for name, by in found.missed.items()]
    assert [miss for miss in missed if miss[1] > STATURE / 100] == []


def joints_stay_within_their_limits(ident: str, every: int) -> None:
    assert [found.past for found in findings(ident, every) if found.past] == []
    assert SLACK <= 1.0


def nothing_sinks_into_the_floor(ident: str, every: int) -> None:
    sunk = [(name, depth) for found in findings(ident, every) for name, depth in found.sunk.items()]
    assert sunk == []
    assert DEPTH <= 1.0


def limbs_do_not_cross_the_body_or_each_other(ident: str, every: int) -> None:
    limbs = [i for i, name in enumerate(NAMES) if name.split("-")[-1] in ("fore", "hand", "tips", "foot", "toe")]
    trunk = [i for i, name in enumerate(NAMES) if name in ("pelvis", "l5", "l3", "l1", "t10", "t7", "head")]
    pairs = [(i, j, PRESSED_CM) for i in limbs for j in trunk]
    pairs += [(i, j, TOUCHING_CM) for i in limbs for j in limbs if NAMES[i][0] == "l" and NAMES[j][0] == "r"]
    a, b, allowed = (np.array(column) for column in zip(*pairs, strict=True))
    for posture in postures(ident, every)[:: 3 if every == 1 else 1]:
        centres = balls(Frames(posture.rotations, posture.origins, posture.freedoms))
        deep = RADII[a] + RADII[b] - np.linalg.norm(centres[a] - centres[b], axis=1) - allowed
        k = int(deep.argmax())
        assert deep[k] < 0, (NAMES[a[k]], NAMES[b[k]])


def bones_keep_their_length(ident: str, every: int) -> None:
    ends = np.array([(SEGMENT[a], SEGMENT[b]) for a, b, _ in BONES])
    lengths = np.array([length for _, _, length in BONES])
    for posture in postures(ident, every):
        apart = np.linalg.norm(posture.origins[ends[:, 0]] - posture.origins[ends[:, 1]], axis=1)
        wrong = np.abs(apart - lengths) > np.maximum(1e-6, 1e-6 * lengths)
        assert not wrong.any(), [bone[:2] for bone, is_wrong in zip(BONES, wrong, strict=True) if is_wrong]


def rotations_are_rotations(ident: str, every: int) -> None:
    for posture in postures(ident, every)[:: INSTANTS // 4 // every]:
        products = posture.rotations @ posture.rotations.transpose(0, 2, 1)
        assert np.allclose(products, np.eye(3), atol=1e-9)
        assert np.allclose(np.linalg.det(posture.rotations), 1.0)


def movement_does_not_jump(ident: str, every: int) -> None:
    if every > 1:  # what is no jump may be as long within several instants
        return
    ways = np.diff([posture.origins for posture in postures(ident, every)], axis=0)
    assert np.linalg.norm(ways, axis=2).max() < FASTEST_CM
    assert np.linalg.norm(np.diff(ways, axis=0), axis=2).max() < JUMP_CM
    steps = np.linalg.norm(ways, axis=2)
    whole = steps.sum(0)
    assert (steps.max(0) < SPARE * whole)[whole > LONG_CM].all(), "a joint pops: most of its way is one step"


def the_other_side_is_the_mirror_image(ident: str, every: int) -> None:
    right, left = motion(ident).at(0.7), motion(ident).at(0.7, mirrored=True)
    flip = np.array((1.0, 1.0, -1.0))
    for name in ("pelvis", "head"):
        assert np.allclose(left.origins[SEGMENT[name]], right.origins[SEGMENT[name]] * flip)
    assert np.allclose(left.origins[SEGMENT["left-hand"]], right.origins[SEGMENT["right-hand"]] * flip)
    assert left.angles["left-elbow.flex"] == pytest.approx(right.angles["right-elbow.flex"])
    assert motion(ident).scene.mirrored().mirrored() == motion(ident).scene
    lengths = [np.linalg.norm(left.origins[SEGMENT[a]] - left.origins[SEGMENT[b]]) for a, b, _ in BONES]
    assert lengths == pytest.approx([length for _, _, length in BONES])
    assert np.array(list(left.angles.values())) == pytest.approx(
        mirror(np.array(list(right.angles.values()))), abs=1e-6
    )


def the_judge_is_silent(ident: str, every: int) -> None:
    assert judge(shipped().figures[ident]) == []


RULES = (
    contacts_hold_to_a_hundredth_of_the_stature,
    joints_stay_within_their_limits,
    nothing_sinks_into_the_floor,
    limbs_do_not_cross_the_body_or_each_other,
    bones_keep_their_length,
    rotations_are_rotations,
    movement_does_not_jump,
    the_other_side_is_the_mirror_image,
    the_judge_is_silent,
)


def cases() -> Iterator[object]:
    """Each figure at some instants, and those that come nearest to a jump at all; the others at all beside them."""
    for ident in FIGURES:
        if ident not in NEAREST_TO_A_JUMP:
            yield pytest.param(ident, COARSE)
        yield pytest.param(ident, 1, marks=() if ident in NEAREST_TO_A_JUMP else pytest.mark.slow)


@pytest.mark.parametrize(("ident", "every"), list(cases()))
def test_a_figure_keeps_every_rule_of_a_body_that_moves(ident: str, every: int) -> None:
    """All of them with one solving of its instants, which is what takes time."""
    broken = {}
    for rule in RULES:
        try:
            rule(ident, every)
        except AssertionError as error:
            broken[rule.__name__] = str(error)
    assert broken == {}


each_mistake = pytest.mark.parametrize("ident", [i for i in FIGURES if shipped().figures[i].wrong is not None])


@each_mistake
def test_a_mistake_keeps_to_the_same_rules(ident: str) -> None:
    found = examine_wrong(motion(ident))
    assert found is not None
    assert {name: by for name, by in found.missed.items() if by > STATURE / 100} == {}
    assert (found.past, found.sunk) == ({}, {})


@each_mistake
def test_a_mistake_looks_different(ident: str) -> None:
    wrong = motion(ident).wrong()
    assert wrong is not None
    good = motion(ident).at(0.0 if motion(ident).is_cycle else 1.0)
    assert np.linalg.norm(wrong.origins - good.origins, axis=1).max() > 2.0


@pytest.mark.parametrize("ident", [i for i in FIGURES if shipped().figures[i].cycle])
def test_a_cycle_ends_where_it_begins(ident: str) -> None:
    assert np.allclose(motion(ident).at(0.0).origins, motion(ident).at(1.0).origins)


@pytest.mark.parametrize("ident", [i for i in FIGURES if shipped().figures[i].mirror])
def test_the_second_half_of_a_walk_is_the_mirror_image_of_the_first(ident: str) -> None:
    for share in (0.0, 0.2, 0.4):
        one, other = motion(ident).at(share), motion(ident).at(share + 0.5, mirrored=True)
        assert np.allclose(one.origins, other.origins, atol=0.2)
