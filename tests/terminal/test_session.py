"""The guided session on the full terminal: what stands there when, and what each key does."""

from __future__ import annotations

import pytest

from coach.content.model import SayStep, Text
from coach.terminal.keys import HANG_UP
from coach.terminal.screen import Size
from coach.terminal.session import HungUp
from tests.fakes import troubled
from tests.terminal.stage import Stage, ends, timeline


def shown(rows: list[str], *wanted: str) -> None:
    """Every one of `wanted` stands somewhere on the picture, in this order."""
    text = "\n".join(rows)
    at = 0
    for words in wanted:
        found = text.find(words, at)
        assert found >= 0, f"{words!r} is not on the picture (after what stands before it):\n{text}"
        at = found + len(words)


def test_a_counted_set_shows_name_place_phase_and_what_comes_next() -> None:
    stage = Stage(timeline("chin-tuck", "wall-sit"))
    shown(
        stage.until(0.2), "A short one", "Get ready: Chin tuck", "First: Chin tuck.", "Then: Chin tuck", "space pause"
    )
    shown(stage.until(12.5), "Chin tuck", "repetition 1 of 3, hold", "Next: Wall sit")
    shown(stage.until(24), "repetition 3 of 3, back")


def test_the_big_number_counts_down() -> None:
    stage = Stage(timeline("wall-sit"))
    shown(stage.until(10.3), "██████  ██████")
    stage.until(28.5)
    two = stage.until(28.6)
    shown(two, "██████", "    ██", "██████", "██", "██████")


def test_each_cue_sounds_when_it_is_due() -> None:
    stage = Stage(timeline("wall-sit"))
    heard: list[tuple[float, str]] = []
    stage.cues.play = lambda name, _late: heard.append((round(stage.seconds(), 3), name))  # type: ignore[method-assign]
    stage.until(40)
    assert heard == [(7, "tick-3"), (10, "go"), (27, "tick-3"), (30, "stop"), (30, "done")]


def test_it_ends_by_itself() -> None:
    stage = Stage(timeline("wall-sit"))
    stage.session.run()
    assert stage.conductor.ended is not None
    assert stage.conductor.ended.how == "finished"
    assert ends(stage.store) == ["finished"]


@pytest.mark.parametrize(
    ("script", "ended_at"),
    [
        ([], 30),
        ([(1, "n")], 21),
        ([(1, "right")], 21),
        ([(15, "b")], 35),
        ([(15, "left")], 35),
        ([(15, "+")], 40),
        ([(15, "=")], 40),
        ([(15, "N")], 15),
        ([(12, "space"), (14, "space")], 35),  # two seconds of pause, three of coming back
        ([(12, "space"), (14, "enter")], 35),
        ([(12, "q"), (14, "n")], 35),
        ([(12, "q"), (14, "escape")], 35),
        ([(12, "q"), (14, "y")], 14),
        ([(12, "escape"), (14, "enter")], 14),
        ([(12, "ctrl-c"), (14, "n")], 35),
        ([(12, "space"), (13, "q"), (14, "n"), (15, "space")], 36),  # it was paused, so it stays so
        ([(12, "h"), (13, "3"), (14, "enter"), (15, "space")], 36),
        ([(12, "h"), (13, "8"), (14, "backspace"), (15, "2"), (16, "enter"), (17, "space")], 38),
        ([(12, "h"), (13, "1"), (14, "1"), (15, "enter"), (16, "2"), (17, "enter"), (18, "space")], 39),
        ([(12, "h"), (13, "4"), (14, "b")], 35),  # by mistake: it ran, so it goes on
        ([(11, "space"), (12, "h"), (14, "b"), (15, "space")], 37),  # it was paused, so it stays so
        ([(12, "h"), (13, "4"), (14, "b"), (20, "h"), (21, "2"), (22, "enter"), (23, "space")], 41),
        ([(12, "x"), (13, "7"), (14, "enter"), (15, "l")], 30),  # keys that mean nothing here
    ],
)
def test_what_the_keys_do(script: list[tuple[float, str]], ended_at: float) -> None:
    stage = Stage(timeline("wall-sit"), script)
    stage.until(100)
    assert stage.conductor.ended is not None
    assert round(stage.seconds(), 1) == ended_at


def test_much_pain_ends_the_session() -> None:
    stage = Stage(timeline("wall-sit"), [(12, "h"), (13, "7"), (14, "enter")])
    stage.until(100)
    assert stage.conductor.ended is not None
    assert (stage.conductor.ended.how, stage.conductor.ended.pain) == ("pain", 7)


@pytest.mark.parametrize(
    ("script", "how"),
    [
        ([(12, "h"), (13, "q"), (14, "y")], "pain"),
        ([(12, "h"), (13, "2"), (13.5, "ctrl-c"), (14, "ctrl-c")], "pain"),
        ([(12, "h"), (13, "2"), (13.2, "enter"), (13.5, "q"), (14, "y")], "ended"),
        ([(12, "q"), (14, "y")], "ended"),
    ],
    ids=["at the question", "at once", "after it", "without it"],
)
def test_who_ends_it_where_it_is_asked_what_hurts_stops_for_that(script: list[tuple[float, str]], how: str) -> None:
    stage = Stage(timeline("wall-sit"), script)
    stage.until(100)
    assert stage.conductor.ended is not None
    assert stage.conductor.ended.how == how


def test_a_second_ctrl_c_ends_at_once() -> None:
    stage = Stage(timeline("wall-sit"), [(12, "ctrl-c"), (12.5, "ctrl-c")])
    stage.until(100)
    assert stage.session.interrupted
    assert round(stage.seconds(), 1) == 12.5


def test_own_pace_waits_for_enter_and_a_maximum_for_l() -> None:
    stage = Stage(timeline("row"), [(50, "enter")])
    shown(stage.until(45), "Row", "8 repetitions at your own pace", "press Enter when it is done")
    stage.until(200)
    assert round(stage.seconds()) == 50

    stage = Stage(timeline("plank"), [(22, "l"), (40, "enter")])
    shown(stage.until(20), "Plank", "left", "Press L when you lose it.")
    stage.until(200)
    assert round(stage.seconds()) == 40


def test_a_sentence_that_waits_says_so() -> None:
    stage = Stage(timeline(SayStep(Text("Lie down on the mat.")), "wall-sit"), [(60, "enter")])
    shown(stage.until(50), "Read", "Press Enter to go on.", "Lie down on the mat.")
    shown(stage.until(62), "Get ready: Wall sit")


def test_mute_is_passed_on_and_shown() -> None:
    stage = Stage(timeline("wall-sit"), [(1, "m"), (5, "m")])
    shown(stage.until(2), "m sound on")
    assert stage.cues.muted
    shown(stage.until(6), "m mute")
    assert not stage.cues.muted


def test_questions_stand_on_the_picture() -> None:
    stage = Stage(timeline("wall-sit"), [(12, "q"), (14, "n"), (20, "h"), (21, "4")])
    shown(stage.until(13), "End the session here?")
    shown(stage.until(15), "On we go in")
    shown(stage.until(21.5), "How much does it hurt", "then Enter: 4")


def test_a_pause_and_a_machine_that_slept_are_told() -> None:
    stage = Stage(timeline("wall-sit"), [(12, "space")])
    shown(stage.until(13), "Paused.", "space go on")
    stage = Stage(timeline("wall-sit"))
    stage.until(12)
    stage.clock.pass_time(60)
    shown(stage.until(73), "Paused: the machine stood still for a while.")


def test_trouble_is_shown() -> None:
    stage = Stage(timeline("wall-sit"))
    stage.cues.trouble = troubled("There is no sound device.")
    shown(stage.until(1), "There is no sound device.")
    assert "There is no sound device." not in "\n".join(stage.until(20))


def test_a_terminal_that_goes_away_leaves_the_session_to_be_resumed() -> None:
    stage = Stage(timeline("wall-sit"), [(12, HANG_UP)])
    with pytest.raises(HungUp):
        stage.session.run()
    assert ends(stage.store) == [None]


def test_a_resized_terminal_is_drawn_anew() -> None:
    stage = Stage(timeline("wall-sit"))
    wide = stage.until(12)
    stage.size = Size(40, 10)
    small = stage.until(12.5)
    assert max(len(row) for row in small) <= 40
    assert len(small) <= 10 < len(wide)
    shown(small, "Wall sit")


def test_only_what_changed_is_written() -> None:
    stage = Stage(timeline("wall-sit"))
    stage.until(12.05)
    before = len(stage.out.getvalue())
    stage.until(12.95)
    assert "Wall sit" not in stage.out.getvalue()[before:]


def test_an_old_encoding_gets_plain_characters() -> None:
    stage = Stage(timeline("wall-sit"), encoding="ascii")
    stage.until(12)
    assert stage.out.getvalue().isascii()
    assert "######" in stage.out.getvalue()
