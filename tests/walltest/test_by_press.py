"""A question that is answered by presses alone: its turns, and the reply that comes of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.content.model import MeasureStep, RateStep, Text
from coach.walltest.by_press import ByPress, Option, Turn
from coach.walltest.course import Ask, Course
from tests.walltest.examples import WALL_TEST

NUMBERS = tuple(range(11))
RATE = RateStep("tension", Text("Where?"), ("neck", "chest", "low-back"), (0, 10), sides=True)
MEASURE = MeasureStep("gap", Text("How far?"), "cm", 0.0, 4.0, optional=True)


def rating(step: RateStep = RATE) -> ByPress:
    return ByPress(Ask(0, 0, step))


def test_a_point_of_contact_is_one_turn() -> None:
    question = ByPress(Course(WALL_TEST).asks[1])
    assert question.turn == Turn("answer", tuple(range(len(WALL_TEST.steps[1].answers))))  # type: ignore[union-attr]
    assert question.press(1) == (1,)
    assert not question.back()


def test_a_rating_picks_areas_then_counts_left_before_right() -> None:
    question = rating()
    assert question.turn == Turn("area", ("neck", "chest", "low-back", None))
    for area in ("low-back", "chest", "chest", "neck"):  # a second press takes one back
        assert question.press(area) is None
    assert question.picked == ("low-back", "neck")
    turns = []
    reply = question.press(None)
    for value in (3, 4, 5, 6):
        assert reply is None
        turns.append(question.turn)
        reply = question.press(value)
    assert turns == [Turn("amount", NUMBERS, area, side) for area in question.picked for side in ("left", "right")]
    assert reply == ({"low-back": (3, 4), "neck": (5, 6)},)


def test_without_sides_one_number_stands_for_both() -> None:
    question = rating(replace(RATE, sides=False, scale=(1, 5)))
    question.press("chest")
    question.press(None)
    assert question.turn == Turn("amount", (1, 2, 3, 4, 5), "chest", None)
    assert question.press(2) == ({"chest": (2, 2)},)


def test_nothing_tense_is_an_answer() -> None:
    assert rating().press(None) == ({},)


def test_back_goes_through_the_amounts_to_the_areas_and_no_farther() -> None:
    question = rating()
    for option in ("neck", None, 7):
        question.press(option)
    assert question.turn.side == "right"
    assert question.back()
    assert question.turn.side == "left"
    question.press(2)
    assert question.back()
    assert question.back()
    assert question.turn.kind == "area"
    assert not question.back()
    assert question.picked == ("neck",)
    for option in (None, 1):
        question.press(option)
    assert question.press(9) == ({"neck": (1, 9)},)


@pytest.mark.parametrize(
    ("step", "options"),
    [
        (MEASURE, (None, 0.0, 1.0, 2.0, 3.0, 4.0)),
        (replace(MEASURE, optional=False, from_=0.5, to=3.0), (0.5, 1.5, 2.5)),
        (replace(MEASURE, optional=False, to=0.5), (0.0,)),
        (replace(MEASURE, to=120.0), (None, *(4.0 * n for n in range(31)))),
    ],
)
def test_a_measure_counts_through_its_whole_numbers(step: MeasureStep, options: tuple[Option, ...]) -> None:
    question = ByPress(Ask(0, 0, step))
    assert question.turn == Turn("measure", options)
    assert question.press(options[-1]) == (options[-1],)
    for option in options:
        Course(replace(WALL_TEST, steps=(step,))).answer(option)  # type: ignore[arg-type]
