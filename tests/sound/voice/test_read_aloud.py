"""What is read aloud, as a table."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.sound.voice.read_aloud import is_latin, spoken
from tests.examples import examples


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
        ("8+ reps", "8 or more repetitions"),
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
        ("At 10:30:15", "At 10:30:15"),
        ("Shoulder blades back, and a little down.", "Shoulder blades back, and a little down."),
    ],
)
def test_english(written, aloud):
    assert spoken(written) == aloud


@pytest.mark.parametrize(
    ("written", "aloud"),
    [
        # two numbers: a position, a mark on a scale, a part, a day
        ("90/90 stretch", "90 90 stretch"),
        ("90-90 hip switch, 90–90", "90 90 hip switch, 90 90"),
        ("90°/90°", "90 degrees/90 degrees"),
        ("Strength 5/5.", "Strength 5 out of 5."),
        ("5/5, 10/10, 100/100", "5 out of 5, 10 out of 10, 100 out of 100"),
        ("Pain 2/5, effort of 3/5", "Pain 2 out of 5, effort of 3 out of 5"),
        ("Pain 0/5 or 6/10", "Pain 0 out of 5 or 6 out of 10"),
        ("24/7, 50/50", "24 7, 50 50"),
        ("1/4 turn, 3/4", "1/4 turn, 3/4"),
        ("3/10/2026, 5/5/26, 2026-11-29", "3/10/2026, 5/5/26, 2026-11-29"),
        ("Set 1/3, round 2/2", "Set 1 of 3, round 2 of 2"),
        ("RPE 6-7, 4-7-8, C7-T1", "RPE 6 to 7, 4-7-8, C7 to T1"),
        ("5–10–15", "5 to 10 to 15"),
        # units behind a hyphen, before a thing, behind a range
        ("5-sec hold, 30-sec plank", "5-second hold, 30-second plank"),
        ("10-s holds, a 2-min walk", "10-second holds, a 2-minute walk"),
        ("8-10-s hold, 8-10s", "8 to 10-second hold, 8 to 10 seconds"),
        ("3 s hold", "3 second hold"),
        ("3 x 10 s holds", "3 times 10 second holds"),
        ("Hold 3 s. Hold 5 s back.", "Hold 3 seconds. Hold 5 seconds back."),
        ("For 3 s hold the wall, after 10 s rest", "For 3 seconds hold the wall, after 10 seconds rest"),
        ("Hold 30 s rest 10 s", "Hold 30 seconds rest 10 seconds"),
        ("a 10 kg weight, 10 kg in each hand", "a 10 kilogram weight, 10 kilograms in each hand"),
        ("45° angle, at 45°.", "45 degree angle, at 45 degrees."),
        ("45-degree angle, 1° left", "45-degree angle, 1 degree left"),
        ("30-45°, 45°–60°", "30 to 45 degrees, 45 to 60 degrees"),
        ("10+ s, 10+s", "10 or more seconds, 10 or more seconds"),
        # so often
        ("2 sets x 10 reps", "2 sets of 10 repetitions"),
        ("2-3 sets × 30 s", "2 to 3 sets of 30 seconds"),
        ("Bridge x8, then rest", "Bridge 8 times, then rest"),
        ("x8. x 10-12", "8 times. 10 to 12 times"),
        ("Squats x 10 reps, plank x 30 s", "Squats, 10 repetitions, plank, 30 seconds"),
        ("10 reps x 3 sets", "10 repetitions, 3 sets"),
        ("1 x a day, x1", "once a day, once"),
        ("3x10, 6 x 400 m", "3 times 10, 6 times 400 metres"),
        ("box8, x-rays, 8xy, x1.5", "box8, x-rays, 8xy, x1.5"),
        # for each
        ("8-10 reps/side", "8 to 10 repetitions a side"),
        ("30 sec/side, 2 x 30s/side, 10/leg", "30 seconds a side, 2 times 30 seconds a side, 10 a leg"),
        (
            "6 min/km, 5:30/km, 12 km/h",
            "6 minutes a kilometre, 5 minutes 30 seconds a kilometre, 12 kilometres an hour",
        ),
        (
            "5:30 min/km, 5:30-6:00min/km, 4:00 min/mi",
            "5 minutes 30 seconds a kilometre, 5 minutes 30 seconds to 6 minutes a kilometre, 4 minutes a mile",
        ),
        (
            "1:30 min rest, 1:30 h, 5:30 minutes, 5:30pm",
            "1 minute 30 seconds rest, 1 hour 30 minutes, 5 minutes 30 seconds, 5:30pm",
        ),
        ("3x/week, 2 sessions/wk, 8 breaths/set", "3 times a week, 2 sessions a week, 8 breaths a set"),
        ("sets/reps, arm/leg, and/or, s/he", "sets/reps, arm/leg, and/or, s/he"),
        # parts
        (
            "1½ reps, 1 1/2 reps, 1-1/2 reps",
            "1 and a half repetitions, 1 and a half repetitions, 1 and a half repetitions",
        ),
        ("½ turn, 2¾ turns", "1/2 turn, 2 and three quarters turns"),
        ("1/2 min, 3/4 h", "half a minute, three quarters of an hour"),
        ("Set 1 1/2 turn", "Set 1 1/2 turn"),
        # marks behind a number
        ('Hold 5". Then 6″', "Hold 5 seconds. Then 6 seconds"),
        ('Say "level 5" first, “level 5” too', 'Say "level 5" first, “level 5” too'),
        ('He said "hold 5", then 6" more', 'He said "hold 5", then 6 seconds more'),
        ('a 6" step, feet 6" apart', "a 6 inch step, feet 6 inches apart"),
        ("hold 3' then 5\"", "hold 3 minutes then 5 seconds"),
        ("Hold 3', 1’. 6 x 3' with 1' rest", "Hold 3 minutes, 1 minute. 6 times 3 minutes with 1 minute rest"),
        ("It's 3'-5'/side, the athletes' 3' run", "It's 3 to 5 minutes a side, the athletes' 3 minute run"),
        ("feet 2' apart, 1' high", "feet 2 feet apart, 1 foot high"),
        ("Say 'level 3' first, ‘level 3’ too", "Say 'level 3' first, ‘level 3’ too"),
        # parts of a whole, and what is above what
        ("80/20, 20/80 running, 60/40", "80 20, 20 80 running, 60 40"),
        ("20/10 intervals, 120/80", "20 10 intervals, 120 over 80"),
        ("10/100, 15/30, 7/5", "10 out of 100, 15 out of 30, 7/5"),
        ("5'30\"/km, 3′ rest", "5 minutes 30 seconds a kilometre, 3 minute rest"),
        ("1h 30m, 10m 5 reps", "1 hour 30 minutes, 10 metres 5 repetitions"),
        # one or more
        ("Drop the shoulder(s), 2 rep(s), 1 rep(s)", "Drop the shoulder or shoulders, 2 repetitions, 1 repetition"),
        # letters
        ("Next: Prone T. 2 sets of 8.", "Next: Prone T: 2 sets of 8."),
        ("Prone T 2 sets, hinge Y 3 x 8", "Prone T: 2 sets, hinge Y: 3 times 8"),
        ("Elbows bent like a W. Lift", "Elbows bent like a W: Lift"),
        ("Prone T. Prone W.", "Prone T: Prone W."),
        ("A 2 minute walk. I do 3.", "A 2 minute walk. I do 3."),
        ("at 8 p.m. Then the U.S. team", "at 8 p.m. Then the U.S. team"),
        ("Grade C. Stop. Grade III. Type L", "Grade c. Stop. Grade III. Type l"),
        ("Ts and Ws, Is, Ys and Ts", "T's and W's, I's, Y's and T's"),
        ("Ys and As, as As you", "Y's and A's, as As you"),
        ("As you lift. Is it? Us. Ms Hill, the T's", "As you lift. Is it? Us. Ms Hill, the T's"),
        ("Hinge T/W/Y. Then L/R, N/A", "Hinge T, W, Y: Then left and right, N/A"),
        # no
        ("Answer yes or no.", "Answer yes or no!"),
        ("If it hurts, no. Stop at once. No. Stop.", "If it hurts, no! Stop at once. No! Stop."),
        ('Say "no." No. 5 times, no.5, NO.', 'Say "no!" No! 5 times, no! 5, NO!'),
        ("no... casino. Piano. no one", "no… casino. Piano. no one"),
        ("30'' rest", "30 seconds rest"),
        ("30’’", "30 seconds"),
        ("30s on / 30s off", "30 seconds on, 30 seconds off"),
        ("Left / right", "Left, right"),
        ("Pain 4 / 10", "Pain 4 out of 10"),
        ("3*10", "3 times 10"),
        ("*Slowly* and 3 * 10", "Slowly and 3 times 10"),
        ("Stage 1/5", "Stage 1 of 5"),
        ("Week 2/8, day 3/7", "Week 2 of 8, day 3 of 7"),
        ("Stop if it is > 5/10", "Stop if it is more than 5 out of 10"),
        ("Pain <= 3", "Pain at most 3"),
        ("Pain >= 6 -> stop", "Pain at least 6, stop"),
        ("Pain < 4", "Pain less than 4"),
        ("10—12 reps", "10 to 12 repetitions"),
        ("10−12 reps", "10 to 12 repetitions"),
        ("−5°", "-5 degrees"),
        ("1 hr", "1 hour"),
        ("170 spm", "170 steps a minute"),
    ],
)
def test_what_authors_write_and_its_neighbours(written, aloud):
    assert spoken(written) == aloud
    assert spoken(aloud) == aloud


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


@settings(max_examples=examples(80))
@given(st.text(max_size=60))
def test_any_text_stays_one_line_and_is_read_once(text):
    aloud = spoken(text)
    assert "\n" not in aloud
    assert aloud == aloud.strip()
    assert spoken(aloud) == aloud
