"""The questions as somebody at the wall hears them."""

from __future__ import annotations

from coach.content.model import Answer, CheckStep, ContactPoint, HoldStep, RecheckStep, Test, Text
from coach.walltest.aloud import question_aloud, questions_aloud
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
ALOUD = (
    "Head. 1: Easily. 2: No.",
    "Calves.",
    "Low back. What fits? 1: A flat hand. 2: A fist.",
    "Left hand. 1: Easily. 2: No.",
)


def test_every_sentence_is_made_once() -> None:
    assert questions_aloud(TEST) == ALOUD


def test_the_recheck_asks_the_same_and_a_hold_asks_nothing() -> None:
    asked = [question_aloud(TEST, ask) for ask in Course(TEST).asks]
    assert asked == [*ALOUD, None, *ALOUD]
