"""The words of a session as a timetable."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from coach.content.model import DoseLayer, ExerciseStep
from coach.session.compile import compile_routine
from coach.session.player import Player
from coach.ui.words.session import StageWords
from tests.ui.session_parts import COACHING, EXERCISES, MIXED

LIBRARY = SimpleNamespace(exercises=EXERCISES, coaching=COACHING)


def walk():
    """(words, player, and a way to the interval of a number)."""
    timeline = compile_routine(MIXED, LIBRARY)
    words, player = StageWords(timeline, LIBRARY), Player(timeline)
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


def test_what_is_kept_of_a_moment_is_what_each_moment_says(qapp):
    timeline, words, player = walk()
    for tenth in range(600):
        for view in (player.view(tenth / 10), replace(player.view(tenth / 10), left=tenth / 7)):
            fresh = StageWords(timeline, LIBRARY)
            assert words.texts(view) == (fresh.title(view), fresh.subtitle(view), fresh.position(view))
            assert words.ring_told(view) == fresh.ring_told(view)
        if tenth % 50 == 49:
            player.next(tenth / 10)
        player.advance(tenth / 10)


HOLDS = replace(MIXED, steps=(ExerciseStep("angel", DoseLayer(sets=1, reps=4, move=2.0, hold=5.0, back=2.0)),))


@pytest.mark.parametrize(
    ("elapsed", "number", "word", "count"),
    [
        (0.0, "36", "Slide up", "2"),
        (1.5, "35", "Slide up", "1"),
        (2.0, "34", "Hold", "5"),
        (4.0, "32", "Hold", "3"),
        (6.5, "30", "Hold", "1"),
        (7.0, "29", "Back", "2"),
        (11.0, "25", "Hold", "5"),
    ],
)
def test_the_number_is_what_is_left_and_the_phase_has_a_count_of_its_own(qapp, elapsed, number, word, count):
    """51 above Hold reads as: hold for 51 seconds."""
    timeline = compile_routine(HOLDS, LIBRARY)
    words, player = StageWords(timeline, LIBRARY), Player(timeline, first=1, gap_after=60.0)
    player.start(0.0)
    player.advance(3.0)
    view = player.view(3.0 + elapsed)
    assert (words.ring(view)[1:], words.phase_count(view), words.over(view)) == ((number, word), count, "left")


def test_a_phase_of_a_second_is_not_counted(qapp):
    _, words, player = walk()
    player.next(0.0)
    player.advance(2.5)
    view = player.view(2.5)
    assert (words.ring(view)[2], words.phase_count(view), words.over(view)) == ("Hold", "", "left")


@pytest.mark.parametrize(
    ("index", "elapsed", "word"), [(0, 4.5, "second"), (0, 3.5, "seconds"), (5, 29.5, "Hold"), (2, 9.2, "second")]
)
def test_where_the_word_is_about_the_number_itself_it_stands_alone(qapp, index, elapsed, word):
    _, words, player = walk()
    for _ in range(index):
        player.next(0.0)
    for second in range(int(elapsed)):
        player.advance(float(second))
    view = player.view(elapsed)
    assert (words.ring(view)[2], words.phase_count(view), words.over(view)) == (word, "", "")


def test_minutes_are_not_called_seconds(qapp):
    _, words, player = walk()
    rest = replace(player.view(0.0), left=120.0, length=120.0)
    assert words.ring(rest)[1:] == ("2:00", "left")
    assert words.ring_told(rest) == "2 minutes"


@pytest.mark.parametrize(
    ("index", "told"), [(0, ""), (1, "19 seconds"), (2, ""), (5, "29 seconds"), (7, ""), (9, ""), (12, "")]
)
def test_who_hears_the_number_hears_its_unit_once(qapp, index, told):
    _, words, player = walk()
    for _ in range(index):
        player.next(0.0)
    player.advance(1.0)
    assert words.ring_told(player.view(1.0)) == told


@pytest.mark.parametrize(
    ("index", "action"),
    [(1, None), (5, None), (7, ("Done", "check")), (9, ("Lost it", "stop")), (12, ("Go on", "check"))],
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
    assert scene.chip == (("brick",), "Wall")


def test_a_movement_that_repeats_is_told_by_its_own_words(qapp):
    _, words, player = walk()
    every = replace(player.view(0.0).interval, kind="work", exercise="angel", reps=None, every=4.0)
    told = [
        words.phase_word(replace(player.view(0.0), interval=every, phase=None, phase_share=share))
        for share in (0.2, 0.7)
    ]
    assert told == ["Slide up", "Keep going"]


def test_what_comes_next_is_put_into_words_once_an_interval(qapp, monkeypatch):
    """Asked thirty times a second, it says all the same what follows each interval."""
    _, words, player = walk()
    put, following = [], StageWords.following
    monkeypatch.setattr(StageWords, "following", lambda of, view: put.append(view.index) or following(of, view))
    for index, *_, after in TABLE:
        while player.view(0.0).index < index:
            player.next(0.0)
        for _ in range(3):
            assert words.next_line(player.view(0.0))[1] == after
    assert put == sorted({index for index, *_ in TABLE})
