"""When a reminder comes, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.content.model import WEEKDAYS, Message, Reminder, Text, Window
from coach.words.schedules import schedule
from tests.ui.parts import shipped
from tests.words.languages import Bracketed, outside_brackets

ONE = Reminder("one", Text("One"), (Text("Move."),), every=1800.0, days=WEEKDAYS[:5], between=Window(540, 1050))
CLOCK = Reminder("clock", Text("Clock"), (Text("Move."),), at=(630, 900), days=WEEKDAYS, offer="desk-reset")
TURNS = (Message(Text("Up."), None, "standing"), Message(Text("Down."), None, "sitting"))
SCHEDULES = [
    (ONE, "Every 30 min at the desk, Mon to Fri, 9:00 to 17:30"),
    (Reminder("h", Text("H"), (), every=3600.0, days=("sat",)), "Every hour at the desk, Sat"),
    (CLOCK, "At 10:30 and 15:00, every day, offers Desk reset"),
    (Reminder("c", Text("C"), (), at=(630,), days=WEEKDAYS, offer="gone"), "At 10:30, every day"),
    (Reminder("c", Text("C"), (), at=(540, 630, 900), days=WEEKDAYS), "At 9:00, 10:30 and 15:00, every day"),
    (
        replace(ONE, standing=480.0, messages=TURNS),
        "After 30 min of sitting and 8 min of standing, Mon to Fri, 9:00 to 17:30",
    ),
    (
        replace(ONE, standing=480.0, every=3600.0, messages=TURNS),
        "After 1 h of sitting and 8 min of standing, Mon to Fri, 9:00 to 17:30",
    ),
    (replace(CLOCK, offer="focus"), "At 10:30 and 15:00, every day, offers Focus routine"),
    (replace(CLOCK, offer=("focus",)), "At 10:30 and 15:00, every day, offers Focus routine"),
    (replace(CLOCK, offer=("desk-reset",)), "At 10:30 and 15:00, every day, offers Desk reset"),
    (replace(CLOCK, offer=("gone", "desk-reset")), "At 10:30 and 15:00, every day, offers what fits your focus areas"),
    (replace(CLOCK, offer=("gone", "lost")), "At 10:30 and 15:00, every day"),
    (
        Reminder("t", Text("T"), (), at=(630,), days=("mon",), offer="wall-test"),
        "At 10:30, Mon, offers 30-second wall test",
    ),
]


@pytest.mark.parametrize(("reminder", "told"), SCHEDULES)
def test_schedules(reminder: Reminder, told: str) -> None:
    assert schedule(reminder, shipped()) == told
    assert outside_brackets(schedule(reminder, shipped(), Bracketed())).strip(", ") == ""


def test_the_shipped_ones() -> None:
    found = {name: schedule(reminder, shipped()) for name, reminder in shipped().reminders.items()}
    assert found["change-position"] == "Every 30 min at the desk, Mon to Fri, 9:00 to 17:30"
    assert found["desk-reset"] == "At 10:30 and 15:00, Mon to Fri, offers Desk reset"


@pytest.mark.parametrize("left", [replace(ONE, days=()), replace(CLOCK, at=()), replace(CLOCK, days=())])
def test_one_of_which_the_hours_of_a_person_leave_nothing_says_so(left: Reminder) -> None:
    assert schedule(left, shipped()) == "Not within the hours that you set"


def test_what_may_not_be_offered_is_not_named() -> None:
    assert schedule(CLOCK, shipped(), may_offer=False) == "At 10:30 and 15:00, every day"
