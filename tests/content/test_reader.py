"""The strict reader: YAML's mistakes in our own words, and what our grammar refuses. Both parsers must agree."""

from __future__ import annotations

import pytest
import yaml

from coach.content.decoding import text_of
from coach.content.node import Hole, Map, Scalar, Seq, plain
from coach.content.notes import Notes
from coach.content.parser_words import in_our_words
from coach.content.reader import FAST_LOADER, PYTHON_LOADER, parse
from tests.content.shelf import Shelf

# A healthy reminder of six lines; what follows begins on line 7.
HEAD = "kind: reminder\nformat: 1\nid: sample\ntitle: Sample\nevery: 30m\nmessages: [Move.]\n"


CASES = [
    (
        HEAD + "---\nkind: reminder\nformat: 1\nid: sample\ntitle: Sample\nevery: 30m\nmessages: [Move.]\n",
        ["7:1: a second document begins here; keep one document in a file"],
    ),
    (HEAD + "tags:\n\t- a\n", ["8:1: a tab cannot indent; write spaces"]),
    (HEAD + "\tsummary: x\n", ["7:1: a tab cannot indent; write spaces"]),
    (HEAD + "summary:\tx\n", ["7:9: a tab stands between two words; write a space"]),
    (HEAD + "summary: x\t\n", []),
    (
        HEAD + "summary: Back: not down\n",
        [
            (
                "7:14: this colon begins no key here; put a text that holds a colon in quotes, or line the "
                "key up with its neighbours"
            )
        ],
    ),
    (HEAD + "summary: 'open\n", ["7:10: this quote is never closed; write the closing quote"]),
    (HEAD + 'summary: "open\n', ["7:10: this quote is never closed; write the closing quote"]),
    (HEAD + 'summary: "a\\qb"\n', ["7:13: this backslash means nothing; write two of them, or use single quotes"]),
    (HEAD + 'summary: "a\\x4"\n', ["7:14: this backslash means nothing; write two of them, or use single quotes"]),
    (HEAD + 'summary: "\\U00110000"\n', ["7:11: this escape names no character; take it out, or use single quotes"]),
    (HEAD + 'summary: "bell \\a"\n', ["7:10: the character U+0007 cannot be seen; take it out"]),
    (HEAD + 'summary: "\\ud800"\n', ["7:10: the character U+D800 cannot be seen; take it out"]),
    (HEAD + "days: [mon, tue\n", ["7:7: this [ is not closed; write ] behind its last item"]),
    (HEAD + "days: [mon, tue\nshow: nudge\n", ["7:7: this [ is not closed; write ] behind its last item"]),
    (HEAD + "days: ['mon' 'tue']\n", ["7:14: a comma is missing before this; write one between two items"]),
    (HEAD + "days: [mon,, tue]\n", ["7:12: a value is missing before this; write it, or take the sign out"]),
    (HEAD + "days: {a: 1\n", ["7:7: this { is not closed; write } behind its last entry"]),
    (HEAD + "days: {'a': 1 'b': 2}\n", ["7:7: this { is not closed; write } behind its last entry"]),
    (HEAD + "summary: @home\n", ["7:10: a text cannot begin with @; put it in quotes"]),
    (HEAD + "summary: `x`\n", ["7:10: a text cannot begin with `; put it in quotes"]),
    (HEAD + "summary: %x\n", ["7:10: a text cannot begin with %; put it in quotes"]),
    (HEAD + "summary: *bold*\n", ["7:10: a text cannot begin with *; put it in quotes"]),
    (HEAD + "summary: &\n", ["7:10: a text cannot begin with &; put it in quotes"]),
    (HEAD + "summary: !\n", ["7:10: a tag (!) is not read; take it out, and put a text in quotes"]),
    (HEAD + "summary: !important\n", ["7:10: a tag (!important) is not read; take it out, and put a text in quotes"]),
    (HEAD + "summary: !a!b c\n", ["7:10: a text cannot begin with !; put it in quotes"]),
    (HEAD + "summary: |x\n  y\n", ["7:11: after | or > only + or - may stand; begin the text on the next line"]),
    (
        HEAD + "  summary: x\n",
        ["7:3: this does not fit here; line it up with its neighbours, or put the whole text in quotes"],
    ),
    (
        " kind: x\nid: y\n",
        ["2:1: this stands outside the document; line it up with the keys, or put the whole text in quotes"],
    ),
    (HEAD + "summary\n", ["7:1: a colon is missing here; write KEY: VALUE"]),
    (HEAD + "summary\nshow: nudge\n", ["7:1: a colon is missing here; write KEY: VALUE"]),
    (HEAD + "summary: - x\n", ["7:10: a list cannot begin here; begin it on a line of its own"]),
    (
        HEAD + "summary: 'a' b\n",
        ["7:14: this does not fit here; line it up with its neighbours, or put the whole text in quotes"],
    ),
    (HEAD + "- x\n", ["7:1: this does not fit here; line it up with its neighbours, or put the whole text in quotes"]),
    (
        ("%YAML 2.0\n---\nkind: reminder\nformat: 1\nid: sample\ntitle: Sample\nevery: 30m\nmessages: [Move.]\n"),
        ["1:1: a line cannot begin with %; take it out"],
    ),
    (
        "%FOO\nkind: reminder\nformat: 1\nid: sample\ntitle: Sample\nevery: 30m\nmessages: [Move.]\n",
        ["1:1: a line cannot begin with %; take it out"],
    ),
    (
        "%TAG ! tag:x:\n---\nkind: reminder\nformat: 1\nid: sample\ntitle: Sample\nevery: 30m\nmessages: [Move.]\n",
        ["1:1: a line cannot begin with %; take it out"],
    ),
    (("%YAML 1.2\n---\nkind: reminder\nformat: 1\nid: sample\ntitle: Sample\nevery: 30m\nmessages: [Move.]\n"), []),
    (
        HEAD + "? [a]\n: b\n",
        ["7:3: a list or a map cannot be a key; write a word and a colon, or put the text in quotes"],
    ),
    (
        HEAD + "{a: b}: c\n",
        ["7:1: a list or a map cannot be a key; write a word and a colon, or put the text in quotes"],
    ),
    (HEAD + ": x\n", ["7:1: this does not fit here; line it up with its neighbours, or put the whole text in quotes"]),
    (HEAD + "? \n", ["7:2: a key is missing before the colon; write a word there"]),
    ("[1, 2]\n", ["1:1: a list stands where the keys of a file are wanted; begin with kind: KIND"]),
    ("words\n", ["1:1: words stands where the keys of a file are wanted; begin with kind: KIND"]),
    ("5\n", ["1:1: 5 stands where the keys of a file are wanted; begin with kind: KIND"]),
    ("a: b\n}\n", ["2:1: this does not fit here; line it up with its neighbours, or put the whole text in quotes"]),
    (
        HEAD + "summary: x: y: z\n",
        [
            (
                "7:11: this colon begins no key here; put a text that holds a colon in quotes, or line the "
                "key up with its neighbours"
            )
        ],
    ),
    (HEAD + "x: ? y\n", ["7:4: a key cannot begin here; begin it on a line of its own"]),
    (HEAD + "summary: &a Short\n", ["7:10: an anchor (&a) is not read; take it out"]),
    (HEAD + "sources: *a\n", ["7:10: an alias (*a) is not read; write the value itself here"]),
    (
        HEAD + "days: &d [mon]\nsnooze: *d\n",
        ["7:7: an anchor (&d) is not read; take it out", "8:9: an alias (*d) is not read; write the value itself here"],
    ),
    (HEAD + "<<: *base\n", ["7:1: a merge key (<<) is not read; write the keys themselves here"]),
    (HEAD + "<<: {show: nudge}\n", ["7:1: a merge key (<<) is not read; write the keys themselves here"]),
    (HEAD + "summary: !!str 5\n", ["7:10: a tag (!!str) is not read; take it out, and put a text in quotes"]),
    (HEAD + "days: !!set {mon: }\n", ["7:7: a tag (!!set) is not read; take it out, and put a text in quotes"]),
    (
        HEAD + "days: &a !!seq [mon]\n",
        [
            "7:7: an anchor (&a) is not read; take it out",
            "7:7: a tag (!!seq) is not read; take it out, and put a text in quotes",
        ],
    ),
    (HEAD + "every: 20m\n", ["7:1: every is given twice, in lines 5 and 7; keep one of them"]),
    (
        HEAD + "every: 20m\nevery: 1:30\n",
        [
            "7:1: every is given twice, in lines 5 and 7; keep one of them",
            "8:1: every is given twice, in lines 5 and 8; keep one of them",
        ],
    ),
    (HEAD + "'title': Again\n", ["7:1: title is given twice, in lines 4 and 7; keep one of them"]),
    (
        HEAD + "days: [mon, {mon: 1, mon: 2}]\n",
        [
            "7:13: a map cannot stand here; write mon, tue, wed, thu, fri, sat, sun or mon-fri",
            "7:22: mon is given twice, in lines 7 and 7; keep one of them",
        ],
    ),
    (
        HEAD + "1: x\n",
        ["7:1: 1 is not known and nothing is near it; see 'posture-coach schema reminder'"],
    ),
    (
        HEAD + "true: x\n",
        ["7:1: true is not known and nothing is near it; see 'posture-coach schema reminder'"],
    ),
    (
        HEAD + "at_most: 1234567890\n",
        ["7:10: 1234567890 has more than nine digits; write a smaller number, or put a text in quotes"],
    ),
    (
        HEAD + "at_most: -1234567890.5\n",
        ["7:10: -1234567890.5 has more than nine digits; write a smaller number, or put a text in quotes"],
    ),
    (HEAD + "at_most: 999999999\n", ["7:10: 999999999 is too large; write 1 to 1000"]),
    (
        HEAD + "summary: 1234567890\n",
        ["7:10: 1234567890 has more than nine digits; write a smaller number, or put a text in quotes"],
    ),
    (HEAD + "summary: ~\n", ["7:10: a value is missing here; write one, or leave the key or the item out"]),
    (HEAD + "summary: null\n", ["7:10: a value is missing here; write one, or leave the key or the item out"]),
    (HEAD + "summary: Null\n", []),
    (HEAD + "summary: NULL\n", []),
    (HEAD + "summary:\n", ["7:9: a value is missing here; write one, or leave the key or the item out"]),
    (
        HEAD + "summary: ''\n",
        ["7:10: the text is empty; write 1 to 2,000 characters, or leave the key or the item out"],
    ),
    (HEAD + "at_most: 0x10\n", ["7:10: 0x10 is not a whole number; write 1 to 1000"]),
    (HEAD + "at_most: 1_000\n", ["7:10: 1_000 is not a whole number; write 1 to 1000"]),
    (HEAD + "at_most: 16.0\n", ["7:10: 16.0 is not a whole number; write 16"]),
    (
        HEAD + "😀: 1\n",
        ["7:1: 😀 is not known and nothing is near it; see 'posture-coach schema reminder'"],
    ),
    (HEAD + "summary: {en: 😀😀, x: 1}\n", ["7:19: x is not a language tag; write one such as en or de"]),
    (HEAD + "*a : b\n", ["7:1: an alias (*a) is not read; write the value itself here"]),
    (HEAD + "&k show: nudge\n", ["7:1: an anchor (&k) is not read; take it out"]),
    (
        HEAD + "x: [[[[[[[[[[[[[[[]]]]]]]]]]]]]]]\n",
        ["7:1: x is not known and nothing is near it; see 'posture-coach schema reminder'"],
    ),
    (
        HEAD + "x: [[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]\n",
        ["7:19: this stands 17 levels deep; write at most 16 maps and lists inside one another"],
    ),
    (
        HEAD + "show: [[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]\n",
        ["7:22: this stands 17 levels deep; write at most 16 maps and lists inside one another"],
    ),
    (
        HEAD + "<<: [[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]\n",
        [
            "7:1: a merge key (<<) is not read; write the keys themselves here",
            "7:20: this stands 17 levels deep; write at most 16 maps and lists inside one another",
        ],
    ),
]


@pytest.mark.parametrize(("text", "problems"), CASES)
def test_reader(shelf: Shelf, text: str, problems: list[str]) -> None:
    assert shelf.of_text(text) == problems


@pytest.mark.parametrize("text", [text for text, _ in CASES])
def test_the_c_library_and_the_python_parser_read_alike(text: str) -> None:
    both = []
    for loader in (FAST_LOADER, PYTHON_LOADER):
        notes = Notes()
        clean = text_of(text.encode("utf-8"), notes)
        assert clean is not None
        both.append((parse(clean, notes, loader=loader), notes.problems))
    assert both[0] == both[1]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0", 0),
        ("-0", 0),
        ("-12", -12),
        ("999999999", 999999999),
        ("1.50", 1.5),
        ("-0.5", -0.5),
        ("true", True),
        ("false", False),
        ("no", "no"),
        ("on", "on"),
        ("True", "True"),
        ("1:30", "1:30"),
        ("0310", "0310"),
        ("1e3", "1e3"),
        ("+2", "+2"),
        (".5", ".5"),
        ("1.", "1."),
        ("-x", "-x"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("1_000", "1_000"),
        (".inf", ".inf"),
        ("2026-05-14", "2026-05-14"),
        ("'5'", "5"),
        ('"true"', "true"),
        ("'~'", "~"),
        ("''", ""),
        ("Ready? Go.", "Ready? Go."),
        ("[Ready? Go., x?]", ["Ready? Go.", "x?"]),
        ("|\n  one\n  two", "one\ntwo"),
        (">-\n  one\n  two", "one two"),
    ],
)
@pytest.mark.parametrize("loader", [FAST_LOADER, PYTHON_LOADER])
def test_our_grammar(written: str, value: object, loader: object) -> None:
    notes = Notes()
    node = parse(f"a: {written}", notes, loader=loader)
    assert notes.problems == []
    read = plain(node)["a"] if isinstance(node, Map) else None  # type: ignore[index]
    assert read == value
    assert type(read) is type(value)


def test_nodes_carry_their_places() -> None:
    node = parse("a: [1, \U0001f600, b]\nc: *x\n", notes := Notes(), first_line=5)
    assert isinstance(node, Map)
    items = node.get("a")
    assert isinstance(items, Seq)
    assert [item.mark for item in items.items] == [(5, 5), (5, 8), (5, 11)]
    assert isinstance(items.items[0], Scalar)
    assert isinstance(node.get("c"), Hole)
    assert plain(node) == {"a": [1, "\U0001f600", "b"], "c": None}
    assert notes.problems == [((6, 4), "an alias (*x) is not read; write the value itself here")]


def test_an_escape_beyond_every_character_is_told_at_its_place() -> None:
    notes = Notes()
    assert parse('a: "\\U00000041"\nb: "x\\U00110000"\n', notes) is None
    assert notes.problems == [((2, 6), "this escape names no character; take it out, or use single quotes")]


def test_an_error_that_nobody_foresaw_is_still_told_at_its_place() -> None:
    error = yaml.MarkedYAMLError(problem="found something odd", problem_mark=yaml.Mark("", 0, 3, 4, None, None))
    assert in_our_words(error, "") == ((4, 5), "this is not YAML; look at the quotes, colons and spaces here")
    assert in_our_words(yaml.MarkedYAMLError(), "")[0] == (1, 1)
