"""A part of a sentence, and whether it counts."""

from __future__ import annotations

import pytest

from coach.content.model import Phrase, Text


@pytest.mark.parametrize(
    ("phrase", "counts"),
    [
        (Phrase(Text("{n} set"), Text("{n} sets")), True),
        (Phrase(Text("{n} s"), Text("{n} s"), {"few": Text("{n} s")}), True),
        (Phrase(Text("left"), Text("left")), False),
    ],
)
def test_one_that_is_another_beside_some_numbers_counts(phrase: Phrase, counts: bool) -> None:
    assert phrase.counts is counts
