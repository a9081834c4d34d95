"""Keys of a keyboard without Latin letters mean in the terminal what lies at their place."""

from __future__ import annotations

import pytest

from coach.terminal.ask import Asker, Left
from coach.terminal.letters import meant
from coach.terminal.screen import Screen
from coach.terminal.session import HungUp
from coach.terminal.walltest import run_test
from tests.fakes import FakeClock
from tests.terminal.at_the_wall import AtTheWall
from tests.terminal.stage import CLASSIC, FakeKeys, Out, Stage, timeline, typed

# The keys that a session and its questions know, as each layout sends them: H, M, N, B, L, Y.
LAYOUTS = {"Russian": "рьтидн", "Ukrainian": "рьтидн", "Greek": "ημνβλυ", "Hebrew": "יצמנךט"}


@pytest.mark.parametrize("letters", LAYOUTS.values(), ids=LAYOUTS)
def test_a_letter_means_the_one_at_its_place(letters: str) -> None:
    assert "".join(map(meant, letters)) == "hmnbly"
    assert "".join(map(meant, letters.upper())) == "hmnbly"


@pytest.mark.parametrize(("key", "what"), [("ا", "h"), ("ة", "m"), ("ى", "n"), ("م", "l"), ("غ", "y"), ("ض", "q")])
def test_an_arabic_letter_too(key: str, what: str) -> None:
    assert meant(key) == what


@pytest.mark.parametrize(
    "key", ["h", "q", "7", "+", ";", "/", "ä", "space", "enter", "ctrl-c", "hang-up", "х", "漢", ""]
)
def test_all_else_is_as_it_came(key: str) -> None:
    assert meant(key) == key


@pytest.mark.parametrize("key", ["р", "Р", "η", "י", "ا"])
def test_the_key_at_h_asks_about_pain(key: str) -> None:
    stage = Stage(timeline("wall-sit"), [(12, key), (13, "7"), (14, "enter")])
    stage.until(100)
    assert stage.conductor.ended is not None
    assert (stage.conductor.ended.how, stage.conductor.ended.pain) == ("pain", 7)


def test_in_a_tests_hold_it_asks_about_pain() -> None:
    stage = AtTheWall([(5.5, "1"), (6.0, "1"), (15.0, "р"), (16.0, "hang-up")])  # the hold begins at 10 s
    with pytest.raises(HungUp):
        run_test(stage.test_session, stage.asker)
    assert stage.test.view().state == "asking-pain"
    assert stage.test.is_held


def test_any_other_letter_ends_the_hold() -> None:
    stage = AtTheWall([(5.5, "1"), (6.0, "1"), (15.0, "ж"), (16.0, "q")])
    run_test(stage.test_session, stage.asker)
    assert stage.test.course.answers.holds == {"hold": pytest.approx(5.0)}


@pytest.mark.parametrize(("quits", "yes"), [("й", "н"), ("ض", "غ"), ("escape", "υ")])
def test_a_session_is_ended_with_the_keys_at_q_and_y(quits: str, yes: str) -> None:
    stage = Stage(timeline("wall-sit"), [(12, quits), (14, yes)])
    stage.until(100)
    assert round(stage.seconds(), 1) == 14


def asker(*keys: str) -> Asker:
    return Asker(FakeKeys(FakeClock(), typed(*keys)), Screen(Out(), lambda: CLASSIC))


def test_questions_hear_them_too() -> None:
    options = [("y", "go on there"), ("n", "begin anew")]
    assert asker("ж", "т").choose("Title", "Go on?", options) == "n"
    assert asker("н").choose("Title", "Go on?", options) == "y"
    assert asker("и").choose("Title", "Go on?", options, back=True) == "b"
    with pytest.raises(Left):
        asker("й").choose("Title", "Go on?", options)
