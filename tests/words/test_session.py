"""A part of a session has one name, whichever screen shows it."""

from __future__ import annotations

from typing import get_args

import pytest

from coach.session.timeline import Interval, IntervalKind
from coach.words import session as words
from coach.words.session import interval_name, noted
from tests.terminal.stage import LIBRARY
from tests.words.languages import Bracketed, outside_brackets


@pytest.mark.parametrize("kind", get_args(IntervalKind))
def test_every_kind_of_part_has_a_name_in_every_language(kind):
    assert outside_brackets(interval_name(Interval(kind, 0, 5), Bracketed())) == ""


@pytest.mark.parametrize(
    ("interval", "name"),
    [
        (Interval("prepare", 0, 5), "Get ready"),
        (Interval("work", 0, 5), "Hold"),
        (Interval("rest", 0, 5), "Rest"),
        (Interval("switch", 0, 5), "Other side"),
        (Interval("between", 0, 5), "Change over"),
        (Interval("say", 0, 5, text="Lie down."), "Listen"),
        (Interval("say", 0, 5, text="Lie down.", wait=True), "Your turn"),
    ],
)
def test_the_name_of_a_part(interval, name):
    assert interval_name(interval) == name


@pytest.mark.parametrize("kind", ["prepare", "work", "rest", "switch"])
def test_a_line_calls_it_the_same(kind):
    assert words.heading(Interval(kind, 0, 5), LIBRARY) == words.interval_name(Interval(kind, 0, 5))


LINES = [
    (Interval("prepare", 0, 10, "chin-tuck"), "Get ready: Chin tuck, 10 seconds"),
    (Interval("prepare", 0, 10), "Get ready, 10 seconds"),
    (Interval("rest", 0, 90, "chin-tuck"), "Rest, 1 minute 30 seconds"),
    (Interval("rest", 0, 1), "Rest, 1 second"),
    (Interval("between", 0, 120, "wall-sit"), "Next: Wall sit, 2 minutes"),
    (Interval("work", 0, 25, "chin-tuck", set=1, sets=2, reps=5), "Chin tuck, set 1 of 2, 5 repetitions"),
    (Interval("work", 0, 9, "chin-tuck", set=1, sets=1, reps=1, side="left"), "Chin tuck, left, 1 repetition"),
    (Interval("work", 0, 60, "row", side="alternate", reps=6), "Row, 6 each side"),
    (Interval("work", 0, 60, "row", side="alternate", reps=6, open="own"), "Row, 6 each side"),
    (Interval("work", 0, 32, "row", reps=8, open="own"), "Row, 8 repetitions at your own pace"),
    (Interval("work", 0, 32, "row", reps=1, open="own", side="right"), "Row, right, 1 repetition at your own pace"),
    (Interval("work", 0, 30, "wall-sit", round=2, rounds=3), "Wall sit, round 2 of 3, 30 seconds"),
    (Interval("work", 0, 30, "row", side="left", set=2, sets=3, round=1, rounds=2),
     "Row, round 1 of 2, set 2 of 3, left, 30 seconds"),
    (Interval("work", 0, 30, open="max"), "Hold, as long as you can, up to 30 seconds"),
    (Interval("work", 0, 30, "unknown-one"), "unknown-one, 30 seconds"),
    (Interval("say", 0, 30, text="Hello."), ""),
]  # fmt: skip


@pytest.mark.parametrize(("interval", "line"), LINES)
def test_an_interval_in_one_line(interval, line):
    assert words.line(interval, LIBRARY) == line


@pytest.mark.parametrize("interval", [interval for interval, _ in LINES])
def test_of_a_line_only_what_the_library_calls_an_exercise_is_not_translated(interval):
    titles = {str(exercise.title) for exercise in LIBRARY.exercises.values()} | {"unknown-one", ""}
    rest = words.line(interval, LIBRARY, Bracketed())
    assert {part.strip() for part in outside_brackets(rest).split(",")} <= titles


def test_what_waits_is_to_be_read_where_no_stage_shows_it():
    waits = Interval("say", 0, 30, text="Lie down.", wait=True)
    assert (words.heading(waits, LIBRARY), words.title(waits, LIBRARY)) == ("Read", "Your turn")
    assert words.heading(Interval("say", 0, 30, text="Lie down."), LIBRARY) == "Listen"


def test_beside_a_stage_the_name_of_what_leads_to_work_stands_alone():
    for kind, name in (("prepare", "Get ready"), ("between", "Change over"), ("rest", "Rest")):
        assert words.title(Interval(kind, 0, 5, "row"), LIBRARY) == name
    assert words.title(Interval("work", 0, 5, "row"), LIBRARY) == "Row"


@pytest.mark.parametrize(
    ("side", "name", "short"),
    [("left", "left side", "left"), ("right", "right side", "right"), ("alternate", "", ""), (None, "", "")],
)
def test_sides(side, name, short):
    assert (words.side_name(side), words.side_name(side, is_short=True)) == (name, short)
    language = Bracketed()
    assert outside_brackets(words.side_name(side, language) + words.side_name(side, language, is_short=True)) == ""


def test_the_other_pieces_are_translated():
    language = Bracketed()
    pieces = (
        words.repetition_of(2, 8, language),
        words.as_long_as_you_can(language=language),
        words.coming("[Row]", language),
        words.heading(Interval("say", 0, 30, wait=True), LIBRARY, language),
    )
    assert [outside_brackets(piece) for piece in pieces] == [""] * 4


@pytest.mark.parametrize(
    ("load", "note", "told"),
    [
        (None, None, ""),
        ("red band", None, "Red band."),
        ("3 kg.", "Elbow on a towel.", "3 kg. Elbow on a towel."),
        (None, "Elbow on a towel", "Elbow on a towel"),
    ],
)
def test_what_a_routine_says_of_an_exercise_besides(load: str | None, note: str | None, told: str) -> None:
    assert noted(Interval("work", 0.0, 5.0, load=load, note=note)) == told
