"""What an author wrote, quoted in a sentence."""

from __future__ import annotations

import pytest

from coach.content.suggest import shown


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
