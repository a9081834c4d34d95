"""The picture of lines: what is written, what is put back, in which sizes and encodings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.content.model import ExerciseStep, Routine, Text
from coach.session.compile import compile_routine
from coach.session.player import Player
from coach.terminal.digits import ROWS, big
from coach.terminal.frame import Beside, frame
from coach.terminal.screen import Marks, Row, Screen, Size, fit, marks_for, terminal_size, width
from tests.examples import examples
from tests.terminal.stage import LIBRARY, Out, picture, timeline


def test_the_terminal_is_put_back_whatever_happens() -> None:
    out = Out()

    def fail() -> None:
        with Screen(out, lambda: Size(80, 24)) as screen:
            screen.show([Row("hello")])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert out.getvalue().startswith("\x1b[?1049h\x1b[?25l")
    assert out.getvalue().endswith("\x1b[0m\x1b[?25h\x1b[?1049l")


def test_a_picture_that_did_not_change_writes_nothing() -> None:
    out = Out()
    screen = Screen(out, lambda: Size(80, 24))
    screen.show([Row("one"), Row("two", "strong")])
    before = out.getvalue()
    screen.show([Row("one"), Row("two", "strong")])
    assert out.getvalue() == before
    screen.show([Row("one"), Row("three", "strong")])
    assert picture(out.getvalue()) == ["one", "three"]
    screen.show([Row("one")])
    assert picture(out.getvalue()) == ["one"]


@pytest.mark.parametrize("colour", [True, False])
def test_colours_only_where_they_are_wanted(colour: bool) -> None:
    out = Out()
    Screen(out, lambda: Size(80, 24), colour=colour).show([Row("go", "work")])
    assert ("38;5" in out.getvalue()) is colour


@pytest.mark.parametrize(
    ("text", "columns", "fitted"),
    [
        ("hello", 5, "hello"),
        ("hello", 3, "hel"),
        ("背中を伸ばす", 5, "背中"),
        ("e\u0301te\u0301", 3, "e\u0301te\u0301"),
        ("a\x1b[2Jb\tc", 80, "a [2Jb c"),
        ("", 0, ""),
    ],
)
def test_texts_are_cut_by_the_columns_they_take(text: str, columns: int, fitted: str) -> None:
    assert fit(text, columns) == fitted
    assert width(fitted) <= columns


def test_marks_are_those_that_the_encoding_has() -> None:
    assert marks_for("utf-8").block == "█"
    for encoding in ("ascii", "latin-1", None, "no-such-encoding"):
        assert marks_for(encoding).block == "#"


def test_without_a_terminal_the_size_is_the_classic_one() -> None:
    assert terminal_size(-1) == Size(80, 24)


def test_digits_are_five_rows_high() -> None:
    assert big("1:20", "#") == [
        "  ####      ######  ######",
        "    ##  ##      ##  ##  ##",
        "    ##      ######  ##  ##",
        "    ##  ##  ##      ##  ##",
        "    ##      ######  ######",
    ]
    assert all(len(big(digit)) == ROWS for digit in "0123456789:")


@settings(max_examples=examples(60), deadline=None)
@given(
    columns=st.integers(1, 200),
    rows=st.integers(1, 60),
    second=st.floats(0, 150),
    caption=st.text(max_size=200),
    paused=st.booleans(),
)
def test_a_frame_never_takes_more_rows_than_there_are(
    columns: int, rows: int, second: float, caption: str, paused: bool
) -> None:
    player = Player(timeline("chin-tuck", "plank", "row"))
    player.start(0.0)
    for moment in range(int(second)):
        player.advance(float(moment))
    if paused:
        player.pause(float(int(second)))
    beside = Beside("A short one", caption, "Really?" if paused else "", "No sound.", muted=paused)
    lines = frame(player.view(float(int(second))), beside, LIBRARY, Size(columns, rows), Marks())
    assert 0 < len(lines) <= rows


def test_where_nothing_is_easier_or_harder_no_key_is_offered_for_it() -> None:
    player = Player(timeline("chin-tuck"))
    player.start(0.0)
    keys = {
        varies: " ".join(
            line.text
            for line in frame(player.view(1.0), Beside("A test", has_variants=varies), LIBRARY, Size(80, 24), Marks())
        )
        for varies in (True, False)
    }
    assert "e easier" in keys[True].replace("\u00a0", " ")
    assert "easier" not in keys[False]
    assert "q" in keys[False]


def test_in_a_low_terminal_what_matters_least_goes_first() -> None:
    player = Player(timeline("chin-tuck", "wall-sit"))
    player.start(0.0)
    view = player.view(1.0)
    beside = Beside("A short one", "First: Chin tuck.")
    texts = {
        rows: [line.text.strip() for line in frame(view, beside, LIBRARY, Size(80, rows), Marks())]
        for rows in (1, 3, 5)
    }
    assert texts[1] == ["Get ready: Chin tuck"]
    assert texts[3][:2] == ["Get ready: Chin tuck", "9"]
    assert "First: Chin tuck." in texts[5]


def test_a_note_stands_with_its_exercise_and_once_where_it_is_just_said() -> None:
    steps = (ExerciseStep("chin-tuck", note=Text("A towel behind your head.")),)
    player = Player(compile_routine(Routine("r", Text("R"), steps), LIBRARY))
    player.start(0.0)
    for second, caption in ((1.0, "First: Chin tuck."), (1.0, "A towel behind your head."), (11.0, "Long neck.")):
        player.advance(second)
        shown = frame(player.view(second), Beside("R", caption), LIBRARY, Size(80, 24), Marks())
        texts = [line.text.strip() for line in shown]
        assert texts.count("A towel behind your head.") == 1
        assert caption in texts
