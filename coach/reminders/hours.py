"""The days, hours and clock times of a reminder. Local times without an offset throughout: what the wall clock shows.

A window that crosses midnight belongs to the day it begins, and so do the clock times inside it.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from coach.content.model import DAY_MINUTES, WEEKDAYS, Reminder, Window

DAY = timedelta(days=1)


def at_minute(day: date, minute: int) -> datetime:
    """The moment `minute` minutes after the midnight that begins `day`; 1440 is the next midnight."""
    return datetime.combine(day, time()) + timedelta(minutes=minute)


def crosses_midnight(window: Window) -> bool:
    """Whether it ends on the day after it began; a window of no length does, and lasts a whole day."""
    return window.end <= window.start


def opening(window: Window, day: date) -> tuple[datetime, datetime]:
    """From when until when (not counted) the window that begins on `day` is open."""
    end = window.end + DAY_MINUTES if crosses_midnight(window) else window.end
    return at_minute(day, window.start), at_minute(day, end)


def open_day(window: Window, moment: datetime) -> date | None:
    """The day to which `moment` belongs: the one on which the open window began; None while it is closed."""
    for day in (moment.date(), moment.date() - DAY):
        start, end = opening(window, day)
        if start <= moment < end:
            return day
    return None


def is_within(window: Window, minute: int) -> bool:
    """Whether a time of day, minutes after midnight, lies in the window."""
    if crosses_midnight(window):
        return minute >= window.start or minute < window.end
    return window.start <= minute < window.end


def falls_on(reminder: Reminder, day: date) -> bool:
    """Whether the reminder may come on `day`."""
    return WEEKDAYS[day.weekday()] in reminder.days


def next_opening(reminder: Reminder, moment: datetime) -> datetime | None:
    """`moment` if the reminder may come then, else when it may next; None if it has no day at all."""
    day = open_day(reminder.between, moment)
    if day is not None and falls_on(reminder, day):
        return moment
    for ahead in range(-1, 9):
        day = moment.date() + ahead * DAY
        start, _ = opening(reminder.between, day)
        if start > moment and falls_on(reminder, day):
            return start
    return None


def occurrences(reminder: Reminder, after: datetime, until: datetime) -> list[datetime]:
    """The reminder's clock times later than `after` and not later than `until`, in order."""
    found = []
    day = after.date() - DAY
    while day <= until.date():
        if falls_on(reminder, day):
            found += [
                moment for minute in reminder.at if after < (moment := _appointed(reminder, day, minute)) <= until
            ]
        day += DAY
    return sorted(found)


def next_occurrence(reminder: Reminder, after: datetime) -> datetime | None:
    """The reminder's next clock time; None if it has none."""
    for ahead in range(8 if reminder.at else 0):  # day by day: it is mostly the first
        found = occurrences(reminder, after + ahead * DAY, after + (ahead + 1) * DAY)
        if found:
            return found[0]
    return None


def last_chance(reminder: Reminder, occurrence: datetime) -> datetime:
    """Until when a clock time that had to wait may still come: its window's end, else the end of its day."""
    day = open_day(reminder.between, occurrence)
    if day is None and occurrence < opening(reminder.between, occurrence.date())[0]:
        day = occurrence.date()
    return at_minute(occurrence.date() + DAY, 0) if day is None else opening(reminder.between, day)[1]


def _appointed(reminder: Reminder, day: date, minute: int) -> datetime:
    window = reminder.between
    is_after_midnight = crosses_midnight(window) and minute < window.end and minute < window.start
    return at_minute(day + DAY if is_after_midnight else day, minute)
