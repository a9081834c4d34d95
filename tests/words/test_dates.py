"""Days and times of day in words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from coach.words import dates
from tests.words.languages import Bracketed, outside_brackets

MOMENT = datetime(2026, 5, 14, 9, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("names", "shown", "untranslated"),
    [
        (("mon", "tue", "wed", "thu", "fri", "sat", "sun"), "every day", ""),
        (("mon", "tue", "wed", "thu", "fri"), "Mon to Fri", ""),
        (("thu", "mon"), "Mon, Thu", ", "),
        (("sat", "sun"), "Sat, Sun", ", "),
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
    assert dates.hour(MOMENT) == "9:04"
    assert dates.of_day(24 * 60) == "24:00"


def test_names_are_those_of_the_language() -> None:
    language = Bracketed()
    assert dates.date(MOMENT, language) == "[day 4] 14 [month 5]"
    assert dates.short_date(MOMENT, language) == "14 [m 5]"
    assert dates.weekday(MOMENT, language) == "[d 4]"
    assert outside_brackets(dates.moment(MOMENT, language)) == ""
