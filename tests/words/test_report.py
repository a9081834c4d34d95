"""The report in words: whole, honest, and short enough."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from coach.progress.records import TestRecord
from coach.progression.past import ConditionsTold, SafetyTold
from coach.today.keeping import Adherence
from coach.today.report import Hurt, Report, Stop, Swap, Week
from coach.words.language import ENGLISH
from coach.words.report import Paper, nothing, paper, shortened
from tests.ui.parts import shipped

AT = datetime(2026, 5, 12, 11, 48, tzinfo=timezone(timedelta(hours=2)))
DAY = date(2026, 5, 4)


def measured(days_ago: int, hold: float, tension: dict[str, int], gap: float | None = None) -> TestRecord:
    step = next(s.id for s in shipped().tests["wall-test"].steps if type(s).__name__ == "MeasureStep")
    result = {
        "contact": 9,
        "contact_most": 14,
        "hold_seconds": hold,
        "hold_most": 30.0,
        "tension": tension,
        "answers": {"measures": {step: gap}},
    }
    return TestRecord(days_ago, "wall-test", AT - timedelta(days=days_ago), result)


def told(most: int = 9, **values) -> Paper:
    empty = {
        "finished": 0, "days": 0, "adherence": None, "weeks": (), "tests": (), "stops": (), "hurts": (),
        "conditions": None, "answers": None, "changed_for_conditions": (),
    }  # fmt: skip
    return paper(ENGLISH, Report(DAY, AT, **{**empty, **values}), shipped(), most)


def part(found: Paper, heading: str):
    return next(one for one in found.parts if one.heading == heading)


def test_its_head_says_which_days_and_that_it_is_no_finding() -> None:
    found = told()
    assert found.facts == "4 May 2026 to 12 May 2026"
    assert "no diagnosis" in found.lead
    assert found.about == str(shipped().safety.disclaimer)


@pytest.mark.parametrize(
    ("values", "lines"),
    [
        ({}, ("No session was finished in this time.",)),
        ({"finished": 1, "days": 1}, ("1 session finished, on 1 of 9 days.",)),
        (
            {"finished": 8, "days": 5, "adherence": Adherence(7, 10)},
            ("8 sessions finished, on 5 of 9 days.", "Of what was planned in the last two weeks 7 of 10 done."),
        ),
    ],
)
def test_what_was_done(values, lines) -> None:
    assert part(told(**values), "What I did").lines == lines


def test_weeks_have_what_was_told_and_the_last_ones_stay_where_there_are_too_many() -> None:
    weeks = tuple(Week(DAY - timedelta(weeks=9 - n), n, n, (1, n) if n > 1 else None, (5, 5)) for n in range(10))
    found = part(told(3, weeks=weeks), "Pain and effort as told")
    assert [row[0] for row in found.rows] == ["13 Apr", "20 Apr", "27 Apr", "4 May"]
    assert found.rows[-1] == ("4 May", "9", "9", "1 to 9", "5")
    assert found.lines[-1] == "The last 4 weeks."
    assert not any(one.heading.startswith("Pain") for one in told(weeks=(Week(DAY, 0, 0, None, None),)).parts)


def test_a_change_is_told_as_what_it_may_be() -> None:
    then = measured(20, 12, {"neck": 6, "between-blades": 7, "low-back": 2, "chest": 0}, 7.5)
    now = measured(1, 27, {"neck": 4, "between-blades": 6, "low-back": 2, "chest": 0}, 5.5)
    found = part(told(tests=(then, now)), "30-second wall test")
    assert found.heads == ("", "22 Apr", "11 May", "Difference")
    assert found.rows[0] == ("Hold", "12 of 30 s", "27 of 30 s", "+15 s")
    assert found.rows[3] == ("Gap to the wall", "7.5 cm", "5.5 cm", "-2 cm")
    assert [row[-1] for row in found.rows[4:]] == [
        "-1: ratings differ by so much by themselves",
        "-2: may be real; to see whether it stays",
        "the same",
    ]
    assert len(part(told(1, tests=(then, now)), "30-second wall test").rows) == 5
    level = part(told(tests=(then, measured(1, 27, {}, 7.5))), "30-second wall test")
    assert level.rows[3] == ("Gap to the wall", "7.5 cm", "7.5 cm", "the same")


def test_one_test_alone_has_no_difference_and_what_was_not_measured_a_dash() -> None:
    now = measured(1, 27, {"neck": 4})
    found = part(told(tests=(now,)), "30-second wall test")
    assert (found.heads, found.rows[0]) == (("", "11 May"), ("Hold", "27 of 30 s"))
    both = part(told(tests=(measured(20, 12, {}, 7.5), now)), "30-second wall test").rows
    assert ("Gap to the wall", "7.5 cm", "-", "-") in both
    assert both[-1][-1] == "-"


def test_stops_and_what_hurt() -> None:
    stops = tuple(
        Stop(DAY, "routine", "upper-back-strength@eight-weeks.1", ("prone-cobra",), pain) for pain in (None, 7, 8)
    )
    found = part(
        told(2, stops=stops, hurts=(Hurt("prone-cobra", 1, (5, 5)), Hurt("gone", 3, (4, 6)))), "Stopped for pain"
    )
    title = shipped().title_of("routine", "upper-back-strength")
    assert found.lines == (
        f"4 May: {title}, Face-down chest lift",
        f"4 May: {title}, Face-down chest lift; pain 7 of 10",
        "and 1 more",
        "Told in the middle of an exercise: Face-down chest lift (pain 5, once); gone (pain 4 to 6, 3 times).",
    )
    alone = Stop(DAY, "exercise", "chin-tuck", ("chin-tuck",), 6)
    assert part(told(stops=(alone,)), "Stopped for pain").lines == ("4 May: Chin tuck; pain 6 of 10",)
    assert part(told(), "Stopped for pain").lines == ("No session was stopped for pain.",)


def test_answers_and_conditions() -> None:
    question, other = shipped().safety.questions[:2]
    answers = SafetyTold(AT, frozenset([question.id, other.id]), frozenset([other.id]))
    conditions = ConditionsTold(AT, frozenset(["osteoporosis", "pregnancy"]), frozenset(["pregnancy"]))
    lines = part(told(answers=answers, conditions=conditions), "Safety questions and conditions").lines
    assert lines[0] == "Safety questions answered on 12 May."
    assert any(line.startswith("Yes: ") for line in lines)
    assert any(line.startswith("Yes, checked by a professional: ") for line in lines)
    assert sum(line.endswith("(cleared by a professional)") for line in lines) == 1
    assert part(told(), "Safety questions and conditions").lines == (
        "The safety questions were not answered yet.",
        "No conditions were told.",
    )


def test_what_is_left_out_or_replaced() -> None:
    swaps = (Swap("prone-cobra", None, ("osteoporosis",)), Swap("cat-cow", "chin-tuck", ("kneeling-pain",)))
    assert part(told(changed_for_conditions=swaps), "Left out or replaced").lines == (
        "Face-down chest lift (osteoporosis)",
        "Cat-cow (kneeling pain); in its place Chin tuck",
    )
    assert not any(one.heading.startswith("Left out") for one in told().parts)


def test_a_title_that_is_too_long_is_cut() -> None:
    assert shortened("x" * 61) == "x" * 57 + "..."
    assert shortened("x" * 60) == "x" * 60


def test_why_there_is_none() -> None:
    assert nothing(ENGLISH, None).startswith("There is nothing to report: no session")
    assert nothing(ENGLISH, DAY) == "There is nothing to report since 4 May: no session, no test."
