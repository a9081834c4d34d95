"""Whether to ask about the bones, by what was measured and what was told once."""

from __future__ import annotations

from datetime import date

import pytest

from coach.settings import AGE, AGE_ASKED, LOST_HEIGHT
from coach.walltest.age import ToldAge
from coach.walltest.answers import Answers
from coach.walltest.score import Result
from coach.wiring.bones import bones, tell_age
from tests.ui.parts import FakeParts, shipped


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
    assert bones(parts.store, parts.clock, shipped().tests["wall-test"], result) == advised


def test_who_told_an_age_gets_older() -> None:
    parts = FakeParts()
    parts.store.keep(AGE, ToldAge(49, date(2025, 5, 12)).as_json())
    result = Result("wall-test", answers=Answers(measures={"occiput": 7.5}))
    assert bones(parts.store, parts.clock, shipped().tests["wall-test"], result) == "far-from-wall"


def test_what_was_asked_once_is_kept() -> None:
    parts = FakeParts()
    tell_age(parts.store, parts.clock, 55, is_shorter=True)
    assert parts.store.get(AGE) == ToldAge(55, parts.clock.wall().date())
    assert (parts.store.get(LOST_HEIGHT), parts.store.get(AGE_ASKED)) == (True, True)


def test_who_does_not_say_keeps_what_was_told_before() -> None:
    parts = FakeParts()
    tell_age(parts.store, parts.clock, 55, is_shorter=False)
    tell_age(parts.store, parts.clock, None, is_shorter=False)
    assert parts.store.get(AGE) == ToldAge(55, parts.clock.wall().date())
