"""How texts are joined to sentences, by language."""

from __future__ import annotations

import pytest

from coach.words.sentences import and_list, lowered, raised
from tests.words.languages import Glossary

GERMAN = Glossary("de", {"small": "same", "{first} and {last}": "{first} und {last}"})


@pytest.mark.parametrize(
    ("things", "english", "german"),
    [
        ([], "", ""),
        (["A"], "A", "A"),
        (["A", "B"], "A and B", "A und B"),
        (["A", "B", "C"], "A, B and C", "A, B und C"),
    ],
)
def test_lists(things: list[str], english: str, german: str):
    assert (and_list(things), and_list(things, GERMAN)) == (english, german)


def test_a_large_letter_stays_where_the_language_keeps_it():
    assert (lowered("Rest"), lowered("Ruhe", GERMAN), raised("every day"), lowered("")) == (
        "rest",
        "Ruhe",
        "Every day",
        "",
    )
