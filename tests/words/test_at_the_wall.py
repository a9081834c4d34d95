"""What is said to somebody who only presses, to the letter."""

from __future__ import annotations

from coach.content.model import Answer, Area, CheckStep, ContactPoint, MeasureStep, RateStep, Test, Text
from coach.walltest.by_press import ByPress, Turn
from coach.walltest.course import Ask
from coach.words import at_the_wall as words
from coach.words.language import ENGLISH

ASK = Text("Does it touch?")
ANSWERS = (Answer(Text("Easily"), 2), Answer(Text("No"), 0))
CHECK = CheckStep(
    "contact",
    ASK,
    ANSWERS,
    (
        ContactPoint("head", Text("Head"), ASK, ANSWERS),
        ContactPoint("hands", Text("Hands"), ASK, ANSWERS),
        ContactPoint("gap", Text("Gap"), Text("What fits?"), ANSWERS),
    ),
)
RATE = RateStep("tension", Text("Where?"), ("neck", "other"), (0, 3), sides=True)
MEASURE = MeasureStep("far", Text("How far?"), "cm", 0.0, 2.0, optional=True)
TEST = Test("wall", Text("Wall"), (CHECK, RATE, MEASURE))
AREAS = {"neck": Area("neck", Text("Neck"))}


def read(ask: Ask, turn: Turn) -> list[str]:
    options = [words.option_aloud(ENGLISH, TEST, ask, option, AREAS, turn.kind) for option in turn.options]
    return [words.lead(ENGLISH, TEST, ask, turn, AREAS), *options]


def test_every_turn_is_asked_and_its_options_are_read() -> None:
    check, rate, measure = Ask(2, 0, CHECK, CHECK.points[2], 3, 3), Ask(3, 1, RATE), Ask(4, 2, MEASURE)
    assert read(check, ByPress(check).turn) == ["Gap. What fits?", "Easily.", "No."]
    assert read(rate, ByPress(rate).turn) == ["Press at each place that is tense.", "Neck.", "other.", "That is all."]
    assert read(rate, Turn("amount", (0, 1), "neck", "left")) == ["Neck, left.", "0.", "1."]
    assert read(rate, Turn("amount", (3,), "neck", "right")) == ["Neck, right.", "3."]
    assert read(rate, Turn("amount", (3,), "neck")) == ["Neck.", "3."]
    assert read(measure, ByPress(measure).turn) == ["", "Leave it out.", "0.", "1.", "2."]


def test_how_it_is_answered_is_told_before() -> None:
    assert words.how_to_answer(ENGLISH).startswith("Your answers are said one after another. Press when yours comes:")
    assert words.how_it_is_answered(ENGLISH, afterwards=False) == words.how_to_answer(ENGLISH)
    keys = words.how_it_is_answered(ENGLISH, afterwards=False, presses=False)
    assert keys == "Answers are read with their keys. Back is B."
    assert words.how_it_is_answered(ENGLISH, afterwards=True, presses=False) == words.how_afterwards(ENGLISH)
    assert words.how_afterwards(ENGLISH) == "Only notice how it is. You are asked afterwards, at the desk."


def test_what_is_to_be_noticed_names_every_point_and_leaves_time_for_each() -> None:
    said = words.notice(ENGLISH, CHECK)
    assert str(said.say) == "Only notice, and keep it in mind. Does it touch? Head. Hands. Gap. What fits?"
    assert said.seconds is not None
    assert said.seconds >= 3 * words.NOTICE_SECONDS
