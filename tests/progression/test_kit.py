"""What a person has not got of what exercises need."""

from __future__ import annotations

import pytest

from coach.content.model import DoseLayer, Exercise, ExerciseStep, RestStep, RoundsStep, Routine, Text
from coach.progression.kit import Lacking, kit_of, lacking, missing_for, things_of, without_it


def exercise(ident: str, *needs: str, easier: str | None = None, check_first: tuple[str, ...] = ()) -> Exercise:
    text = Text(ident)
    return Exercise(
        ident, text, ("neck",), "standing", text, DoseLayer(reps=8), needs=needs, easier=easier, check_first=check_first
    )


EXERCISES = {
    one.id: one
    for one in (
        exercise("squeeze"),
        exercise("squeeze-band", "band", easier="squeeze"),
        exercise("row", "band", easier="row-wide"),
        exercise("row-wide", "band", easier="squeeze-band"),
        exercise("pull", "chair", "band", easier="sit"),
        exercise("sit", "chair", check_first=("pregnancy",), easier="pull"),
        exercise("lie", "mat"),
        exercise("fly", "mat", easier="gone"),
    )
}


def routine(*steps: str) -> Routine:
    inner = tuple(ExerciseStep(one) for one in steps)
    return Routine("mine", Text("Mine"), (*inner[:1], RestStep(10), RoundsStep(2, inner[1:])))


@pytest.mark.parametrize(
    ("ident", "missing", "conditions", "other"),
    [
        ("squeeze-band", {"band"}, (), "squeeze"),
        ("row", {"band"}, (), "squeeze"),  # along the chain
        ("pull", {"band"}, (), "sit"),
        ("pull", {"band"}, ("pregnancy",), None),  # and not in a circle
        ("pull", {"chair"}, (), None),
        ("lie", {"mat"}, (), None),
        ("fly", {"mat"}, (), None),
    ],
)
def test_the_nearest_easier_one_that_needs_nothing_missing(
    ident: str, missing: set[str], conditions: tuple[str, ...], other: str | None
) -> None:
    found = without_it(EXERCISES[ident], missing, conditions, EXERCISES)
    assert (found.id if found is not None else None) == other


def test_a_routine_says_each_exercise_once_and_what_does_without() -> None:
    found = lacking(routine("squeeze-band", "lie", "squeeze-band", "squeeze", "gone"), EXERCISES, {"band", "mat"})
    assert found == (Lacking("squeeze-band", ("band",), "squeeze"), Lacking("lie", ("mat",)))
    assert things_of(found) == ("band", "mat")
    assert things_of((Lacking("a", ("mat", "band")), Lacking("b", ("band", "wall")))) == ("mat", "band", "wall")


def test_nothing_is_missing_where_nothing_was_said() -> None:
    assert lacking(routine("row", "lie"), EXERCISES, ()) == ()
    assert lacking(routine("squeeze", "lie"), EXERCISES, {"band"}) == ()
    assert missing_for(EXERCISES["pull"], {"band", "mat"}) == ("band",)


def test_the_kit_is_what_some_exercise_needs_the_commonest_first() -> None:
    assert kit_of(EXERCISES.values()) == ("band", "chair", "mat")
    assert kit_of(()) == ()
