"""What an author wrote, quoted in a sentence, and the known name nearest to it."""

from __future__ import annotations

import pytest

from coach.content.joints import POINTS
from coach.content.suggest import nearest, shown


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("chin-tuk", "chin-tuk"),
        ("two\n  lines", "two lines"),
        ("é 😀", "é 😀"),
        ("\ue000", "U+E000"),  # a private character, as icon fonts use them
        ("zero\u200bwidth", "zeroU+200Bwidth"),
        ("a" * 41, "a" * 37 + "..."),
    ],
)
def test_it_stands_on_one_line_and_can_be_seen(text: str, sentence: str) -> None:
    assert shown(text) == sentence


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("left-feet", "left-foot"),  # as like left-knee, but not from the beginning
        ("right-feet", "right-foot"),
        ("left-hands", "left-hand"),
        ("left-elbos", "left-elbow"),
        ("Left_Foot", "left-foot"),
        ("fet", "feet"),
        ("moustache", None),
    ],
)
def test_the_nearest_point_of_the_body(word: str, near: str | None) -> None:
    assert nearest(word, POINTS) == near
