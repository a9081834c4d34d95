"""What every file begins with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from coach.content import model
from coach.content.lists import ListOf, SetOf
from coach.content.model import KIT
from coach.content.node import Node
from coach.content.notes import Notes
from coach.content.records import Field, Record
from coach.content.rules import Rule
from coach.content.scalars import Choice, Ident, Number, Ref
from coach.content.shape import Defs, Schema
from coach.content.sharing.facts import LONGEST_NAME
from coach.content.spelling import schema_of
from coach.content.texts import TextShape, Words

FORMAT = 1
TEXT = TextShape()
TEXTS = ListOf(TEXT)
TITLE = TextShape(one_line=True)
SOURCES = SetOf(Ref("source"))


class _Name(Words):
    """Who somebody is: one short line."""

    def read(self, node: Node, notes: Notes) -> str | None:
        """As any text; a long one is told as such."""
        name = super().read(node, notes)
        if name is not None and len(name) > LONGEST_NAME:
            notes.add(node.mark, f"the name is {len(name)} characters long; write at most {LONGEST_NAME}")
            return None
        return name

    def schema(self, defs: Defs) -> Schema:
        """As any text, no longer than a name is."""
        return {**super().schema(defs), "maxLength": LONGEST_NAME}


NAME = _Name(one_line=True)
NEEDS = SetOf(Choice(*KIT))
POSITIONS = Choice(*model.POSITIONS)
FROM = Field("from", NAME, "who wrote it, where it was taken in from somebody else", name="from_whom")


def order(about: str) -> Field:
    """The key `order`: the place of a file among those of its kind."""
    return Field("order", Number(1, 999), f"{about}; those without one come last, by their title", such_as=1)


class FileRecord(Record):
    """A whole file of one kind: the opening keys and its own."""

    def __init__(
        self,
        kind: str,
        build: Callable[..., Any],
        fields: Sequence[Field],
        rules: Sequence[Rule] = (),
        ident: str | None = None,
        elsewhere: Mapping[str, str] | None = None,
    ) -> None:
        """`ident`: the only id that a file of this kind has. `elsewhere`: as in Record."""

        def without_opening(**values: Any) -> Any:
            values.pop("kind", None)
            values.pop("format", None)
            return build(**values)

        opening = (
            Field("kind", Choice(kind), "what kind of file this is", required=True),
            Field("format", Number(FORMAT, FORMAT), "the version of this language", required=True),
            Field("id", Choice(ident) if ident else Ident(), "the file's name without its ending", required=True),
            Field("title", TITLE, "its name for people", required=True),
            Field("summary", TEXT, "one sentence about it"),
            Field("sources", SOURCES, "what it rests on: ids from sources.yaml"),
        )
        look = schema_of(kind)
        super().__init__(without_opening, (*opening, *fields), rules, elsewhere=elsewhere, look=look)
