"""The hours at the desk that a person set, laid over the reminders that have hours."""

from __future__ import annotations

from typing import Any

import pytest

from coach.content.model import Window
from coach.reminders.desk_hours import DeskHours, usual_hours
from tests.reminders.simulator import reminder

EARLY = DeskHours(("mon", "tue"), Window(6 * 60, 14 * 60))
NIGHT = DeskHours(("fri",), Window(22 * 60, 6 * 60))


def test_a_reminder_with_hours_has_those_of_the_person() -> None:
    kept = EARLY.of(reminder("stretch", every=30, between="09:00-17:30", days=("fri",)))
    assert (kept.between, kept.days, kept.every) == (Window(6 * 60, 14 * 60), ("mon", "tue"), 1800.0)


def test_a_clock_time_without_hours_is_an_appointment() -> None:
    weekly = reminder("test", at=("09:00",), days=("sun",))
    assert NIGHT.of(weekly) is weekly


@pytest.mark.parametrize(
    ("hours", "left"),
    [
        (EARLY, (630,)),
        (NIGHT, ()),
        (DeskHours(("mon",), Window(10 * 60 + 30, 15 * 60)), (630,)),  # from then, until before then
        (DeskHours(("mon",), Window(10 * 60 + 31, 15 * 60 + 1)), (900,)),
        (DeskHours(("mon",), Window(14 * 60, 11 * 60)), (630, 900)),  # across midnight
        (DeskHours(("mon",), Window(0, 1440)), (630, 900)),
    ],
)
def test_of_the_times_of_a_day_those_stay_that_lie_within(hours: DeskHours, left: tuple[int, ...]) -> None:
    assert hours.of(reminder("reset", at=("10:30", "15:00"), between="09:00-17:30")).at == left


@pytest.mark.parametrize("hours", [EARLY, NIGHT, DeskHours((), Window(0, 1440))])
def test_it_is_read_as_it_was_written(hours: DeskHours) -> None:
    assert DeskHours.read(hours.as_json()) == hours


def test_what_a_hand_writes() -> None:
    found = DeskHours.read({"days": ["wed", "mon", "mon"], "from": "9:00", "until": "24:00"})
    assert found == DeskHours(("mon", "wed"), Window(540, 1440))
    assert DeskHours.read(None) is None


@pytest.mark.parametrize(
    "value",
    [
        [],
        "mon",
        {},
        {"days": "mon", "from": "09:00", "until": "17:00"},
        {"days": ["monday"], "from": "09:00", "until": "17:00"},
        {"days": [1], "from": "09:00", "until": "17:00"},
        {"days": [["mon"]], "from": "09:00", "until": "17:00"},
        {"days": ["mon"], "from": "09:00"},
        {"days": ["mon"], "from": "9", "until": "17:00"},
        {"days": ["mon"], "from": "24:00", "until": "17:00"},
        {"days": ["mon"], "from": "09:00", "until": "24:01"},
        {"days": ["mon"], "from": 540, "until": 1050},
        {"days": ["mon"], "from": "09:60", "until": "17:00"},
    ],
)
def test_what_is_no_hours_is_refused(value: Any) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any sentence will do, nobody reads it
        DeskHours.read(value)


def test_one_begins_from_the_hours_that_the_reminders_have() -> None:
    weekly, office = (
        reminder("test", at=("09:00",)),
        reminder("a", every=30, between="09:00-17:30", days=("mon", "tue")),
    )
    assert usual_hours((weekly, office)) == DeskHours(("mon", "tue"), Window(540, 1050))
    assert usual_hours((weekly,)) == DeskHours(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), Window())
