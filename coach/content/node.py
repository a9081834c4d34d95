"""What the reader hands on: a file's maps, lists and plain values, each with the place where it stands.

All of them are named tuples: a library has hundreds of thousands, and a frozen dataclass takes three times as long to
make.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any, NamedTuple

Plain = Any
"""What stands in a file, without its places: a dict, a list, a text, a number, a truth value; None where a value lacks.
"""


class Unsure(Exception):  # noqa: N818  not an error: somebody slower knows
    """What is written may be right or wrong."""


class Mark(NamedTuple):
    """A place in a file; both count characters from 1."""

    line: int
    column: int


START = Mark(1, 1)


class Scalar(NamedTuple):
    """A single value by our own grammar. `value` is None where the file gives none (nothing, `~` or `null`).

    `text` is what is written, without quotes; `quoted` also holds for block texts (`|` and `>`).
    """

    mark: Mark
    value: str | int | float | bool | None
    text: str
    quoted: bool = False


class Seq(NamedTuple):
    """A list, in the file's order; what could not be read stands in it as a Hole."""

    mark: Mark
    items: tuple[Node, ...]


class Key(NamedTuple):
    """A map's key, as written."""

    mark: Mark
    text: str


class Map(NamedTuple):
    """`entries` in the file's order; a key given twice stands once, with its first value. `flow`: written in braces."""

    mark: Mark
    entries: tuple[tuple[Key, Node], ...]
    flow: bool = False

    def get(self, key: str) -> Node | None:
        """The value under `key`; None where the map has no such key."""
        for own, node in self.entries:
            if own.text == key:
                return node
        return None

    def key_marks(self) -> dict[str, Mark]:
        """Where each key stands, in the file's order."""
        return {key.text: key.mark for key, _ in self.entries}


class Hole(NamedTuple):
    """A value that could not be read and is already reported."""

    mark: Mark


Node = Scalar | Seq | Map | Hole


def plain(node: Node) -> object:
    """`node` as plain JSON values (a hole is None)."""
    if isinstance(node, Map):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Seq):
        return [plain(item) for item in node.items]
    return node.value if isinstance(node, Scalar) else None


def unplaced(value: Plain, numbers: Iterator[int] | None = None) -> Node:
    """Plain values as nodes, for who knows only those: each has its number in the place of its line and column, so
    that two are told apart, and which of them stands first.
    """
    numbers = count(1) if numbers is None else numbers
    mark = Mark(0, next(numbers))
    if type(value) is dict:
        entries = [(Key(Mark(0, next(numbers)), key), unplaced(inner, numbers)) for key, inner in value.items()]
        return Map(mark, tuple(entries))
    if type(value) is list:
        return Seq(mark, tuple([unplaced(inner, numbers) for inner in value]))
    return Scalar(mark, value, "" if value is None else str(value))
