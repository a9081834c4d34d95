"""The dose in words."""

from __future__ import annotations

import pytest

from coach import resources
from coach.content.library import Folders, load
from coach.content.model import KIT, POSITIONS, Dose, Phrase, Text
from coach.content.schema import schema
from coach.pseudo import pseudo
from coach.session.phrases import DEFAULTS, Phrases, fill

REPS = {"move": 2.0, "back": 2.0}


@pytest.mark.parametrize(
    ("dose", "words"),
    [
        # the examples of docs/format.md
        (Dose(reps=8, hold=5.0), "8 repetitions, hold 5 seconds"),
        (Dose(reps=8, sets=2), "2 sets of 8"),
        (Dose(for_seconds=30.0), "30 seconds"),
        (Dose(for_seconds=30.0, sets=2), "2 times 30 seconds"),
        (Dose(reps=6, sides="alternate"), "6 each side"),
        (Dose(as_long_as_possible=True), "as long as you can, up to 2 minutes"),
        # and what follows from them
        (Dose(reps=6, sides="both"), "6 each side"),
        (Dose(reps=1), "1 repetition"),
        (Dose(reps=1, hold=1.0), "1 repetition, hold 1 second"),
        (Dose(reps=8), "8 repetitions"),
        (Dose(reps=8, sides="left"), "8 repetitions on the left side"),
        (Dose(reps=12, sets=3, sides="left", hold=1.0), "3 sets of 12 on the left side, hold 1 second"),
        (Dose(reps=8, sides="right", own_pace=True), "8 repetitions on the right side, at your own pace"),
        (Dose(for_seconds=60.0, sets=2, sides="left"), "2 times 1 minute on the left side"),
        (Dose(as_long_as_possible=True, sides="right"), "as long as you can, up to 2 minutes on the right side"),
        (Dose(reps=5, sets=2, sides="both", hold=8.0), "2 sets of 5 each side, hold 8 seconds"),
        (Dose(reps=8, own_pace=True), "8 repetitions, at your own pace"),
        (Dose(reps=8, sets=2, own_pace=True), "2 sets of 8, at your own pace"),
        (Dose(for_seconds=1.0), "1 second"),
        (Dose(for_seconds=60.0), "1 minute"),
        (Dose(for_seconds=90.0), "1 minute 30 seconds"),
        (Dose(for_seconds=121.0), "2 minutes 1 second"),
        (Dose(for_seconds=3600.0), "60 minutes"),
        (Dose(for_seconds=7.5), "7.5 seconds"),
        (Dose(for_seconds=30.0, sides="both"), "30 seconds each side"),
        (Dose(for_seconds=30.0, sets=2, sides="both"), "2 times 30 seconds each side"),
        (Dose(as_long_as_possible=True, up_to=45.0, sets=2), "2 times as long as you can, up to 45 seconds"),
    ],
)
def test_dose(dose: Dose, words: str) -> None:
    assert Phrases({}).dose(dose) == words


def test_a_file_may_change_each_phrase_in_each_language() -> None:
    phrases = {
        "repetitions": Phrase(Text("{n} go", {"de": "{n} Mal"}), Text("{n} goes", {"de": "{n} Mal"})),
        "seconds": Phrase(Text("{n}s"), Text("{n}s", {"de": "{n} Sekunden"})),
        "hold": Phrase(Text("held {time}"), Text("held {time}", {"de": "{time} halten"})),
    }
    dose = Dose(reps=3, hold=2.0)
    assert Phrases(phrases).dose(dose) == "3 goes, held 2s"
    assert Phrases(phrases, "de").dose(dose) == "3 Mal, 2 Sekunden halten"


def test_braces_within_a_value_are_no_placeholder() -> None:
    assert fill("{a} {b} {c}", {"a": "{b}", "b": 1}) == "{b} 1 {c}"


@pytest.mark.parametrize(
    ("dose", "words"),
    [
        (Dose(reps=6, sides="both"), "6 each side, left first"),
        (Dose(reps=5, sets=2, sides="both", hold=8.0), "2 sets of 5 each side, left first, hold 8 seconds"),
        (Dose(for_seconds=30.0, sides="both"), "30 seconds each side, left first"),
        (Dose(reps=6, sides="alternate"), "6 each side, left first"),
        (Dose(reps=6, sides="left"), "6 repetitions on the left side"),
    ],
)
def test_as_shipped_both_sides_say_which_comes_first(dose: Dose, words: str) -> None:
    shipped = load(Folders(resources.routines(), resources.media())).coaching.phrases
    assert Phrases(shipped).dose(dose) == words


def test_sides_are_said_in_the_sessions_language() -> None:
    german = {
        "one-side": Phrase(Text("a", {"de": "{dose} {side}"}), Text("b", {"de": "{dose} {side}"})),
        "left": Phrase(Text("left", {"de": "links"}), Text("left", {"de": "links"})),
    }
    assert Phrases(german, "de").dose(Dose(for_seconds=30.0, sides="left")) == "30 seconds links"


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ((), ""),
        (("wall",), "You need a wall."),
        (("band", "anchor"), "You need a band and an anchor."),
        (("band", "mat", "foam-roller"), "You need a band, a mat and a foam roller."),
    ],
)
def test_what_an_exercise_needs(names: tuple[str, ...], words: str) -> None:
    assert Phrases({}).needs(names) == words


def test_every_thing_and_position_that_a_file_may_name_has_its_word() -> None:
    assert {*KIT, *POSITIONS} <= set(DEFAULTS)
    offered = schema("exercise", {})["properties"]
    assert set(offered["needs"]["items"]["enum"]) <= set(KIT)
    assert set(offered["position"]["enum"]) == set(POSITIONS)


POLISH = {
    "repetitions": Phrase(
        Text("{n} repetition", {"pl": "{n} powtórzenie"}),
        Text("{n} repetitions", {"pl": "{n} powtórzenia"}),
        {"few": Text("{n} repetitions", {"pl": "{n} powtórzenia"}), "many": Text("-", {"pl": "{n} powtórzeń"})},
    ),
    "seconds": Phrase(Text("{n} second"), Text("{n} seconds", {"pl": "{n} sekundy"})),
    "minutes": Phrase(Text("{n} minute"), Text("{n} minutes"), {"few": Text("-", {"ar": "{n} x"})}),
    "decimal": Phrase(Text("."), Text("{whole}.{part}", {"pl": "{whole},{part}"})),
}


@pytest.mark.parametrize(
    ("count", "polish", "english"),
    [
        (1, "1 powtórzenie", "1 repetition"),
        (2, "2 powtórzenia", "2 repetitions"),
        (5, "5 powtórzeń", "5 repetitions"),
        (12, "12 powtórzeń", "12 repetitions"),
        (22, "22 powtórzenia", "22 repetitions"),
        (1.5, "1,5 powtórzenia", "1.5 repetitions"),
    ],
)
def test_a_phrase_has_as_many_forms_as_the_language(count: float, polish: str, english: str) -> None:
    assert Phrases(POLISH, "pl").words("repetitions", count) == polish
    assert Phrases(POLISH).words("repetitions", count) == english


def test_a_form_that_is_missing_is_the_other_one_and_a_language_that_is_missing_english_with_its_own_forms() -> None:
    assert Phrases(POLISH, "pl").words("seconds", 1) == "1 sekundy"
    assert [Phrases(POLISH, "pl").words("minutes", count) for count in (1, 3)] == ["1 minute", "3 minutes"]
    assert Phrases(POLISH, "qps").words("repetitions", 1) == fill(pseudo("{n} repetition"), {"n": "1"})
