"""Days and times of day in words, the same on every page, in window and terminal.

How a language writes them, the order of day and month, a dot behind the day, twelve hours or 24, is translated like
any text: so the window, which has Qt's own, and the terminal, which has not, say the same. Weeks begin on Monday in
every language, as plans and what was done are counted by weeks (ISO 8601).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as date_of_a_year
from datetime import datetime

from coach.content.model import WEEKDAYS
from coach.words import names as words_for
from coach.words.language import ENGLISH, Language
from coach.words.sentences import comma_list

_DAY_MINUTES = 24 * 60
_HALF_DAY = 12
_TYPED = re.compile(r"(\d{1,2})(?:[:.](\d{0,2}))?")


def hour(moment: datetime, language: Language) -> str:
    """A time of day: 9:34."""
    return of_day(moment.hour * 60 + moment.minute, language)


def of_day(minutes: int, language: Language) -> str:
    """Minutes after midnight as a time of day; 24:00 is the day's end."""
    told = language.translate(
        "Dates",
        "{hour}:{minute}",
        "a time of day; or of {hour12} and {half} for 1 to 12 with AM and PM, or of {hour02} for 09",
    )
    whole, minute = divmod(minutes, 60)
    half = _halves(language)[whole % 24 // _HALF_DAY]
    hour12 = whole % _HALF_DAY or _HALF_DAY
    return told.format(hour=whole, hour02=f"{whole:02}", hour12=hour12, half=half, minute=f"{minute:02}")


def typed(text: str, language: Language) -> int | None:
    """Minutes after midnight of a time that somebody typed: `9`, `9:15`, `9.15`, and `9:15 pm` as the language says it.
    None where it is none.

    >>> typed(" 9", ENGLISH), typed("21.15", ENGLISH), typed("9:15 pm", ENGLISH), typed("13 pm", ENGLISH)
    (540, 1275, 1275, None)
    """
    rest, half = text.strip().casefold(), None
    for number, word in enumerate(_halves(language)):
        told = word.casefold()
        if told and (rest.endswith(told) or rest.startswith(told)):
            rest, half = rest.removesuffix(told).removeprefix(told).strip(), number
    found = _TYPED.fullmatch(rest) if rest.isascii() else None
    if found is None:
        return None
    whole, minute = int(found[1]), int(found[2] or 0)
    if half is not None:
        if not 1 <= whole <= _HALF_DAY:
            return None
        whole = whole % _HALF_DAY + half * _HALF_DAY
    minutes = 60 * whole + minute
    return minutes if minute < 60 and minutes < _DAY_MINUTES else None


def _halves(language: Language) -> tuple[str, str]:
    return language.translate("Dates", "AM"), language.translate("Dates", "PM")


def date(moment: date_of_a_year, language: Language = ENGLISH) -> str:
    """Tuesday 14 May."""
    return _told(
        language.translate("Dates", "{weekday} {day} {month}", "Tuesday 14 May, or of {month_number}"), moment, language
    )


def full_date(moment: date_of_a_year, language: Language = ENGLISH) -> str:
    """14 May 2026."""
    return _told(
        language.translate("Dates", "{day} {month} {year}", "14 September 2026, or of {month_number}"), moment, language
    )


def short_date(moment: date_of_a_year, language: Language = ENGLISH, *, today: date_of_a_year | None = None) -> str:
    """14 May; with its year where that is another than today's."""
    if today is not None and today.year != moment.year:
        return short_date_of_year(moment, language)
    return _told(
        language.translate("Dates", "{day} {month}", "14 Sep, or of {month_number}"), moment, language, short=True
    )


def short_date_of_year(moment: date_of_a_year, language: Language = ENGLISH) -> str:
    """14 May 2026, short."""
    return _told(
        language.translate("Dates", "{day} {month} {year}", "14 Sep 2026, or of {month_number}"),
        moment,
        language,
        short=True,
    )


def on_weekday(moment: date_of_a_year, language: Language = ENGLISH, *, today: date_of_a_year | None = None) -> str:
    """Thu 14 May; with its year where that is another than today's."""
    if today is not None and today.year != moment.year:
        told = language.translate("Dates", "{weekday} {day} {month} {year}", "Thu 14 Sep 2026, or of {month_number}")
    else:
        told = language.translate("Dates", "{weekday} {day} {month}", "Thu 14 Sep, or of {month_number}")
    return _told(told, moment, language, short=True)


def moment(moment: datetime, language: Language = ENGLISH) -> str:
    """14 May, 9:34: what was done on one day is told apart by its time."""
    return at_time(short_date(moment, language), moment, language)


def at_time(day: str, moment: datetime, language: Language = ENGLISH) -> str:
    """A day that is told already, and the time of a moment on it: `Tuesday 14 May, 9:34`."""
    return language.translate("Dates", "{date}, {time}").format(date=day, time=hour(moment, language))


def weekday(moment: date_of_a_year, language: Language = ENGLISH) -> str:
    """Thu."""
    return language.day_name(moment.isoweekday(), short=True)


def month_alone(number: int, language: Language = ENGLISH) -> str:
    """A month's short name by itself, not within a date, which some languages tell apart: May, of a number from 1."""
    return words_for.month_alone(language, number)


def _told(pattern: str, day: date_of_a_year, language: Language, *, short: bool = False) -> str:
    return pattern.format(
        weekday=language.day_name(day.isoweekday(), short=short),
        day=day.day,
        month=language.month_name(day.month, short=short),
        month_number=day.month,
        year=day.year,
    )


def days(names: Sequence[str], language: Language = ENGLISH) -> str:
    """Days of the week: `every day`, `Mon to Fri`, `Mon, Thu`."""
    numbers = sorted(WEEKDAYS.index(name) + 1 for name in names)
    if len(numbers) == len(WEEKDAYS):
        return language.translate("Dates", "every day")
    words = [language.day_name(number, short=True) for number in numbers]
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return language.translate("Dates", "{first} to {last}").format(first=words[0], last=words[-1])
    return comma_list(words, language)
