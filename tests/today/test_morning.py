"""Which session's next morning is to be asked about."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from coach.progression.past import Session
from coach.today.morning import morning_due, morning_to_ask
from tests.today.people import did, on, past

EVENING = did(on(0, 18))


@pytest.mark.parametrize(
    ("at", "asked"),
    [
        (on(0, 23, 59), False),
        (on(1, 0), True),
        (on(1, 23, 59), True),
        (on(2, 17, 59), True),
        (on(2, 18), False),
        (on(20), False),
    ],
)
def test_it_is_asked_from_the_next_date_on_for_48_hours_from_the_session(at: datetime, asked: bool) -> None:
    assert morning_due(past(at, EVENING)) == (EVENING if asked else None)


@pytest.mark.parametrize(
    ("session", "asked"),
    [
        (did(on(0), how="ended"), True),
        (did(on(0), how=None), True),
        (did(on(0), how="pain"), True),
        (did(on(0), kind="exercise"), True),
        (did(on(0), worked=False), True),
        (did(on(0), worked=False, how="ended"), False),
        (did(on(0), kind="test"), False),
        (did(on(0), morning="same"), False),
        (did(on(0), morning="worse"), False),
    ],
)
def test_of_exercise_that_was_done_and_not_told_yet(session: Session, asked: bool) -> None:
    assert (morning_due(past(on(1, 9), session)) is not None) is asked


def test_the_last_one_is_asked_about_and_no_earlier_one() -> None:
    morning, evening = did(on(0, 8)), did(on(0, 20))
    assert morning_due(past(on(1, 7), morning, evening)) == evening
    assert morning_due(past(on(1, 7), morning, did(on(0, 20), morning="better"))) is None
    assert morning_due(past(on(1, 7), morning, did(on(0, 21), worked=False, how="ended"))) == morning


def test_a_session_of_today_waits_and_does_not_hide_yesterdays() -> None:
    assert morning_due(past(on(1, 9), EVENING, did(on(1, 8)))) == EVENING


def test_who_flies_east_over_a_date_is_asked_and_who_flies_west_waits_for_the_next_date() -> None:
    auckland, honolulu = timezone(timedelta(hours=13)), timezone(timedelta(hours=-10))
    there = did(datetime(2026, 3, 2, 18, tzinfo=auckland))
    assert morning_due(past(datetime(2026, 3, 2, 12, tzinfo=honolulu), there)) is None
    assert morning_due(past(datetime(2026, 3, 3, 7, tzinfo=honolulu), there)) == there
    here = did(datetime(2026, 3, 2, 18, tzinfo=honolulu))
    assert morning_due(past(datetime(2026, 3, 4, 3, tzinfo=auckland), here)) == here


def test_the_store_is_asked_for_two_days_alone() -> None:
    asked: list[tuple[datetime, datetime]] = []

    class Store:
        def past(self, *, since: datetime, until: datetime) -> tuple[Session, ...]:
            asked.append((since, until))
            return (EVENING,)

    assert morning_to_ask(Store(), on(1, 8)) == EVENING
    assert asked == [(on(-1, 8), on(1, 8))]
