"""Texts of an exercise that differ where only one of its two sides is done."""

from __future__ import annotations

from typing import Any

from coach.content.model import SidedText, Text
from coach.content.node import Map, Node, Plain
from coach.content.notes import Notes, SureNotes
from coach.content.records import Field, Record
from coach.content.shape import Defs, Schema, Shape
from coach.content.texts import TextShape

_TEXT = TextShape()
_LANGUAGES = {"en": "write both: {en: TEXT}"}


def _sided(both: Text, left: Text | None = None, right: Text | None = None) -> SidedText:
    return SidedText(both.en, both.translations, left, right)


def _stepped(both: Text, one: Text | None = None) -> SidedText:
    return _sided(both, one, one)


class Sided(Shape):
    """A text, or a map with one for both sides and what takes its place on one alone."""

    hint = _TEXT.hint

    def __init__(self, record: Record) -> None:
        self._record = record

    def read(self, node: Node, notes: Notes) -> Any:
        """A Text, a SidedText where the map is one of sides and not of languages; None once a problem is noted."""
        is_sided = isinstance(node, Map) and not self._record.fields.keys().isdisjoint(node.key_marks())
        return (self._record if is_sided else _TEXT).read(node, notes)

    def quick(self, value: Plain, notes: SureNotes) -> Any:
        """A Text or a SidedText."""
        is_sided = type(value) is dict and not self._record.fields.keys().isdisjoint(value)
        return (self._record if is_sided else _TEXT).quick(value, notes)

    def schema(self, defs: Defs) -> Schema:
        """A text, or the map."""
        return {"anyOf": [_TEXT.schema(defs), self._record.schema(defs)]}


DESCRIPTION = Sided(
    Record(
        _sided,
        (
            Field("both", _TEXT, "where both sides are done, or neither is told", required=True),
            Field("left", _TEXT, "where only the left side is done", required=True),
            Field("right", _TEXT, "where only the right side is done", required=True),
        ),
        hint="{both: TEXT, left: TEXT, right: TEXT}",
        elsewhere=_LANGUAGES,
    )
)
"""What is said of a whole exercise."""

STEP = Sided(
    Record(
        _stepped,
        (
            Field("both", _TEXT, "the step where both sides are done", required=True),
            Field("one", _TEXT, "what it is where only one side is done; without it the step is left out there"),
        ),
        hint="{both: TEXT, one: TEXT}",
        elsewhere=_LANGUAGES,
    )
)
"""One step of how it is done."""
