"""What the reader hands on: a file's maps, lists and plain values, each with the place where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Mark(NamedTuple):
    """A place in a file; both count characters from 1."""

    line: int
    column: int


START = Mark(1, 1)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value by our own grammar. `value` is None where the file gives none (nothing, `~` or `null`).

    `text` is what is written, without quotes; `quoted` also holds for block texts (`|` and `>`).
    """

    mark: Mark
    value: str | int | float | bool | None
    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Seq:
    """A list, in the file's order; what could not be read stands in it as a Hole."""

    mark: Mark
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """A map's key, as written."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class Map:
    """`entries` in the file's order; a key given twice stands once, with its first value. `flow`: written in braces."""

    mark: Mark
    entries: tuple[tuple[Key, Node], ...]
    flow: bool = False

    def get(self, key: str) -> Node | None:
        """The value under `key`; None where the map has no such key."""
        return next((node for k, node in self.entries if k.text == key), None)

    def key_marks(self) -> dict[str, Mark]:
        """Where each key stands, in the file's order."""
        return {key.text: key.mark for key, _ in self.entries}


@dataclass(frozen=True, slots=True)
class Hole:
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
