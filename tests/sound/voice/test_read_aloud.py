"""What is read aloud, as a table."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.sound.voice.read_aloud import is_latin, spoken


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
        ("2x30 s", "2 times 30 seconds"),
        ("3 x a day, 2× daily", "3 times a day, 2 times daily"),
        ("8+ reps", "8 or more reps"),
        ("Pain 5/10, effort 10/10.", "Pain 5 out of 10, effort 10 out of 10."),
        ("Set 2/3, round 1/2", "Set 2 of 3, round 1 of 2"),
        ("Walk 1h30m, hold 1m30s", "Walk 1 hour 30 minutes, hold 1 minute 30 seconds"),
        ("30 - 60 secs, 2 mins", "30 to 60 seconds, 2 minutes"),
        ("~10 s, ≤ 3/10, ≥ 2 cm", "about 10 seconds, at most 3 out of 10, at least 2 centimetres"),
        ("Around T4-T8", "Around T4 to T8"),
        # and what must stay
        ("1/2 turn, 3/4 of the way", "1/2 turn, 3/4 of the way"),
        ("Breathe in/out, left/right", "Breathe in/out, left/right"),
        ("Version 1.2+, on 3/10/2026", "Version 1.2+, on 3/10/2026"),
        ("4x4 band, grip 2x", "4 times 4 band, grip 2 times"),
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
