"""Who reviewed an exercise, and when."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coach.content import units
from coach.content.examining import check
from coach.content.library import Folders, load
from coach.content.model import Review, Text
from coach.content.review import day_of
from tests.content.shelf import exercise, fill, small_library


@pytest.mark.parametrize(
    ("text", "day"),
    [("2026-11-29", date(2026, 11, 29)), ("2024-02-29", date(2024, 2, 29)), ("1900-01-01", date(1900, 1, 1))],
)
def test_a_day(text: str, day: date) -> None:
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2026-2-3", "2026-2-3 is not a date; write 2026-02-03"),
        ("2026/11/29", "2026/11/29 is not a date; write 2026-11-29"),
        ("29.11.2026", "29.11.2026 is not a date; write 2026-11-29"),
        ("1. 2. 2026", "1. 2. 2026 is not a date; write 2026-02-01"),
        ("31.2.2026", "31.2.2026 is not a date; write the year, month and day, such as 2026-11-29"),
        ("03/04/2026", "03/04/2026 is not a date; write the year, month and day, such as 2026-11-29"),
        ("2026-11", "2026-11 is not a date; write the year, month and day, such as 2026-11-29"),
        ("yesterday", "yesterday is not a date; write the year, month and day, such as 2026-11-29"),
        ("", "an empty text is not a date; write the year, month and day, such as 2026-11-29"),
        ("2025-02-29", "there is no 2025-02-29 in the calendar; write a day that there was, such as 2026-11-29"),
        ("2026-13-01", "there is no 2026-13-01 in the calendar; write a day that there was, such as 2026-11-29"),
        ("0000-01-01", "there is no 0000-01-01 in the calendar; write a day that there was, such as 2026-11-29"),
        ("1899-12-31", "1899-12-31 is too early; write a day from 1900 on"),
    ],
)
def test_what_is_no_day(text: str, told: str) -> None:
    with pytest.raises(units.Wrong, match=r"write") as wrong:
        day_of(text)
    assert str(wrong.value) == told


def reviewed(root: Path, value: str) -> tuple[Folders, Path]:
    """A library of its own with one exercise that has this review."""
    yours = fill(root, {"routines/exercises/mine.yaml": exercise("mine", "{reps: 8}", f"reviewed: {value}\n")})
    return yours, root / "routines" / "exercises" / "mine.yaml"


def test_what_is_kept_of_it(tmp_path: Path) -> None:
    shipped = small_library(tmp_path / "shipped")
    for number, (written, kept) in enumerate(
        [
            ("false", False),
            ("true", Review()),
            ("{by: Jane Doe, on: 2026-03-01}", Review(Text("Jane Doe"), date(2026, 3, 1))),
        ]
    ):
        yours, _ = reviewed(tmp_path / str(number), written)
        assert load(shipped, yours).exercises["mine"].reviewed == kept


def test_a_day_that_is_yet_to_come_is_told_where_the_day_is_known(tmp_path: Path) -> None:
    shipped = small_library(tmp_path / "shipped")
    yours, file = reviewed(tmp_path / "mine", "{by: Jane Doe, on: 2026-03-03}")
    told = f"{file}:9:30: 2026-03-03 is yet to come; write the day on which it was reviewed"
    for today, found in {date(2026, 3, 1): [told], date(2026, 3, 2): [], date(2026, 3, 3): [], None: []}.items():
        assert [str(one) for one in check([file], shipped, None, today=today)] == found
        assert [str(one) for one in check([], shipped, yours, today=today)] == found
    assert "mine" in load(shipped, yours).exercises  # a wrong clock takes nothing away
