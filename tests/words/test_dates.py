"""Days and times of day in words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from coach.words import dates
from coach.words.language import ENGLISH
from tests.words.languages import Bracketed, Glossary, outside_brackets

MOMENT = datetime(2026, 5, 14, 9, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("names", "shown", "untranslated"),
    [
        (("mon", "tue", "wed", "thu", "fri", "sat", "sun"), "every day", ""),
        (("mon", "tue", "wed", "thu", "fri"), "Mon to Fri", ""),
        (("thu", "mon"), "Mon, Thu", ""),
        (("sat", "sun"), "Sat, Sun", ""),
        (("sat",), "Sat", ""),
    ],
)
def test_days(names: tuple[str, ...], shown: str, untranslated: str) -> None:
    assert dates.days(names) == shown
    assert outside_brackets(dates.days(names, Bracketed())) == untranslated


def test_moments() -> None:
    assert dates.date(MOMENT) == "Thursday 14 May"
    assert dates.short_date(MOMENT) == "14 May"
    assert dates.moment(MOMENT) == "14 May, 9:04"
    assert dates.weekday(MOMENT) == "Thu"
    assert dates.hour(MOMENT, ENGLISH) == "9:04"
    assert dates.of_day(24 * 60, ENGLISH) == "24:00"


def test_names_are_those_of_the_language() -> None:
    language = Bracketed()
    assert dates.date(MOMENT, language) == "[[day 4] 14 [month 5]]"
    assert dates.short_date(MOMENT, language) == "[14 [m 5]]"
    assert dates.weekday(MOMENT, language) == "[d 4]"
    assert outside_brackets(dates.moment(MOMENT, language)) == ""


def test_the_year_stands_where_it_is_another():
    day = date(2026, 5, 14)
    for today, short, with_day in (
        (date(2026, 1, 1), "14 May", "Thu 14 May"),
        (date(2027, 1, 1), "14 May 2026", "Thu 14 May 2026"),
    ):
        assert dates.short_date(day, today=today) == short
        assert dates.on_weekday(day, today=today) == with_day
    assert dates.short_date_of_year(day) == "14 May 2026"
    assert dates.month_alone(5) == "May"


US = Glossary(
    "us",
    {
        "{hour}:{minute}": "{hour12}:{minute} {half}",
        "{weekday} {day} {month}": "{weekday}, {month} {day}",
        "{day} {month}": "{month} {day}",
        "{day} {month} {year}": "{month} {day}, {year}",
        "AM": "a.m.",
        "PM": "p.m.",
    },
)
KOREAN = Glossary("ko", {"{hour}:{minute}": "{half} {hour12}:{minute}", "AM": "오전", "PM": "오후"})


@pytest.mark.parametrize(
    ("minutes", "english", "american", "korean"),
    [
        (0, "0:00", "12:00 a.m.", "오전 12:00"),
        (9 * 60 + 4, "9:04", "9:04 a.m.", "오전 9:04"),
        (12 * 60, "12:00", "12:00 p.m.", "오후 12:00"),
        (23 * 60 + 59, "23:59", "11:59 p.m.", "오후 11:59"),
    ],
)
def test_a_time_of_day_is_written_and_read_as_a_language_does(minutes: int, english: str, american: str, korean: str):
    for language, told in ((ENGLISH, english), (US, american), (KOREAN, korean)):
        assert dates.of_day(minutes, language) == told
        assert dates.typed(told, language) == minutes, "what stands in a field can be typed"
        assert dates.typed(english, language) == minutes, "24 hours are read in any language"


@pytest.mark.parametrize("text", ["", "am", "24:00", "9:60", "13 pm", "0 am", "nine", "9:15:00", "٩"])
def test_what_is_no_time_is_none(text: str):
    assert dates.typed(text, ENGLISH) is None


def test_the_order_is_the_languages():
    assert dates.date(MOMENT, US) == "Thursday, May 14"
    assert dates.full_date(MOMENT, US) == "May 14, 2026"
    assert dates.moment(MOMENT, US) == "May 14, 9:04 a.m."
