"""Tokens, not literals: sizes and weights of text stand in the type scale, and nowhere else in the window."""

from __future__ import annotations

import ast
from itertools import pairwise
from pathlib import Path

import pytest

from coach import ui
from coach.ui.look import typography

ROOM = Path(ui.__file__).parent
SCALE = Path(typography.__file__)
FILES = sorted(ROOM.rglob("*.py"))


def number(node: ast.expr) -> float | None:
    """The number that is written there, if it is one."""
    is_negative = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub)
    value = node.operand if is_negative else node
    if isinstance(value, ast.Constant) and isinstance(value.value, int | float) and not isinstance(value.value, bool):
        return -value.value if is_negative else value.value
    return None


def written(node: ast.expr) -> list[ast.expr]:
    """The values that an expression may have, by its branches."""
    return [*written(node.body), *written(node.orelse)] if isinstance(node, ast.IfExp) else [node]


def name_of(call: ast.Call) -> str:
    """The last part of the name that is called."""
    return ast.unparse(call.func).rpartition(".")[2]


def literal_types(source: str) -> list[int]:
    """The lines that make a style, or write a size or a weight of text as a number."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = name_of(node)
        takes_numbers = name in ("sized", "font", "setPixelSize", "setPointSize", "setPointSizeF", "setWeight")
        values = [value for argument in node.args for value in written(argument)] if takes_numbers else []
        if name in ("TextStyle", "ladder") or any(number(value) is not None for value in values):
            found.append(node.lineno)
        elif name == "Label" or name.endswith("_font"):
            pairs = pairwise(node.args)
            found += [
                node.lineno for pair in pairs if all(number(v) is not None for side in pair for v in written(side))
            ]
    return found


@pytest.mark.parametrize("path", FILES, ids=[str(path.relative_to(ROOM)) for path in FILES])
def test_no_size_of_text_stands_outside_the_scale(path: Path) -> None:
    """A Label and a painter take a style; which one, look/typography.py says."""
    if path != SCALE:
        assert literal_types(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("line", [
    "Label(look, text, 13, 500)", "self._look.font(15)", "TextStyle(15, 700)", "BODY.sized(18)",
    "painter.setFont(look.font(13, 800 if is_now else 500))", "font.setPixelSize(11)",
    "line_font(look, text, 13, 700, 80)",
])  # fmt: skip
def test_a_literal_is_seen(line: str) -> None:
    assert literal_types(line)


@pytest.mark.parametrize("line", [
    "Label(look, text, SMALL)", "look.font(BODY.bold, tabular=True)", "style.sized(round(px * factor))",
    "QRect(0, 0, 1280, 800)", "font.setPixelSize(round(high))", "self.setFixedSize(400, 300)",
])  # fmt: skip
def test_what_is_no_type_is_left_alone(line: str) -> None:
    assert literal_types(line) == []
