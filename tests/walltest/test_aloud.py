"""The questions as somebody at the wall hears them."""

from __future__ import annotations

from coach.content.model import Answer, CheckStep, ContactPoint, HoldStep, RecheckStep, Test, Text
from coach.walltest.aloud import answers_aloud, question_aloud
from coach.walltest.course import Course

ANSWERS = (Answer(Text("Easily"), 2), Answer(Text("No"), 0))
ROOM = (Answer(Text("A flat hand"), 2), Answer(Text("A fist."), 1))
ASK = Text("Does it touch the wall?")
TEST = Test(
    "wall-test",
    Text("Wall test"),
    (
        CheckStep(
            "contact",
            ASK,
            ANSWERS,
            (
                ContactPoint("head", Text("Head"), ASK, ANSWERS),
                ContactPoint("calves", Text("Calves"), ASK, ANSWERS),
                ContactPoint("gap", Text("Low back"), Text("What fits?"), ROOM),
                ContactPoint("hand", Text("Left hand"), ASK, ANSWERS),
            ),
        ),
        HoldStep("hold", 30.0),
        RecheckStep("carry-over", "contact"),
    ),
)


def test_the_recheck_asks_the_same_and_a_hold_asks_nothing() -> None:
    asked = [question_aloud(TEST, ask, "en") for ask in Course(TEST).asks]
    points = ["Head.", "Calves.", "Low back. What fits?", "Left hand."]
    again = [*points[:2], "Low back.", points[3]]  # what fits was asked before the hold
    assert asked == [*points, None, *again]


def test_the_keys_are_told_where_they_mean_something_else_than_at_the_point_before() -> None:
    read = [answers_aloud(TEST, ask, "en") for ask in Course(TEST).asks[:5]]
    assert read == [
        ("1: Easily.", "2: No."),
        ("Easily.", "No."),
        ("1: A flat hand.", "2: A fist."),
        ("1: Easily.", "2: No."),
        (),
    ]
