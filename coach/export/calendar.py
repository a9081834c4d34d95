"""Entries as a calendar file (iCalendar, RFC 5545). They have no zone, so that they stay at their hour when the clocks
change, wherever the person is.

`person` is a name that only they have: two people who keep a calendar together have entries of their own, and a second
export takes the place of the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event, vText

from coach import __version__
from coach.export.entries import Entry
from coach.export.free_times import rounded


def calendar_file(title: str, text: str, entries: Sequence[Entry], now: datetime, person: str) -> bytes:
    """The file; `text` tells of the whole. `now` is aware."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Posture Coach//{__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", vText(title))  # the library escapes only in properties that it knows
    if text:
        calendar.add("x-wr-caldesc", vText(text))
    for entry in entries:
        calendar.add_component(_event(entry, now, person))
    return bytes(calendar.to_ical())


def _event(entry: Entry, now: datetime, person: str) -> Event:
    event = Event()
    event.add("uid", f"{entry.uid}-{person}@posture-coach")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("summary", entry.told.title)
    if entry.told.text:
        event.add("description", entry.told.text)
    event.add("dtstart", entry.start)
    event.add("duration", rounded(entry.told.seconds))
    if entry.days:
        rule: dict[str, object] = {"freq": "weekly", "byday": [day[:2].upper() for day in entry.days]}
        if entry.last is not None:
            rule["until"] = datetime.combine(entry.last, time(23, 59, 59))
        event.add("rrule", rule)
    elif entry.every_days is not None:
        event.add("rrule", {"freq": "daily", "interval": entry.every_days})
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.told.title)
    alarm.add("trigger", timedelta())
    event.add_component(alarm)
    return event
