"""What a routine needs of one's own, found by what its files name, so that another library has all of it."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Collection, Iterator, Mapping

from coach.content.catalogue import Catalogue
from coach.content.decoding import read_text
from coach.content.document import Document, read_document
from coach.content.kinds.first_keys import FORMAT
from coach.content.library_files import Listed
from coach.content.model import Area, Source
from coach.content.notes import Notes, Reference
from coach.content.sharing.form import Part, as_part
from coach.values import as_dict

_LISTS = {"area": "areas", "source": "sources"}
_FILES = ("routine", "exercise", "figure")


class NotShareableError(Exception):
    """Something of one's own that cannot come along: its `kind` and `id`, and the file that names it."""

    def __init__(self, kind: str, ident: str, named_in: str) -> None:
        super().__init__(kind, ident, named_in)
        self.kind, self.id, self.named_in = kind, ident, named_in


def gathered(catalogue: Catalogue, ident: str, known: Collection[tuple[str, str]] = ()) -> tuple[Part, ...]:
    """The routine and all of the person's own that it needs, in the order in which it is named; the lists last. The
    areas and sources that everybody has are `known`: theirs are used, be they otherwise here.

    NotShareableError for a sound or a condition of one's own: the one is no text, and conditions bar.
    """
    found: dict[tuple[str, str], Part] = {}
    listed: dict[str, dict[str, Area | Source]] = {"areas": {}, "sources": {}}
    waiting = deque([("routine", ident)])
    while waiting:
        kind, name = waiting.popleft()
        if (kind, name) in known:
            continue
        if kind in _LISTS:
            entries: Mapping[str, Area | Source] = catalogue.areas if kind == "area" else catalogue.sources
            listed[_LISTS[kind]][name] = entries[name]
            continue
        if (kind, name) in found:
            continue
        document, part = read_own(catalogue, kind, name)
        found[kind, name] = part
        waiting.extend(_own(catalogue, document))
    return (*found.values(), *(_list(kind, entries) for kind, entries in listed.items() if entries))


def read_own(catalogue: Catalogue, kind: str, ident: str) -> tuple[Document, Part]:
    """The file that gives it, and its text as a part."""
    file = catalogue.origins[kind, ident].file
    return read_document(Listed(file, "")), as_part(kind, ident, read_text(file, Notes()) or "")


def _own(catalogue: Catalogue, document: Document) -> Iterator[tuple[str, str]]:
    """What of the person's own the file names, each once, in its order."""
    for reference in dict.fromkeys(document.notes.references):
        for kind in _kinds(reference):
            if not catalogue.is_yours(kind, reference.id):
                continue
            if kind not in (*_LISTS, *_FILES):
                raise NotShareableError(kind, reference.id, f"{document.kind} {document.id}")
            yield kind, reference.id


def _kinds(reference: Reference) -> tuple[str, ...]:
    return tuple("area" if kind == "rated area" else kind for kind in reference.kinds)


# --- lists ------------------------------------------------------------------------------------------------------------


def _list(kind: str, entries: Mapping[str, Area | Source]) -> Part:
    """A file with these entries alone. Of an area what it is, and not what the wall test makes of it."""
    head = f"kind: {kind}\nformat: {FORMAT}\nid: {kind}\ntitle: {kind.capitalize()}\n{kind}:\n"
    lines = [f"  {ident}: {json.dumps(_entry(entry), ensure_ascii=False)}\n" for ident, entry in entries.items()]
    return Part(kind, kind, head + "".join(lines))


def _entry(entry: Area | Source) -> dict[str, object]:
    if isinstance(entry, Area):
        muscles = {"muscles": [one.written for one in entry.muscles]} if entry.muscles else {}
        return {"title": entry.title.written, **muscles}
    return {key: value for key, value in as_dict(entry).items() if key != "id" and value is not None}
