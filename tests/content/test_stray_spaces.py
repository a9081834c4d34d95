"""White space that looks like a plain space and is none: the character is named, with its exact place."""

from __future__ import annotations

import pytest

from coach.content.notes import Notes
from coach.content.reader import FAST_LOADER, PYTHON_LOADER, parse
from tests.content.shelf import Shelf

NO_BREAK = "the character U+00A0 here is a no-break space; write a plain space"
HEAD = "kind: routine\nformat: 1\nid: a1\n"
STEPS = "title: X\nsteps:\n  - exercise: chin-tuck\n    dose: {reps: 2}\n"

CASES = [
    ("title:\u00a0X\nsteps: [{rest: 5s}]\n", [f"4:7: {NO_BREAK}"]),
    ("title: X\nsteps:\n\u00a0\u00a0 - rest: 5s\n", [f"6:1: {NO_BREAK}"]),
    ("title: X\nsteps:\n\u00a0\u00a0- rest: 5s\n\u00a0\u00a0- rest: 6s\n", [f"6:1: {NO_BREAK}", f"7:1: {NO_BREAK}"]),
    ("title: X\nsteps:\n  -\u00a0rest: 5s\n", [f"6:4: {NO_BREAK}"]),
    ("title: X\nsteps: [{rest:\u00a05s}]\n", [f"5:15: {NO_BREAK}"]),
    ("title: X\nsteps: [{rest: 5s\u00a0}]\n", [f"5:18: {NO_BREAK}"]),
    ("title: X\nsteps:\n  - say:\u00a0Lie down.\n    for: 5s\n", [f"6:9: {NO_BREAK}"]),
    ("title: X\nsteps:\u00a0\n  - rest: 5s\n", [f"5:7: {NO_BREAK}"]),
    ("title:\u3000X\nsteps: [{rest: 5s}]\n", ["4:7: the character U+3000 here is no plain space; write a plain space"]),
    (
        "title: X\nbetween:\u202f5s\nprepare:\u20095s\nsteps: [{exercise: chin-tuk}]\n",
        [
            "5:9: the character U+202F here is a no-break space; write a plain space",
            "6:9: the character U+2009 here is no plain space; write a plain space",
            "7:20: chin-tuk is not known; did you mean chin-tuck?",
        ],
    ),
    ('title:\u00a0X\nwhy: "\\Uffffffff"\nsteps: [{rest: 5s}]\n', [f"4:7: {NO_BREAK}", "5:7: this escape names no"]),
    # where it is not to blame, another mistake is told as ever
    ("title: Five\u00a0km, he\u00a0said: go\nsteps: [{rest: 5s}]\n", ["4:24: this colon begins no key here"]),
    ("title: |\n  \u00a0of\n  it\nsteps: [{rest: 5s}\n", ["7:8: this [ is not closed"]),
]


@pytest.mark.parametrize(("body", "problems"), CASES)
def test_it_is_named_where_it_stands(shelf: Shelf, body: str, problems: list[str]) -> None:
    found = shelf.of_text(HEAD + body, "a1.yaml")
    assert [one[: len(start)] for one, start in zip(found, problems, strict=True)] == problems


@pytest.mark.parametrize("loader", [FAST_LOADER, PYTHON_LOADER])
@pytest.mark.parametrize("body", [body for body, _ in CASES])
def test_both_parsers_say_the_same(loader: object, body: str) -> None:
    notes, same = Notes(), Notes()
    parse(HEAD + body, notes, loader=loader)
    parse(HEAD + body, same)
    assert notes.problems == same.problems


@pytest.mark.parametrize(
    "body",
    [
        "title: Five\u00a0km\nsteps: [{rest: 5s}]\n",
        "title: X\nwhy: 'Note:\u00a0so.'\nsteps: [{rest: 5s}]\n",
        "title: X\nwhy: One\u00a0line and its end\u00a0\nsteps: [{rest: 5s}]\n",
        "title: X\nwhy: |\n  \u00a0- one\n  \u00a0- two\nsteps: [{rest: 5s}]\n",
    ],
)
def test_inside_a_text_it_may_stay(shelf: Shelf, body: str) -> None:
    assert shelf.of_text(HEAD + body, "a1.yaml") == []


@pytest.mark.parametrize(
    "body",
    [
        "title: X\nsteps:\t\n  - rest: 5s\n",
        "title: X\t\nsteps:\n  - rest: 5s \t \t\n",
        'title: "X"\t\nsteps:\n  - rest: 5s\n',
        "title: X\nsteps:\t# what is done\n  - {rest: 5s}\t# a pause\n",
        "title: X\nsteps:\n\t\n  - rest: 5s\n\t\n",
        "title: >-\t\n  X\nsteps: [{rest: 5s}]\n",
    ],
)
def test_a_tab_at_a_lines_end_is_a_blank(shelf: Shelf, body: str) -> None:
    assert shelf.of_text(HEAD + body, "a1.yaml") == []


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("title: X\nsteps:\n\t- rest: 5s\n", "6:1: a tab cannot indent; write spaces"),
        ("title: X\nsteps: [{rest:\t5s},\t{rest: 5s}]\n", "5:15: a tab stands between two words; write a space"),
    ],
)
def test_a_tab_elsewhere_is_told_as_ever(shelf: Shelf, body: str, problem: str) -> None:
    assert problem in shelf.of_text(HEAD + body, "a1.yaml")
