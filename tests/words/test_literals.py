"""Every text of coach/words/ and of all around it reaches who translates.

What has a space between words, and is no docstring, no query and no translated text, is taken for a sentence, but for
what no person is told (below, each with its reason). There is none.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from coach.progress.schema import COLUMNS, WORKED_OUT
from tests.words.code import COACH, nodes, nodes_of, text

LUPDATE = Path(sys.executable).with_name("pyside6-lupdate")
FILES = sorted(COACH.rglob("*.py"))
TRANSLATED = ("translate", "tr")

FOR_WHO_TYPES = (
    "Stop",
    "Unknown",
    "ArgumentTypeError",
    "add_argument",
    "add",
    "add_parser",
    "Commands",
    "Parser",
    "ArgumentParser",
)
"""Help and wrong usage of the command line: English, as the commands and options themselves are."""

FOR_AUTHORS = (
    "content",
    "figure",
    "bootstrap",
    "commands/missing.py",
    "commands/authoring.py",
    "commands/parser.py",
    "ui/figure/sheet.py",
    "ui/render.py",
    "words/inherited.py",
    "words/introductions.py",
    "ui/look",
    "ui/pyside.py",
    "progress/columns.py",
    "desktop/asked.py",
    "desktop/single.py",
    "sound/make_cues.py",
    "values.py",
)
"""What authors, translators and developers read; bootstrap speaks before anything is there to choose a language, and
the columns are told by the help of `history`. What the parser says is how a command is written; what keeps its own sets
or has no time for its introduction is told to who writes the routine. A program that asks the running one wrongly is
told what was wrong with its request: its author reads that, as all of `--json`. What makes the methods of values, and
what has PySide come lightly, write Python.
"""

CONTENT = ("session/phrases.py",)
"""What coaching.yaml may say otherwise and in every language: `check --language` counts each
(languages/untranslated.py).
"""

UNFORESEEN = ("cli.py", "unexpected.py")
"""An error that nobody foresaw, and a stdout that is gone, are told where what knows a language may be broken."""

IN_ENGLISH_ALOUD = ("sound/voice/notation.py", "sound/voice/read_aloud.py")
"""How English is read aloud ("1/2" as "a half"): a table of that language's, never shown, and not used in another."""

NEVER_SHOWN = ("ValueError", "TypeError", "KeyError", "IndexError", "AssertionError")
"""Python's own errors tell the developer what is wrong with a value. What a person reads of one comes from an error of
our own, with values for the words (test_what_pythons_errors_say_reaches_nobody).
"""

TITLES = (
    "Posture Coach",
    "Safe Eyes",
    "Xfce Notify Daemon",
    "Notification Daemon",
    "Application Support",
    "Desktop Entry",
    "This plugin does not support ",
    "QObject::connect: No such signal QPlatformNativeInterface::systemTrayWindowChanged",
    "qwertyuiop asdfghjkl zxcvbnm",
)
"""Names of programs, of a folder of macOS, of a part of a file, what Qt logs, the rows of a keyboard: the same
in every language.
"""

COMMAND = r"posture-coach( [a-z][a-z-]*)+( \{\}| [A-Z]+)?|pip install \S+"
"""What a person types; the command line is the same in every language."""

FOR_MACHINES = (
    r"<\?xpacket ", r"<(\w+|/)[^>]*>", r"import os, sys; ", r"Add-Type -AssemblyName ", r"\^", r"posture-coach modules "
)  # fmt: skip
"""How begins what another program reads: XML, a line of Python, one of PowerShell, a pattern of a whole line; or what
stands at the head of a file of ours.
"""

PATTERNS = ("compile", "match", "fullmatch", "search", "finditer", "findall", "split", "sub")
"""Functions of `re`, whose pattern finds words and shows none; what `sub` puts in their stead counts."""

QUERY = r"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|ALTER|DROP|WITH|BEGIN IMMEDIATE|CASE WHEN|AND [a-z.]+ IN)\b"
PART_OF_A_QUERY = r"(\w+\(.* (FROM|IN|OR) .*\)|substr\(.*\)|[{}\w.]+ ([<>!=]+|\{\}) .*\?|(\{\}|\S+) ORDER BY .*)"
COLUMN = {name for columns in (COLUMNS | WORKED_OUT).values() for name in columns.split(", ")}

ON_STDERR = {"ui/nudge/alone.py"}
"""Where the words of such an error go to the log of the process that started this one."""


def named(call: ast.Call) -> str:
    """What is called, without what it belongs to."""
    if isinstance(call.func, ast.Name | ast.Attribute):
        return call.func.id if isinstance(call.func, ast.Name) else call.func.attr
    return ast.unparse(call.func).rpartition(".")[2]


def calls() -> Iterator[tuple[Path, ast.Call]]:
    """Every call that asks for a translation by literals."""
    for path, node in nodes_of(FILES, *(f"{name}(" for name in TRANSLATED)):
        if isinstance(node, ast.Call) and named(node) in TRANSLATED:
            yield path, node


def literals(call: ast.Call) -> list[str]:
    """Its texts: a context and a text, or a text alone."""
    count = 2 if named(call) == "translate" else 1
    return [one.value for one in call.args[:count] if isinstance(one, ast.Constant) and isinstance(one.value, str)]


@pytest.mark.skipif(not LUPDATE.exists(), reason="pyside6-lupdate is not installed")
def test_lupdate_finds_what_is_asked_for(tmp_path: Path):
    asked = {literals(call)[-1] for _, call in calls() if literals(call)}
    into = tmp_path / "all.ts"
    subprocess.run([LUPDATE, *FILES, "-ts", into], check=True, capture_output=True, timeout=120)
    found = {message.findtext("source") for message in ET.parse(into).getroot().iter("message")}
    assert found == asked


def sentences(path: Path) -> Iterator[str]:
    """The texts of several words in a file that are not translated."""
    tree = list(nodes(path))
    aside: set[int] = set()
    within: set[int] = set()
    for node in tree:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            aside.add(id(node.value))
        if isinstance(node, ast.Call) and named(node) in TRANSLATED:
            aside.update(id(one) for one in ast.walk(node))
        if isinstance(node, ast.Call) and named(node) in FOR_WHO_TYPES:
            aside.update(id(one) for one in ast.walk(node))
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and named(node.exc) in NEVER_SHOWN:
            aside.update(id(one) for one in ast.walk(node))
        if isinstance(node, ast.Assert) and node.msg is not None:
            aside.update(id(one) for one in ast.walk(node.msg))
        if isinstance(node, ast.Call) and is_of_a_pattern(node.func):
            aside.update(id(one) for one in ast.walk(node.args[0]))
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "attr", "") == "epilog":  # of a command's help
            aside.update(id(one) for one in ast.walk(node))
        if isinstance(node, ast.AnnAssign) and getattr(node.annotation, "id", "") == "TypeAlias" and node.value:
            aside.add(id(node.value))
        if isinstance(node, ast.Call) and named(node) == "Thread":  # its name shows in a debugger
            aside.update(id(one) for one in ast.walk(node))
        hints = [getattr(node, "annotation", None), getattr(node, "returns", None)]
        aside.update(id(one) for hint in hints if isinstance(hint, ast.AST) for one in ast.walk(hint))
        if isinstance(node, ast.JoinedStr):
            within.update(id(one) for one in node.values)
    for node in tree:
        if isinstance(node, ast.JoinedStr):
            told = "".join(one.value if isinstance(one, ast.Constant) else "{}" for one in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in within:
            told = node.value
        else:
            continue
        if id(node) in aside or is_query(told) or told in TITLES or re.fullmatch(COMMAND, told):
            continue
        if any(re.match(beginning, told) for beginning in FOR_MACHINES):
            continue
        if re.search(r"[A-Za-z]{2,} \S|\S [A-Za-z]{2,}", told.strip()):
            yield told


def is_of_a_pattern(called: ast.expr) -> bool:
    """Whether it is a function of `re` that takes one."""
    return isinstance(called, ast.Attribute) and called.attr in PATTERNS and getattr(called.value, "id", "") == "re"


def is_query(told: str) -> bool:
    """Whether it is SQL: a statement, a part of one, or the columns of a table."""
    columns = {one.strip().removeprefix("s.") for one in told.split(",")}
    return bool(re.match(QUERY, told) or re.fullmatch(PART_OF_A_QUERY, told)) or columns <= COLUMN


def test_no_sentence_escapes():
    """What a person reads is translated; where a new one stands outside, give a value and let coach/words say it."""
    found = []
    for path in FILES:
        place = path.relative_to(COACH).as_posix()
        if not place.startswith(FOR_AUTHORS + IN_ENGLISH_ALOUD + CONTENT + UNFORESEEN):
            found += [(place, told) for told in sentences(path)]
    assert found == []


def uses(handler: ast.ExceptHandler) -> Iterator[ast.Name]:
    """Where a handler makes words of its error: not where it looks at a part of it, or raises one of Python's anew."""
    within = {id(node.value) for node in ast.walk(handler) if isinstance(node, ast.Attribute)}
    within |= {id(node.cause) for node in ast.walk(handler) if isinstance(node, ast.Raise)}
    for node in ast.walk(handler):
        is_ours = isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and named(node.exc) not in NEVER_SHOWN
        if isinstance(node, ast.Raise) and not is_ours:
            within |= {id(one) for one in ast.walk(node)}
    for node in ast.walk(handler):
        if isinstance(node, ast.Name) and node.id == handler.name and id(node) not in within:
            yield node


def test_what_pythons_errors_say_reaches_nobody():
    """So that they may say it in English."""
    found = set()
    for path, node in nodes_of(FILES, *NEVER_SHOWN):
        place = path.relative_to(COACH).as_posix()
        if isinstance(node, ast.ExceptHandler) and node.name and node.type is not None:
            kinds = {one.id for one in ast.walk(node.type) if isinstance(one, ast.Name)}
            if kinds & set(NEVER_SHOWN) and not place.startswith(FOR_AUTHORS) and list(uses(node)):
                found.add(place)
    assert found == ON_STDERR


NUMBERS_AS_KEYS = {"ui/pages/settings.py": 2, "ui/pages/settings_voice.py": 2, "ui/pages/focus_parts.py": 1}
"""Lines with a number that no person sees: what a choice is kept by."""


def in_words_or_window() -> Iterator[Path]:
    """The files whose texts a person reads."""
    for path in FILES:
        place = path.relative_to(COACH).as_posix()
        if place.startswith(("words/", "ui/", "terminal/")) and not place.startswith(FOR_AUTHORS):
            yield path


def test_what_stands_between_the_things_of_a_list_is_the_languages():
    """A comma or a semicolon that joins is English: words/sentences.py has them for every language."""
    joins = [
        f"{path.relative_to(COACH)}:{node.lineno}"
        for path, node in nodes_of(in_words_or_window(), ".join(")
        if isinstance(node, ast.Call) and named(node) == "join" and re.match(r"'[,;] ", ast.unparse(node.func))
    ]
    assert joins == []


def test_a_number_is_written_as_the_language_does():
    """A number that is formatted with `g` is English: words/numbers.py has it for every language."""
    found: Counter[str] = Counter()
    for path in in_words_or_window():
        place = path.relative_to(COACH).as_posix()
        if not place.startswith(("words/numbers.py", "ui/figure")):
            found[place] += sum(":g}" in line for line in text(path).splitlines())
    assert {place: count for place, count in found.items() if count} == NUMBERS_AS_KEYS
