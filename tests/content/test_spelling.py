"""What an author wrote, quoted in a sentence, and the known name nearest to it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from coach import resources
from coach.content.joints import POINTS
from coach.content.kinds import KINDS
from coach.content.library import Folders, load
from coach.content.model import WEEKDAYS
from coach.content.spelling import nearest, shown, slips_between, unknown


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


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("left-feet", "left-foot"),  # as like left-knee, but not from the beginning
        ("right-feet", "right-foot"),
        ("left-hands", "left-hand"),
        ("left-elbos", "left-elbow"),
        ("Left_Foot", "left-foot"),
        ("fet", "feet"),
        ("moustache", None),
    ],
)
def test_the_nearest_point_of_the_body(word: str, near: str | None) -> None:
    assert nearest(word, POINTS) == near


SHIPPED = load(Folders(resources.routines(), resources.media())).ids()


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("video", KINDS["exercise"].fields),
        ("break", KINDS["reminder"].fields),
        ("legs", SHIPPED["area"]),
        ("strides", SHIPPED["exercise"]),
        ("nothing", SHIPPED["routine"]),
        ("own-choice", SHIPPED["source"]),
        ("burpee", SHIPPED["exercise"]),
        ("gong", SHIPPED["sound"]),
        ("left", POINTS),  # a word of many of them, of none more than of the next
        ("to", ["do", "ok"]),
        ("", ["ok", "done"]),
    ],
)
def test_nothing_is_near_that_only_shares_letters(word: str, known: Iterable[str]) -> None:
    assert nearest(word, known) is None


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("chin-tuk", "chin-tuck"),
        ("Chin Tuck", "chin-tuck"),
        ("chin_tuck", "chin-tuck"),
        ("chni-tuck", "chin-tuck"),
        ("planks", "plank"),
        ("desk-reste", None),
        ("chin", "chin-tuck"),
        ("cobra", "prone-cobra"),
        ("wall-angels-lying", "wall-angel-lying"),
    ],
)
def test_the_nearest_exercise(word: str, near: str | None) -> None:
    assert nearest(word, SHIPPED["exercise"]) == near


@pytest.mark.parametrize(
    ("word", "near"), [("monday", "mon"), ("thur", "thu"), ("Mon", "mon"), ("tues", "tue"), ("day", None)]
)
def test_the_nearest_day(word: str, near: str | None) -> None:
    assert nearest(word, WEEKDAYS) == near


@pytest.mark.parametrize(
    ("a", "b", "slips"),
    [
        ("rest", "rest", 0),
        ("rest", "rset", 1),
        ("reset", "rest", 1),
        ("rest", "rust", 1),
        ("abcd", "badc", 2),
        ("abc", "cab", 2),
        ("abcd", "dcba", None),
        ("abc", "xyz", None),
    ],
)
def test_slips_between_two_words(a: str, b: str, slips: int | None) -> None:
    assert slips_between(a, b, 2) == slips


def test_where_nothing_is_near_the_words_of_a_short_list_are_told() -> None:
    areas = SHIPPED["area"][:12]
    assert unknown("legs", areas, "posture-coach list area") == (
        f"legs is not known; write {', '.join(areas[:-1])} or {areas[-1]}"
    )


def test_where_nothing_is_near_a_long_list_is_led_to() -> None:
    assert unknown("strides", SHIPPED["exercise"], "posture-coach list exercise") == (
        "strides is not known and nothing is near it; see 'posture-coach list exercise'"
    )
