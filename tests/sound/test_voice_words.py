"""What is read aloud, as a table."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.sound.voice.words import is_latin, spoken


@pytest.mark.parametrize(
    ("written", "aloud"),
    [
        ("8 x 5 s", "8 times 5 seconds"),
        ("8 × 5 s each side", "8 times 5 seconds each side"),
        ("2x10", "2 times 10"),
        ("Hold 1 s.", "Hold 1 second."),
        ("Hold 30s, rest 1min", "Hold 30 seconds, rest 1 minute"),
        ("12 reps", "12 repetitions"),
        ("A gap of 3 cm, 1.5 kg", "A gap of 3 centimetres, 1.5 kilograms"),
        ("8-12 repetitions", "8 to 12 repetitions"),
        ("Rate it, 0–10.", "Rate it, 0 to 10."),
        ("Wait 1:30.", "Wait 1 minute 30 seconds."),
        ("Wait 2:00, then 0:05", "Wait 2 minutes, then 5 seconds"),
        ("50% effort, 90°", "50 percent effort, 90 degrees"),
        ("Band, e.g. the red one", "Band, for example the red one"),
        ("Left & right", "Left and right"),
        ("  two \n lines ", "two lines"),
        # and what must stay
        ("It's 5's turn, class 5b, T5 spine", "It's 5's turn, class 5b, T5 spine"),
        ("30-second wall test", "30-second wall test"),
        ("Chin-tuck", "Chin-tuck"),
        ("Prone T. Prone W.", "Prone T. Prone W."),
        ("At 10:30:15", "At 10:30:15"),
        ("Shoulder blades back, and a little down.", "Shoulder blades back, and a little down."),
    ],
)
def test_english(written, aloud):
    assert spoken(written) == aloud


def test_another_language_is_read_as_it_stands():
    assert spoken("8 x 5 s  halten", "de") == "8 x 5 s halten"


@pytest.mark.parametrize(
    ("text", "is_readable"),
    [
        ("Halfway.", True),
        ("Kinn zurück.", True),
        ("8", True),
        ("Σκύψε", False),
        ("あごを引く", False),
        ("下巴 chin", True),
        ("...", False),
        ("", False),
    ],
)
def test_whether_the_voice_can_read_it(text, is_readable):
    assert is_latin(text) is is_readable


@settings(max_examples=80)
@given(st.text(max_size=60))
def test_any_text_stays_one_line_and_is_read_once(text):
    aloud = spoken(text)
    assert "\n" not in aloud
    assert aloud == aloud.strip()
    assert spoken(aloud) == aloud
