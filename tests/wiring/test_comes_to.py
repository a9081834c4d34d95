"""Another file of an exercise matters for the routines that may come to it, and for no others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.content.model import DoseLayer, Exercise, ExerciseStep, RoundsStep, Routine, Text
from coach.wiring.comes_to import comes_to_the_same


def one(ident: str, **given) -> Exercise:
    return Exercise(ident, Text(ident), ("neck",), "sitting", Text("Sit."), DoseLayer(reps=5), **given)


EXERCISES = {
    each.id: each
    for each in (
        one("a", harder="b", check_first=("dizziness",), instead={"dizziness": "c"}),
        one("b", easier="a", harder="d"),
        one("c"),
        one("d"),
        one("e", easier="f"),
        one("f"),
        one("g"),
    )
}
ROUTINE = Routine("r", Text("R"), (ExerciseStep("a"), RoundsStep(2, (ExerciseStep("e"),), rest=5)))


@pytest.mark.parametrize(("ident", "is_same"), [*((each, False) for each in "abcdef"), ("g", True)])
def test_what_may_be_come_to(ident, is_same):
    now = {**EXERCISES, ident: replace(EXERCISES[ident])}
    assert comes_to_the_same(ROUTINE, EXERCISES, now) == is_same
    gone = {name: each for name, each in EXERCISES.items() if name != ident}
    assert comes_to_the_same(ROUTINE, EXERCISES, gone) == is_same


def test_a_new_one_that_nothing_names_changes_nothing():
    assert comes_to_the_same(ROUTINE, EXERCISES, {**EXERCISES, "h": one("h")})
