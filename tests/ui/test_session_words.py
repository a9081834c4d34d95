"""The words of a session as a timetable."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from coach.session.compile import compile_routine
from coach.session.player import Player
from coach.ui.pages.session_words import Words
from tests.ui.session_parts import COACHING, EXERCISES, MIXED

LIBRARY = SimpleNamespace(exercises=EXERCISES, coaching=COACHING)


def walk():
    """(words, player, and a way to the interval of a number)."""
    timeline = compile_routine(MIXED, LIBRARY)
    words, player = Words(timeline, LIBRARY), Player(timeline)
    player.start(0.0)
    return timeline, words, player


FIRST = "Exercise 1 of 5"
THEN_SET_2, SIT = "Rest 10 s, then set 2", "Wall sit, as long as you can"
# index, seconds into it: title, subtitle, position, ring's number and word, next
TABLE = [
    (0, 1.0, "Get ready", "First: Wall angel", FIRST, "4", "seconds", "Wall angel, 4 repetitions"),
    (1, 1.0, "Wall angel", "Set 1 of 2, repetition 1 of 4", FIRST, "19", "Slide up", THEN_SET_2),
    (1, 2.5, "Wall angel", "Set 1 of 2, repetition 1 of 4", FIRST, "18", "Hold", THEN_SET_2),
    (2, 1.0, "Rest", "Then set 2 of 2", FIRST, "9", "seconds", "Wall angel, set 2"),
    (4, 1.0, "Change over", "Next: Plank", "Exercise 2 of 5", "4", "seconds", "Plank, 0:30"),
    (5, 1.0, "Plank", "", "Exercise 2 of 5", "29", "Hold", "Push-up, 6 repetitions"),
    (7, 1.0, "Push-up", "6 repetitions, at your own pace", "Exercise 3 of 5", "6", "repetitions", SIT),
    (9, 2.0, "Wall sit", "As long as you can, up to 1:00", "Exercise 4 of 5", "2", "of 60 s", "Rest 10 s, then Lunge"),
    (11, 1.0, "Lunge", "Repetition 1 of 6, left side", "Exercise 5 of 5", "11", "Back", "Shake out your arms."),
    (12, 1.0, "Your turn", "Go on when you are ready", "The end", "Ready?", "", "The end"),
]  # fmt: skip


@pytest.mark.parametrize(("index", "elapsed", "title", "subtitle", "position", "number", "word", "after"), TABLE)
def test_each_moment_in_words(qapp, index, elapsed, title, subtitle, position, number, word, after):
    _, words, player = walk()
    for _ in range(index):
        player.next(0.0)
    player.advance(elapsed)
    view = player.view(elapsed)
    assert (words.title(view), words.subtitle(view), words.position(view)) == (title, subtitle, position)
    assert words.ring(view)[1:] == (number, word)
    assert words.next_line(view)[1] == after


@pytest.mark.parametrize(
    ("index", "action"),
    [(1, None), (5, None), (7, ("Done", "Return")), (9, ("Lost it", "L")), (12, ("Go on", "Return"))],
)
def test_open_parts_say_what_to_press(qapp, index, action):
    _, words, player = walk()
    for _ in range(index):
        player.next(0.0)
    assert words.action(player.view(0.0)) == action


def test_a_rest_shows_what_comes_and_work_its_steps_and_tempo(qapp):
    _, words, player = walk()
    coming = words.scene(player.view(0.0))
    assert (coming.overline, coming.title) == ("Coming up", "Wall angel")
    assert coming.phases == ()
    player.next(0.0)
    scene = words.scene(player.view(0.0))
    assert scene.lines == ("Stand tall.", "Slide your arms up.", "Slide them down.")
    assert scene.phases == (("move", "Slide up", 2.0), ("hold", "Hold", 1.0), ("back", "Back", 2.0))
    assert scene.chip == ("brick", "Wall")


def test_a_movement_that_repeats_is_told_by_its_own_words(qapp):
    _, words, player = walk()
    every = replace(player.view(0.0).interval, kind="work", exercise="angel", reps=None, every=4.0)
    told = [
        words.phase_word(replace(player.view(0.0), interval=every, phase=None, phase_share=share))
        for share in (0.2, 0.7)
    ]
    assert told == ["Slide up", "Keep going"]
