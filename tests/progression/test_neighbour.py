"""The next easier and the next harder exercise to the one that is done now."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.content.model import Progress, Routine
from coach.progression.neighbour import Way, neighbour
from coach.progression.own import Person
from coach.progression.past import Choice, Session, Work
from tests.progression.past import day, exercise, library_of, routine

EXERCISES = library_of(
    exercise("wall", easier="chair"),
    exercise("chair"),
    exercise("lean", easier="wall", harder="row"),
    exercise("row", easier="lean", harder="pull"),
    exercise("pull", easier="row", harder="climb"),
    exercise("climb", easier="pull", check_first=("bone",)),
    exercise("twist", check_first=("bone",), instead={"bone": "chair"}),
    exercise("alone"),
).exercises
FILE = routine("row", "alone", "twist")


def beside(
    way: Way,
    doing: str,
    *,
    named: str = "row",
    file: Routine = FILE,
    person: Person = Person(),  # noqa: B008
) -> str | None:
    """`lean easier`: the exercise and what to choose for it."""
    found = neighbour(way, file, EXERCISES, person, day(1), named=named, doing=doing)
    return None if found is None else f"{found.exercise.id} {found.keeps or '-'}"


@pytest.mark.parametrize(
    ("doing", "easier", "harder"),
    [
        ("row", "lean easier", "pull harder"),
        ("lean", "wall -", "row reset"),
        ("wall", "chair -", "lean easier"),
        ("chair", None, "lean easier"),
        ("pull", "row reset", "climb -"),
        ("climb", "pull harder", None),
    ],
)
def test_one_exercise_at_a_time_and_what_keeps_it(doing: str, easier: str | None, harder: str | None) -> None:
    assert beside("easier", doing) == easier
    assert beside("harder", doing) == harder


def test_where_there_is_none() -> None:
    assert beside("easier", "alone", named="alone") is None
    assert beside("harder", "alone", named="alone") is None
    assert beside("easier", "row", named="not-in-it") is None


def test_a_routine_without_levels_keeps_none() -> None:
    flat = replace(FILE, progress=None)
    assert beside("easier", "row", file=flat) == "lean -"
    assert beside("harder", "row", file=flat) == "pull -"


def test_a_routine_that_never_rises_has_nothing_harder() -> None:
    assert beside("harder", "row", file=replace(FILE, progress=Progress(steps=()))) is None
    assert beside("easier", "row", file=replace(FILE, progress=Progress(steps=()))) == "lean easier"


def test_what_a_condition_bars_is_none_of_them() -> None:
    bone = Person(conditions=frozenset({"bone"}))
    assert beside("harder", "pull", person=bone) is None
    assert beside("easier", "chair", named="twist", person=bone) is None
    barred = {**EXERCISES, "chair": replace(EXERCISES["chair"], check_first=("bone",))}
    assert neighbour("easier", FILE, barred, bone, day(1), named="twist", doing="wall") is None
    assert neighbour("harder", FILE, barred, bone, day(1), named="twist", doing="wall") is None


def test_what_rests_after_a_worse_morning_is_none_of_them() -> None:
    worse = Session("strong", day(0), "finished", morning="worse", work=(Work(0, "lean", "lean", "done"),))
    assert beside("easier", "row", person=Person([worse])) is None
    assert beside("harder", "row", person=Person([worse])) == "pull harder"


def test_what_was_chosen_before_makes_no_difference_to_what_is_beside() -> None:
    chose = Person(choices=[Choice("strong", "row", "harder", day(0))])
    assert beside("easier", "pull", person=chose) == "row reset"
