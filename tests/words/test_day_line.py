"""The day's line in words: which day it is, and what there was of each."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from coach.content.model import Message, Reminder, Text
from coach.progress.reminder_rows import ReminderRecord
from coach.words.day_line import counts, day_title, entries
from coach.words.desk_view import LogLine

NOW = datetime(2026, 5, 12, 9, 0, tzinfo=timezone(timedelta(hours=2)))
TODAY = NOW.date()


@pytest.mark.parametrize(
    ("day", "told"),
    [(TODAY, "Today"), (date(2026, 5, 11), "Yesterday"), (date(2026, 5, 4), "Monday 4 May")],
)
def test_a_day(day: date, told: str) -> None:
    assert day_title(day, TODAY) == told


@pytest.mark.parametrize(
    ("whats", "told"),
    [
        ((), ""),
        (("missed", "skipped", "natural-break"), ""),
        (("shown", "done", "shown", "started", "shown", "snoozed", "deferred"), "3 came, 2 done, 1 snoozed, 1 waited"),
    ],
)
def test_what_there_was_of_each(whats: tuple[str, ...], told: str) -> None:
    assert counts([LogLine("9:00", "A", what, "") for what in whats]) == told


def test_the_notes_of_a_day_have_their_titles_and_one_absence_stands_once() -> None:
    stretch = Reminder("stretch", Text("Stretch"), (Message(Text("Now")),), every=60.0)
    away = [ReminderRecord(name, "natural-break", "away 7 min", NOW) for name in ("stretch", "gone-now")]
    found = entries([ReminderRecord("gone-now", "shown", "", NOW), *away], {"stretch": stretch})
    assert [(entry.title, entry.what) for entry in found] == [
        ("Gone now (no longer there)", "shown"),
        ("Stretch", "natural-break"),
    ]
