"""What a shape is: it reads a node, notes what is wrong, and says itself as JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from coach.content.node import Hole, Node, Plain, Scalar, Seq, unplaced
from coach.content.notes import Notes, SureNotes
from coach.content.spelling import shown

Schema = dict[str, Any]


class Defs(dict[str, Any]):
    """The shared parts of a schema in the making, and the `ids` of a library, by kind: offered, never required."""

    def __init__(self, ids: Mapping[str, Sequence[str]] | None = None) -> None:
        super().__init__()
        self.ids: Mapping[str, Sequence[str]] = ids or {}


class Shape:
    """One kind of value. `hint` is what an author would write, `span` from where to where it goes, in words; a value is
    never None, so None says "noted".
    """

    hint = "VALUE"
    span = ""

    def __init_subclass__(cls) -> None:
        """Who reads in another way has no quick one before it says which."""
        own = cls.__dict__
        if "quick" not in own and not own.keys().isdisjoint(("read", "read_map", "values")):
            cls.quick = Shape.quick  # type: ignore[method-assign]

    def read(self, node: Node, notes: Notes) -> Any:
        """The value of `node`, or None after noting what is wrong with it."""
        raise NotImplementedError

    def quick(self, value: Plain, notes: SureNotes) -> Any:
        """What `read` gives for a value that it finds nothing wrong with; else Unsure."""
        return take(self, unplaced(value), notes)

    def schema(self, defs: Defs) -> Schema:
        """JSON Schema of this shape; shared parts go into `defs` and are referred to."""
        raise NotImplementedError


def take(shape: Shape, node: Node, notes: Notes) -> Any:
    """What `shape` reads from `node`; what is missing or already reported never reaches it."""
    if type(node) is Hole:
        return None
    if type(node) is Scalar and node.value is None:
        notes.add(node.mark, "a value is missing here; write one, or leave the key or the item out")
        return None
    return shape.read(node, notes)


def found(node: Node) -> str:
    """What stands at `node`, to begin a sentence."""
    if isinstance(node, Scalar):
        return shown(node.text) or "an empty text"
    return "a list" if isinstance(node, Seq) else "a map"


def in_quotes(text: str) -> str:
    """`text` as an author would write it in double quotes, shortened as in every message."""
    return '"' + shown(text).replace("\\", "\\\\").replace('"', '\\"') + '"'
