"""The YAML language as JSON Schema (2020-12), generated from the same descriptions that judge the files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from coach.content.document import read_node
from coach.content.kinds import KINDS
from coach.content.node import plain
from coach.content.notes import Notes
from coach.content.shape import Defs
from coach.content.spelling import unknown

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: str | None = None, ids: Mapping[str, Sequence[str]] | None = None) -> dict[str, Any]:
    """The schema of one kind of file, or of all of them in one document.

    `ids` are those of a library, by kind (Catalogue.ids): an editor offers them, and others are as valid as before.
    Raises LookupError with a sentence for a kind that is not known.
    """
    if kind is not None and kind not in KINDS:
        raise LookupError(unknown(kind, KINDS))
    defs = Defs(ids)
    if kind is not None:
        own = KINDS[kind].own_schema(defs)
        return {"$schema": _DIALECT, "title": f"Posture Coach: {kind}", **own, "$defs": defs}
    for each, record in KINDS.items():
        defs[f"kind-{each}"] = {"title": each, **record.own_schema(defs)}
    every = [{"$ref": f"#/$defs/kind-{each}"} for each in KINDS]
    return {"$schema": _DIALECT, "title": "Posture Coach: a file", "oneOf": every, "$defs": defs}


def as_plain(path: Path) -> object:
    """A file's document as plain JSON values, read by our own grammar; of a lesson the front matter.

    Raises ValueError with a sentence where the file cannot be read as YAML.
    """
    notes = Notes()
    node, _ = read_node(path, notes)
    if notes.problems or node is None:
        mark, sentence = notes.problems[0]
        raise ValueError(f"{path}:{mark.line}:{mark.column}: {sentence}")
    return plain(node)
