"""What the library holds, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal

import pytest

from coach.content.kinds.first_keys import NEEDS
from coach.content.model import Dose, Review, Source, Text
from coach.session.phrases import Phrases
from coach.session.timeline import Timeline
from coach.words import library
from tests.words.languages import Bracketed, Glossary, outside_brackets

BOTH = Text("Chin tuck", {"de": "Kinn zurück"})
GERMAN = Glossary("de", {})


def test_texts_in_a_language() -> None:
    assert (library.say(BOTH), library.say("plain"), library.say(None)) == ("Chin tuck", "plain", "")
    assert (library.say(BOTH, GERMAN), library.say(Text("Row"), GERMAN)) == ("Kinn zurück", "Row")
    assert (library.language_of(BOTH, GERMAN), library.language_of(Text("Row"), GERMAN)) == ("de", "en")


@pytest.mark.parametrize(
    ("dose", "shown"),
    [
        (Dose(reps=8, hold=5), "8 repetitions, hold 5 seconds"),
        (Dose(sets=2, reps=8, rest=30), "2 sets of 8, rest 30 s"),
        (Dose(sets=3, reps=12, rest=75), "3 sets of 12, rest 1 min 15 s"),
        (Dose(sets=3, reps=12, rest=750), "3 sets of 12, rest 12 min 30 s"),
        (Dose(for_seconds=30), "30 seconds"),
        (Dose(sets=2, for_seconds=30, rest=0), "2 times 30 seconds"),
    ],
)
def test_doses(dose: Dose, shown: str) -> None:
    assert library.dose(dose, Phrases({})) == shown


@pytest.mark.parametrize(
    ("dose", "shown"),
    [
        (Dose(reps=8), "1×8"),
        (Dose(sets=2, reps=10, hold=1), "2×10"),
        (Dose(reps=8, hold=5), "8×5 s"),
        (Dose(reps=8, hold=2.5), "1×8"),
        (Dose(sets=2, reps=5, hold=8), "2×5"),
        (Dose(for_seconds=30), "30 s"),
        (Dose(sets=2, for_seconds=90), "2×1 min 30 s"),
        (Dose(as_long_as_possible=True, up_to=120), "up to 2 min"),
        (Dose(sets=2, as_long_as_possible=True, up_to=30), "2×up to 30 s"),
    ],
)
def test_doses_in_a_corner(dose: Dose, shown: str) -> None:
    assert library.brief_dose(dose) == shown


def test_a_guessed_length_says_that_it_is_one() -> None:
    assert library.total(Timeline("r", "R", 95.0, False, 2, (), ())) == "1:35"
    assert library.total(Timeline("r", "R", 95.0, True, 2, (), ())) == "about 2 min"
    assert library.lasts(95.0, is_estimate=True) == "about 2 min"


def test_names_that_are_not_known_stand_for_themselves() -> None:
    assert library.need("kettle-bell") == "Kettle bell"
    assert library.goal("posture") == "Posture"


def test_what_is_needed_in_one_line() -> None:
    assert library.needs(["band", "doorway", "foam-roller"]) == "Band, doorway, foam roller"
    assert library.needs(["band", "anchor", "step"]) == "Band, firm fixing point, low step"
    assert library.needs([]) == ""
    assert (library.count_exercises(1), library.count_exercises(7)) == ("1 exercise", "7 exercises")


@pytest.mark.parametrize("name", NEEDS.item.words)
def test_every_need_that_a_file_may_name_has_a_word(name: str) -> None:
    plainer = {"anchor": "Firm fixing point", "step": "Low step"}
    assert library.need(name) == plainer.get(name, name.replace("-", " ").capitalize())
    assert outside_brackets(library.need(name, Bracketed())) == ""


def test_all_else_is_translated() -> None:
    language = Bracketed()
    for goal in ("desk", "daily", "strength", "warm-up", "release", "recovery"):
        assert outside_brackets(library.goal(goal, language)) == ""
    assert outside_brackets(library.count_exercises(1, language) + library.count_exercises(2, language)) == ""
    assert outside_brackets(library.dose(Dose(sets=2, reps=8, rest=30), Phrases({}), language)) == ""
    assert outside_brackets(library.lasts(95.0, language, is_estimate=True)) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Stand at a wall. It is no diagnosis. Breathe.", "Stand at a wall."),
        ("One sentence only.", "One sentence only."),
        ("No full stop", "No full stop"),
        ("A gap of 7.5 cm. More.", "A gap of 7.5 cm."),
        ("", ""),
    ],
)
def test_the_lead_is_the_first_sentence(text, said):
    assert library.lead(text) == said


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (Source("a", Text("Sit up straight")), "Sit up straight"),
        (Source("a", Text("Sit up straight"), where="JOSPT", year=2019), "Sit up straight, JOSPT, 2019"),
        (
            Source("a", Text("Sit up straight"), "Slater and colleagues", "JOSPT", 2019),
            "Slater and colleagues: Sit up straight, JOSPT, 2019",
        ),
        (Source("a", Text("The 2-for-2 rule"), "Baechle and Earle"), "Baechle and Earle: The 2-for-2 rule"),
    ],
)
def test_a_source_stands_by_its_authors(source: Source, told: str) -> None:
    assert library.cited(source) == told


@pytest.mark.parametrize(
    ("review", "told"),
    [
        (False, "by a physiotherapist, still to come"),
        (Review(), "by a physiotherapist"),
        (Review(Text("Jane Doe, physiotherapist"), date(2026, 3, 1)), "by Jane Doe, physiotherapist, on 1 March 2026"),
    ],
)
def test_who_reviewed_it(review: Review | Literal[False], told: str) -> None:
    assert library.reviewed(review) == told
    said = replace(review, by=Text("[Jane]")) if review and review.by else review
    assert outside_brackets(library.reviewed(said, Bracketed())) == ""
