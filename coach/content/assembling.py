"""A catalogue made of files that were read and judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from coach.content import overlay
from coach.content.catalogue import Catalogue, Origin
from coach.content.checker import Judged, judge
from coach.content.document import Document, read_document, read_quickly
from coach.content.library_files import Listing, Look, Seen, listed_of
from coach.content.model import Lesson
from coach.content.problem import Problem, in_line_order
from coach.content.prune import prune, prune_area, prune_safety
from coach.values import replace


def read(seen: Seen, look: Look) -> Document:
    """A file of a library as it was seen, to be judged."""
    listed = listed_of(seen, look.folders)
    return read_quickly(listed) or read_document(listed).without_node


def read_whole(seen: Seen, look: Look) -> Document:
    """A file of a library as it was seen, to be told where each value stands."""
    return read_document(listed_of(seen, look.folders))


def assemble(
    looks: Sequence[Look], known: Mapping[Seen, Document], read: Callable[[Seen, Look], Document] = read
) -> tuple[Catalogue, dict[Seen, Document]]:
    """What is in force of libraries, the one whose files take the others' places last; and its files, of which those
    that are not `known` are read.
    """
    documents = {
        seen: known.get(seen) or read(seen, look) for look in looks for seen in look.files
    }  # fmt: skip
    libraries = [[documents[seen] for seen in look.files] for look in looks]
    sounds = {name: Path(file) for look in looks for name, file in look.sounds}
    own = [*(document.file for library in libraries[1:] for document in library)]
    own += [Path(file) for look in looks[1:] for _, file in look.sounds]
    problems = [problem for look in looks for problem in look.problems]
    return assembled(judge(libraries, sounds), sounds, problems, frozenset(own)), documents


def sounds_of(listings: Sequence[Listing]) -> Mapping[str, Path]:
    """The sounds of all libraries, by name."""
    return overlay.entries(listing.sounds for listing in listings)


def assembled(judged: Judged, sounds: Mapping[str, Path], problems: list[Problem], yours: frozenset[Path]) -> Catalogue:
    """What is in force of files that were judged; `problems` are those of no file, `yours` the person's own files."""
    top = {kind: [document.value for document in layers] for kind, layers in judged.layers.items()}
    areas, sources, safety = (
        overlay.entries(top["areas"]),
        overlay.entries(top["sources"]),
        overlay.safety(top["safety"]),
    )
    entries = {"area": areas, "source": sources, "condition": safety.conditions}

    def has(kind: str, ident: str) -> bool:
        return ident in entries[kind] if kind in entries else (kind, ident) in judged.in_force

    def of(kind: str) -> Mapping[str, Any]:
        return MappingProxyType({i: prune(d.value, has) for (k, i), d in sorted(judged.in_force.items()) if k == kind})

    origins = {key: Origin(document.file, document.file in yours) for key, document in judged.in_force.items()}
    for kind, layers in judged.layers.items():
        for document in layers:  # the last layer that has an entry is the one in force
            origin = Origin(document.file, document.file in yours)
            origins.update(dict.fromkeys(((kind, kind), *_entries_of(kind, document.value)), origin))
    origins.update({("sound", name): Origin(path, path in yours) for name, path in sounds.items()})
    return Catalogue(
        exercises=of("exercise"),
        routines=MappingProxyType({ident: prune(one, has) for ident, one in sorted(judged.routines.items())}),
        tests=of("test"),
        reminders=of("reminder"),
        plans=of("plan"),
        lessons=_translated(of("lesson"), judged.translations),
        figures=of("figure"),
        coaching=overlay.coaching(top["coaching"]),
        areas=MappingProxyType({ident: prune_area(area, has) for ident, area in areas.items()}),
        safety=prune_safety(safety, has),
        sources=MappingProxyType(sources),
        pronunciations=MappingProxyType(overlay.entries(top["pronunciations"])),
        sounds=MappingProxyType(dict(sounds)),
        problems=(*problems, *(p for found in judged.problems.values() for p in in_line_order(found))),
        origins=MappingProxyType(origins),
        broken=judged.broken,
    )


def _entries_of(kind: str, value: Any) -> Iterable[tuple[str, str]]:
    """The kind and id of each entry in a layer of areas, safety, sources or pronunciations."""
    ids = {"coaching": (), "safety": getattr(value, "conditions", ())}.get(kind, value)
    return ((_ENTRY[kind], ident) for ident in ids)


_ENTRY = {"areas": "area", "safety": "condition", "sources": "source", "pronunciations": "pronunciation"}


def _translated(lessons: Mapping[str, Lesson], translations: Sequence[Document]) -> Mapping[str, Lesson]:
    complete = dict(lessons)
    for document in translations:
        lesson = complete[document.id]
        of_lesson = {**lesson.translations, str(document.language): document.value}
        complete[document.id] = replace(lesson, translations=of_lesson)
    return MappingProxyType(complete)
