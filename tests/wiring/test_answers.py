"""What the wiring knows for the answers to a test: which routines are within reach, and whether to ask about bones."""

from __future__ import annotations

from datetime import date

import pytest

from coach.content.laid_doses import exercise_steps
from coach.settings import AGE, KIT_MISSING, LOST_HEIGHT
from coach.walltest.age import ToldAge
from coach.walltest.answers import Answers
from coach.walltest.score import Result
from tests.ui.parts import FakeParts, shipped


def test_a_routine_that_needs_what_is_not_there_is_not_within_reach() -> None:
    parts = FakeParts()
    assert parts.within_reach().routines == shipped().routines
    parts.store.keep(KIT_MISSING, ["band"])
    lacking = {ident for ident in shipped().routines if parts.lacks(ident)}
    assert lacking
    assert set(parts.within_reach().routines) == set(shipped().routines) - lacking


def test_nor_is_one_of_which_the_conditions_leave_nothing() -> None:
    parts = FakeParts()
    told = sorted(shipped().safety.conditions)
    parts.store.add_conditions(told)
    empty = {ident for ident in shipped().routines if parts.own(ident).is_empty}
    assert empty
    assert set(parts.within_reach().routines) == set(shipped().routines) - empty
    assert all(any(exercise_steps(parts.routine(ident).steps)) for ident in parts.within_reach().routines)


@pytest.mark.parametrize(
    ("years", "shorter", "distance", "advised"),
    [
        (None, False, 7.5, None),
        (49, False, 7.5, None),
        (50, False, 7.5, "far-from-wall"),
        (55, False, 5.0, None),
        (55, False, None, None),
        (None, True, None, "lost-height"),
    ],
)
def test_bones_by_what_was_measured_and_told(
    years: int | None, shorter: bool, distance: float | None, advised: str | None
) -> None:
    parts = FakeParts()
    if years is not None:
        parts.store.keep(AGE, ToldAge(years, date(2026, 5, 1)).as_json())
    parts.store.keep(LOST_HEIGHT, shorter)
    result = Result("wall-test", answers=Answers(measures={"occiput": distance}))
    assert parts.bone_check(shipped().tests["wall-test"], result) == advised


def test_who_told_an_age_gets_older() -> None:
    parts = FakeParts()
    parts.store.keep(AGE, ToldAge(49, date(2025, 5, 12)).as_json())
    result = Result("wall-test", answers=Answers(measures={"occiput": 7.5}))
    assert parts.bone_check(shipped().tests["wall-test"], result) == "far-from-wall"
