"""The wall test in the terminal: what is timed, what is asked, what comes out."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from coach.content.model import (
    Answer,
    Area,
    CheckStep,
    ContactPoint,
    HoldStep,
    MeasureStep,
    RateStep,
    RecheckStep,
    SayStep,
    Test,
    Text,
)
from coach.session.compile import compile_test
from coach.terminal.walltest import result_lines, run_test
from coach.walltest.score import Result
from tests.terminal.stage import LIBRARY, Library, Stage, ends, picture

ASK = Text("Does it touch the wall?")
ANSWERS = (Answer(Text("Easily"), 2), Answer(Text("With effort"), 1), Answer(Text("No"), 0))
POINTS = (
    ContactPoint("head", Text("Back of the head"), ASK, ANSWERS, "neck"),
    ContactPoint("hands", Text("Hands"), ASK, ANSWERS, "chest"),
)
TEST = Test(
    "wall-test",
    Text("Wall test"),
    (
        SayStep(Text("Stand at the wall."), seconds=5.0),
        CheckStep("contact", ASK, ANSWERS, POINTS),
        SayStep(Text("One step forward."), seconds=4.0),
        HoldStep("hold", 30.0),
        RecheckStep("carry-over", "contact"),
        RateStep("tension", Text("Where is the tension?"), ("neck", "chest"), sides=True),
        MeasureStep("occiput", Text("Gap behind the skull"), "cm", 0.0, 30.0, optional=True),
    ),
)
CATALOGUE: Any = Library(
    LIBRARY.exercises,
    areas={
        "neck": Area("neck", Text("Neck"), routines=("short",)),
        "chest": Area("chest", Text("Chest")),
    },
    routines={"short": SimpleNamespace(title=Text("A short one"))},
)


def run(script: list[tuple[float, str]]) -> tuple[Result | None, Stage]:
    stage = Stage(compile_test(TEST, LIBRARY), script, is_test=True)
    asker = replace(stage.asker, meanwhile=stage.conductor.advance)
    return run_test(TEST, CATALOGUE, stage.session, asker), stage


CONTACT = [(6.0, "1"), (7.0, "2")]  # the sentence lasts five seconds
HOLD = [(32.0, "x")]  # it begins at 11 s, the two answers and the second sentence over
AFTER = [(33.0, "1"), (34.0, "b"), (35.0, "2"), (36.0, "1")]
TENSION = [(37.0, "1"), (38.0, "4"), (39.0, "enter"), (40.0, "6"), (41.0, "enter"), (42.0, "enter")]
GAP = [(43.0, "3"), (44.0, "."), (45.0, "5"), (46.0, "enter")]


def test_a_whole_test_gives_a_result() -> None:
    result, stage = run([*CONTACT, *HOLD, *AFTER, *TENSION, *GAP])
    assert result is not None
    assert (result.contact, result.contact_most) == (3, 4)
    assert round(result.hold_seconds) == 21
    assert (result.carry_over, result.carry_over_most) == (1, 2)
    assert result.tension == {"neck": 6, "chest": 0}
    assert result.answers.measures == {"occiput": 3.5}
    assert result.focus == ("neck",)
    assert ends(stage.store) == ["finished"]


def test_a_hold_that_nobody_ends_lasts_its_whole_length_and_the_gap_may_be_skipped() -> None:
    after = [(42.0, "1"), (43.0, "1"), (44.0, "enter"), (45.0, "enter")]
    result, _ = run([*CONTACT, *after])
    assert result is not None
    assert result.hold_seconds == 30.0
    assert result.answers.measures == {"occiput": None}
    assert result.focus == ()


def test_a_machine_that_sleeps_over_a_question_does_no_harm() -> None:
    stage = Stage(compile_test(TEST, LIBRARY), [*CONTACT, *HOLD, *AFTER, *TENSION, *GAP], is_test=True)
    result = run_test(TEST, CATALOGUE, stage.session, stage.asker)  # nothing keeps the session going meanwhile
    assert result is not None
    assert result.focus == ("neck",)


def test_there_is_no_way_back_into_what_was_answered() -> None:
    result, _ = run([*CONTACT, (9.0, "b"), *HOLD, *AFTER, *TENSION, *GAP])
    assert result is not None
    assert result.contact == 3


def test_leaving_a_question_or_the_hold_ends_the_test_without_a_result() -> None:
    result, stage = run([(6.0, "q")])
    assert result is None
    assert ends(stage.store) == ["ended"]
    result, stage = run([*CONTACT, (20.0, "q"), (21.0, "y")])
    assert result is None
    assert ends(stage.store) == ["ended"]


def test_the_questions_say_where_in_the_test_one_is() -> None:
    _, stage = run([*CONTACT, (8.0, "q"), (9.0, "y")])
    written = stage.out.getvalue()
    for words in ("Wall test, 1 of 2", "Back of the head: Does it touch the wall?", "1  Easily", "b back   q leave"):
        assert words in written
    assert picture(written)


def test_the_result_in_lines() -> None:
    before = Result("wall-test", 2, 4, 30.0, 30.0, 1, 2, {"neck": 3, "chest": 0})
    now = Result("wall-test", 3, 4, 21.0, 30.0, 1, 2, {"neck": 6, "chest": 0}, focus=("neck",))
    assert result_lines(TEST, now, before, CATALOGUE) == [
        "Wall test",
        "  Contact     3 of 4       1 more than last time",
        "  Hold        21 of 30 s   9 s shorter than last time",
        "  Carry-over  1 of 2       the same",
        "  Neck: 6. 3 more than last time: a real change.",
        "Focus: Neck",
        "A focus area is where you felt most tension: a place to start, not a finding about your body.",
        "A routine for it: A short one (posture-coach play short)",
    ]
    assert result_lines(TEST, Result("wall-test", 4, 4, 30.0, 30.0, 2, 2, {"neck": 0}), None, CATALOGUE) == [
        "Wall test",
        "  Contact     4 of 4",
        "  Hold        30 of 30 s",
        "  Carry-over  2 of 2",
        "No area was tense enough to be a focus. Keep going as you do.",
    ]
