"""Every text of coach/words/ and of all around it reaches who translates; what does not is counted.

What has a space between words, and is no docstring, no query and no translated text, is taken for a sentence; that
counts some for developers, too. A place that is not named here has none, and a number may fall and never rise.
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

COACH = Path(__file__).parents[2] / "coach"
LUPDATE = Path(sys.executable).with_name("pyside6-lupdate")
FILES = sorted(COACH.rglob("*.py"))
TRANSLATED = ("translate", "tr")

FOR_WHO_TYPES = ("Stop", "add_argument", "add", "add_parser", "Parser", "ArgumentParser")
"""Help and wrong usage of the command line: English, as the commands and options themselves are."""

FOR_AUTHORS = ("content", "figure", "bootstrap", "commands/missing.py", "commands/authoring.py", "ui/look")
"""What authors, translators and developers read; bootstrap speaks before anything is there to choose a language."""

MOST = {
    "cli.py": 3,
    "closing.py": 1,
    "coming_from": 5,
    "commands": 31,
    "demonstration": 1,
    "desk_digest.py": 1,
    "desktop": 117,
    "export": 4,
    "exporting.py": 9,
    "handover.py": 2,
    "history_file.py": 5,
    "languages": 1,
    "progress": 151,
    "progression": 1,
    "reminders": 17,
    "session": 37,
    "settings.py": 3,
    "sound": 114,
    "strict_json.py": 4,
    "terminal": 4,
    "ui": 37,
    "walltest": 16,
    "words": 17,
}
"""The sentences that stand outside `translate` yet, by place: they wait for values in their stead, as
docs/how-to/language.md says. Some are for developers.
"""


def named(call: ast.Call) -> str:
    """What is called, without what it belongs to."""
    return ast.unparse(call.func).rpartition(".")[2]


def calls() -> Iterator[tuple[Path, ast.Call]]:
    """Every call that asks for a translation by literals."""
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
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
    tree = ast.parse(path.read_text(encoding="utf-8"))
    aside: set[int] = set()
    within: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            aside.add(id(node.value))
        if isinstance(node, ast.Call) and named(node) in TRANSLATED:
            aside.update(id(one) for one in ast.walk(node))
        if isinstance(node, ast.Call) and named(node) in FOR_WHO_TYPES:
            aside.update(id(one) for one in ast.walk(node))
        hints = [getattr(node, "annotation", None), getattr(node, "returns", None)]
        aside.update(id(one) for hint in hints if isinstance(hint, ast.AST) for one in ast.walk(hint))
        if isinstance(node, ast.JoinedStr):
            within.update(id(one) for one in node.values)
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            told = "".join(one.value if isinstance(one, ast.Constant) else "{}" for one in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in within:
            told = node.value
        else:
            continue
        is_query = re.match(r"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|ALTER|DROP|WITH)\b", told)
        if id(node) not in aside and not is_query and re.search(r"[A-Za-z]{2,} \S|\S [A-Za-z]{2,}", told.strip()):
            yield told


def escaping() -> Counter[str]:
    """How many there are in each place."""
    found: Counter[str] = Counter()
    for path in FILES:
        place = path.relative_to(COACH).as_posix()
        if not place.startswith(FOR_AUTHORS):
            found[place.split("/")[0]] += len(list(sentences(path)))
    return found


def test_no_more_sentences_escape():
    assert {place: count for place, count in escaping().items() if count > MOST.get(place, 0)} == {}
