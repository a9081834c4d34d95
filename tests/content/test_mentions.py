"""What a lesson speaks of: by its figures and by titles, each once, in the library's order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.content.lesson import Pictured, parts_of
from coach.content.mentions import Mention, mentions
from coach.content.model import Lesson, Text
from tests.figure.shelf import shipped


def of(body: str) -> tuple[Mention, ...]:
    return mentions(shipped(), Lesson("a", Text("A lesson"), body))


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("A desk reset, of two\nminutes, or a DESK\nRESET.", (Mention("routine", "desk-reset"),)),
        ("Desk resets are short.", ()),
        ("Walk for water.", ()),
        ("![Slowly.](figure:belly-breathing)", (Mention("exercise", "belly-breathing"),)),
        ("A chin tuck.\n\n![Straight back.](figure:chin-tuck)", (Mention("exercise", "chin-tuck"),)),
        ("![At it.](figure:wall-test-back)", (Mention("test", "wall-test"),)),
        ("Eight weeks for your upper back.", (Mention("plan", "eight-weeks"),)),
        ("A chin tuck in a desk reset.", (Mention("routine", "desk-reset"), Mention("exercise", "chin-tuck"))),
        ("", ()),
    ],
)  # fmt: skip
def test_figures_and_titles_of_two_words_are_ways_on(body, found):
    assert of(body) == found


def test_what_the_library_does_not_have_is_not_spoken_of():
    bare = replace(shipped(), tests={}, routines={}, plans={}, exercises={})
    assert mentions(bare, Lesson("a", Text("A lesson"), "A desk reset.\n\n![It.](figure:chin-tuck)")) == ()


def test_every_exercise_that_a_shipped_lesson_shows_is_a_way_on():
    catalogue = shipped()
    for lesson in catalogue.lessons.values():
        shown = {part.figure for part in parts_of(lesson.body) if isinstance(part, Pictured)}
        wanted = {one.id for one in catalogue.exercises.values() if one.figure in shown}
        assert wanted <= {way.id for way in mentions(catalogue, lesson) if way.kind == "exercise"}


def test_the_figure_that_a_lesson_opens_with_is_one_that_it_shows():
    lesson = Lesson("a", Text("A lesson"), "Nothing more.", figure="chin-tuck")
    assert mentions(shipped(), lesson) == (Mention("exercise", "chin-tuck"),)
