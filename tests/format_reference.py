"""The tables of docs/format.md from `posture-coach schema`: `python -m tests.format_reference` writes them anew.

It stands among the tests and not beside coach/content/schema.py, because the program needs no Markdown: it prints the
schema, and this reads what it prints, without the ids of a library, so that the tables are the language alone. What is
made stands between two comments of the document; all else there is written by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from coach.content.kinds import KINDS
from coach.content.scalars import ID, Duration
from coach.content.schema import schema
from coach.content.shape import Defs

DOCUMENT = Path(__file__).parents[1] / "docs" / "format.md"
SECTION = re.compile(r"(<!-- made by tests\.format_reference: ([a-z-]+) -->\n).*?(<!-- end of it -->)", re.DOTALL)
Schema = Mapping[str, Any]

ELSEWHERE = {
    "text": "text",
    "days": "[days](#days)",
    "dose": "a [dose](#dose)",
    "dose-layer": "a [dose](#dose)",
    "pose": "a [pose](#poses)",
    "contact": "a map, see [Contacts](#contacts)",
}
"""How a shared part is named where it is used: it has tables of its own."""

OPENING_ALIKE = ("kind", "format")
"""Said once, in words: their values are the kind's name and this version of the language."""

PLURALS = {
    "text": "texts",
    "text or map": "texts or maps",
    "id": "ids",
    "map": "maps",
    "number": "numbers",
    "whole number": "whole numbers",
    "length of time": "lengths of time",
    "a map": "maps",
    "a [point](#contacts)": "[points](#contacts)",
}
MANY = 2
"""So many keys with the same map below them, and more, have it told once."""


class Row(NamedTuple):
    """One key of a map: its path from the file's or the step's first level, and what may stand there."""

    key: str
    value: str
    meaning: str
    is_required: bool


class Table(NamedTuple):
    """A map of known keys. `title` is empty for the first of a part."""

    title: str
    rows: tuple[Row, ...]


LENGTHS = tuple(Duration("0s", "1h", "1s", unit=unit).schema(Defs())["pattern"] for unit in ("s", "d"))


class Reference:
    """The tables of one kind. A map whose form is one of several gets a table for each form, behind the first one."""

    def __init__(self, kind: str) -> None:
        self._schema = schema(kind)
        self._defs: Schema = self._schema["$defs"]
        self._waiting: list[tuple[str, Schema]] = []
        self._told: list[Schema] = []

    def of_file(self, opening: Schema) -> Iterator[Table]:
        """The keys of a file beyond those with which every file opens."""
        own = {key: one for key, one in self._schema["properties"].items() if one != opening.get(key)}
        yield from self._tables({**self._schema, "properties": own})

    def of_part(self, name: str) -> Iterator[Table]:
        """The keys of a shared part: a dose, a contact."""
        yield from self._tables(self._defs[name])

    def of_keys(self, keys: Schema, required: Sequence[str]) -> Table:
        """A table of these keys."""
        return Table("", tuple(self._rows({"properties": keys, "required": required})))

    def _tables(self, first: Schema) -> Iterator[Table]:
        yield Table("", tuple(self._rows(first)))
        while self._waiting:
            title, waiting = self._waiting.pop(0)
            yield Table(title, tuple(self._rows(waiting)))

    def _rows(self, record: Schema, path: str = "") -> Iterator[Row]:
        """The keys of a map, each followed by those of the map below it; what many hold alike stands once."""
        own = {key: one for key, one in record["properties"].items() if key not in OPENING_ALIKE}
        below = {key: self._map_below(one) for key, one in own.items()}
        alike = next((one for one in below.values() if one and list(below.values()).count(one) > MANY), None)
        for key, one in own.items():
            required = key in record.get("required", ())
            yield Row(path + key, self._value(one, path + key), one.get("description", ""), required)
            if (found := below[key]) and found != alike:
                yield from self._rows(found[1], f"{path}{key}{found[0]}.")
        if alike:
            yield from self._rows(alike[1], f"{path}*{alike[0]}.")

    def _map_below(self, one: Schema) -> tuple[str, Schema] | None:
        """The map with known keys below a value, and what stands between the two paths."""
        if "properties" in one:
            return "", {"properties": one["properties"], "required": one.get("required", ())}
        inside, between = (one["items"], "[]") if "items" in one else (one.get("additionalProperties"), ".ID")
        if isinstance(inside, Mapping):
            found = self._map_below(inside)
            return (between + found[0], found[1]) if found else None
        return next((found for choice in one.get("anyOf", ()) if (found := self._map_below(choice))), None)

    def _value(self, one: Schema, path: str) -> str:
        """What may stand for a value, in words."""
        if "$ref" in one:
            return ELSEWHERE[one["$ref"].removeprefix("#/$defs/")]
        if "const" in one:
            return f"`{_written(one['const'])}`"
        if "enum" in one:
            return "a [point](#contacts)" if self._is_point(one) else " ".join(f"`{word}`" for word in one["enum"])
        if "anyOf" in one:
            return " or ".join(dict.fromkeys(self._value(choice, path) for choice in _written_choices(one["anyOf"])))
        if "oneOf" in one:
            return self._forms(one, path)
        return self._by_type(one, path)

    def _is_point(self, one: Schema) -> bool:
        """Whether it is one of the figure's points, which the table of contacts lists."""
        points = self._defs.get("contact", {}).get("properties", {}).get("point")
        return points is not None and one["enum"] == points["enum"] and one != points

    def _by_type(self, one: Schema, path: str) -> str:
        kind = one["type"]
        if "prefixItems" in one:
            return f"[{', '.join(self._value(item, path) for item in one['prefixItems'])}]"
        if kind == "array":
            return f"list of {_several(self._value(one['items'], path))}"
        if kind == "object":
            if "properties" in one:
                return "map"
            return f"map from ids to {_several(self._value(one['additionalProperties'], path))}"
        if kind == "string":
            return _text(one)
        return {"boolean": "`true` or `false`", "integer": "whole number", "number": "number"}[kind]

    def _forms(self, one: Schema, path: str) -> str:
        """The names of a map's forms, each of which gets a table of its own, once."""
        forms = [self._form(form) for form in one["oneOf"]]
        for name, form in forms:
            if form not in self._told:
                self._told.append(form)
                self._waiting.append((f"In `{path}`, with `{name}`:", form))
        return f"a map with one of {' '.join(f'`{name}`' for name, _ in forms)}"

    def _form(self, form: Schema) -> tuple[str, Schema]:
        """Its leading key, which is the first that it requires, and its schema."""
        form = self._defs[form["$ref"].removeprefix("#/$defs/")] if "$ref" in form else form
        return form["required"][0], form


def _several(item: str) -> str:
    """More than one of a value."""
    for one, several in PLURALS.items():
        if item == one or item.startswith(f"{one} with"):
            return several + item.removeprefix(one)
    return item


def _text(one: Schema) -> str:
    if (pattern := one.get("pattern", "")) in LENGTHS:
        return "length of time"
    if pattern == f"^{ID.pattern}$":
        return "id"
    if " on (" in pattern:
        return "`POINT on PLACE`"
    examples = one.get("examples", [one["default"]] if "default" in one else [])
    return f"text such as `{examples[0]}`" if examples else "text"


def _written_choices(choices: Sequence[Schema]) -> Sequence[Schema]:
    """Without the number that other YAML readers make of a text such as 10:30: nobody writes that."""
    return choices[:1] if "pattern" in choices[0] and choices[1].get("type") == "integer" else choices


def _written(value: object) -> str:
    """A value as an author writes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _opening() -> Schema:
    """The keys that every kind of file has, as the schema has them."""
    reminder, plan = (schema(kind)["properties"] for kind in ("reminder", "plan"))
    return {key: one for key, one in reminder.items() if plan.get(key) == one}


def _joints() -> Iterator[Row]:
    """Every joint of a pose and its keys; those of one side have the same."""
    defs = schema("figure")["$defs"]
    for joint, one in defs["pose"]["properties"].items():
        if joint.startswith(("left-", "right-")):
            continue
        yield Row(joint, "", one["description"], is_required=False)
        for key, limits in defs[f"joint-{joint}"]["properties"].items():
            span = f"{limits['minimum']:g} to {limits['maximum']:g}"
            meaning = limits["description"].removesuffix(f"; {span}")
            yield Row(f"{joint}.{key}", span, meaning, is_required=False)


def tables_of(part: str) -> list[Table]:
    """The tables of one part of the document. KeyError for a part that nobody makes."""
    if part == "opening":
        return [Reference("plan").of_keys(_opening(), ("id", "title"))]
    if part == "poses":
        return [Table("", tuple(_joints()))]
    if part in ("dose", "contact"):
        return list(Reference("exercise" if part == "dose" else "figure").of_part(part))
    if part not in KINDS:
        raise KeyError(part)
    return list(Reference(part).of_file(_opening()))


def _markdown(table: Table) -> Iterator[str]:
    if table.title:
        yield f"\n{table.title}\n"
    yield "| key | value | meaning |"
    yield "|---|---|---|"
    for row in table.rows:
        key = f"**`{row.key}`**" if row.is_required else f"`{row.key}`"
        yield f"| {key} | {row.value} | {row.meaning} |"


def with_tables(text: str) -> str:
    """The document with every table as the schema has it now."""

    def made(found: re.Match[str]) -> str:
        lines = [line for table in tables_of(found[2]) for line in _markdown(table)]
        return found[1] + "\n" + "\n".join(lines) + "\n\n" + found[3]

    return SECTION.sub(made, text)


def main() -> int:
    DOCUMENT.write_text(with_tables(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
