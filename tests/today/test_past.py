"""When a day that is past was over, where the person is."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

import pytest

from coach.progression.past import PlanFollowed
from coach.today.calendar import Calendar
from coach.today.doing import items_on
from coach.today.past import past_up_to
from tests.fakes import in_zone
from tests.today.people import did, item, plan, shelf, weeks

BERLIN = partial(in_zone, zone=ZoneInfo("Europe/Berlin"))
SANTIAGO = partial(in_zone, zone=ZoneInfo("America/Santiago"))


@pytest.mark.parametrize(
    ("now", "local", "day", "end"),
    [
        ("2026-10-26T09:00+01:00", BERLIN, "2026-10-25", "2026-10-25T23:59:59.999999+01:00"),
        ("2026-10-26T09:00+01:00", BERLIN, "2026-10-24", "2026-10-24T23:59:59.999999+02:00"),
        ("2026-10-26T09:00+01:00", None, "2026-10-24", "2026-10-24T23:59:59.999999+01:00"),
        ("2026-10-26T09:00+01:00", BERLIN, "2026-10-26", "2026-10-26T09:00+01:00"),
        ("2026-04-06T09:00-04:00", SANTIAGO, "2026-04-04", "2026-04-04T23:59:59.999999-04:00"),
    ],
    ids=["the same offset", "before the clocks changed", "no zone", "today", "an hour that came twice"],
)
def test_a_day_ends_by_its_own_offset(now: str, local, day: str, end: str) -> None:
    found = past_up_to(datetime.fromisoformat(now), (), local=local).end_of(date.fromisoformat(day))
    assert found.isoformat() == datetime.fromisoformat(end).isoformat()


def test_48_hours_of_soreness_are_those_of_the_day_that_is_looked_at() -> None:
    """From half past twelve at night to the end of the next day are less than 48 hours, whatever came since."""
    of = Calendar(shelf(plan(weeks(item("row", if_sore="ease")))), (PlanFollowed("spring", date(2026, 10, 19)),))
    hurt = did(datetime.fromisoformat("2026-10-23T00:30+02:00"), pain=5)
    now = datetime.fromisoformat("2026-10-26T09:00+01:00")
    items = items_on(date(2026, 10, 24), of, past_up_to(now, [hurt], local=BERLIN))
    assert items is not None
    assert [one.state for one in items] == ["sore"]
