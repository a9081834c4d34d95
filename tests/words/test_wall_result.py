"""What came of a wall test, to the letter."""

from __future__ import annotations

from datetime import date

import pytest

from coach.walltest.advice import Comparison
from coach.walltest.answers import Answers
from coach.walltest.score import Result, score
from coach.words import wall_result as words
from coach.words.language import ENGLISH
from tests.walltest.examples import WALL_TEST


def answered(head: int = 0, blades: int = 0, low_back: int = 0, *after: int, gap: float | None = None) -> Result:
    """The result of the answers to the three points, then to those after the hold."""
    points = ("head", "blades", "low-back")
    rechecks = {"carry-over": dict(zip(points, after, strict=False))} if after else {}
    checks = {"contact": dict(zip(points, (head, blades, low_back), strict=True))}
    return score(WALL_TEST, Answers(checks=checks, rechecks=rechecks, measures={"occiput": gap}))


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ((0, 0, 0), ""),
        ((1, 0, 0), "Hard: back of the head."),
        ((0, 2, 0), "Lost: shoulder blades."),
        ((1, 1, 0), "Hard: back of the head, shoulder blades."),
        ((2, 1, 0), "Hard: shoulder blades. Lost: back of the head."),
        ((0, 0, 1), "Hard: low back (a fist)."),
        ((1, 0, 2), "Hard: back of the head. Lost: low back (a forearm)."),
    ],
)
def test_the_points_that_were_hard_or_lost_by_name(answers: tuple[int, int, int], sentence: str) -> None:
    assert words.contacts(ENGLISH, WALL_TEST, answered(*answers)) == sentence


def test_an_old_result_without_its_answers_still_names_them() -> None:
    old = Result("wall-test", lost=("head", "gone"), effort=("low-back",))
    assert words.contacts(ENGLISH, WALL_TEST, old) == "Hard: low back. Lost: back of the head."
    assert words.after_the_hold(ENGLISH, WALL_TEST, old) == ""
    assert words.measures(ENGLISH, WALL_TEST, old, None) == []


def test_an_answer_that_the_file_has_not_any_more_is_left_out() -> None:
    old = Result("wall-test", lost=("low-back",), answers=Answers(checks={"contact": {"low-back": 7}}))
    assert words.contacts(ENGLISH, WALL_TEST, old) == "Lost: low back."


def test_what_is_not_easy_after_the_hold() -> None:
    assert (
        words.after_the_hold(ENGLISH, WALL_TEST, answered(0, 0, 0, 0, 1, 2)) == "Not easy: shoulder blades, low back."
    )
    assert words.after_the_hold(ENGLISH, WALL_TEST, answered(0, 0, 0, 0, 0, 0)) == ""


@pytest.mark.parametrize(
    ("seconds", "sentence"),
    [(19.2, "Shape lost after 19 s."), (0.0, "Shape lost after 0 s."), (29.4, "Shape lost after 29 s."), (30.0, "")],
)
def test_how_long_the_shape_held(seconds: float, sentence: str) -> None:
    assert words.held(ENGLISH, Result("wall-test", hold_seconds=seconds, hold_most=30.0)) == sentence


def test_nothing_is_lost_that_was_never_held() -> None:
    assert words.held(ENGLISH, Result("wall-test")) == ""


@pytest.mark.parametrize(
    ("now", "before", "sentences"),
    [
        (None, 7.0, []),
        (7.5, None, ["{name}: 7.5 cm."]),
        (7.5, 8.0, ["{name}: 7.5 cm, 0.5 cm less than last time."]),
        (8.0, 7.5, ["{name}: 8 cm, 0.5 cm more than last time."]),
        (7.5, 7.5, ["{name}: 7.5 cm, the same as last time."]),
        (0.0, 0.3, ["{name}: 0 cm, 0.3 cm less than last time."]),
    ],
)
def test_the_gap_and_what_became_of_it(now: float | None, before: float | None, sentences: list[str]) -> None:
    name = str(next(step for step in WALL_TEST.steps if getattr(step, "unit", "")).ask).rstrip(".?")
    told = words.measures(ENGLISH, WALL_TEST, answered(gap=now), answered(gap=before))
    assert told == [sentence.format(name=name) for sentence in sentences]


@pytest.mark.parametrize("changed", [(1, 0, 0), (0, -1, 0), (0, 0, 2)])
def test_what_is_counted_changes_by_chance_too(changed: tuple[int, int, int]) -> None:
    told = "Some of a change is chance from day to day. See whether it stays."
    assert words.chance(ENGLISH, Comparison(*changed, {})) == told


def test_where_nothing_changed_there_is_no_word_of_chance() -> None:
    assert words.chance(ENGLISH, None) == words.chance(ENGLISH, Comparison(0, 0, 0, {})) == ""


@pytest.mark.parametrize(
    ("today", "sentence"),
    [
        (date(2026, 5, 12), "The next one from Monday 18 May."),
        (date(2026, 5, 17), "The next one from Monday 18 May."),
        (date(2026, 5, 18), "The next one is due: the last was 7 days ago."),
        (date(2026, 6, 1), "The next one is due: the last was 21 days ago."),
    ],
)
def test_when_the_next_one_is_due_and_why(today: date, sentence: str) -> None:
    told = words.next_test(ENGLISH, date(2026, 5, 18), date(2026, 5, 11), today)
    assert told == f"{sentence} That far apart, one good or bad day matters less."
