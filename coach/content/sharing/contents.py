"""What the parts of a shared routine give and need, and what has no business among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.content.document import Document
from coach.content.model import ProgressDown, ProgressUp, Routine
from coach.content.node import Map, Mark
from coach.content.sharing.form import Part, Shared

Key = tuple[str, str]
"""A kind (of an entry in a list: area, source) and an id."""
ENTRY = {"areas": "area", "sources": "source"}
"""The kind of the entries in a list."""
AREA_KEYS = ("title", "muscles")
"""What of an area comes along: not that the wall test asks for it, nor what serves it there."""


def unwanted(shared: Shared, documents: Sequence[tuple[Part, Document]]) -> Iterator[tuple[Mark, str]]:
    """What is sound, and does not come with a shared routine: what the routine does not need, and of an area more than
    what it is.
    """
    keys = {key for part, document in documents for key in keys_of(part, document)}
    needs = {key: names_in(document) for part, document in documents for key in keys_of(part, document)}
    needed: set[Key] = set()
    waiting = [("routine", shared.routine)]
    while waiting:
        key = waiting.pop()
        if key not in needed:
            needed.add(key)
            waiting.extend(needs.get(key, set()) & keys)
    for part, document in documents:
        for key in keys_of(part, document):
            if key not in needed:
                yield (
                    Mark(part.first_line, 1),
                    f"the routine does not need the {key[0]} {key[1]}; take it out of the file",
                )
        yield from _more_than_an_area(part, document)


def _more_than_an_area(part: Part, document: Document) -> Iterator[tuple[Mark, str]]:
    areas = document.node.get("areas") if part.kind == "areas" and document.node else None
    for _, entry in areas.entries if isinstance(areas, Map) else ():
        for name, mark in entry.key_marks().items() if isinstance(entry, Map) else ():
            if name not in AREA_KEYS:
                place = Mark(mark.line + part.first_line - 1, mark.column)
                yield place, f"{name} does not come with a shared routine; take it out"


def looser(documents: Sequence[tuple[Part, Document]]) -> Iterator[tuple[Mark, str]]:
    """Where a routine lets its doses rise in spite of more pain than the program does, or fall later. A person may do
    so for themselves, and nobody for somebody else.
    """
    for part, document in documents:
        progress = document.value.progress if isinstance(document.value, Routine) else None
        if progress is None:
            continue
        up, down = progress.up.pain_up_to, progress.down
        for keys, value, most in (
            (("up", "pain_up_to"), up, ProgressUp().pain_up_to),
            (("down", "pain_from"), down.pain_from, ProgressDown().pain_from),
            (("down", "amber", "pain_from"), down.amber_pain_from, ProgressDown().amber_pain_from),
            (("down", "amber", "times"), down.amber_times, ProgressDown().amber_times),
        ):
            if value > most:
                mark = document.mark_at(("progress", *keys))
                yield (
                    Mark(mark.line + part.first_line - 1, mark.column),
                    f"{value} lets somebody else go on with more pain than the program does; write {most} or less",
                )


def names_in(document: Document) -> set[Key]:
    """All that a file names."""
    return {
        ("area" if kind == "rated area" else kind, reference.id)
        for reference in document.notes.references
        for kind in reference.kinds
    }


def keys_of(part: Part, document: Document) -> tuple[Key, ...]:
    """What a part gives: itself, or the entries of a list."""
    if part.kind not in ENTRY:
        return (part.key,)
    return tuple((ENTRY[part.kind], ident) for ident in document.value or ())
