"""A count and what it counts are one text with the forms that a language has of it, not a choice between two."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from coach.words.durations import counted
from coach.words.language import ENGLISH
from coach.words.numbers import number, signed
from tests.words.code import COACH, nodes, nodes_of
from tests.words.languages import Glossary

FOR_AUTHORS = COACH / "content"
"""What the checker tells the authors of files; it stays English (docs/how-to/language.md)."""


def says(node: ast.AST) -> bool:
    """Whether it comes to a text that is translated, or that has a space in it."""
    return any(
        (isinstance(one, ast.Constant) and isinstance(one.value, str) and " " in one.value.strip())
        or (isinstance(one, ast.Attribute) and one.attr in ("tr", "translate"))
        for one in ast.walk(node)
    )


def is_one(node: ast.AST) -> bool:
    """`something == 1`, or `!= 1`."""
    return (
        isinstance(node, ast.Compare)
        and isinstance(node.ops[0], ast.Eq | ast.NotEq)
        and isinstance(node.comparators[0], ast.Constant)
        and node.comparators[0].value == 1
    )


def choices(path: Path) -> list[str]:
    """Where a text is chosen by whether a number is 1: in a conditional, or by a branch that only returns a text."""
    found = []
    for node in nodes(path, "== 1", "!= 1"):
        if isinstance(node, ast.IfExp) and is_one(node.test) and says(node.body) and says(node.orelse):
            found.append(f"{path.relative_to(COACH)}:{node.lineno}")
        if isinstance(node, ast.If) and is_one(node.test) and isinstance(node.body[0], ast.Return | ast.Assign):
            told = node.body[0].value
            if told is not None and says(told) and "tomorrow" not in ast.unparse(told):  # a day, and no count
                found.append(f"{path.relative_to(COACH)}:{node.lineno}")
    return found


def test_no_text_is_chosen_by_whether_a_count_is_one():
    files = [path for path in sorted(COACH.rglob("*.py")) if FOR_AUTHORS not in path.parents]
    assert [where for path in files for where in choices(path)] == []


def test_a_count_is_a_plain_name():
    """lupdate passes over a call whose count is anything else, such as `len(days)` or `step.left`."""
    wrong = []
    for path, node in nodes_of(sorted(COACH.rglob("*.py")), ".translate("):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if node.func.attr == "translate" and len(node.args) > 3 and not isinstance(node.args[3], ast.Name):
            wrong.append(f"{path.relative_to(COACH)}:{node.lineno} {ast.unparse(node.args[3])}")
    assert [where for where in wrong if "qt_language.py" not in where] == []


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (0, "0 minutes"),
        (1, "1 minute"),
        (1.0, "1 minute"),
        (1.5, "1.5 minutes"),
        (2, "2 minutes"),
        (30.5, "30.5 minutes"),
    ],
)
def test_counts(count: float, told: str):
    assert counted(count, "minute") == told


def test_the_decimal_sign_is_the_languages():
    german = Glossary("de", {"{whole}.{part}": "{whole},{part}", "{n} minutes": "{n} Minuten"})
    assert (number(30.5, german), signed(1.5, german), signed(-2, german)) == ("30,5", "+1,5", "-2")
    assert counted(1.5, "minute", german) == "1,5 Minuten"


def test_english_has_two_forms():
    assert ENGLISH.translate("Desk", "%n days", "1 day", 1) == "1 day"
    assert ENGLISH.translate("Desk", "%n days", "1 day", 0) == "0 days"
    assert ENGLISH.translate("Desk", "open", "a window") == "open"
