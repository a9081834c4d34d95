"""What the quick reader of YAML takes, all of YAML takes as the same; and what it leaves to that."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach import resources
from coach.content.decoding import text_of
from coach.content.node import Unsure, plain
from coach.content.notes import Notes
from coach.content.plain_yaml import parsed
from coach.content.reader import parse
from tests.benchmarks.fuzz.mutation import changed_text

FILES = [
    path
    for folder in (resources.routines(), resources.media())
    for path in sorted(folder.rglob("*.yaml"))
]  # fmt: skip


def agrees(text: str) -> bool:
    """Whether the quick reader takes the text; then the whole one takes it as the same, and finds nothing wrong."""
    notes = Notes()
    readable = text_of(text.encode("utf-8", "surrogatepass"), notes)
    if readable is None or notes.problems:
        return False
    try:
        found = parsed(readable)
    except Unsure:
        return False
    node = parse(readable, notes)
    assert not notes.problems, (text, notes.problems)
    assert node is not None
    assert repr(plain(node)) == repr(found), text
    return True


def test_what_is_shipped() -> None:
    texts = {path.name: path.read_text("utf-8") for path in FILES}
    left = [name for name, text in texts.items() if not agrees(text) and "\\" not in text]
    assert left == [], "the quick one left them to the other"


def test_what_is_shipped_and_changed() -> None:
    chance = random.Random(7)
    texts = [path.read_text("utf-8") for path in FILES]
    taken = 0
    for _ in range(400):
        text = chance.choice(texts)
        taken += agrees(changed_text(text, chance, chance.choices(texts, k=2)))
    assert taken > 40


TAKEN = [
    "a: b",
    "a: b\n\n# c\nd: 1\n",
    "a:   b  # c\n",
    "a: b#c:d\n",
    "a: 'b: #'  # c\n",
    'a: "it\'s"\n',
    "a: true\nb: 'true'\nc: -1.50\nd: 007\ne: 12:30\nf: +2\n",
    "a: null\n",
    "a:\n- b\n- c\nd:\n  - e: f\n    g: h\n",
    "a:\n  b:\n    c: d\n  e: f\n",
    "a: >-\n  b\n  c: d # e\nf: g\n",
    "a: >\n  b\n",
    "a: |\n  b\n  c\n\n",
    "a:\n  - b: >-\n      c\n      d\n  - |-\n    e\n",
    "a: [b, 1, true, 'c, d', [e], {f: g}]  # h\n",
    "a: {b: c, d: {e: [1, 2]}, f: -3}\n",
    "a: [b,c,\n    d, e]\n",
    'a: {b: "c,\n  d"}\n',
    "a: []\nb: {}\n",
    "a: [. close, 90%, (x)]\n",
]
UNSURE = [
    "",
    "\n",
    "a\n",
    "- a\n",
    " a: b\n",
    "a: b\na: c\n",
    "a:\n",
    "a:\n  b\n",
    "a: b\n  c\n",
    "a: b\n c: d\n",
    "a:\n  b: c\n d: e\n",
    "a:\n  b: c\n   d: e\n",
    "a:\n  - b\n c: d\n",
    "a:\n- b\nc\n",
    "a: b: c\n",
    "a: b:\n",
    "a: &b c\n",
    "a: *b\n",
    "a: !b c\n",
    "<<: a\n",
    "? a\n",
    "a: - b\n",
    "a:\n  - - b\n",
    "a:\n  -\n    b: c\n",
    "a: 1234567890\n",
    "a:\t b\n",
    "a:\u00a0b\n",
    "a: >-\n\n  b\n",
    "a: >-\n  b\n\n  c\n",
    "a: >-\n  b\n   c\n",
    "a: >-\n  b \n  c\n",
    "a: >-2\n  b\n",
    "a: >-\nb: c\n",
    "a: >\n  b",
    "a:\n  - b: >-\n    c\n",
    'a: "b\\n"\n',
    "a: 'b''c'\n",
    'a: ""\n',
    "a: [b\n",
    "a: [b}\n",
    "a: [b] c\n",
    "a: [b, ]\n",
    "a: [b c: d]\n",
    "a: {b: c, b: d}\n",
    "a: {b: [c], b: d}\n",
    "a: {b}\n",
    "a: {b: c, }\n",
    "-1: b\n",
    "- a: >-\n",
    "a: b\n   \n",
    "a: >\n  b\n    # c\n",
    'a: ["]\n',
    'a: "b" c\n',
    "a: {b: }\n",
    "a: {b: c: d}\n",
    "a: [[[[[[b]]]]]]\n",
    "".join(f"{' ' * depth}a:\n" for depth in range(10)) + f"{' ' * 10}b: c\n",
    "---\na: b\n",
    "a: b\n...\n",
    "%YAML 1.2\n",
    "a: b\n# c\n d\n",
]


@pytest.mark.parametrize("text", TAKEN)
def test_taken(text: str) -> None:
    assert agrees(text)


@pytest.mark.parametrize("text", UNSURE)
def test_left_to_all_of_yaml(text: str) -> None:
    assert not agrees(text)


@pytest.mark.parametrize("begun", ['"b"', "*b", "b", "[b]", "{b: c}", ">"])
def test_a_line_of_blanks_is_looked_through_once(begun: str) -> None:
    """At each blank anew, as long a file as may be takes a quarter of an hour: longer than a test may."""
    assert agrees(f"a: {begun}{' ' * 250_000}c") == (begun == "b")


PIECES = (
    "a", "b: ", "c: ", "- ", "\n", "  ", " ", "\n  ", "\n- ", "\n    ", "[", "]", "{", "}", ", ", ",", ": ", ":", " #",
    "#", "'", '"', ">-\n", "|\n", ">", "1", "-1", "-", "true", "?", "!", "&", "*", "%", "~", "null", "\\", "x y",
    "e:", "1.5", "é", "<<", "@", "`", "=", "---", "...", "(", "k:\n", "  - d: e\n",
)  # fmt: skip


@given(st.one_of(st.sampled_from(TAKEN), st.just("a: ")), st.lists(st.sampled_from(PIECES), max_size=12), st.data())
def test_anything_like_yaml(begun: str, pieces: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(begun)))
    agrees(begun[:at] + "".join(pieces) + begun[at:])
