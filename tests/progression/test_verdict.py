"""What a session says about an exercise."""

from __future__ import annotations

from typing import Any

import pytest

from coach.content.model import Progress, ProgressDown, ProgressUp
from coach.progression.past import Work
from coach.progression.verdict import pain_of, verdict
from tests.progression.past import MONDAY, session

SKIPPED = Work(1, "row", "row", "skipped")


@pytest.mark.parametrize(
    ("told", "pain"),
    [
        ({"pain": 4}, 4),
        ({"pain": None}, 0),
        ({"pain": 2, "pains": {"row": 5}}, 5),
        ({"pain": 6, "pains": {"row": 5}}, 6),
        ({"pain": None, "pains": {"row": 5}}, 5),
        ({"pain": 7, "pains": {"fly": 5}}, 0),
    ],
    ids=["of the session", "none told", "named", "the session's is more", "named alone", "another one hurts"],
)
def test_pain_of_an_exercise(told: dict[str, Any], pain: int):
    assert pain_of(session(MONDAY, "row", "fly", **told), "row") == pain


def test_pain_in_what_took_its_place_is_its_own():
    done = session(MONDAY, Work(0, "easy-row", "row", "done"), pain=0, pains={"easy-row": 5})
    assert pain_of(done, "row") == 5


def test_the_largest_of_several_pains_counts():
    from coach.progression.past import Pain, Session

    done = Session(
        "strong", MONDAY, "finished", 5, 0, None, (Pain("row", 4), Pain("row", 2)), (Work(0, "row", "row", "done"),)
    )
    assert pain_of(done, "row") == 4


@pytest.mark.parametrize(
    ("told", "colour"),
    [
        ({}, "good"),
        ({"effort": 7, "pain": 3}, "good"),
        ({"effort": 8, "pain": 3}, "neutral"),
        ({"effort": None}, "neutral"),
        ({"pain": None}, "good"),
        ({"pain": 4}, "amber"),
        ({"pain": 5}, "amber"),
        ({"pain": 6}, "red"),
        ({"morning": "worse"}, "red"),
        ({"morning": "same"}, "good"),
        ({"how": "ended"}, "neutral"),
        ({"how": "abandoned"}, "neutral"),
        ({"how": None}, "neutral"),
        ({"how": "pain"}, "red"),
        ({"how": "ended", "pain": 4}, "amber"),
        ({"effort": 9, "pain": 6}, "red"),
    ],
)
def test_colours_at_their_edges(told: dict[str, Any], colour: str):
    assert verdict(session(MONDAY, "row", **told), "row", Progress()).colour == colour


def test_the_files_own_bounds_count():
    strict = Progress(ProgressUp(effort_up_to=4, pain_up_to=0), down=ProgressDown(pain_from=3, amber_pain_from=2))
    colours = [verdict(session(MONDAY, "row", effort=4, pain=pain), "row", strict).colour for pain in range(4)]
    assert colours == ["good", "neutral", "amber", "red"]
    assert verdict(session(MONDAY, "row", effort=5, pain=0), "row", strict).colour == "neutral"


def test_a_stop_for_pain_is_of_the_exercise_that_was_done_then():
    stopped = session(MONDAY, "row", "fly", how="pain", pain=2)
    assert [verdict(stopped, ident, Progress()).colour for ident in ("row", "fly")] == ["neutral", "red"]
    assert verdict(stopped, "fly", Progress()).cause == "stopped"


@pytest.mark.parametrize(
    ("work", "colour"),
    [
        ([Work(0, "row", "row", "done"), SKIPPED], "neutral"),
        ([Work(0, "row", "row", "done"), SKIPPED, Work(1, "row", "row", "done")], "good"),
        ([Work(0, "row", "row", "done"), Work(1, "row", "row", "done"), SKIPPED], "neutral"),
        ([Work(0, "row", "row", "lost")], "good"),
        ([Work(0, "row", "row", "ended")], "neutral"),
        ([Work(0, "row", "row", "done"), Work(1, "fly", "fly", "skipped")], "good"),
    ],
    ids=["one set skipped", "gone back to", "left the second time", "held until lost", "cut short", "another skipped"],
)
def test_every_set_has_to_be_done(work: list[Work], colour: str):
    assert verdict(session(MONDAY, *work), "row", Progress()).colour == colour
