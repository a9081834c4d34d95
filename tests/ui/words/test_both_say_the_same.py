"""Window and terminal write days, times and numbers alike, and as the language does (CLDR, which Qt has)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QLocale, QTime

from coach.languages.files import compiled
from coach.ui.words.qt_language import LANGUAGE
from coach.words import dates
from coach.words.language import ENGLISH, Language
from coach.words.numbers import number, signed
from coach.words.sentences import and_list, comma_list, or_list
from coach.words.translated import Translated
from tests.languages.trial import Words, with_lrelease, write_ts

DAYS = [date(2026, month, 14) for month in range(1, 13)]
ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

PATTERNS: Mapping[str, tuple[str, str, str, str]] = {
    "de": ("{weekday}, {day}. {month}", "dddd, d. MMMM", "{hour02}:{minute}", "{whole},{part}"),
    "fr": ("{weekday} {day} {month}", "dddd d MMMM", "{hour02}:{minute}", "{whole},{part}"),
    "ja": ("{month_number}月{day}日{weekday}", "M月d日dddd", "{hour}:{minute}", "{whole}.{part}"),
    "ru": ("{weekday}, {day} {month}", "dddd, d MMMM", "{hour02}:{minute}", "{whole},{part}"),
    "ar": ("{weekday}، {day} {month}", "dddd، d MMMM", "{hour12}:{minute} {half}", "{whole}.{part}"),
}
"""A day as who translates writes it and as Qt would, a time, a number."""


def words_of(tag: str) -> Words:
    """What a translator writes of days, times and numbers, its names as Qt has them."""
    day, _, time, decimal = PATTERNS[tag]
    locale, long = QLocale(tag), QLocale.FormatType.LongFormat
    days = {("Names", name, ""): locale.dayName(place, long) for place, name in enumerate(ENGLISH_DAYS, 1)}
    months = {("Names", name, ""): locale.monthName(place, long) for place, name in enumerate(ENGLISH_MONTHS, 1)}
    return {
        **days,
        **months,
        ("Dates", "{weekday} {day} {month}", "Tuesday 14 May, or of {month_number}"): day,
        (
            "Dates",
            "{hour}:{minute}",
            "a time of day; or of {hour12} and {half} for 1 to 12 with AM and PM, or of {hour02} for 09",
        ): time,
        ("Dates", "AM", ""): locale.amText(),
        ("Dates", "PM", ""): locale.pmText(),
        ("Numbers", "{whole}.{part}", "a decimal number"): decimal,
        ("Sentences", "{first}, {second}", "of a list without an and: what stands between two"): "{first}; {second}",
        ("Sentences", "{first} and {last}", ""): "{first} + {last}",
    }


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    LANGUAGE.speak(ENGLISH)


def said(language: Language) -> list[str]:
    moments = [datetime(2026, 5, 14, hour, 7) for hour in (0, 9, 12, 23)]  # noqa: DTZ001 (a clock on the wall)
    return [
        *(tell(day, language) for day in DAYS for tell in (dates.date, dates.full_date, dates.short_date)),
        *(dates.on_weekday(day, language, today=date(2027, 1, 1)) for day in DAYS),
        *(dates.moment(at, language) for at in moments),
        *(number(value, language) for value in (3.0, 30.5, -1.25)),
        signed(1.5, language),
        *(join(["a", "b", "c"], language) for join in (comma_list, and_list, or_list)),
        *(dates.month_alone(month, language) for month in range(1, 13)),
        dates.days(["mon", "thu"], language),
    ]


@with_lrelease
@pytest.mark.parametrize("tag", list(PATTERNS))
def test_a_day_a_time_and_a_number(qapp, tag: str, tmp_path: Path):
    write_ts(tmp_path, tag, words_of(tag))
    file = compiled(tag, tmp_path)
    assert file is not None
    in_terminal = Translated(tag, file)
    LANGUAGE.speak(in_terminal)
    assert said(LANGUAGE) == said(in_terminal)
    locale = QLocale(tag)
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    for day in DAYS:
        known = locale.toString(QDate(day.year, day.month, day.day), PATTERNS[tag][1])
        if tag != "ar":  # its Qt has digits of its own, which no number here has
            assert dates.date(day, in_terminal) == known
    if tag != "ar":
        assert dates.hour(datetime(2026, 5, 14, 9, 7), in_terminal) == locale.toString(  # noqa: DTZ001
            QTime(9, 7), QLocale.FormatType.ShortFormat
        )
        assert number(30.5, in_terminal) == locale.toString(30.5)
