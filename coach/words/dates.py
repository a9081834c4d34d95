"""Days and times of day in words, the same on every page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as date_of_a_year
from datetime import datetime

from coach.content.model import WEEKDAYS
from coach.words.language import ENGLISH, Language


def hour(moment: datetime) -> str:
    """A time of day: 9:34."""
    return of_day(moment.hour * 60 + moment.minute)


def of_day(minutes: int) -> str:
    """Minutes after midnight as a time of day."""
    return f"{minutes // 60}:{minutes % 60:02}"


def date(moment: date_of_a_year, language: Language = ENGLISH) -> str:
    """Tuesday 14 May."""
    return f"{language.day_name(moment.isoweekday())} {moment.day} {language.month_name(moment.month)}"


def full_date(moment: date_of_a_year, language: Language = ENGLISH) -> str:
    """14 May 2026."""
    return f"{moment.day} {language.month_name(moment.month)} {moment.year}"


def short_date(moment: date_of_a_year, language: Language = ENGLISH) -> str:
    """14 May."""
    return f"{moment.day} {language.month_name(moment.month, short=True)}"


def moment(moment: datetime, language: Language = ENGLISH) -> str:
    """14 May, 9:34: what was done on one day is told apart by its time."""
    told = language.translate("Dates", "{date}, {time}")
    return told.format(date=short_date(moment, language), time=hour(moment))


def weekday(moment: date_of_a_year, language: Language = ENGLISH) -> str:
    """Thu."""
    return language.day_name(moment.isoweekday(), short=True)


def days(names: Sequence[str], language: Language = ENGLISH) -> str:
    """Days of the week: `every day`, `Mon to Fri`, `Mon, Thu`."""
    numbers = sorted(WEEKDAYS.index(name) + 1 for name in names)
    if len(numbers) == len(WEEKDAYS):
        return language.translate("Dates", "every day")
    words = [language.day_name(number, short=True) for number in numbers]
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return language.translate("Dates", "{first} to {last}").format(first=words[0], last=words[-1])
    return ", ".join(words)
