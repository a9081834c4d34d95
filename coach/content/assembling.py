"""A catalogue made of files that were read and judged."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from coach.content import overlay
from coach.content.catalogue import Catalogue, Origin
from coach.content.checker import Judged, judge
from coach.content.document import Document, read_document
from coach.content.library_files import Listed, Listing
from coach.content.model import Lesson
from coach.content.problem import Problem, in_line_order
from coach.content.prune import prune, prune_area, prune_safety


def assemble(listings: Sequence[Listing], known: Mapping[Listed, Document]) -> tuple[Catalogue, dict[Listed, Document]]:
    """What is in force of libraries, the one whose files take the others' places last; and its files, of which those
    that are not `known` are read.
    """
    documents = {
        listed: known.get(listed) or read_document(listed) for listing in listings for listed in listing.files
    }  # fmt: skip
    libraries = [[documents[listed] for listed in listing.files] for listing in listings]
    sounds = sounds_of(listings)
    own = listings[1:]
    yours = frozenset(file for each in own for file in (*(f.file for f in each.files), *each.sounds.values()))
    problems = [problem for listing in listings for problem in listing.problems]
    return assembled(judge(libraries, sounds), sounds, problems, yours), documents


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
        complete[document.id] = dataclasses.replace(lesson, translations=of_lesson)
    return MappingProxyType(complete)
