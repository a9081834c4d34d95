"""Lessons: figures stand on lines of their own, and must be known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.content.lesson import Pictured, opened, parts_of
from coach.content.model import Lesson, Text
from tests.content.shelf import Shelf

FRONT = "---\nkind: lesson\nformat: 1\nid: sample\ntitle: Sample\n---\n"

FIGURES = [
    ("![Glide back.](figure:chin-tuck)", []),
    ("![](figure:chin-tuck)  ", []),
    ("![Glide back.](figure:chin-tuk)", ["8:23: chin-tuk is not known; did you mean chin-tuck?"]),
    *(
        (line, [f"8:{column}: a lesson's pictures are figures, each on a line of its own; write ![WORDS](figure:ID)"])
        for line, column in [
            ("![A spine](spine.png)", 1),
            ("See ![it](figure:chin-tuck) here.", 5),
            ("![Far](https://example.invalid/x.png)", 1),
        ]
    ),
    ("Stop! [This](figure:any) is a link, no picture.", []),
]


@pytest.mark.parametrize(("line", "problems"), FIGURES)
def test_a_figure_in_a_lesson(shelf: Shelf, line: str, problems: list[str]) -> None:
    assert shelf.of_text(f"{FRONT}Words.\n{line}\nMore.\n", "lessons/sample.md") == problems


def test_a_lesson_comes_apart_into_markdown_and_figures() -> None:
    body = "# Head\n\nWords.\n\n![Glide back.](figure:chin-tuck)\n![ ](figure:walk)\n\n- one\n- two\n"
    assert list(parts_of(body)) == [
        "# Head\n\nWords.\n",
        Pictured("chin-tuck", "Glide back."),
        Pictured("walk", ""),
        "- one\n- two\n",
    ]
    assert list(parts_of("Only words.\n")) == ["Only words.\n"]
    assert list(parts_of("\n")) == []


@pytest.mark.parametrize(
    ("written", "problems"),
    [
        ("3", []),
        ("first", ["6:8: first is not a whole number; write 1 to 999"]),
        ("0", ["6:8: 0 is too small; write 1 to 999"]),
    ],
)
def test_the_order_is_a_whole_number(shelf: Shelf, written: str, problems: list[str]) -> None:
    text = FRONT.replace("title: Sample\n", f"title: Sample\norder: {written}\n")
    assert shelf.of_text(f"{text}Words.\n", "lessons/sample.md") == problems


@pytest.mark.parametrize(
    ("written", "problems"),
    [
        ("chin-tuck", []),
        ("chin-tuk", ["6:9: chin-tuk is not known; did you mean chin-tuck?"]),
        ("[chin-tuck]", ["6:9: a list is not an id; write the id of a figure"]),
    ],
)
def test_the_figure_of_a_lesson_is_known(shelf: Shelf, written: str, problems: list[str]) -> None:
    text = FRONT.replace("title: Sample\n", f"title: Sample\nfigure: {written}\n")
    assert shelf.of_text(f"{text}Words.\n", "lessons/sample.md") == problems


def test_a_lesson_opens_with_its_figure_unless_its_text_shows_it() -> None:
    body = "One.\n\n![Slowly.](figure:cat-cow)\n"
    one = Lesson("one", Text("One"), body, figure="plank")
    assert list(opened(one, body)) == [Pictured("plank", ""), *parts_of(body)]
    assert list(opened(replace(one, figure="cat-cow"), body)) == list(parts_of(body))
    assert list(opened(replace(one, figure="cat-cow"), "Eins.")) == [Pictured("cat-cow", ""), *parts_of("Eins.")]
    assert list(opened(replace(one, figure=None), body)) == list(parts_of(body))
