"""Each moment of a session in words."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from coach.session.compile import compile_routine
from coach.session.player import Player, View
from coach.session.timeline import Interval, Timeline
from coach.words.moments import Moments
from tests.ui.session_parts import COACHING, EXERCISES, MIXED
from tests.words.languages import Bracketed, outside_brackets

LIBRARY = SimpleNamespace(exercises=EXERCISES, coaching=COACHING)
TITLES = {str(exercise.title) for exercise in EXERCISES.values()}


def at(timeline: Timeline, index: int) -> View:
    """The first moment of an interval."""
    player = Player(timeline, first=index)
    player.start(0.0)
    return player.view(0.0)


def of(*intervals: Interval, title: str = "T", exercises: int = 2) -> Timeline:
    return Timeline("t", title, intervals[-1].end, False, exercises, intervals, ())


SIDES = of(
    Interval("prepare", 0, 5, "angel", side="left"),
    Interval("work", 5, 20, "angel", side="left", set=1, sets=2, reps=1, hold=20, step=1),
    Interval("switch", 25, 5, "angel", side="right"),
    Interval("work", 30, 20, "angel", side="right", set=1, sets=2, reps=1, hold=20, step=1),
    Interval("rest", 50, 10, "angel", side="left"),
    Interval("work", 60, 20, "angel", side="left", set=2, sets=2, reps=1, hold=20, step=1),
    Interval("rest", 80, 10, "plank"),
    Interval("work", 90, 30, "plank", open="max", round=1, rounds=2, step=2),
    Interval("between", 120, 5, "gone"),
    Interval("work", 125, 8, "gone", open="own", reps=1, step=2),
    Interval("rest", 133, 5),
)  # fmt: skip


@pytest.mark.parametrize(
    ("index", "title", "subtitle", "following"),
    [
        (0, "Get ready", "First: Wall angel, left side", "Wall angel, left side, 1 repetition"),
        (1, "Wall angel", "Set 1 of 2, left side", "Other side, right side"),
        (2, "Other side", "Right side", "Wall angel, right side, 1 repetition"),
        (3, "Wall angel", "Set 1 of 2, right side", "Rest 10 s, then set 2, left side"),
        (4, "Rest", "Then set 2 of 2, left side", "Wall angel, left side, set 2"),
        (5, "Wall angel", "Set 2 of 2, left side", "Rest 10 s, then Plank"),
        (6, "Rest", "Next: Plank", "Plank, as long as you can"),
        (7, "Plank", "As long as you can, up to 0:30, round 1 of 2", "gone, 1 repetition"),
        (8, "Change over", "Next: gone", "gone, 1 repetition"),
        (9, "gone", "1 repetition, at your own pace", "Rest 5 s"),
        (10, "Rest", "", "The end"),
    ],
)
def test_sides_sets_and_what_comes(index: int, title: str, subtitle: str, following: str) -> None:
    moments, view = Moments(SIDES, LIBRARY), replace(at(SIDES, index), repetition=None)
    assert (moments.title(view), moments.subtitle(view), moments.following(view)) == (title, subtitle, following)


def test_where_one_stands_in_the_session() -> None:
    told = [Moments(SIDES, LIBRARY).position(at(SIDES, index)) for index in (0, 6, 10)]
    assert told == ["Exercise 1 of 2", "Exercise 2 of 2", "The end"]
    test = replace(SIDES, kind="test")
    assert Moments(test, LIBRARY).position(at(test, 0)) == ""


def test_an_other_side_without_a_side_names_the_exercise() -> None:
    timeline = of(Interval("switch", 0, 5, "plank"), Interval("work", 5, 5, "plank"))
    assert Moments(timeline, LIBRARY).subtitle(at(timeline, 0)) == "Plank"


def test_what_is_said_stands_under_the_sessions_title() -> None:
    said = of(Interval("say", 0, 5, text="Hello."), Interval("say", 5, 5, text="Lie down.", wait=True))
    moments = Moments(said, LIBRARY)
    assert (moments.subtitle(at(said, 0)), moments.following(at(said, 0))) == ("T", "Lie down.")
    assert moments.subtitle(at(said, 1)) == "Go on when you are ready"


def test_the_titles_of_a_session_by_their_exercises() -> None:
    assert Moments(SIDES, LIBRARY).titles == {"angel": "Wall angel", "plank": "Plank", "gone": "gone"}


@pytest.mark.parametrize("timeline", [SIDES, compile_routine(MIXED, LIBRARY)], ids=["sides", "mixed"])
def test_every_moment_is_translated(timeline: Timeline) -> None:
    """What the library calls an exercise, and what it says, is its own to translate; numbers are no words."""
    library_says = TITLES | {"gone", timeline.title} | {one.text for one in timeline.intervals if one.text}
    moments = Moments(timeline, LIBRARY, Bracketed())
    for index in range(len(timeline.intervals)):
        view = at(timeline, index)
        for told in (moments.title(view), moments.subtitle(view), moments.following(view), moments.position(view)):
            rest = {part.strip() for part in outside_brackets(told).split(", ")} if told not in library_says else set()
            ours = {part for part in rest - library_says if any(letter.isalpha() for letter in part)}
            assert not ours, told
