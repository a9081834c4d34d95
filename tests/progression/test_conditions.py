"""What takes the place of an exercise that a condition bars."""

from __future__ import annotations

import pytest

from coach.content.model import ExerciseStep, RestStep, RoundsStep
from coach.progression.conditions import nearest_easier, routines_left_out, standing_in
from coach.progression.past import ConditionsTold
from tests.progression.past import day, exercise, routine

LIBRARY = {
    one.id: one
    for one in (
        exercise("press", easier="wall-press", check_first=("bone", "wrist"), instead={"bone": "lean"}),
        exercise("lean", easier="breathe", check_first=("heart",)),
        exercise("wall-press", easier="breathe", check_first=("wrist",)),
        exercise("breathe"),
        exercise("twist", check_first=("bone",), instead={"bone": "turn"}),
        exercise("turn", check_first=("bone",), instead={"bone": "twist"}),
        exercise("lost", check_first=("bone",), instead={"bone": "nowhere"}),
    )
}


@pytest.mark.parametrize(
    ("ident", "conditions", "found"),
    [
        ("press", (), "press"),
        ("press", ("heart",), "press"),
        ("press", ("bone",), "lean"),
        ("press", ("wrist",), "breathe"),
        ("press", ("bone", "wrist"), "lean"),
        ("press", ("bone", "heart"), "breathe"),
        ("twist", ("bone",), None),
        ("lost", ("bone",), None),
    ],
)
def test_standing_in(ident: str, conditions: tuple[str, ...], found: str | None):
    stands = standing_in(LIBRARY[ident], conditions, LIBRARY)
    assert (stands and stands.id) == found


@pytest.mark.parametrize(
    ("ident", "conditions", "found"),
    [("press", (), "wall-press"), ("press", ("wrist",), "breathe"), ("breathe", (), None), ("twist", (), None)],
)
def test_the_nearest_easier_that_nothing_bars(ident: str, conditions: tuple[str, ...], found: str | None):
    easier = nearest_easier(LIBRARY[ident], conditions, LIBRARY)
    assert (easier and easier.id) == found


def test_a_circle_of_easier_ends():
    circle = {one.id: one for one in (exercise("a", easier="b"), exercise("b", easier="a", check_first=("x",)))}
    assert nearest_easier(circle["a"], ("x",), circle) is None


def test_routines_of_which_conditions_leave_nothing() -> None:
    prone = exercise("prone", check_first=("pregnant",))
    lift = exercise("lift", check_first=("pregnant",), instead={"pregnant": "sit"})
    exercises = {one.id: one for one in (prone, lift, exercise("sit"))}
    routines = {
        "only": routine("prone", ident="only"),
        "rounds": routine(RoundsStep(2, (ExerciseStep("prone"),)), ident="rounds"),
        "part": routine("prone", "sit", ident="part"),
        "other": routine("lift", ident="other"),
        "pause": routine(RestStep(60.0), ident="pause"),
    }
    assert routines_left_out(routines, exercises, {"pregnant"}) == {"only", "rounds"}
    assert routines_left_out(routines, exercises, ()) == frozenset()


def test_what_a_professional_has_cleared_bars_nothing():
    told = ConditionsTold(day(0), frozenset({"bone", "heart"}), frozenset({"heart", "never told"}))
    assert told.barring == {"bone"}
