"""Which sets and rests of an exercise's own are told to whoever wrote a step."""

from __future__ import annotations

import pytest

from coach.content.inherited import Inherited, inherited
from coach.content.model import DoseLayer, Exercise, ExerciseStep, RestStep, RoundsStep, Routine, Text
from tests.ui.parts import shipped


def exercise(dose: DoseLayer) -> Exercise:
    return Exercise("row", Text("Row"), ("neck",), "standing", Text("Row."), dose)


def found(own: DoseLayer, step: DoseLayer, rounds: int = 0) -> list[tuple[int | None, float | None, bool]]:
    one = ExerciseStep("row", step)
    steps = (RoundsStep(rounds, (one,)),) if rounds else (one,)
    told = inherited(Routine("r", Text("R"), steps), {"row": exercise(own)})
    return [(each.sets, each.rest, each.in_rounds) for each in told]


TWICE = DoseLayer(reps=8, sets=2, rest=45.0)


@pytest.mark.parametrize(
    ("own", "step", "told"),
    [
        (TWICE, DoseLayer(), []),
        (TWICE, DoseLayer(hold=2.0), []),
        (TWICE, DoseLayer(sets=3), []),  # one more of the same
        (TWICE, DoseLayer(sides="both"), []),
        (TWICE, DoseLayer(reps=5), [(2, 45.0, False)]),
        (TWICE, DoseLayer(reps=8), [(2, 45.0, False)]),
        (TWICE, DoseLayer(for_seconds=30.0), [(2, 45.0, False)]),
        (TWICE, DoseLayer(as_long_as_possible=True), [(2, 45.0, False)]),
        (TWICE, DoseLayer(reps=5, rest=20.0), [(2, None, False)]),
        (TWICE, DoseLayer(reps=5, sets=2), [(None, 45.0, False)]),
        (TWICE, DoseLayer(reps=5, sets=1), []),
        (TWICE, DoseLayer(reps=5, sets=2, rest=45.0), []),
        (DoseLayer(reps=8, sets=2), DoseLayer(reps=5), [(2, None, False)]),
        (DoseLayer(reps=8, sets=2, rest=30.0), DoseLayer(reps=5, sets=3), []),  # as where nobody writes one
        (DoseLayer(reps=8, sets=2, rest=30.0), DoseLayer(reps=5), [(2, 30.0, False)]),
        (DoseLayer(reps=8), DoseLayer(reps=5), []),
        (DoseLayer(reps=8, rest=45.0), DoseLayer(reps=5), []),
        (DoseLayer(reps=8, rest=45.0), DoseLayer(reps=5, sets=2), [(None, 45.0, False)]),
    ],
)
def test_what_is_told(own: DoseLayer, step: DoseLayer, told: list[tuple[int | None, float | None, bool]]) -> None:
    assert found(own, step) == told


def test_in_rounds_the_sets_are_told_even_without_a_dose() -> None:
    assert found(TWICE, DoseLayer(), rounds=3) == [(2, 45.0, True)]
    assert found(TWICE, DoseLayer(), rounds=1) == []
    assert found(TWICE, DoseLayer(sets=2), rounds=3) == []
    assert found(DoseLayer(reps=8), DoseLayer(), rounds=3) == []


def test_steps_are_numbered_through_rounds() -> None:
    steps = (ExerciseStep("row"), RestStep(5.0), RoundsStep(2, (RoundsStep(1, (ExerciseStep("row"),)),)))
    told = inherited(Routine("r", Text("R"), steps), {"row": exercise(TWICE)})
    assert list(told) == [Inherited(2, "row", 2, 45.0, in_rounds=True)]


def test_nothing_shipped_leaves_it_unsaid() -> None:
    catalogue = shipped()
    assert [told for one in catalogue.routines.values() for told in inherited(one, catalogue.exercises)] == []
