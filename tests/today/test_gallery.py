"""What routines are for, and which stand first."""

from __future__ import annotations

import pytest

from coach.progression.aim import Aim
from coach.today.gallery import in_order, is_for_a_desk, purpose_of, purposes_of
from tests.today.people import routine

ROUTINES = [
    routine("after", "release"),
    routine("band", "strength"),
    routine("before", "warm-up"),
    routine("daily", "daily"),
    routine("ease", "recovery"),
    routine("odd", "juggling"),
    routine("reset", "desk"),
    routine("tall", "warm-up"),
]
SECONDS = {
    "after": 60.0,
    "band": 120.0,
    "before": 300.0,
    "daily": 500.0,
    "ease": 1.0,
    "odd": 1.0,
    "reset": 9.0,
    "tall": 99.0,
}


def test_several_goals_are_for_one_thing_and_an_unknown_one_for_itself() -> None:
    assert purposes_of(ROUTINES) == ["posture", "strength", "running", "recovery", "juggling"]
    assert purposes_of(ROUTINES[:1]) == ["running"]
    assert purpose_of("desk") == purpose_of("daily") == "posture"


@pytest.mark.parametrize(
    ("aim", "order"),
    [
        (None, "daily reset band tall before after ease odd"),
        ("both", "daily reset band tall before after ease odd"),
        ("desk", "reset daily band tall before after ease odd"),
        ("running", "tall before after daily reset band ease odd"),
    ],
)
def test_the_aim_comes_first_then_what_they_are_for_the_shorter_first(aim: Aim | None, order: str) -> None:
    assert [one.id for one in in_order(ROUTINES, aim, SECONDS.__getitem__)] == order.split()


def test_stages_stay_in_the_order_of_their_numbers_whatever_their_length() -> None:
    seconds = {"Stage 1": 50.0, "Stage 10": 30.0, "Stage 2": 60.0, "Walk": 40.0, "Stroll": 20.0, "Run 2": 1.0}
    goals = {"Run 2": "strength"}
    stages = [routine(title, goals.get(title, "running")) for title in seconds]
    shown = [one.id for one in in_order(stages, None, seconds.__getitem__)]
    assert shown == ["Run 2", "Stroll", "Stage 1", "Stage 2", "Stage 10", "Walk"]


def test_a_desk_allows_what_needs_a_chair_or_a_desk_or_nothing() -> None:
    assert [is_for_a_desk(needs) for needs in ((), ("chair",), ("desk", "chair"), ("chair", "band"))] == [
        True,
        True,
        True,
        False,
    ]
