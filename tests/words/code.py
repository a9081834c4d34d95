"""The program's own code, as the tests of its words go through it. To read a text is a hundredth of making a tree of
it, so only that is parsed which has what is looked for.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

COACH = Path(__file__).parents[2] / "coach"


@cache
def text(path: Path) -> str:
    """What stands in a file."""
    return path.read_text(encoding="utf-8")


def nodes(path: Path, *marks: str) -> Iterator[ast.AST]:
    """All of a file's tree where one of the marks stands in its text, or none were given; else nothing."""
    if not marks or any(mark in text(path) for mark in marks):
        yield from ast.walk(ast.parse(text(path)))


def nodes_of(paths: Iterable[Path], *marks: str) -> Iterator[tuple[Path, ast.AST]]:
    """The same of many, each with its file."""
    return ((path, node) for path in paths for node in nodes(path, *marks))
