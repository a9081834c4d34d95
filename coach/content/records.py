"""Shapes made of other shapes: lists, maps by id, and maps with known keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from coach.content.node import Map, Mark, Node, Scalar, Seq
from coach.content.notes import Notes
from coach.content.shapes import ID, Schema, Shape, found, take, why_no_id
from coach.content.suggest import one_of, shown, unknown


class ListOf(Shape):
    """A list of `item`, as a tuple. `least` and `most` count its items."""

    def __init__(self, item: Shape, least: int = 0, most: int | None = None) -> None:
        self.item, self._least, self._most = item, least, most
        self.hint = f"[{item.hint}]"

    def read(self, node: Node, notes: Notes) -> tuple[Any, ...] | None:
        if not isinstance(node, Seq):
            write = "begin each item with a dash" if isinstance(node, Map) else f"write [{found(node)}]"
            notes.add(node.mark, f"{found(node)} is not a list; {write}")
            return None
        values = [take(self.item, inner, notes) for inner in node.items]
        if len(values) < self._least:
            few = "the list is empty" if not values else f"the list has {len(values)} of {self._least} items"
            notes.add(node.mark, f"{few}; write {self._count()}, such as {self.hint}")
            return None
        if self._most is not None and len(values) > self._most:
            notes.add(node.items[self._most].mark, f"the list has {len(values)} items; write {self._count()}")
            return None
        return tuple(values) if all(value is not None for value in values) else None

    def _count(self) -> str:
        if self._least == self._most:
            return f"exactly {self._least}"
        return "at least one" if self._most is None else f"at most {self._most}"

    def schema(self, defs: Schema) -> Schema:
        limits = {"minItems": self._least} if self._least else {}
        most = {"maxItems": self._most} if self._most is not None else {}
        return {"type": "array", "items": self.item.schema(defs), **limits, **most}


class MapOf(Shape):
    """A map from ids to `item`, as a dict of what `finish` makes of both. Each id becomes known as a `defines`."""

    def __init__(self, item: Shape, defines: str, finish: Callable[[str, Any], Any]) -> None:
        self._item, self._defines, self._finish = item, defines, finish
        self.hint = f"{{ID: {item.hint}}}"

    def read(self, node: Node, notes: Notes) -> dict[str, Any] | None:
        if not isinstance(node, Map):
            notes.add(node.mark, f"{found(node)} is not a map of keys; write {self.hint}")
            return None
        values = {}
        fine = True
        for key, inner in node.entries:
            if not ID.fullmatch(key.text):
                notes.add(key.mark, why_no_id(shown(key.text), key.text))
                fine = False
            notes.defines.append((self._defines, key.text))
            if (value := take(self._item, inner, notes)) is None:
                fine = False
            else:
                values[key.text] = self._finish(key.text, value)
        return values if fine else None

    def schema(self, defs: Schema) -> Schema:
        return {
            "type": "object",
            "propertyNames": {"pattern": f"^{ID.pattern}$"},
            "additionalProperties": self._item.schema(defs),
        }


@dataclass(frozen=True, slots=True)
class Field:
    """A known key: its shape, what it means, and the model's name for it where that is another."""

    key: str
    shape: Shape
    about: str = ""
    required: bool = False
    name: str | None = None


@dataclass(frozen=True, slots=True)
class OneOf:
    """Of these keys at most one may stand, and one must where `needed`."""

    keys: tuple[str, ...]
    write: str = ""
    needed: bool = True

    def check(self, given: dict[str, Mark], place: Mark, notes: Notes) -> bool:
        there = [key for key in given if key in self.keys]
        for key in there[1:]:
            notes.add(given[key], f"{there[0]} and {key} exclude each other; keep one of them")
        if not there and self.needed:
            notes.add(place, f"{one_of(self.keys)} is missing; write {self.write}")
        return len(there) == 1 or (not there and not self.needed)

    def schema(self) -> Schema:
        one = [{"required": [key]} for key in self.keys]
        return {"oneOf": one if self.needed else [*one, {"not": {"anyOf": one}}]}


@dataclass(frozen=True, slots=True)
class OnlyWith:
    """`key` may stand only beside one of `others`; else it is a problem at the key."""

    key: str
    others: tuple[str, ...]

    def check(self, given: dict[str, Mark], _place: Mark, notes: Notes) -> bool:
        if self.key not in given or any(other in given for other in self.others):
            return True
        notes.add(
            given[self.key], f"{self.key} goes only with {one_of(self.others)}; take it out, or add {self.others[0]}"
        )
        return False

    def schema(self) -> Schema:
        return {"if": {"required": [self.key]}, "then": {"anyOf": [{"required": [other]} for other in self.others]}}


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of these keys must stand."""

    keys: tuple[str, ...]
    write: str

    def check(self, given: dict[str, Mark], place: Mark, notes: Notes) -> bool:
        if any(key in given for key in self.keys):
            return True
        notes.add(place, f"{one_of(self.keys)} is missing; write {self.write}")
        return False

    def schema(self) -> Schema:
        return {"anyOf": [{"required": [key]} for key in self.keys]}


Rule = OneOf | OnlyWith | AnyOf


class Record(Shape):
    """A map with known keys, built into a value by `build(**values)` once everything in it is in order.

    `place_at_start`: a missing key is reported at 1:1 (a whole file) and not at the map's first character.
    """

    def __init__(
        self,
        build: Callable[..., Any],
        fields: Sequence[Field],
        rules: Sequence[Rule] = (),
        hint: str = "{KEY: VALUE}",
        name: str | None = None,
    ) -> None:
        self._build, self.fields, self._rules, self.hint, self._name = (
            build,
            {f.key: f for f in fields},
            rules,
            hint,
            name,
        )

    def read(self, node: Node, notes: Notes) -> Any:
        if not isinstance(node, Map):
            notes.add(node.mark, f"{found(node)} is not a map of keys; write {self.hint}")
            return None
        return self.read_map(node, notes, node.mark)

    def read_map(self, node: Map, notes: Notes, place: Mark) -> Any:
        """As `read`; what is missing is reported at `place`."""
        values, fine = self._values(node, notes)
        for field in self.fields.values():
            if field.required and node.get(field.key) is None:
                notes.add(place, f"{field.key} is missing; write {field.key}: {field.shape.hint}")
                fine = False
        given = {key: mark for key, mark in node.key_marks().items() if key in self.fields}
        for rule in self._rules:
            fine = rule.check(given, place, notes) and fine
        fine = self.judge(node, values, notes) and fine
        return self._build(**values) if fine else None

    def judge(self, _node: Map, _values: dict[str, Any], _notes: Notes) -> bool:
        """What no field can see alone; the values are those that could be read, by the model's names."""
        return True

    def _values(self, node: Map, notes: Notes) -> tuple[dict[str, Any], bool]:
        values = {}
        fine = True
        for key, inner in node.entries:
            if (field := self.fields.get(key.text)) is None:
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
        return unknown(key, self.fields)

    def schema(self, defs: Schema) -> Schema:
        if self._name is None:
            return self.own_schema(defs)
        if self._name not in defs:
            defs[self._name] = {}  # a record may hold itself
            defs[self._name] = self.own_schema(defs)
        return {"$ref": f"#/$defs/{self._name}"}

    def own_schema(self, defs: Schema) -> Schema:
        properties = {}
        for field in self.fields.values():
            about = {"description": field.about} if field.about else {}
            properties[field.key] = {**field.shape.schema(defs), **about}
        required = [f.key for f in self.fields.values() if f.required]
        rules = [rule.schema() for rule in self._rules]
        return {
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
            **({"required": required} if required else {}),
            **({"allOf": rules} if rules else {}),
        }


class Variants(Shape):
    """A map of one of several forms, told apart by its leading key."""

    def __init__(self, what: str, forms: dict[str, Record], beside: dict[str, tuple[str, ...]] | None = None) -> None:
        """`beside`: leading keys that also stand as plain keys in another form, as {key: (that form, ...)}."""
        self._what, self.forms, self._beside = what, forms, beside or {}
        self.hint = next(iter(forms.values())).hint

    def read(self, node: Node, notes: Notes) -> Any:
        if not isinstance(node, Map):
            notes.add(node.mark, f"{found(node)} is not {self._what}; write {self.hint}")
            return None
        given = node.key_marks()
        leading = [k for k in given if k in self.forms and not any(o in given for o in self._beside.get(k, ()))]
        for key in leading[1:]:
            notes.add(given[key], f"{leading[0]} and {key} exclude each other; keep one of them")
        if len(leading) == 1:
            return self.forms[leading[0]].read(node, notes)
        if not leading:
            self._note_no_leading(node, notes)
        return None

    def _note_no_leading(self, node: Map, notes: Notes) -> None:
        """A misspelt leading key is told at the key; else something is missing at the map's first character."""
        known = {key for form in self.forms.values() for key in form.fields}
        strange = [key for key, _ in node.entries if key.text not in known]
        for key in strange:
            notes.add(key.mark, unknown(key.text, self.forms))
        if not strange:
            notes.add(node.mark, f"{one_of(tuple(self.forms))} is missing; write one of them")

    def schema(self, defs: Schema) -> Schema:
        return {"oneOf": [form.schema(defs) for form in self.forms.values()]}


class Many(Shape):
    """One value or a list of them, as a tuple."""

    def __init__(self, item: Shape) -> None:
        self._item, self._list = item, ListOf(item, 1)
        self.hint = item.hint

    def read(self, node: Node, notes: Notes) -> tuple[Any, ...] | None:
        if isinstance(node, Seq):
            return self._list.read(node, notes)
        value = self._item.read(node, notes)
        return None if value is None else (value,)

    def schema(self, defs: Schema) -> Schema:
        return {"anyOf": [self._item.schema(defs), self._list.schema(defs)]}


class Rising(ListOf):
    """Two numbers, the second above the first, or at least not below it where they `may_equal`."""

    def __init__(self, item: Shape, *, may_equal: bool) -> None:
        super().__init__(item, 2, 2)
        self._may_equal = may_equal
        self.hint = "[LOWEST, HIGHEST]"

    def read(self, node: Node, notes: Notes) -> tuple[Any, ...] | None:
        values = super().read(node, notes)
        if values is None or values[0] < values[1] or (self._may_equal and values[0] == values[1]):
            return values
        assert isinstance(node, Seq)
        notes.add(node.items[1].mark, f"{values[1]} is not above {values[0]}; write the lower number first")
        return None


class Either(Shape):
    """A word of a few, or another shape."""

    def __init__(self, words: dict[str, Any], other: Shape) -> None:
        self._words, self._other = words, other
        self.hint = other.hint

    def read(self, node: Node, notes: Notes) -> Any:
        if isinstance(node, Scalar) and node.value in self._words and isinstance(node.value, str):
            return self._words[node.value]
        return self._other.read(node, notes)

    def schema(self, defs: Schema) -> Schema:
        return {"anyOf": [{"enum": list(self._words)}, self._other.schema(defs)]}
