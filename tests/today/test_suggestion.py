"""Which routine is put first, over a library of five."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from coach import resources
from coach.content.catalogue import Catalogue
from coach.content.library import Folders, load
from coach.content.model import Area, DoseLayer, Exercise, ExerciseStep, Routine, Text
from coach.progress.records import TestRecord
from coach.progression.aim import Aim
from coach.today.suggestion import Suggestion, daily_routine, shortest_routine, suggested, way_out

SECONDS = {"arms": 60.0, "chair": 120.0, "daily": 300.0, "desk": 90.0, "run": 30.0}


def exercise(ident: str, *needs: str) -> Exercise:
    return Exercise(ident, Text(ident), ("neck",), "standing", Text("Go."), DoseLayer(reps=8), needs=needs)


def routine(ident: str, goal: str, does: str) -> Routine:
    return Routine(ident, Text(ident), (ExerciseStep(does),), goal=goal)


@pytest.fixture(scope="module")
def library() -> Catalogue:
    """Of the shipped library nothing but its shape: five routines, and the neck asks for the one for arms."""
    exercises = (exercise("lift", "band"), exercise("sit", "chair"), exercise("squeeze", "band", "desk"))
    routines = (
        routine("arms", "strength", "lift"),
        routine("chair", "recovery", "sit"),
        routine("daily", "daily", "lift"),
        routine("desk", "desk", "squeeze"),
        routine("run", "strength", "lift"),
    )
    return replace(
        load(Folders(resources.routines(), resources.media())),
        exercises={one.id: one for one in exercises},
        routines={one.id: one for one in routines},
        areas={"neck": Area("neck", Text("Neck"), routines=("arms",)), "chest": Area("chest", Text("Chest"))},
    )


def test_what_somebody_else_made_is_not_proposed(library: Catalogue):
    theirs = {name: replace(one, from_whom="Jane") for name, one in library.routines.items()}
    assert suggested(replace(library, routines=theirs), ()) is None
    some = {**library.routines, **{name: theirs[name] for name in ("daily", "desk")}}
    assert suggested(replace(library, routines=some), ()) == Suggestion("arms", "good-start")
    assert way_out(replace(library, routines=some), SECONDS.__getitem__, lambda _: True) == "chair"


def wall_tests(*focus: str) -> list[TestRecord]:
    """A test whose result has these focus areas, then an older one that asks for the neck."""
    at = datetime(2026, 5, 12, tzinfo=UTC)
    results = ({"test_id": "wall", "focus": list(areas)} for areas in (focus, ("neck",)))
    return [TestRecord(number, "wall", at, result) for number, result in enumerate(results)]


@pytest.mark.parametrize(
    ("focus", "done", "suggestion"),
    [
        (None, (), Suggestion("daily", "good-start")),
        (None, ("daily",), Suggestion("daily", "done-today")),
        (("neck",), (), Suggestion("arms", "focus-areas")),
        (("neck",), ("daily",), Suggestion("arms", "focus-areas")),
        (("neck",), ("arms",), Suggestion("daily", "every-day")),
        (("neck",), ("arms", "daily"), Suggestion("arms", "done-today")),
        (("chest",), (), Suggestion("daily", "good-start")),
        ((), (), Suggestion("daily", "good-start")),
    ],
)
def test_the_last_wall_test_comes_first_then_the_daily_routine_then_what_was_done(
    library: Catalogue, focus: tuple[str, ...] | None, done: tuple[str, ...], suggestion: Suggestion
) -> None:
    assert suggested(library, wall_tests(*focus) if focus is not None else [], done) == suggestion


def test_a_library_without_routines_has_nothing_to_suggest(library: Catalogue) -> None:
    bare = replace(library, routines={})
    assert suggested(bare, wall_tests("neck")) is None


def test_without_a_daily_routine_the_first_one_is_for_every_day(library: Catalogue) -> None:
    assert daily_routine(replace(library, routines={"run": library.routines["run"]})) == "run"


def test_the_short_way_out_is_the_shortest_one_that_a_desk_allows(library: Catalogue) -> None:
    assert shortest_routine(library, SECONDS.__getitem__) == "desk"
    assert shortest_routine(library, {**SECONDS, "chair": 80.0}.__getitem__) == "chair"
    elsewhere = {name: one for name, one in library.routines.items() if name not in ("desk", "chair")}
    assert shortest_routine(replace(library, routines=elsewhere), SECONDS.__getitem__) == "run"


@pytest.mark.parametrize(
    ("aim", "focus", "done", "suggestion"),
    [
        ("desk", (), (), Suggestion("desk", "for-desk")),
        ("desk", (), ("desk",), Suggestion("daily", "every-day")),
        ("desk", ("neck",), (), Suggestion("arms", "focus-areas")),  # what was found counts more than what is wanted
        ("both", (), (), Suggestion("daily", "good-start")),
        ("running", (), (), Suggestion("daily", "good-start")),  # nothing here is for runs
    ],
)
def test_the_aim_decides_where_no_focus_area_does(
    library: Catalogue, aim: Aim, focus: tuple[str, ...], done: tuple[str, ...], suggestion: Suggestion
) -> None:
    assert suggested(library, wall_tests(*focus) if focus else [], done, aim) == suggestion


def test_who_runs_begins_with_a_warm_up_then_with_what_is_for_afterwards(library: Catalogue) -> None:
    after, before = routine("after", "release", "lift"), routine("before", "warm-up", "lift")
    runs = replace(library, routines={**library.routines, "after": after})
    assert suggested(runs, [], (), "running") == Suggestion("after", "for-running")
    runs = replace(library, routines={**runs.routines, "before": before})
    assert suggested(runs, [], (), "running") == Suggestion("before", "for-running")


def test_without_a_routine_for_the_desk_the_daily_one_is_for_it(library: Catalogue) -> None:
    without = replace(library, routines={name: one for name, one in library.routines.items() if one.goal != "desk"})
    assert suggested(without, [], (), "desk") == Suggestion("daily", "for-desk")


def test_the_way_out_is_one_for_a_desk_that_the_person_can_do(library: Catalogue) -> None:
    assert way_out(library, SECONDS.__getitem__, lambda _name: True) == "desk"
    assert way_out(library, SECONDS.__getitem__, lambda name: name != "desk") == "chair"
    assert way_out(library, SECONDS.__getitem__, lambda _name: False) is None


def test_what_the_person_does_is_asked_of_the_shortest_first(library: Catalogue) -> None:
    asked: list[str] = []
    way_out(library, SECONDS.__getitem__, lambda name: asked.append(name) is None)
    assert asked == ["desk"]
