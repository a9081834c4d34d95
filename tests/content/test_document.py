"""The four opening keys, the file's name and its place."""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path

import pytest

from coach import resources
from coach.content.document import read_document, read_quickly
from coach.content.library_files import Folders, Listed, look_at
from coach.content.node import START, Mark
from tests.benchmarks.fuzz.mutation import changed_text
from tests.content.quick_readers import agree
from tests.content.shelf import Shelf, exercise, routine

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


# --- quickly, without places ------------------------------------------------------------------------------------------

SHIPPED = look_at(Folders(resources.routines(), resources.media())).listing.files


def test_both_readers_agree_about_what_is_shipped() -> None:
    left = [listed.file.name for listed in SHIPPED if not agree(listed) and "\\" not in listed.file.read_text("utf-8")]
    assert left == [], "the quick one left them to the other"


def test_both_readers_agree_about_what_is_shipped_and_changed(tmp_path: Path) -> None:
    chance = random.Random(11)
    texts = {listed.file: listed.file.read_text("utf-8") for listed in SHIPPED}
    taken = 0
    for _ in range(300):
        listed = chance.choice(SHIPPED)
        alike = [text for path, text in texts.items() if path.parent == listed.file.parent]
        file = tmp_path / listed.file.name
        text = changed_text(texts[listed.file], chance, chance.choices(alike, k=3))
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
        taken += agree(dataclasses.replace(listed, file=file))
    assert taken > 30


@pytest.mark.parametrize(
    ("name", "kind"),
    [("plank.yml", "exercise"), ("plank.md", "exercise"), ("plank.yaml", None), ("plank.yaml", "routines"),
     ("plank.yaml", "routine"), ("plank.yaml", ""), ("bridge.yaml", "exercise"), ("gone.yaml", "exercise")],
)  # fmt: skip
def test_whatever_is_not_as_usual_is_read_with_its_places(tmp_path: Path, name: str, kind: str | None) -> None:
    if name != "gone.yaml":
        (tmp_path / name).write_text(exercise("plank", "{reps: 8}"), "utf-8")
    assert read_quickly(Listed(tmp_path / name, kind)) is None


@pytest.mark.parametrize(
    "text",
    [
        exercise("plank", "{reps: 8}").replace("[neck]", "[5]"),
        exercise("plank", "{reps: 8}").replace("[neck]", "[]"),
        exercise("plank", "{reps: 8}").replace("sitting", "sittin"),
        exercise("plank", "[8]"),
        exercise("plank", "{reps: 8.0}"),
        exercise("plank", "{reps: [8]}"),
        exercise("Plank", "{reps: 8}"),
        routine("plank", "[{rounds: 2, steps: [{exercise: plank}], dose: {reps: 8}}]"),
        routine("plank", "[plank]"),
    ],
)
def test_whatever_may_be_wrong_is_read_with_its_places(tmp_path: Path, text: str) -> None:
    file = tmp_path / f"{'Plank' if 'id: Plank' in text else 'plank'}.yaml"
    file.write_text(text, "utf-8")
    assert read_quickly(Listed(file, "routine" if "kind: routine" in text else "exercise")) is None


@pytest.mark.parametrize("say", ["ser-raytus", "5"])
def test_a_list_of_the_media_folder(tmp_path: Path, say: str) -> None:
    file = tmp_path / "pronunciations.yaml"
    head = "kind: pronunciations\nformat: 1\nid: pronunciations\ntitle: Words\n"
    file.write_text(f"{head}words: [{{word: serratus, say: {say}}}]\n", "utf-8")
    assert agree(Listed(file, "media")) is (say != "5")


@pytest.mark.parametrize("deep", [3, 4])
def test_rounds_in_one_another(tmp_path: Path, deep: int) -> None:
    file = tmp_path / "plank.yaml"
    indents = ["  " * depth for depth in range(deep)]
    rounds = "".join(f"{indent}- rounds: 2\n{indent}  steps:\n" for indent in indents)
    file.write_text(routine("plank", f"\n{rounds}{'  ' * deep}- exercise: bridge\n"), "utf-8")
    assert agree(Listed(file, "routine")) is (deep == 3)


def test_places_are_looked_up_when_they_are_wanted(tmp_path: Path) -> None:
    file = tmp_path / "plank.yaml"
    file.write_text(exercise("plank", "{reps: 8}"), "utf-8")
    quick = read_quickly(Listed(file, "exercise"))
    assert quick is not None
    assert quick.keys["dose"] == START
    placed = quick.placed()
    assert placed.keys["dose"] == Mark(8, 1)
    assert placed.placed() is placed
