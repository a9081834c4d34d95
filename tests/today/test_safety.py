"""When the questions are asked, what answers lock, and when to see someone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from coach.content.model import Safety, SafetyQuestion, Text, Tier
from coach.progression.past import SafetyTold, Session
from coach.today.past import last_told
from coach.today.safety import (
    AfterPain,
    AskedLongAgo,
    NeverAsked,
    QuestionsDue,
    SeeSomeone,
    deciding_tier,
    is_emergency,
    locked_tier,
    questions_due,
    see_someone,
)
from tests.today.people import day, did, on, past

ANSWERS = SafetyTold(on(0, 12))
SAFETY = Safety(
    {
        "now": Tier("now", Text("Call."), lock=True),
        "today": Tier("today", Text("See somebody today."), lock=True),
        "soon": Tier("soon", Text("Book.")),
    },
    tuple(SafetyQuestion(ident, Text(ident), tier) for ident, tier in (("s", "soon"), ("t", "today"), ("n", "now"))),
)


@pytest.mark.parametrize(
    ("session", "due"),
    [
        (did(on(0, 11), pain=9), None),
        (did(on(0, 12), pain=9), None),
        (did(on(0, 12, 1), pain=5), None),
        (did(on(0, 12, 1), pain=6), AfterPain(day(0), 6)),
        (did(on(0, 13), pains=(6,), pain=2), AfterPain(day(0), 6)),
        (did(on(0, 13), pains=(5,), pain=2), None),
        (did(on(0, 13), how="pain"), AfterPain(day(0), None)),
        (did(on(0, 13), how="pain", pain=2), AfterPain(day(0), 2)),
        (did(on(1, 13), pain=9), None),
        (did(on(0, 13), morning="worse"), None),
    ],
)
def test_after_a_session_with_much_pain_the_questions_come_again(session: Session, due: QuestionsDue | None) -> None:
    assert questions_due(ANSWERS, past(on(1, 12), session)) == due


def test_a_good_session_after_it_does_not_answer_them() -> None:
    assert questions_due(ANSWERS, past(on(9), did(on(2), pain=7), did(on(3), pain=0))) == AfterPain(day(2), 7)


@pytest.mark.parametrize(("number", "due"), [(0, None), (29, None), (30, AskedLongAgo(30)), (31, AskedLongAgo(31))])
def test_they_come_again_after_thirty_dates(number: int, due: QuestionsDue | None) -> None:
    assert questions_due(ANSWERS, past(on(number, 0))) == due
    assert questions_due(ANSWERS, past(on(number, 23, 59))) == due


def test_after_thirty_dates_it_no_longer_matters_what_hurt() -> None:
    assert questions_due(ANSWERS, past(on(29), did(on(1), pain=7))) == AfterPain(day(1), 7)
    assert questions_due(ANSWERS, past(on(30), did(on(1), pain=7))) == AskedLongAgo(30)


def test_never_answered() -> None:
    assert questions_due(None, past(on(0))) == NeverAsked()


def test_the_last_answers_are_those_by_the_moment_asked_for() -> None:
    told = [SafetyTold(on(number), frozenset({str(number)})) for number in (5, 9, 2)]
    assert last_told(told, on(1)) is None
    assert last_told(told, on(5) - timedelta(seconds=1)) == told[2]
    assert last_told(told, on(5)) == told[0]
    assert last_told(told, on(30)) == told[1]
    again = SafetyTold(on(9), frozenset({"again"}))
    assert last_told([*told, again], on(30)) == again


@pytest.mark.parametrize(
    ("yes", "checked", "deciding", "locked"),
    [
        ("", "", None, None),
        ("s", "", "soon", None),
        ("t", "", "today", "today"),
        ("st", "", "today", "today"),
        ("nst", "", "now", "now"),
        ("nst", "n", "today", "today"),
        ("nst", "nt", "soon", None),
        ("t", "t", None, None),
        ("x", "", None, None),
    ],
)
def test_the_highest_tier_with_a_yes_that_stands_decides(
    yes: str, checked: str, deciding: str | None, locked: str | None
) -> None:
    tier = deciding_tier(SAFETY, set(yes) - set(checked))
    assert (tier.id if tier else None) == deciding
    lock = locked_tier(SAFETY, SafetyTold(on(0), frozenset(yes), frozenset(checked)))
    assert (lock.id if lock else None) == locked


def test_help_at_once_is_what_no_check_settles() -> None:
    safety = replace(SAFETY, questions=tuple(replace(one, checkable=one.id == "t") for one in SAFETY.questions))
    tiers = (None, *safety.tiers.values())
    assert [is_emergency(safety, tier, {"n", "s", "t"}) for tier in tiers] == [False, True, False, False]


def test_one_question_that_a_check_settles_makes_no_appointment_of_the_others() -> None:
    own = replace(SAFETY.questions[0], id="own", tier="now", checkable=True)
    safety = replace(SAFETY, questions=(*SAFETY.questions, own))
    now = safety.tiers["now"]
    answers = ({"n"}, {"own"}, {"n", "own"})
    assert [is_emergency(safety, now, yes) for yes in answers] == [True, False, True]
    below = replace(safety, questions=(*safety.questions, replace(own, id="mine", tier="today")))
    assert not is_emergency(below, below.tiers["today"], {"t"})


def test_nothing_is_locked_before_the_first_answers() -> None:
    assert locked_tier(SAFETY, None) is None


RED, OTHER_RED = did(on(1), pain=6), did(on(3), morning="worse")


@pytest.mark.parametrize(
    ("sessions", "why"),
    [
        ([RED], None),
        ([RED, OTHER_RED], "two-red"),
        ([RED, did(on(3), how="pain")], "two-red"),
        ([RED, did(on(2), pain=3), OTHER_RED], None),
        ([RED, OTHER_RED, did(on(4), pain=3)], None),
        ([RED, did(on(2), "wall", kind="test"), OTHER_RED], "two-red"),
        ([RED, did(on(2), pain=5)], None),
        ([did(on(0), pain=4), did(on(14), pain=5)], "no-better"),
        ([did(on(0), pain=4), did(on(13), pain=4)], None),
        ([did(on(0), pain=4), did(on(7), pain=3), did(on(14), pain=4)], None),
        ([did(on(0), pain=4), did(on(7)), did(on(14), pain=4)], "no-better"),
        ([did(on(0), pains=(4,), pain=1), did(on(14), pains=(4,))], "no-better"),
        ([did(on(0), pain=4), did(on(14), pain=4), did(on(15), pain=2)], None),
    ],
)
def test_when_to_see_someone(sessions: list[Session], why: SeeSomeone | None) -> None:
    assert see_someone(past(on(20), *sessions), lambda _session: 6) == why


def test_how_much_pain_makes_a_session_red_is_its_routines_to_say() -> None:
    sessions = [did(on(1), "row", pain=5), did(on(2), "fly", pain=6)]
    assert see_someone(past(on(3), *sessions), lambda session: 5 if session.target == "row" else 7) is None
    assert see_someone(past(on(3), *sessions), lambda session: 5 if session.target == "row" else 6) == "two-red"
