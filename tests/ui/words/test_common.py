"""Numbers and moments in words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale

from coach.content.model import Dose, Text
from coach.session.phrases import Phrases
from coach.session.timeline import Timeline
from coach.ui.words import common as words


@pytest.fixture(autouse=True)
def english():
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00"), (5, "0:05"), (59.6, "1:00"), (576, "9:36"), (3720, "1:02:00"), (-3, "0:00")]
)
def test_watch_time(seconds, shown):
    assert words.clock(seconds) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, "0 s"),
        (40, "40 s"),
        (60, "1 min"),
        (576, "9 min 36 s"),
        (90, "1 min 30 s"),
        (3600, "1 h"),
        (7500, "2 h 5 min"),
        (3599, "59 min 59 s"),
    ],
)
def test_lengths(seconds, shown):
    assert words.length(seconds) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "now"), (0.5, "now"), (30, "under a minute"), (61, "2 min"), (720, "12 min")]
)
def test_until(seconds, shown):
    assert words.until(seconds) == shown


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (("mon", "tue", "wed", "thu", "fri", "sat", "sun"), "every day"),
        (("mon", "tue", "wed", "thu", "fri"), "Mon to Fri"),
        (("thu", "mon"), "Mon, Thu"),
        (("sat",), "Sat"),
    ],
)
def test_days(names, shown):
    assert words.days(names) == shown


def test_moments():
    moment = datetime(2026, 5, 14, 9, 4, tzinfo=UTC)
    assert words.date(moment) == "Thursday 14 May"
    assert words.short_date(moment) == "14 May"
    assert words.weekday(moment) == "Thu"
    assert words.hour(moment) == "9:04"
    assert words.of_day(24 * 60) == "24:00"


def test_texts_in_the_persons_language():
    both = Text("Chin tuck", {"de": "Kinn zurück"})
    assert (words.say(both), words.say("plain"), words.say(None)) == ("Chin tuck", "plain", "")
    QLocale.setDefault(QLocale(QLocale.Language.German))
    assert words.say(both) == "Kinn zurück"


@pytest.mark.parametrize(
    ("dose", "shown"),
    [
        (Dose(reps=8, hold=5), "8 repetitions, hold 5 seconds"),
        (Dose(sets=2, reps=8, rest=30), "2 sets of 8, rest 30 s"),
        (Dose(sets=3, reps=12, rest=75), "3 sets of 12, rest 1 min 15 s"),
        (Dose(sets=3, reps=12, rest=89), "3 sets of 12, rest 1 min 29 s"),
        (Dose(sets=3, reps=12, rest=150), "3 sets of 12, rest 2 min 30 s"),
        (Dose(sets=3, reps=12, rest=750), "3 sets of 12, rest 12 min 30 s"),
        (Dose(for_seconds=30), "30 seconds"),
        (Dose(sets=2, for_seconds=30, rest=0), "2 times 30 seconds"),
    ],
)
def test_doses(dose, shown):
    assert words.dose(dose, Phrases({})) == shown


def test_a_guessed_length_says_that_it_is_one():
    timeline = Timeline("r", "R", 95.0, False, 2, (), ())
    assert words.total(timeline) == "1:35"
    assert words.total(Timeline("r", "R", 95.0, True, 2, (), ())) == "about 1:35"


def test_names_that_are_not_known_stand_for_themselves():
    assert words.need("kettle-bell") == "Kettle bell"
    assert words.goal("posture") == "Posture"
    assert words.count_exercises(1) == "1 exercise"
    assert words.count_exercises(7) == "7 exercises"
