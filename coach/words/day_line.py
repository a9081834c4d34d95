"""A day's line at the desk: what came, waited, was done, put off; of today and of days before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from coach.content.model import Reminder
from coach.progress.reminder_rows import ReminderRecord
from coach.reminders.status import LogEntry
from coach.words.dates import date as long_date
from coach.words.desk_view import LogLine
from coach.words.language import ENGLISH, Language
from coach.words.reminders import title_of_a_gone_one
from coach.words.sentences import comma_list

_COUNTED = {"came": ("shown",), "done": ("done", "started"), "snoozed": ("snoozed",), "waited": ("deferred",)}
"""What of a note each count counts."""


def entries(
    records: Iterable[ReminderRecord], reminders: Mapping[str, Reminder], language: Language = ENGLISH
) -> list[LogEntry]:
    """The notes of a day in their order; what one absence was for several reminders stands once."""
    found: list[LogEntry] = []
    for record in records:
        reminder = reminders.get(record.reminder_id)
        title = title_of_a_gone_one(record.reminder_id, language)
        if reminder is not None:
            title = reminder.title.in_language(language.tag)
        entry = LogEntry(record.at, record.reminder_id, title, record.what, record.why)
        if not entry.repeats(found):
            found.append(entry)
    return found


def day_title(day: date, today: date, language: Language = ENGLISH) -> str:
    """Today, Yesterday, Tuesday 14 May."""
    if day == today:
        return language.translate("DayLine", "Today")
    if day == today - timedelta(days=1):
        return language.translate("DayLine", "Yesterday")
    return long_date(day, language)


def counts(lines: Sequence[LogLine], language: Language = ENGLISH) -> str:
    """`4 came, 2 done, 1 snoozed, 1 waited`: what there was of each; empty where there was nothing of them."""
    found = {what: sum(1 for line in lines if line.what in whats) for what, whats in _COUNTED.items()}
    told = (
        (found["came"], language.translate("DayLine", "{n} came")),
        (found["done"], language.translate("DayLine", "{n} done")),
        (found["snoozed"], language.translate("DayLine", "{n} snoozed")),
        (found["waited"], language.translate("DayLine", "{n} waited")),
    )
    return comma_list((text.format(n=count) for count, text in told if count), language)
