"""Other names in a part's text, and who it is from: all else stays as it was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.content.document import Document, read_document
from coach.content.library_files import Listed
from coach.content.sharing.renaming import marked, renamed

EXERCISE = """\
# mine
kind: exercise
format: 1
id: side-lean  # not side-lean-two
title: side-lean
areas: [neck, 'ribs']
position: sitting
describe: Do a side-lean.
dose: {reps: 5}
easier: side-lean-easy
instead: {neck-injury: "side-lean-easy"}
figure:   "side-lean"
"""


def read(tmp_path: Path, text: str, ident: str = "side-lean") -> Document:
    file = tmp_path / f"{ident}.yaml"
    file.write_text(text, encoding="utf-8")
    return read_document(Listed(file, ""))


@pytest.mark.parametrize(
    ("names", "changed"),
    [
        ({}, {}),
        ({("routine", "side-lean"): "x"}, {}),
        ({("exercise", "side-lean"): "lean-2"}, {"id: side-lean ": "id: lean-2 "}),
        ({("figure", "side-lean"): "lean-2"}, {'"side-lean"': '"lean-2"'}),
        ({("area", "ribs"): "my-ribs"}, {"'ribs'": "'my-ribs'"}),
        (
            {("exercise", "side-lean-easy"): "z"},
            {"easier: side-lean-easy": "easier: z", '"side-lean-easy"': '"z"'},
        ),
        (
            {
                ("exercise", "side-lean"): "a",
                ("figure", "side-lean"): "b",
                ("area", "neck"): "c",
                ("area", "ribs"): "d",
            },
            {"id: side-lean ": "id: a ", '"side-lean"': '"b"', "[neck, 'ribs']": "[c, 'd']"},
        ),
    ],
)
def test_only_what_is_named_gets_another_name(tmp_path: Path, names, changed):
    wanted = EXERCISE
    for old, new in changed.items():
        assert wanted.count(old) == 1
        wanted = wanted.replace(old, new)
    assert renamed(EXERCISE, read(tmp_path, EXERCISE), names) == wanted


def test_the_entries_of_a_list_get_theirs(tmp_path: Path):
    text = 'kind: areas\nformat: 1\nid: areas\ntitle: Areas\nareas:\n  ribs: {title: ribs}\n  "neck": {title: Neck}\n'
    names = {("area", "ribs"): "r-2", ("area", "neck"): "n-2", ("source", "ribs"): "no"}
    found = renamed(text, read(tmp_path, text, "areas"), names)
    assert found == text.replace("  ribs:", "  r-2:").replace('"neck"', '"n-2"')


def test_what_is_laid_out_in_another_way_is_not_guessed(tmp_path: Path):
    text = EXERCISE.replace('figure:   "side-lean"', "figure: >-\n  side-lean")
    with pytest.raises(ValueError, match="laid out in another way"):
        renamed(text, read(tmp_path, text), {("figure", "side-lean"): "x"})


@pytest.mark.parametrize(
    ("text", "who", "wanted"),
    [
        ("kind: figure\ntitle: A\nid: a\n", "Jane", 'kind: figure\ntitle: A\nfrom: "Jane"\nid: a\n'),
        ("# mine\nkind: figure\nid: a\ntitle: A\n", None, '# mine\nkind: figure\nid: a\nfrom: "unknown"\ntitle: A\n'),
        (
            "  kind: figure\n  title: A\n  id: a\n",
            'J "x"',
            '  kind: figure\n  title: A\n  from: "J \\"x\\""\n  id: a\n',
        ),
        ("{kind: figure, id: a}\n", "Jö", '{from: "Jö", kind: figure, id: a}\n'),
        ("kind: figure\ntitle: A\nfrom: Ann\n", "Jane", "kind: figure\ntitle: A\nfrom: Ann\n"),
        ("kind: figure\n", "Jane", 'from: "Jane"\nkind: figure\n'),
    ],
)
def test_who_it_is_from_stands_behind_its_title(tmp_path: Path, text: str, who: str | None, wanted: str):
    node = read(tmp_path, text, "a").node
    assert node is not None
    assert marked(text, node, who) == wanted
