"""What may be chosen for an exercise, and what it would make of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from coach.content.model import DoseLayer, Progress, RestStep, Routine
from coach.progression.choosing import Option, options
from coach.progression.own import Person, own_routine
from coach.progression.past import Choice, What
from tests.progression.past import day, exercise, library_of, routine, told

EXERCISES = library_of(
    exercise("row", DoseLayer(reps=10, sets=3), easier="lean", harder="pull"),
    exercise("pull", DoseLayer(reps=6)),
    exercise("lean", DoseLayer(reps=5)),
    exercise("press", DoseLayer(reps=8, sets=3)),
    exercise("twist", check_first=("bone",)),
).exercises
FILE = routine("row", RestStep(5.0), "press", "twist", "row")


def may(*chosen: What, of: str = "row", file: Routine = FILE, conditions: Sequence[str] = ()) -> list[str]:
    """What may be chosen after these: `easier lean 1x5`."""
    choices = [Choice("strong", of, what, day(0, minute=at)) for at, what in enumerate(chosen)]
    found = options(file, EXERCISES, Person((), choices, frozenset(conditions)), day(1))
    return [_told(option) for option in found.get(of, ())]


def _told(option: Option) -> str:
    return option.what if option.rung is None else f"{option.what} {told(option.rung)}"


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ([], ["easier lean 1x5", "harder pull 1x6", "hold"]),
        (["easier"], ["harder pull 1x6", "reset row 3x10", "hold"]),
        (["up"], ["easier lean 1x5", "harder pull 1x6", "reset row 3x10", "hold"]),
        (["harder"], ["easier lean 1x5", "up pull 1x8", "reset row 3x10", "hold"]),
        (["hold"], ["easier lean 1x5", "up row 3x12"]),
        (["hold", "up"], ["easier lean 1x5", "harder pull 1x6", "reset row 3x10", "hold"]),
        (["up"] * 9, ["easier lean 1x5", "reset row 3x10"]),
        ([*["up"] * 9, "hold"], ["easier lean 1x5", "up pull 3x12", "reset row 3x10"]),
    ],
)
def test_what_would_change_something(chosen: list[What], found: list[str]) -> None:
    assert may(*chosen) == found


def test_where_there_is_no_other_exercise_it_is_half_and_the_next_rung() -> None:
    assert may(of="press") == ["easier press 2x8", "up press 3x10", "hold"]


def test_nothing_of_what_is_left_out_or_has_no_levels() -> None:
    assert may(of="twist", conditions=["bone"]) == []
    assert may(of="twist") != []
    assert options(routine("row", progress=None), EXERCISES, Person(), day(1)) == {}


def test_where_nothing_rises_it_may_still_be_easier() -> None:
    flat = routine("press", progress=Progress(steps=()))
    assert may(of="press", file=flat) == ["easier press 2x8"]
    assert may("easier", of="press", file=flat) == ["up press 3x8", "reset press 3x8", "hold"]


@pytest.mark.parametrize("before", [[], ["easier"], ["harder"], ["hold"], ["up", "up"], ["down"]])
def test_what_is_chosen_is_what_is_done_then(before: list[What]) -> None:
    library = library_of(*EXERCISES.values(), routines=[FILE])
    past = [Choice("strong", "row", what, day(0, minute=at)) for at, what in enumerate(before)]
    for option in options(FILE, EXERCISES, Person((), past), day(1))["row"]:
        own = own_routine("strong", library, Person((), [*past, Choice("strong", "row", option.what, day(1))]), day(1))
        assert own is not None
        done = next((told(one.rung) for one in own.changed if one.named == "row"), "row 3x10")
        if option.rung is not None:
            assert done == told(option.rung)
