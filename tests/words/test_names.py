"""The names of days and months."""

from __future__ import annotations

import calendar

import pytest

from coach.words import names
from coach.words.language import ENGLISH
from tests.words.languages import Bracketed


@pytest.mark.parametrize("number", range(1, 8))
def test_days_are_those_of_the_week(number: int):
    assert names.day(ENGLISH, number) == calendar.day_name[number - 1]
    assert names.day(ENGLISH, number, short=True) == calendar.day_abbr[number - 1]


@pytest.mark.parametrize("number", range(1, 13))
def test_months_are_those_of_the_year(number: int):
    assert names.month(ENGLISH, number) == calendar.month_name[number]
    assert names.month(ENGLISH, number, short=True) == calendar.month_abbr[number]


def test_they_are_words_like_all_others():
    assert names.day(Bracketed(), 7) == "[Sunday]"
    assert names.month(Bracketed(), 5, short=True) == "[May]"
