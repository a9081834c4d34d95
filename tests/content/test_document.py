"""The four opening keys, the file's name and its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.content.document import read_document
from coach.content.library_files import Listed
from tests.content.shelf import Shelf

CASES = [
    (
        "format: 1\nid: sample\ntitle: Sample\n",
        [
            (
                "1:1: kind is missing; write kind: and one of exercise, routine, test, reminder, plan, "
                "lesson, figure, coaching, areas, safety, sources, pronunciations"
            )
        ],
    ),
    ("knd: reminder\nformat: 1\nid: sample\ntitle: Sample\n", ["1:1: knd is not known; did you mean kind?"]),
    ("kind: remindr\nformat: 1\nid: sample\ntitle: Sample\n", ["1:7: remindr is not known; did you mean reminder?"]),
    (
        "kind: 5\n",
        [
            (
                "1:7: 5 is not a kind; write one of exercise, routine, test, reminder, plan, lesson, figure, "
                "coaching, areas, safety, sources, pronunciations"
            )
        ],
    ),
    (
        "kind:\n",
        [
            (
                "1:6: the kind is missing here; write one of exercise, routine, test, reminder, plan, "
                "lesson, figure, coaching, areas, safety, sources, pronunciations"
            )
        ],
    ),
    (
        "kind: [x]\n",
        [
            (
                "1:7: a list is not a kind; write one of exercise, routine, test, reminder, plan, lesson, "
                "figure, coaching, areas, safety, sources, pronunciations"
            )
        ],
    ),
    (
        "kind: reminder\n",
        [
            "1:1: format is missing; write format: 1",
            "1:1: id is missing; write id: ID",
            "1:1: title is missing; write title: TEXT",
            "1:1: messages is missing; write messages: [TEXT]",
            "1:1: every or at is missing; write every: 30m or at: [10:30, 15:00]",
        ],
    ),
    (
        "kind: reminder\nformat: 2\nid: sample\ntitle: Sample\nevery: 30m\nmessages: [Move.]\n",
        ["2:9: format 2 is made for a newer version of Posture Coach; update it, or write format: 1"],
    ),
    (
        "kind: reminder\nformat: 2\nid: sample\ntitle: Sample\nevery: 30m\nmessages: [Move.]\nnew: x\n",
        ["2:9: format 2 is made for a newer version of Posture Coach; update it, or write format: 1"],
    ),
    (
        "kind: reminder\nformat: 0\nid: sample\ntitle: Sample\nevery: 30m\nmessages: [Move.]\n",
        ["2:9: 0 is too small; write 1"],
    ),
    (
        "kind: reminder\nformat: one\nid: sample\ntitle: Sample\nevery: 30m\nmessages: [Move.]\n",
        ["2:9: one is not a whole number; write 1"],
    ),
    (
        "kind: reminder\nformat: '1'\nid: sample\ntitle: Sample\nevery: 30m\nmessages: [Move.]\n",
        ['2:9: "1" is a text where a whole number is wanted; write 1 without quotes'],
    ),
    (
        "kind: reminder\nformat: 1.0\nid: sample\ntitle: Sample\nevery: 30m\nmessages: [Move.]\n",
        ["2:9: 1.0 is not a whole number; write 1"],
    ),
    (
        "kind: reminder\nformat: true\nid: sample\ntitle: Sample\nevery: 30m\nmessages: [Move.]\n",
        ["2:9: true is not a whole number; write 1"],
    ),
    (
        "kind: reminder\nformat: 1\nid: simple\ntitle: Sample\nevery: 30m\nmessages: [Move.]\n",
        [("3:5: the id is simple and the file sample.yaml; rename the file to simple.yaml, or write id: sample")],
    ),
    (
        "kind: reminder\nformat: 1\nid: Sample Two\ntitle: Sample\nevery: 30m\nmessages: [Move.]\n",
        ["3:5: Sample Two is not an id; write sample-two"],
    ),
    (
        "kind: reminder\nformat: 1\nid: 5\ntitle: Sample\nevery: 30m\nmessages: [Move.]\n",
        ["3:5: 5 is not an id; write 2 to 63 small letters, digits and dashes, a letter first"],
    ),
    (
        "kind: reminder\nformat: 1\nid: x\ntitle: Sample\nevery: 30m\nmessages: [Move.]\n",
        ["3:5: x is not an id; write 2 to 63 small letters, digits and dashes, a letter first"],
    ),
    (
        (
            "kind: reminder\nformat: 1\nid: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n"
            "title: Sample\nevery: 30m\nmessages: [Move.]\n"
        ),
        [
            (
                "3:5: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx... is not an id; write 2 to 63 small letters, "
                "digits and dashes, a letter first"
            )
        ],
    ),
    (
        "kind: reminder\nformat: 1\nid:\ntitle: Sample\nevery: 30m\nmessages: [Move.]\n",
        ["3:4: a value is missing here; write one, or leave the key or the item out"],
    ),
    (
        "kind: reminder\nformat: 1\nid: sample\ntitel: Sample\nevery: 30m\nmessages: [Move.]\n",
        ["4:1: titel is not known; did you mean title?"],
    ),
    (
        "kind: reminder\nformat: 1\nid: sample\ntitle: 5\nevery: 30m\nmessages: [Move.]\n",
        ['4:8: 5 is a number where a text is wanted; write "5" in quotes'],
    ),
    (
        "kind: lesson\nformat: 1\nid: sample\ntitle: Sample\nevery: 30m\nmessages: [Move.]\n",
        [
            "1:7: a lesson is not written in .yaml files; write it as Markdown in lessons/ID.md",
            "5:1: every is not known; write figure, format, id, kind, order, sources, summary or title",
            "6:1: messages is not known; write figure, format, id, kind, order, sources, summary or title",
        ],
    ),
    ("kind: areas\nformat: 1\nid: sample\ntitle: A\n", ["3:5: sample is not known; write areas"]),
    (
        "kind: areas\nformat: 1\nid: areas\ntitle: A\n",
        ["3:5: the id is areas and the file sample.yaml; rename the file to areas.yaml"],
    ),
]


@pytest.mark.parametrize(("text", "problems"), CASES)
def test_opening_keys(shelf: Shelf, text: str, problems: list[str]) -> None:
    assert shelf.of_text(text) == problems


FIGURE = """\
kind: figure
format: 1
id: trial
title: Trial
base: standing
start: {elbow: 20}
contacts:
  - feet on floor
  - {point: left-hand, on: wall}
"""


@pytest.mark.parametrize(
    ("path", "mark"),
    [
        ((), (1, 1)),
        (("base",), (5, 7)),
        (("start", "elbow"), (6, 16)),
        (("contacts", 0), (8, 5)),
        (("contacts", 1, "on"), (9, 28)),
        (("start", "knee"), (6, 8)),  # as far as the file has them
        (("contacts", 7), (8, 3)),
        (("wrong", "knee"), (1, 1)),
    ],
)
def test_a_value_is_found_by_the_keys_that_lead_to_it(
    tmp_path: Path, path: tuple[str | int, ...], mark: tuple[int, int]
) -> None:
    file = tmp_path / "trial.yaml"
    file.write_text(FIGURE, encoding="utf-8")
    document = read_document(Listed(file, "figure"))
    assert document.problems == ()
    assert tuple(document.mark_at(path)) == mark
