"""Progress in words: what became of days, tests and sessions."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from coach.progress.overview import Felt, Totals
from coach.today.keeping import Adherence
from coach.today.year import YearDay
from coach.walltest.score import Result
from coach.words import progress
from coach.words.language import ENGLISH

NOW = datetime(2026, 5, 12, 11, 48, tzinfo=timezone(timedelta(hours=2)))


@pytest.mark.parametrize(
    ("adherence", "days", "told"),
    [
        (Adherence(7, 10), 14, "70 % of what was planned in the last two weeks; 70 % is a good aim"),
        (Adherence(2, 3), 20, "66 % of what was planned in the last two weeks; 70 % is a good aim"),
        (Adherence(2, 3), 13, "2 of 3 done since the plan began"),
        (Adherence(0, 9), 20, ""),
        (None, 20, ""),
    ],
)
def test_adherence(adherence, days, told) -> None:
    assert progress.kept(ENGLISH, adherence, days) == told


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (YearDay(date(2026, 5, 4), "all", 2, 2), "4 May: all, 2 of 2"),
        (YearDay(date(2026, 5, 4), "missed", 0, 2), "4 May: not, 0 of 2"),
        (YearDay(date(2026, 5, 4), "rest"), "4 May: rest"),
        (YearDay(date(2026, 5, 4), "pain"), "4 May: pain day"),
        (YearDay(date(2026, 5, 4), "open", 0, 1), "4 May: today, open, 0 of 1"),
    ],
)
def test_a_day(day, told) -> None:
    assert progress.day(ENGLISH, day) == told


@pytest.mark.parametrize(
    ("counted", "told"),
    [
        (Totals(0, 0, 0.0), ""),
        (Totals(1, 1, 82.0), "1 session finished on 1 day, 1 min 22 s moved and held within a year"),
        (Totals(9, 5, 7200.0), "9 sessions finished on 5 days, 2 h moved and held within a year"),
    ],
)
def test_what_it_comes_to(counted, told) -> None:
    assert progress.totals(ENGLISH, counted) == told


def test_moments_are_told_apart_by_time_and_year() -> None:
    day = timedelta(days=1)
    moments = [NOW, NOW - 2 * day, NOW - timedelta(hours=2), NOW - 365 * day, NOW - 365 * day + timedelta(hours=1)]
    assert progress.whens(ENGLISH, moments, NOW) == [
        "12 May, 11:48",
        "10 May",
        "12 May, 9:48",
        "12 May 2025, 11:48",
        "12 May 2025, 12:48",
    ]


@pytest.mark.parametrize(
    ("more", "seconds", "count"),
    [
        (3, "3 s longer than on 1 May", "3 more than on 1 May"),
        (-2, "2 s shorter than on 1 May", "2 fewer than on 1 May"),
        (0, "the same as on 1 May", "the same as on 1 May"),
    ],
)
def test_what_has_changed_since_the_first_test(more, seconds, count) -> None:
    assert progress.seconds_since(ENGLISH, more, "1 May") == seconds
    assert progress.count_since(ENGLISH, more, "1 May") == count


@pytest.mark.parametrize(
    ("then", "now", "told"),
    [
        ({"neck": 5}, {"neck": 3}, "Neck 2 less. That may be real; see whether it stays."),
        (
            {"neck": 5, "hips": 1},
            {"neck": 2, "hips": 4},
            "Neck 3 less; hips 3 more. That may be real; see whether it stays.",
        ),
        ({"neck": 5}, {"neck": 4}, "No area changed by more than ratings do by themselves."),
        ({"neck": 5}, {"hips": 9}, "No area changed by more than ratings do by themselves."),
    ],
)
def test_what_became_of_tension(then, now, told) -> None:
    ends = [Result("wall", tension=then), Result("wall", tension=now)]
    assert progress.change_of_tension(ENGLISH, ends, {"neck": "Neck"}) == told
    assert progress.change_of_tension(ENGLISH, ends[:1], {}) == ""


def test_what_the_picture_of_a_back_does_not_show_is_told() -> None:
    then = Result("wall", tension={"neck": 5, "chest": 2, "hips": 0})
    now = Result("wall", tension={"neck": 3, "chest": 1, "hips": 0})
    titles = {"neck": "Neck", "chest": "Chest", "hips": "Hips"}
    assert progress.unseen_tension(ENGLISH, [then, now], titles, {"neck"}) == "Not in the picture: Chest 1, was 2."
    assert progress.unseen_tension(ENGLISH, [now], titles, {"neck"}) == "Not in the picture: Chest 1."
    assert progress.unseen_tension(ENGLISH, [then, now], titles, titles) == ""


def test_the_course_of_pain_in_a_sentence() -> None:
    sessions = [Felt(NOW, "", 5, 4), Felt(NOW, "", 5, None), Felt(NOW, "", None, 1)]
    assert progress.course_of_pain(ENGLISH, sessions) == ("Pain in the last 2 sessions that told it: 1 to 4, last 1.")
    assert progress.course_of_pain(ENGLISH, sessions[:2]) == "Pain in the one session that told it: 4."
    assert progress.course_of_pain(ENGLISH, sessions[1:2]) == "No pain was told of these sessions."
