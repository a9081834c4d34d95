"""How long a sentence takes: by the count of the format, and as a voice really needs."""

from __future__ import annotations

import pytest

from coach.session.speech import spoken_seconds, voiced_seconds


@pytest.mark.parametrize(("text", "seconds"), [("", 0.0), ("Fifteen letters", 1.0), ("Up. " * 15, 4.0), ("1.", 2 / 15)])
def test_the_count_is_fifteen_characters_a_second_whatever_they_are(text: str, seconds: float) -> None:
    assert spoken_seconds(text) == pytest.approx(seconds)


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        ("", 0.3),
        ("x" * 100, 4.6),
        ("12 xx", 0.3 + 0.5 + 3 * 0.043),  # a digit is a word
        ("aa, bb; cc: dd", 0.3 + 14 * 0.043 + 3 * 0.28),
        ("aa. bb! cc? dd… ee", 0.3 + 18 * 0.043 + 4 * 0.9),  # a breath
        ("aa.", 0.3 + 3 * 0.043),  # none behind the last word
        ("1.5,2", 0.3 + 3 * 0.25 + 2 * 0.043),  # nor in a number
    ],
)
def test_a_voice_begins_breathes_and_reads_figures_as_words(words: str, seconds: float) -> None:
    assert voiced_seconds(words) == pytest.approx(seconds)
