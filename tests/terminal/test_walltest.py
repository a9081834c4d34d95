"""The wall test in the terminal: what is timed, what is asked, what comes out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.at_the_wall import Kept
from coach.terminal.ask import HURTS
from coach.terminal.walltest import outcome_lines, run_test
from coach.walltest.score import Result
from coach.walltest.staying import Earlier
from coach.words.at_the_wall import AREA_KEYS
from tests.terminal.at_the_wall import CATALOGUE, TEST, AtTheWall
from tests.terminal.stage import NOON, ends, picture


def run(script: list[tuple[float, str]]) -> tuple[Result | None, AtTheWall]:
    stage = AtTheWall(script)
    run_test(stage.test_session, replace(stage.asker, meanwhile=stage.conductor.advance))
    return stage.result, stage


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
    stage = AtTheWall([*CONTACT, *HOLD, *AFTER, *TENSION, *GAP])
    run_test(stage.test_session, stage.asker)  # nothing keeps the session going meanwhile
    assert stage.result is not None
    assert stage.result.focus == ("neck",)


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


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("7", "Pain of 6 or more is too much: stop here. If it stays or comes back, have it checked."),
        (
            "d",
            "You feel dizzy: stop here, sit down and breathe calmly. If it does not pass soon, get medical help.",
        ),
        ("t", "Your arm tingles: stop here. Have it checked before you go on with exercises."),
    ],
)
def test_what_is_felt_in_the_hold_stops_the_test_and_says_why(key: str, sentence: str) -> None:
    result, stage = run([*CONTACT, (15.0, "h"), (16.0, key), (17.0, "enter")])
    assert result is None
    assert "D if you feel dizzy, T if an arm tingles" in " ".join(" ".join(picture(stage.out.getvalue())).split())
    assert outcome_lines(TEST, stage.test.outcome, CATALOGUE) == [
        sentence,
        "The test was ended early, so there is no result.",
    ]
    assert stage.store.tests() == []


@pytest.mark.parametrize(("key", "outcome"), [("7", "pain"), ("d", "dizzy"), ("t", "tingling")])
def test_what_is_felt_at_a_question_stops_the_test(key: str, outcome: str) -> None:
    _, stage = run([(6.0, "h"), (7.0, key), (8.0, "enter")])
    assert stage.test.outcome == outcome
    assert "h  this hurts" in stage.out.getvalue()


def test_little_pain_at_a_question_asks_it_again() -> None:
    result, stage = run([(6.0, "1"), (6.5, "h"), (7.0, "2"), (7.5, "enter"), (8.0, "q")])
    assert result is None
    assert stage.test.course.answers.checks == {"contact": {"head": 0}}
    assert picture(stage.out.getvalue())[0].strip() == "Wall test, 2 of 2"


def test_back_leads_from_the_rating_and_the_gap_to_the_question_before() -> None:
    before = [(36.2, "b"), (36.4, "3")]
    result, stage = run([*CONTACT, *HOLD, *AFTER, *before, *TENSION, (43.0, "b"), (43.5, "enter"), *[
        (at + 2, key) for at, key in GAP
    ]])  # fmt: skip
    assert result is not None
    assert result.answers.rechecks == {"carry-over": {"head": 1, "hands": 2}}
    assert result.tension == {"neck": 6, "chest": 0}
    assert result.answers.measures == {"occiput": 3.5}
    assert "b back   Enter skips   q leave" in stage.out.getvalue()


AT_THE_RATING = [*CONTACT, *HOLD, *AFTER]
AT_AN_AREA = [*AT_THE_RATING, (36.4, "1")]
AT_THE_GAP = [*AT_THE_RATING, *TENSION]


@pytest.mark.parametrize("before", [AT_THE_RATING, AT_AN_AREA, AT_THE_GAP])
@pytest.mark.parametrize(("key", "outcome"), [("7", "pain"), ("d", "dizzy"), ("t", "tingling")])
def test_what_is_felt_while_rating_and_measuring_stops_the_test(
    before: list[tuple[float, str]], key: str, outcome: str
) -> None:
    _, stage = run([*before, (43.0, "h"), (44.0, key), (45.0, "enter")])
    assert stage.test.outcome == outcome
    assert "h  this hurts" in stage.out.getvalue()
    assert stage.store.tests() == []


def test_what_was_rated_before_it_hurt_a_little_is_kept() -> None:
    hurts = [(41.2, "h"), (41.4, "1"), (41.6, "enter"), (41.8, "space")]
    later = [(at + 10, key) for at, key in (TENSION[-1], *GAP)]
    result, _ = run([*AT_THE_RATING, *TENSION[:-1], *hurts, *later])
    assert result is not None
    assert result.tension == {"neck": 6, "chest": 0}
    assert result.answers.measures == {"occiput": 3.5}


def test_no_key_of_an_area_means_something_else_there() -> None:
    assert len(set(AREA_KEYS)) == len(AREA_KEYS)
    assert not set(AREA_KEYS) & {"b", "q", HURTS[0]}


def test_little_pain_goes_on_in_the_hold() -> None:
    result, _ = run([*CONTACT, (15.0, "h"), (16.0, "2"), (17.0, "enter"), (18.0, "space"), (50.0, "x"), *[
        (seconds + 20.0, key) for seconds, key in [*AFTER, *TENSION, *GAP]
    ]])  # fmt: skip
    assert result is not None
    assert round(result.hold_seconds) == 30


def test_the_questions_say_where_in_the_test_one_is() -> None:
    _, stage = run([*CONTACT, (8.0, "q"), (9.0, "y")])
    written = stage.out.getvalue()
    for words in ("Wall test, 1 of 2", "Back of the head: Does it touch the wall?", "1  Easily", "b back   q leave"):
        assert words in written
    assert picture(written)


def test_the_result_in_lines() -> None:
    before = Result("wall-test", 2, 4, 30.0, 30.0, 1, 2, {"neck": 3, "chest": 0})
    now = Result("wall-test", 3, 4, 21.0, 30.0, 1, 2, {"neck": 6, "chest": 0}, focus=("neck",))
    assert outcome_lines(TEST, Kept(now, NOON, 2, (Earlier(NOON, before),)), CATALOGUE) == [
        "Wall test",
        "  Contact     3 of 4       1 more than last time",
        "  Hold        21 of 30 s   9 s shorter than last time",
        "    Shape lost after 21 s.",
        "  Carry-over  1 of 2       the same",
        "  Some of a change is chance from day to day. See whether it stays.",
        "  Neck: 6. 3 more than last time. That may be real; see whether it stays.",
        "Focus: Neck",
        "A focus area is where you felt most tension: a place to start, not a finding about your body.",
        "A routine for it: A short one (posture-coach play short)",
    ]
    assert outcome_lines(TEST, Kept(Result("wall-test", 4, 4, 30.0, 30.0, 2, 2, {"neck": 0}), NOON, 1), CATALOGUE) == [
        "Wall test",
        "  Contact     4 of 4",
        "  Hold        30 of 30 s",
        "  Carry-over  2 of 2",
        "No area was tense enough to be a focus. Keep going as you do.",
    ]


def test_a_lost_shape_is_told_with_what_follows() -> None:
    _, stage = run([*CONTACT, *HOLD, (33.0, "q")])
    assert "21 seconds." in " ".join(" ".join(picture(stage.out.getvalue())).split())
