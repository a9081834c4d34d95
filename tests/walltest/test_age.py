"""An age that was told once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coach.walltest.age import ToldAge, age_typed

TOLD = ToldAge(49, date(2026, 5, 12))


@pytest.mark.parametrize(
    ("day", "age"),
    [
        (date(2026, 5, 12), 49),
        (date(2027, 5, 11), 49),
        (date(2027, 5, 12), 50),
        (date(2036, 12, 31), 59),
        (date(2020, 1, 1), 49),  # a clock that was wrong makes nobody younger
    ],
)
def test_it_grows_by_whole_years(day: date, age: int) -> None:
    assert TOLD.at(day) == age


def test_what_is_kept_is_read_again() -> None:
    assert ToldAge.read(TOLD.as_json()) == TOLD


@pytest.mark.parametrize(
    "value", [None, 49, [49], [49, 12], [True, "2026-05-12"], [0, "2026-05-12"], [121, "2026-05-12"], [49, "May"],
              [49.5, "2026-05-12"]],
)  # fmt: skip
def test_anything_else_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match=r"no-age|is_age|isoformat"):
        ToldAge.read(value)


@pytest.mark.parametrize(
    ("text", "age"), [("55", 55), (" 55 ", 55), ("1", 1), ("120", 120), ("121", None), ("0", None), ("", None),
                      ("-5", None), ("5.5", None), ("\u0665\u0665", None), ("fifty", None), ("0055", None)],
)  # fmt: skip
def test_what_is_typed(text: str, age: int | None) -> None:
    assert age_typed(text) == age
