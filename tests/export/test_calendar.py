"""A calendar's file, read back with the same library that other programs' files are read with."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

icalendar = pytest.importorskip("icalendar")

from coach.export.calendar import calendar_file  # noqa: E402 (after the reason to skip)
from coach.export.entries import Entry, Told  # noqa: E402

THURSDAY = datetime(2026, 5, 14, 21, 0, tzinfo=timezone(timedelta(hours=2)))
EVENING = datetime(2026, 5, 18, 18, 0)  # noqa: DTZ001 (on the clock of whoever has the calendar)
SHORT = Told("Short", 120.0, "Be kind.\nStop if you notice: Dizziness.")


def events(*entries: Entry, title: str = "Title", text: str = "") -> list[icalendar.Event]:
    data = calendar_file(title, text, entries, THURSDAY, "me")
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_an_entry_says_what_when_how_long_and_wakes_one_up():
    (event,) = events(Entry("a", SHORT, EVENING))
    assert str(event["uid"]) == "a-me@posture-coach"
    assert str(event["summary"]) == "Short"
    assert str(event["description"]) == "Be kind.\nStop if you notice: Dizziness."
    assert event.decoded("dtstart") == EVENING  # without a zone: it stays at its hour when the clocks change
    assert event.decoded("duration") == timedelta(minutes=5)
    assert event.decoded("dtstamp") == THURSDAY.astimezone(UTC)
    assert [str(alarm["action"]) for alarm in event.walk("VALARM")] == ["DISPLAY"]
    assert "rrule" not in event


@pytest.mark.parametrize(
    ("entry", "rule"),
    [
        (Entry("a", SHORT, EVENING, days=("mon", "tue")), "FREQ=WEEKLY;BYDAY=MO,TU"),
        (
            Entry("a", SHORT, EVENING, days=("mon",), last=date(2026, 5, 31)),
            "FREQ=WEEKLY;UNTIL=20260531T235959;BYDAY=MO",
        ),
        (Entry("a", SHORT, EVENING, every_days=7), "FREQ=DAILY;INTERVAL=7"),
    ],
)
def test_how_it_comes_back(entry, rule):
    assert [event["rrule"].to_ical().decode() for event in events(entry)] == [rule]


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Neck, back; and more", rb"X-WR-CALNAME:Neck\, back\; and more"),
        ("a\\b", rb"X-WR-CALNAME:a\\b"),
        ("My morning\nback care", rb"X-WR-CALNAME:My morning\nback care"),
    ],
)
def test_a_calendars_name_is_written_as_a_text_is(title, line):
    assert line in calendar_file(title, "", [Entry("a", SHORT, EVENING)], THURSDAY, "me")


def test_what_is_told_of_the_whole():
    data = calendar_file("T", "Left out, for you.", [Entry("a", SHORT, EVENING)], THURSDAY, "me")
    assert rb"X-WR-CALDESC:Left out\, for you." in data
