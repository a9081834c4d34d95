"""A row, a rest, a fly in another's place, and what is only said before and after them."""

from __future__ import annotations

import pytest

from coach.session.at_hand import named_at, named_from
from coach.session.timeline import Interval

SESSION = (
    Interval("say", 0.0, 5.0, text="Listen."),
    Interval("work", 5.0, 10.0, "row"),
    Interval("rest", 15.0, 10.0, "fly"),
    Interval("work", 25.0, 10.0, "fly", named="wide-fly"),
    Interval("say", 35.0, 5.0, text="Done."),
)


@pytest.mark.parametrize(
    ("index", "now", "next_one"),
    [
        (0, "row", "row"),
        (1, "row", "row"),
        (2, "row", "wide-fly"),
        (3, "wide-fly", "wide-fly"),
        (4, "wide-fly", "wide-fly"),
    ],
)
def test_what_is_done_and_what_comes_are_told_as_the_file_names_them(index: int, now: str, next_one: str) -> None:
    assert (named_at(SESSION, index), named_from(SESSION, index)) == (now, next_one)


def test_where_nothing_is_to_be_done_nothing_is_named() -> None:
    assert (named_at(SESSION[:1], 0), named_from(SESSION[:1], 0)) == (None, None)
