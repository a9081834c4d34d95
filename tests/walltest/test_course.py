"""The walk through the test: what is asked in which order, going back, and what is refused."""

from __future__ import annotations

import pytest

from coach.walltest.answers import Answers
from coach.walltest.course import Course, Reply
from tests.walltest.examples import WALL_TEST

ALL: list[Reply] = [
    *(None, 0, 1, 2),  # say, three contacts
    *(None, 25.0),  # say, hold
    *(0, 0, 1),  # recheck
    *({"neck": (2, 6), "low-back": 4}, 3.5),  # rate, measure
]


def walk(answers: list[Reply]) -> Course:
    course = Course(WALL_TEST)
    for answer in answers:
        course.answer(answer)
    return course


def test_the_order_of_a_whole_test() -> None:
    asked = [(type(a.step).__name__, a.point.id if a.point else None, a.number, a.of) for a in Course(WALL_TEST).asks]
    assert asked == [
        ("SayStep", None, 1, 1),
        ("CheckStep", "head", 1, 3),
        ("CheckStep", "blades", 2, 3),
        ("CheckStep", "low-back", 3, 3),
        ("SayStep", None, 1, 1),
        ("HoldStep", None, 1, 1),
        ("RecheckStep", "head", 1, 3),
        ("RecheckStep", "blades", 2, 3),
        ("RecheckStep", "low-back", 3, 3),
        ("RateStep", None, 1, 1),
        ("MeasureStep", None, 1, 1),
    ]
    assert [ask.step_index for ask in Course(WALL_TEST).asks] == [0, 1, 1, 1, 2, 3, 4, 4, 4, 5, 6]


def test_all_answers_of_a_whole_test() -> None:
    course = walk(ALL)
    assert course.is_complete
    assert course.current is None
    assert course.answers == Answers(
        {"contact": {"head": 0, "blades": 1, "low-back": 2}},
        {"hold": 25.0},
        {"carry-over": {"head": 0, "blades": 0, "low-back": 1}},
        {"tension": {"neck": (2, 6), "shoulders-top": (0, 0), "between-blades": (0, 0), "low-back": (4, 4)}},
        {"occiput": 3.5},
    )
    assert Answers.from_json(course.answers.as_json()) == course.answers
    with pytest.raises(ValueError, match="the test is complete"):
        course.answer(None)


def test_an_optional_measure_may_be_left_out() -> None:
    assert walk([*ALL[:-1], None]).answers.measures == {"occiput": None}


def test_a_test_that_stops_early_keeps_what_was_answered() -> None:
    assert walk(ALL[:3]).answers == Answers(checks={"contact": {"head": 0, "blades": 1}})


def test_back_shows_what_was_answered_and_lets_it_change() -> None:
    course = walk(ALL[:3])
    assert course.given is None
    back = course.back()
    assert back is not None
    assert back.point is not None
    assert (back.point.id, course.given) == ("blades", 1)
    course.answer(2)
    assert course.answers.checks == {"contact": {"head": 0, "blades": 2}}


@pytest.mark.parametrize("answered", [0, 1, 4, 5, 11])
def test_from_a_sentence_a_hold_and_the_first_question_nothing_is_gone_back_to(answered: int) -> None:
    course = walk(ALL[:answered])
    before = course.current
    assert not course.can_go_back
    assert course.back() is before


@pytest.mark.parametrize(
    ("answered", "before", "given"),
    [(6, 3, 2), (7, 6, 0), (9, 8, 1), (10, 9, {"neck": (2, 6), "low-back": 4})],
)
def test_back_goes_to_the_question_before_in_whatever_step(answered: int, before: int, given: Reply) -> None:
    course = walk(ALL[:answered])
    answers = course.answers
    assert course.can_go_back
    back = course.back()
    assert (back, course.given) == (course.asks[before], given)
    assert course.answers == answers, "what was answered stands until it is answered anew"
    assert course.answer(given) is course.asks[answered], "past the sentences and the hold between"
    assert course.answers == answers


def test_the_way_back_leads_to_the_very_first_question_and_no_farther() -> None:
    course = walk(ALL[:10])
    seen = []
    while course.can_go_back:
        back = course.back()
        assert back is not None
        seen.append(back.index)
    assert seen == [9, 8, 7, 6, 3, 2, 1]
    for reply in (1, 1, 1, 1, 1, 1, {"neck": 9}):
        course.answer(reply)
    assert course.current is course.asks[10]
    assert course.answers.checks == {"contact": {"head": 1, "blades": 1, "low-back": 1}}
    assert course.answers.holds == {"hold": 25.0}


def test_a_hold_is_never_longer_than_asked() -> None:
    assert walk([*ALL[:5], 31]).answers.holds == {"hold": 30.0}
    assert walk([*ALL[:5], -1]).answers.holds == {"hold": 0.0}


@pytest.mark.parametrize(
    ("answered", "value", "sentence"),
    [
        (1, 3, "3 is not one of the 3 answers, counted from 0"),
        (1, -1, "-1 is not one of the 3 answers, counted from 0"),
        (1, None, "None is not one of the 3 answers, counted from 0"),
        (5, None, "None is not a number"),
        (9, 4, "a rating is a map from area to a number or (left, right)"),
        (9, {"nose": 4}, "nose is not among the areas of tension"),
        (9, {"neck": 11}, "11 is not between 0 and 10"),
        (9, {"neck": (1, -1)}, "-1 is not between 0 and 10"),
        (10, 31.0, "31 is not between 0 and 30"),
    ],
)
def test_what_is_no_answer_is_refused_in_a_sentence(answered: int, value: Reply, sentence: str) -> None:
    course = walk(ALL[:answered])
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - the sentence is compared whole
        course.answer(value)
    assert str(refused.value) == sentence
    assert course.current is course.asks[answered], "still at the same question"
