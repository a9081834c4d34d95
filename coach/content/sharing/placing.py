"""The text of a file as it goes into somebody's library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coach.content.document import Document
from coach.content.kinds.first_keys import FORMAT
from coach.content.node import Map, plain
from coach.content.notes import Notes
from coach.content.reader import parse
from coach.content.rewriting import rewritten
from coach.content.sharing.contents import ENTRY, Key
from coach.content.sharing.form import Part
from coach.content.sharing.renaming import marked


def text_of(part: Part, document: Document, by: str | None, keys: Sequence[Key]) -> str:
    """The file's text: with who it is from, and of a list the new entries alone."""
    if part.kind in ENTRY:
        head = f"kind: {part.kind}\nformat: {FORMAT}\nid: {part.kind}\ntitle: {part.kind.capitalize()}\n"
        return merged(head, part.kind, document, keys)
    if part.kind == "figure" or document.node is None:
        return part.text
    return marked(part.text, document.node, by)


def merged(text: str, kind: str, document: Document, keys: Sequence[Key]) -> str:
    """The list with new entries. NotRewritableError where it is laid out in a way in which it cannot be changed."""
    entries = document.node.get(kind) if document.node else None
    assert isinstance(entries, Map)
    idents = {ident for _, ident in keys}
    new: dict[str, Any] = {key.text: plain(value) for key, value in entries.entries if key.text in idents}
    node = parse(text, Notes())
    old = node.get(kind) if isinstance(node, Map) else None
    there: Any = plain(old) if isinstance(old, Map) else {}
    wanted = {**there, **{ident: entry for ident, entry in new.items() if ident not in there}}
    return rewritten(text, {kind: wanted}, ["kind", "format", "id", "title", kind])
