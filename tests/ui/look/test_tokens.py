"""Tokens, not literals: sizes of text stand in the type scale, space between things in its steps, and nowhere else."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from coach import ui
from coach.ui.look import space, typography
from coach.ui.sheet import typography as paper

ROOM = Path(ui.__file__).parent
SCALES = Path(typography.__file__), Path(paper.__file__)
MARGINS = ("setSpacing", "setContentsMargins", "setHorizontalSpacing", "setVerticalSpacing", "addSpacing")
FILES = sorted(ROOM.rglob("*.py"))


SPACE_AT = {"Flow": 0, "Card": 1, "CardButton": 2, "RowButton": 2}


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


@cache
def nodes(source: str) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(source)))


def literal_types(source: str) -> list[int]:
    """The lines that make a style, or write a size or a weight of text as a number."""
    found = []
    for node in nodes(source):
        if not isinstance(node, ast.Call):
            continue
        name = name_of(node)
        takes_numbers = name in ("sized", "font", "setPixelSize", "setPointSize", "setPointSizeF", "setWeight")
        values = [value for argument in node.args for value in written(argument)] if takes_numbers else []
        if name in ("TextStyle", "PrintStyle", "ladder") or any(number(value) is not None for value in values):
            found.append(node.lineno)
        elif name == "Label" or name.endswith("_font"):
            pairs = pairwise(node.args)
            found += [
                node.lineno for pair in pairs if all(number(v) is not None for side in pair for v in written(side))
            ]
    return found


def lengths(node: ast.expr) -> list[float]:
    """The numbers but 0 that an expression adds up or chooses from; what is multiplied is a share of something."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        return lengths(node.left) + lengths(node.right)
    if isinstance(node, ast.IfExp):
        return lengths(node.body) + lengths(node.orelse)
    if isinstance(node, ast.Call) and name_of(node) == "px":
        return [value for argument in node.args for value in lengths(argument)]
    value = number(node)
    return [value] if value else []


def literal_spaces(source: str) -> list[int]:
    """The lines that write a space between things as a number."""
    found = []
    for node in nodes(source):
        values: list[ast.expr] = []
        if isinstance(node, ast.Call):
            values = [keyword.value for keyword in node.keywords if keyword.arg in ("padding", "spacing")]
            name, place = name_of(node), SPACE_AT.get(name_of(node), 99)
            values += node.args if name in MARGINS else node.args[place : place + 1]
        elif isinstance(node, ast.FunctionDef):
            known = [*node.args.args[len(node.args.args) - len(node.args.defaults) :], *node.args.kwonlyargs]
            given = [*node.args.defaults, *node.args.kw_defaults]
            pairs = zip(known, given, strict=False)
            values = [value for argument, value in pairs if argument.arg in ("padding", "spacing") and value]
        found += [value.lineno for value in values if lengths(value)]
    return found


def given(call: ast.Call, place: int, keyword: str) -> list[ast.expr]:
    """What a call gives by place or by keyword, in all its branches."""
    found = [*call.args[place : place + 1], *(word.value for word in call.keywords if word.arg == keyword)]
    return [value for each in found for value in written(each)]


RADIUS_AT = {"Card": 2, "CardButton": 3, "RowButton": 3, "FigurePlace": 4}
HEIGHT_AT = {"Button": 4, "RoundButton": 3, "TileButton": 3, "StageButton": 3}


def literal_sizes(source: str) -> list[int]:
    """The lines that write a button's height or the radius of a corner as a number."""
    found = []
    for node in nodes(source):
        values: list[ast.expr] = []
        if isinstance(node, ast.Call):
            name = name_of(node)
            values = given(node, RADIUS_AT.get(name, 99), "radius")
            values += given(node, HEIGHT_AT[name], "height") if name in HEIGHT_AT else []
        elif isinstance(node, ast.FunctionDef) and node.name == "outline":
            returned = [each.value for each in ast.walk(node) if isinstance(each, ast.Return)]
            values = [each.elts[1] for each in returned if isinstance(each, ast.Tuple)]
        found += [value.lineno for value in values if number(value)]
    return found


def found_by(look_for: Callable[[str], list[int]], files: Iterable[Path]) -> list[str]:
    """FILE:LINE of whatever is found in these files."""
    return [f"{path.relative_to(ROOM)}:{line}" for path in files for line in look_for(path.read_text(encoding="utf-8"))]


def test_no_size_of_text_stands_outside_the_scale() -> None:
    """A Label and a painter take a style; which one, look/typography.py says."""
    assert found_by(literal_types, (path for path in FILES if path not in SCALES)) == []


def test_no_space_is_written_as_a_number() -> None:
    """Layouts take a step of look/space.py; 0 is none."""
    assert found_by(literal_spaces, FILES) == []


def test_no_height_and_no_radius_is_written_as_a_number() -> None:
    """Buttons and rounded things take theirs from look/sizes.py."""
    assert found_by(literal_sizes, FILES) == []


def test_the_steps_go_up_by_a_grid() -> None:
    steps = [getattr(space, name) for name in ("XS", "S", "M", "L", "XL", "XXL", "WIDE", "WIDER", "WIDEST")]
    assert steps == list(range(4, 40, 4))
    looser = [getattr(space, f"{name}_LOOSE") for name in ("XS", "S", "M", "L", "XL", "XXL")]
    assert looser == [step + 2 for step in steps[: len(looser)]]


@pytest.mark.parametrize("line", [
    "Label(look, text, 13, 500)", "self._look.font(15)", "TextStyle(15, 700)", "PrintStyle(9)", "BODY.sized(18)",
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


@pytest.mark.parametrize("line", [
    "row.setSpacing(8)", "row.setContentsMargins(0, 0, space.S, 2)", "column.addSpacing(self._look.px(4))", "Flow(8)",
    "Card(look, 20)",
    "row.setSpacing(4 if is_low else space.M)", "Card(look, padding=24)", "def __init__(self, padding: int = 24): ...",
    "row.setContentsMargins(_SHADOW + 16, 0, 0, 0)", "def make(a, *, spacing=20): ...",
])  # fmt: skip
def test_a_number_for_space_is_seen(line: str) -> None:
    assert literal_spaces(line)


@pytest.mark.parametrize("line", [
    "row.setSpacing(0)", "row.setSpacing(space.S)", "row.setContentsMargins(0, side, 0, space.XS)",
    "Card(look, padding=0)", "column.addSpacing(look.px(space.S))", "Flow(space.S, holder)",
    "def make(padding: int, size: int = 8): ...",
])  # fmt: skip
def test_a_step_of_space_is_left_alone(line: str) -> None:
    assert literal_spaces(line) == []


@pytest.mark.parametrize("line", [
    "Button(look, text, 'tonal', 'play', 36)", "Button(look, text, height=48)", "RoundButton(look, 'close', text, 32)",
    "Card(look, space.M, 18)", "FigurePlace(look, 'standing', 290, 128, 20)", "Card(look, radius=20)",
    "def outline(self): return QRectF(self.rect()), 14.0",
])  # fmt: skip
def test_a_height_or_a_radius_is_seen(line: str) -> None:
    assert literal_sizes(line)


@pytest.mark.parametrize("line", [
    "Button(look, text, 'tonal', 'play', sizes.BUTTON_SMALL)", "FigurePlace(look, 'standing', 290, 128)",
    "Card(look, space.M, sizes.PLATE_RADIUS)", "def outline(self): return QRectF(self.rect()), self.height() / 2",
])  # fmt: skip
def test_a_named_size_is_left_alone(line: str) -> None:
    assert literal_sizes(line) == []
