"""Maps with known keys: each described once, to be checked, built and said as JSON Schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from coach.content.node import START, Map, Mark, Node, Plain, Scalar, Unsure, unplaced
from coach.content.notes import Notes, SureNotes
from coach.content.rules import Rule
from coach.content.shape import Defs, Schema, Shape, found, take
from coach.content.spelling import nearest, shown, unknown
from coach.values import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """A known key: its shape, what it means, and the model's name for it where that is another.

    `default` is what stands for the key where it is left out, and `such_as` what one would write, both as in a file.
    """

    key: str
    shape: Shape
    about: str
    required: bool = False
    name: str | None = None
    default: Any = None
    such_as: Any = None

    def schema(self, defs: Defs) -> Schema:
        """JSON Schema of the value, with what an editor shows and offers."""
        own = {**self.shape.schema(defs), "description": self.said()}
        if self.default is not None:
            own.pop("examples", None)
            own["default"] = self.default
        if self.such_as is not None:
            own["examples"] = [self.such_as]
        return own

    def said(self) -> str:
        """What it means, from where to where it goes, and its default, in words."""
        default = "" if self.default is None else f"default {_as_written(self.default)}"
        return "; ".join(part for part in (self.about, self.shape.span, default) if part)


def _as_written(value: Any) -> str:
    """A value as an author writes it: `true`, `[5m, 10m]`."""
    if isinstance(value, list):
        return f"[{', '.join(_as_written(one) for one in value)}]"
    return str(value).lower() if isinstance(value, bool) else str(value)


class Record(Shape):
    """A map with known keys, built into a value by `build(**values)` once everything in it is in order."""

    judged_by: tuple[str, ...] = ()
    """Of which keys `judge` looks at what stands there; none stands for all."""

    def __init__(
        self,
        build: Callable[..., Any],
        fields: Sequence[Field],
        rules: Sequence[Rule] = (),
        hint: str = "{KEY: VALUE}",
        name: str | None = None,
        elsewhere: Mapping[str, str] | None = None,
        look: str = "",
    ) -> None:
        """`name`: the JSON Schema shares it under this. `elsewhere`: what to write for keys that belong elsewhere.
        `look`: the command that names all keys.
        """
        self.fields = {field.key: field for field in fields}
        self.hint = hint
        self.elsewhere = elsewhere or {}
        self._build, self._rules, self._name, self._look = build, rules, name, look
        self._required = [field for field in fields if field.required]
        self._needed = frozenset(field.key for field in self._required)
        self._takes = {field.key: (field.name or field.key, field.shape.quick) for field in fields}

    def read(self, node: Node, notes: Notes) -> Any:
        """What `build` makes of the keys, or None once anything in the map is noted as wrong; all of it is noted."""
        if not isinstance(node, Map):
            notes.add(node.mark, f"{found(node)} is not a map of keys; write {self.hint}")
            return None
        return self.read_map(node, notes, node.mark)

    def read_map(self, node: Map, notes: Notes, place: Mark) -> Any:
        """As `read`; what is missing is reported at `place`."""
        values, fine = self.values(node, notes)
        marks = node.key_marks()
        misspelt = self.meant(node) if not marks.keys() <= self.fields.keys() else set()
        for field in self._required:
            if field.key not in marks and field.key not in misspelt:
                notes.add(place, f"{field.key} is missing; write {field.key}: {field.shape.hint}")
                fine = False
        if self._rules:
            given = {key: mark for key, mark in marks.items() if key in self.fields}
            for rule in self._rules:
                fine = rule.check(given, misspelt, place, notes) and fine
        fine = self.judge(node, values, notes) and fine
        return self._build(**values) if fine else None

    def quick(self, value: Plain, notes: SureNotes) -> Any:
        """What `build` makes of the keys."""
        values = self.sure_values(value, notes)
        if type(self).judge is not Record.judge:
            keys = self.judged_by or value
            node = unplaced({key: inner for key, inner in value.items() if key in keys})
            assert isinstance(node, Map)
            self.judge(node, values, notes)
        return self._build(**values)

    def sure_values(self, value: Plain, notes: SureNotes) -> dict[str, Any]:
        """All values by the model's names, of a map that has the keys it must have, and those that go together."""
        if type(value) is not dict:
            raise Unsure
        if not self._needed <= value.keys() <= self._takes.keys():
            raise Unsure
        values = {}
        for key, inner in value.items():
            name, take = self._takes[key]
            values[name] = take(inner, notes)
        if self._rules:
            given = dict.fromkeys(value, START)
            for rule in self._rules:
                rule.check(given, set(), START, notes)
        return values

    def meant(self, node: Map) -> set[str]:
        """The known keys that misspelt ones stand for: they are told once, not also as missing."""
        near = (nearest(key, self.fields) for key in node.key_marks() if key not in self.fields)
        return {key for key in near if key is not None}

    def judge(self, _node: Map, _values: dict[str, Any], _notes: Notes) -> bool:
        """What no field can see alone; the values are those that could be read, by the model's names."""
        return True

    def values(self, node: Map, notes: Notes) -> tuple[dict[str, Any], bool]:
        """What could be read, by the model's names, and whether all was; what is missing is not looked for."""
        values = {}
        fine = True
        known = self.fields.get
        for key, inner in node.entries:
            if (field := known(key.text)) is None:
                notes.add(key.mark, self._unknown_key(key.text, inner, node))
                fine = False
            elif (value := take(field.shape, inner, notes)) is None:
                fine = False
            else:
                values[field.name or key.text] = value
        return values, fine

    def _unknown_key(self, key: str, value: Node, node: Map) -> str:
        if node.flow and isinstance(value, Scalar) and value.value is None and not value.text:
            return f"{shown(key)} is not a key; put a text that holds a comma in quotes"
        if key in self.elsewhere:
            return f"{key} is not known here; {self.elsewhere[key]}"
        return unknown(key, self.fields, self._look)

    def schema(self, defs: Defs) -> Schema:
        """An object; one that has a name stands in `defs` once and is referred to."""
        if self._name is None:
            return self.own_schema(defs)
        if self._name not in defs:
            defs[self._name] = {}  # a record may hold itself
            defs[self._name] = self.own_schema(defs)
        return {"$ref": f"#/$defs/{self._name}"}

    def own_schema(self, defs: Defs) -> Schema:
        """The object itself: known keys alone, those that are required, and the rules about them."""
        properties = {field.key: field.schema(defs) for field in self.fields.values()}
        required = [f.key for f in self.fields.values() if f.required]
        rules = [rule.schema() for rule in self._rules]
        return {
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
            **({"required": required} if required else {}),
            **({"allOf": rules} if rules else {}),
        }
