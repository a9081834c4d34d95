"""A part under another name, and with other names in it; all else in its text stays as its author wrote it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from coach.content.document import Document
from coach.content.node import Map, Mark
from coach.content.sharing.facts import SOMEBODY

Names = Mapping[tuple[str, str], str]
"""The new id of what has this kind and id."""

_ENTRIES = {"areas": "area", "sources": "source"}


def renamed(text: str, document: Document, names: Names) -> str:
    """`text`, which was read as `document`, with the new ids wherever the old ones stand for these things.

    ValueError where an id is written in a way in which it cannot be changed.
    """
    lines = text.split("\n")
    for mark, old, new in sorted(set(_places(document, names)), reverse=True):  # the last first: marks before it hold
        line = lines[mark.line - 1]
        start = line.find(old, mark.column - 1)
        if start < 0 or start > mark.column:  # a quote may stand before it
            raise ValueError(f"{old} is laid out in another way")
        lines[mark.line - 1] = line[:start] + new + line[start + len(old) :]
    return "\n".join(lines)


def _places(document: Document, names: Names) -> Iterator[tuple[Mark, str, str]]:
    own = names.get((str(document.kind), document.id))
    if own is not None:
        yield document.id_mark, document.id, own
    for reference in document.notes.references:
        for kind in reference.kinds:
            new = names.get(("area" if kind == "rated area" else kind, reference.id))
            if new is not None:
                yield reference.mark, reference.id, new
    entries = document.node.get(document.kind) if document.node and document.kind in _ENTRIES else None
    for key in (key for key, _ in entries.entries) if isinstance(entries, Map) else ():
        new = names.get((_ENTRIES[str(document.kind)], key.text))
        if new is not None:
            yield key.mark, key.text, new


def marked(text: str, node: Map, who: str | None) -> str:
    """`text`, read as `node`, with the key that says who wrote it; one that is there already stays."""
    if "from" in node.key_marks():
        return text
    marks = list(node.key_marks().values())
    keys = list(node.key_marks())
    behind = keys.index("title") + 1 if "title" in keys else 1
    said = f"from: {json.dumps(who or SOMEBODY, ensure_ascii=False)}"
    lines = text.split("\n")
    if node.flow:  # before the first key of all, which begins right behind the brace
        mark = marks[0]
        line = lines[mark.line - 1]
        lines[mark.line - 1] = f"{line[: mark.column - 1]}{said}, {line[mark.column - 1 :]}"
    else:
        mark = marks[behind] if behind < len(marks) else marks[-1]
        lines.insert(mark.line - 1, f"{' ' * (mark.column - 1)}{said}")
    return "\n".join(lines)
