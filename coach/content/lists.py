"""Shapes of lists, and of maps from ids."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from coach.content.amiss import Amiss, Twice
from coach.content.node import Map, Node, Plain, Scalar, Seq, Unsure
from coach.content.notes import Notes, SureNotes
from coach.content.scalars import ID, Ref, why_no_id
from coach.content.shape import Defs, Schema, Shape, found, take
from coach.content.spelling import shown


class ListOf(Shape):
    """A list of `item`, as a tuple. `least` and `most` count its items."""

    def __init__(self, item: Shape, least: int = 0, most: int | None = None) -> None:
        self.item, self._least, self._most = item, least, most
        self.span = f"each {item.span}" if item.span else ""
        self.hint = f"[{', '.join([item.hint] * (least if most == least else 1))}]"

    def read(self, node: Node, notes: Notes) -> tuple[Any, ...] | None:
        """All items as a tuple, or None where one of them is wrong or their number is; every problem is noted."""
        if not isinstance(node, Seq):
            notes.add(node.mark, f"{found(node)} is not a list; write {self._likely(node)}")
            return None
        values = [take(self.item, inner, notes) for inner in node.items]
        if len(values) < self._least:
            few = "the list is empty" if not values else f"the list has {len(values)} of {self._least} items"
            amiss: Amiss | None = None if values else "empty-list"
            notes.add(node.mark, f"{few}; write {self._count()}, such as {self.hint}", amiss)
            return None
        if self._most is not None and len(values) > self._most:
            notes.add(node.items[self._most].mark, f"the list has {len(values)} items; write {self._count()}")
            return None
        return tuple(values) if all(value is not None for value in values) else None

    def quick(self, value: Plain, notes: SureNotes) -> tuple[Any, ...]:
        """All items."""
        if type(value) is not list or len(value) < self._least or (self._most is not None and len(value) > self._most):
            raise Unsure
        quick = self.item.quick
        return tuple([quick(inner, notes) for inner in value])

    def _likely(self, node: Node) -> str:
        """The list that was probably meant: `[chair]` where `chair` stands."""
        is_item = isinstance(node, Scalar) and take(self.item, node, Notes()) is not None
        return f"[{found(node)}]" if is_item and self._least <= 1 else self.hint

    def _count(self) -> str:
        if self._least == self._most:
            return f"exactly {self._least}"
        return "at least one" if self._most is None else f"at most {self._most}"

    def schema(self, defs: Defs) -> Schema:
        """An array of that many items."""
        limits = {"minItems": self._least} if self._least else {}
        most = {"maxItems": self._most} if self._most is not None else {}
        return {"type": "array", "items": self.item.schema(defs), **limits, **most}


class SetOf(ListOf):
    """A list in which nothing stands twice; the order may count."""

    def read(self, node: Node, notes: Notes) -> tuple[Any, ...] | None:
        """As a list's; None too where an item stands twice, and each one but the first is told."""
        values = super().read(node, notes)
        if values is None:
            return None
        assert isinstance(node, Seq)
        if len({str(value) for value in values}) == len(values):
            return values
        first: dict[str, int] = {}
        again = [inner for i, inner in enumerate(node.items) if first.setdefault(str(values[i]), i) != i]
        for inner in again:
            twice = f"{found(inner)} stands in this list twice; keep one of them"
            notes.add(inner.mark, twice, Twice(found(inner)))
        return None if again else values

    def quick(self, value: Plain, notes: SureNotes) -> tuple[Any, ...]:
        """All items, which differ."""
        values = super().quick(value, notes)
        if len(values) > 1 and len({str(one) for one in values}) < len(values):
            raise Unsure
        return values

    def schema(self, defs: Defs) -> Schema:
        """An array of items that differ."""
        return {**super().schema(defs), "uniqueItems": True}


class TupleOf(Shape):
    """A list of exactly these items in this order, as a tuple: [yaw, pitch]."""

    def __init__(self, *items: Shape, hint: str) -> None:
        self._items, self.hint = items, hint

    def read(self, node: Node, notes: Notes) -> tuple[Any, ...] | None:
        """One value for each place as a tuple, or None where one is wrong, missing or too much."""
        if not isinstance(node, Seq):
            notes.add(node.mark, f"{found(node)} is not a list; write {self.hint}")
            return None
        values = [take(item, inner, notes) for item, inner in zip(self._items, node.items, strict=False)]
        if (count := len(node.items)) != (wanted := len(self._items)):
            mark, of = (node.mark, f" of {wanted}") if count < wanted else (node.items[wanted].mark, "")
            notes.add(mark, f"the list has {count}{of} items; write exactly {wanted}, such as {self.hint}")
            return None
        return tuple(values) if all(value is not None for value in values) else None

    def quick(self, value: Plain, notes: SureNotes) -> tuple[Any, ...]:
        """One value for each place."""
        if type(value) is not list or len(value) != len(self._items):
            raise Unsure
        return tuple([item.quick(inner, notes) for item, inner in zip(self._items, value, strict=True)])

    def schema(self, defs: Defs) -> Schema:
        """An array of exactly these items."""
        items = [item.schema(defs) for item in self._items]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}


class OrList(Shape):
    """A value, or a list where one is written: a camera's name or its angles, a word or the shares it stands for."""

    def __init__(self, value: Shape, many: ListOf | TupleOf) -> None:
        self._value, self._many = value, many
        self.hint = value.hint

    def read(self, node: Node, notes: Notes) -> Any:
        """The one value, or the tuple where a list stands."""
        return (self._many if isinstance(node, Seq) else self._value).read(node, notes)

    def quick(self, value: Plain, notes: SureNotes) -> Any:
        """The one value, or the tuple."""
        return (self._many if type(value) is list else self._value).quick(value, notes)

    def schema(self, defs: Defs) -> Schema:
        """The value, or the list."""
        one = self._value.schema(defs)
        ways = one["anyOf"] if set(one) == {"anyOf", "description"} else [one]
        return {"anyOf": [*ways, self._many.schema(defs)]}


class MapOf(Shape):
    """A map from ids to `item`, as a dict of what `finish` makes of both. Each id becomes known as a `defines`."""

    def __init__(self, item: Shape, defines: str, finish: Callable[[str, Any], Any]) -> None:
        self._item, self._defines, self._finish = item, defines, finish
        self.hint = f"{{ID: {item.hint}}}"

    def read(self, node: Node, notes: Notes) -> dict[str, Any] | None:
        """The values by their ids in the file's order, or None where an id or a value is wrong; all of it is noted."""
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

    def schema(self, defs: Defs) -> Schema:
        """An object with any ids as keys."""
        return {
            "type": "object",
            "propertyNames": {"pattern": f"^{ID.pattern}$"},
            "additionalProperties": self._item.schema(defs),
        }


class Links(Shape):
    """A map from ids of one kind to ids of another, as a dict; whether there are such ids shows later."""

    def __init__(self, key: Ref, value: Ref, hint: str) -> None:
        self._key, self._value, self.hint = key, value, hint

    def read(self, node: Node, notes: Notes) -> dict[str, str] | None:
        """The ids by the ids in the file's order, or None where one is none; every problem is noted."""
        if not isinstance(node, Map):
            notes.add(node.mark, f"{found(node)} is not a map of keys; write {self.hint}")
            return None
        links = [
            (self._key.read(Scalar(key.mark, key.text, key.text), notes), self._value.read(inner, notes))
            for key, inner in node.entries
        ]
        if any(key is None or value is None for key, value in links):
            return None
        return {key: value for key, value in links if key is not None and value is not None}

    def schema(self, defs: Defs) -> Schema:
        """An object from ids to ids."""
        return {
            "type": "object",
            "propertyNames": self._key.schema(defs),
            "additionalProperties": self._value.schema(defs),
        }


class Many(Shape):
    """One value or a list of them, as a tuple."""

    def __init__(self, item: Shape) -> None:
        self._item, self._list = item, ListOf(item, 1)
        self.hint = item.hint

    def read(self, node: Node, notes: Notes) -> tuple[Any, ...] | None:
        """One value or more, always as a tuple; None once a problem is noted."""
        if isinstance(node, Seq):
            return self._list.read(node, notes)
        value = self._item.read(node, notes)
        return None if value is None else (value,)

    def schema(self, defs: Defs) -> Schema:
        """The value, or an array of at least one."""
        return {"anyOf": [self._item.schema(defs), self._list.schema(defs)]}


class Rising(ListOf):
    """Two numbers, the second above the first, or at least not below it where they `may_equal`."""

    def __init__(self, item: Shape, *, may_equal: bool) -> None:
        super().__init__(item, 2, 2)
        self._may_equal = may_equal
        self.hint = "[LOWEST, HIGHEST]"

    def read(self, node: Node, notes: Notes) -> tuple[Any, ...] | None:
        """Both numbers, the lower one first; None where they do not rise, told at the second."""
        values = super().read(node, notes)
        if values is None or values[0] < values[1] or (self._may_equal and values[0] == values[1]):
            return values
        assert isinstance(node, Seq)
        notes.add(node.items[1].mark, f"{values[1]} is not above {values[0]}; write the lower number first")
        return None
