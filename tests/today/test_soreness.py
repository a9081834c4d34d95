"""When the person is sore."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from coach.progression.past import Session
from coach.today.soreness import SoreFromMorning, SoreFromPain, Soreness, soreness
from tests.today.people import ZONE, did, on


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ((), None),
        ((did(on(0), pain=3),), None),
        ((did(on(0), pain=4),), SoreFromPain(4)),
        ((did(on(0), pain=10),), SoreFromPain(10)),
        ((did(on(0, 9), pain=5), did(on(0), pain=3)), None),
        ((did(on(0, 9), pain=5), did(on(0), pain=None)), SoreFromPain(5)),
        ((did(on(0), pains=(2, 4)),), SoreFromPain(4)),
        ((did(on(0), pains=(5, 3)),), None),
        ((did(on(0), pains=(7,), pain=2),), None),
        ((did(on(0), pains=(2,), pain=7),), SoreFromPain(7)),
        ((did(on(0), how="abandoned", pain=4),), SoreFromPain(4)),
        ((did(on(0), kind="exercise", pain=4),), SoreFromPain(4)),
    ],
)
def test_the_last_pain_that_was_told_decides(told: tuple[Session, ...], why: Soreness | None) -> None:
    assert soreness(told, on(0, 20)) == why


@pytest.mark.parametrize(
    ("later", "is_sore"),
    [
        (timedelta(0), True),
        (timedelta(hours=48), True),
        (timedelta(hours=48, microseconds=1), False),
        (timedelta(days=30), False),
        (timedelta(seconds=-1), False),
    ],
)
def test_a_pain_counts_for_48_hours_from_its_session_and_not_before(later: timedelta, is_sore: bool) -> None:
    assert (soreness([did(on(0), pain=6)], on(0) + later) is not None) is is_sore


@pytest.mark.parametrize(
    ("began", "number", "why"),
    [
        (on(0, 0), 1, SoreFromMorning()),
        (on(0, 23, 59), 1, SoreFromMorning()),
        (on(0, 9), 0, None),
        (on(0, 23, 59), 2, None),
    ],
)
def test_a_worse_morning_makes_sore_on_the_day_after_the_session(
    began: datetime, number: int, why: Soreness | None
) -> None:
    assert soreness([did(began, morning="worse", pain=1)], on(number, 12)) == why


def test_other_mornings_do_not() -> None:
    assert soreness([did(on(0), morning="better"), did(on(0), morning="same")], on(1, 9)) is None


@pytest.mark.parametrize(("month", "number"), [(3, 28), (10, 24)], ids=["spring", "autumn"])
def test_48_hours_are_48_hours_when_the_clocks_change(month: int, number: int) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    began = datetime(2026, month, number, 12, tzinfo=berlin)
    edge = (began.astimezone(ZONE) + timedelta(hours=48)).astimezone(berlin)
    assert soreness([did(began, pain=4)], edge) == SoreFromPain(4)
    assert soreness([did(began, pain=4)], edge + timedelta(minutes=1)) is None


def test_yesterday_is_a_date_even_over_the_date_line() -> None:
    """In Auckland on Monday evening, then in Honolulu, where it is still Monday, and then Tuesday."""
    auckland, honolulu = timezone(timedelta(hours=13)), timezone(timedelta(hours=-10))
    told = [did(datetime(2026, 3, 2, 18, tzinfo=auckland), morning="worse")]
    assert soreness(told, datetime(2026, 3, 2, 12, tzinfo=honolulu)) is None
    assert soreness(told, datetime(2026, 3, 3, 23, tzinfo=honolulu)) == SoreFromMorning()
