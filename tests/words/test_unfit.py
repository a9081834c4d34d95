"""What a value is that is none of what it has to be."""

from __future__ import annotations

from typing import get_args

import pytest

from coach.unfit import NoneOf, NoNumber, Plain, Special, Unfit
from coach.words.language import ENGLISH
from coach.words.unfit import unfit


@pytest.mark.parametrize(
    ("what", "told"),
    [
        (NoNumber(0.5, 2.0), "no number from 0.5 to 2"),
        (NoNumber(1, 120, is_age=True), "no age from 1 to 120"),
        (NoneOf(("system", "dark")), "none of system, dark"),
        (NoneOf(("mon", "tue"), is_day=True), "a day that is none of mon, tue"),
        ("no-text", "no text"),
        ("no-time-of-day", "no time of day"),
    ],
)
def test_words(what: Unfit, told: str) -> None:
    assert unfit(ENGLISH, what) == told


def test_each_has_its_own() -> None:
    every = [*get_args(Plain), *get_args(Special)]
    assert len({unfit(ENGLISH, what) for what in every}) == len(every)
