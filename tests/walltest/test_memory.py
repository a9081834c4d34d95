"""The order of a test whose questions come afterwards."""

from __future__ import annotations

from dataclasses import replace

from coach.content.model import CheckStep, SayStep, Text
from coach.walltest.answers import Answers
from coach.walltest.memory import asked_afterwards
from coach.walltest.score import score
from tests.walltest.examples import WALL_TEST


def notice(check: CheckStep) -> SayStep:
    return SayStep(Text(f"Notice {len(check.points)} points."), 10.0)


def order(steps: tuple[object, ...]) -> list[str]:
    return [str(step.say) if isinstance(step, SayStep) else type(step).__name__ for step in steps]


def test_first_all_that_is_done_at_the_wall_then_every_question() -> None:
    asked = asked_afterwards(WALL_TEST, notice)
    says = [str(step.say) for step in WALL_TEST.steps if isinstance(step, SayStep)]
    assert order(asked.steps) == [
        *(says[0], "Notice 3 points.", says[1], "HoldStep", "Notice 3 points."),
        *("CheckStep", "RecheckStep", "RateStep", "MeasureStep"),
    ]
    assert (asked.id, asked.title, asked.again_after) == (WALL_TEST.id, WALL_TEST.title, WALL_TEST.again_after)


def test_the_same_answers_have_the_same_result() -> None:
    answers = Answers(
        {"contact": {"head": 0, "blades": 1, "low-back": 2}},
        {"hold": 25.0},
        {"carry-over": {"head": 0, "blades": 0, "low-back": 1}},
        {"tension": {"neck": (2, 6), "low-back": (4, 4)}},
    )
    assert score(asked_afterwards(WALL_TEST, notice), answers) == score(WALL_TEST, answers)


def test_a_test_without_points_of_contact_keeps_its_hold_before_its_rating() -> None:
    held = replace(WALL_TEST, steps=tuple(step for step in WALL_TEST.steps if not isinstance(step, CheckStep))[-3:])
    steps = tuple(step for step in held.steps if type(step).__name__ != "RecheckStep")
    assert asked_afterwards(replace(held, steps=steps), notice).steps == steps
