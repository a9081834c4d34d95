"""Everything that the program coaches, read from the shipped and the user's library.

catalogue = load(shipped, yours)
kind, value = catalogue.find("chin-tuck")
problems = check([path], shipped, yours)
examined = examine([path], shipped, yours)
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from coach.content import overlay
from coach.content.checker import Judged, judge
from coach.content.document import Document, read_document
from coach.content.kind_names import IN_LISTS, WORDS, kind_named
from coach.content.library_files import ONE_EACH, Folders, Listed, Listing, list_library, list_paths
from coach.content.model import (
    Area,
    Coaching,
    Exercise,
    Figure,
    Found,
    Lesson,
    Plan,
    Pronunciation,
    Reminder,
    Routine,
    Safety,
    Source,
    Test,
    Text,
    Thing,
)
from coach.content.placed import FigureJudge, PlacedRoutine, doubted, file_by_file, moved, routines_of, yet_to_come
from coach.content.problem import Problem, in_line_order
from coach.content.prune import prune, prune_area, prune_safety
from coach.content.spelling import listing, unknown

__all__ = ["Catalogue", "Entry", "Examined", "Folders", "Library", "Origin", "Unknown", "check", "examine", "load"]

SEARCH_ORDER = ("routine", "test", "exercise", "reminder", "plan", "lesson", "figure")
LISTED_KINDS = ("exercise", "routine", "test", "reminder", "plan", "lesson")


class Unknown(LookupError):  # noqa: N818  others call it so
    """No such id; the sentence names the nearest known one."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that gives a piece of content, and whether it is of the user's own library."""

    file: Path
    yours: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list: what there is and where it comes from."""

    kind: str
    id: str
    title: str
    file: Path
    yours: bool


@dataclass(frozen=True)
class Catalogue:
    """The checked content in force, by id. `problems` are those of every file, in the order of files and lines;
    `broken` are the kind and id of what only a file with problems gives.
    """

    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]
    tests: Mapping[str, Test]
    reminders: Mapping[str, Reminder]
    plans: Mapping[str, Plan]
    lessons: Mapping[str, Lesson]
    figures: Mapping[str, Figure]
    coaching: Coaching
    areas: Mapping[str, Area]
    safety: Safety
    sources: Mapping[str, Source]
    pronunciations: Mapping[str, Pronunciation]
    sounds: Mapping[str, Path]
    problems: tuple[Problem, ...]
    origins: Mapping[tuple[str, str], Origin]
    broken: frozenset[tuple[str, str]] = frozenset()

    def entries(self, kind: str | None = None, language: str = "en") -> list[Entry]:
        """What there is of a kind, its titles in a language; without a kind, of every one that a person lists. In the
        order of kinds and ids.
        """
        kinds = LISTED_KINDS if kind is None else (kind,)
        return [
            Entry(each, ident, _title(value, language), *dataclasses.astuple(self._origin(each, ident)))
            for each in kinds
            for ident, value in sorted(self._listed(each).items())
        ]

    def _origin(self, kind: str, ident: str) -> Origin:
        """The file that gives it; of questions and tiers the one that has the last word on safety."""
        return self.origins["safety", "safety"] if kind in ("question", "tier") else self.origins[kind, ident]

    def _listed(self, kind: str) -> Mapping[str, Thing | _InList]:
        """What a list of the kind shows, by id; of pronunciations, which no file names, by the word."""
        questions = {one.id: one.ask for one in self.safety.questions}
        tiers = {ident: tier.say for ident, tier in self.safety.tiers.items()}
        lists = {**self._in_lists(), "pronunciation": self.pronunciations, "question": questions, "tier": tiers}
        return {**self._of(kind), **lists.get(kind, {})}

    def _in_lists(self) -> dict[str, Mapping[str, _InList]]:
        """What files name that has no file of its own each, by kind and id."""
        conditions = self.safety.conditions
        return {"area": self.areas, "condition": conditions, "source": self.sources, "sound": self.sounds}

    def ids(self) -> dict[str, list[str]]:
        """The ids that a file may refer to, by kind; `rated area` are the areas whose tension a test asks for."""
        known = {**{kind: self._of(kind) for kind in SEARCH_ORDER}, **self._in_lists(), "tier": self.safety.tiers}
        rated = [ident for ident, area in self.areas.items() if area.rated]
        return {**{kind: sorted(ids) for kind, ids in known.items()}, "rated area": sorted(rated)}

    def title_of(self, kind: str, ident: str, language: str = "en") -> str:
        """The title, in a language, of what has this id; empty where nothing has it (any more)."""
        found = self._of(kind).get(ident)
        return "" if found is None else found.title.in_language(language)

    def is_yours(self, kind: str, ident: str) -> bool:
        """Whether a file of the user's own gives it."""
        origin = self.origins.get((kind, ident))
        return origin is not None and origin.yours

    def find(self, name: str) -> tuple[str, Found]:
        """Kind and value of `ID`, searched kind by kind, or of `KIND/ID`.

        Raises Unknown with a sentence that names the nearest known one.
        """
        kind, slash, ident = name.partition("/")
        if slash and kind in SEARCH_ORDER:
            if ident in self._of(kind):
                return kind, self._of(kind)[ident]
            self._refuse_broken(ident, (kind,))
            raise Unknown(unknown(ident, self._of(kind), listing(kind)))
        if slash and kind == ident and kind in ONE_EACH and (kind, kind) in self.origins:
            return kind, self._at_the_top()[kind]
        if slash and (many := kind_named(kind, (*IN_LISTS, *WORDS))):
            raise Unknown(f"{kind} is a kind of content; see '{listing(many)}'")
        if slash:
            raise Unknown(unknown(kind, SEARCH_ORDER) if kind not in ONE_EACH else unknown(ident, [kind]))
        for kind in SEARCH_ORDER:
            if name in self._of(kind):
                return kind, self._of(kind)[name]
        self._refuse_broken(name, SEARCH_ORDER)
        if many := kind_named(name, (*SEARCH_ORDER, *IN_LISTS, *WORDS)):
            raise Unknown(f"{name} is a kind of content; see '{listing(many)}'")
        raise Unknown(unknown(name, {ident for kind in SEARCH_ORDER for ident in self._of(kind)}, listing()))

    def _refuse_broken(self, ident: str, kinds: Iterable[str]) -> None:
        """Raises Unknown where a file gives this name, but has problems."""
        if any((kind, ident) in self.broken for kind in kinds):
            raise Unknown(f"{ident} has problems of its own; 'posture-coach check' lists them")

    def _of(self, kind: str) -> Mapping[str, Thing]:
        things: Mapping[str, Mapping[str, Thing]] = {
            "exercise": self.exercises,
            "routine": self.routines,
            "test": self.tests,
            "reminder": self.reminders,
            "plan": self.plans,
            "lesson": self.lessons,
            "figure": self.figures,
        }
        return things.get(kind, {})

    def _at_the_top(self) -> Mapping[str, Found]:
        return {
            "coaching": self.coaching,
            "areas": self.areas,
            "safety": self.safety,
            "sources": self.sources,
            "pronunciations": self.pronunciations,
        }


_InList = Area | Text | Source | Path | Pronunciation


def _title(value: Thing | _InList, language: str) -> str:
    """What stands beside an id: its title, of a condition its question, of a sound its file's name."""
    match value:
        case Path():
            return value.name
        case Text():
            return value.in_language(language)
        case _:
            return value.title.in_language(language) if isinstance(value.title, Text) else value.title


def load(shipped: Folders, yours: Folders | None = None) -> Catalogue:
    """The catalogue of the shipped library and the user's. Never raises for what files hold or lack."""
    return Library(shipped, yours).catalogue


class Library:
    """A catalogue that follows its files. Reading happens in the constructor and in `refresh`."""

    def __init__(self, shipped: Folders, yours: Folders | None = None) -> None:
        self._folders = [shipped, *([yours] if yours else [])]
        self._documents: dict[Listed, Document] = {}
        self._listings = [list_library(folders) for folders in self._folders]
        self._catalogue = self._read()

    @property
    def catalogue(self) -> Catalogue:
        """What is in force as of the last `refresh`; a new value after each change, never altered."""
        return self._catalogue

    @property
    def documents(self) -> Sequence[Document]:
        """The files as they were read, the shipped ones first."""
        return tuple(self._documents.values())

    def refresh(self) -> bool:
        """Look at the files again (names, sizes, times); read what changed. Whether anything did."""
        listings = [list_library(folders) for folders in self._folders]
        if listings == self._listings:
            return False
        self._listings = listings
        self._catalogue = self._read()
        return True

    def _read(self) -> Catalogue:
        files = [listed for listing in self._listings for listed in listing.files]
        self._documents = {listed: self._documents.get(listed) or read_document(listed) for listed in files}
        libraries = [[self._documents[listed] for listed in listing.files] for listing in self._listings]
        sounds = _sounds(self._listings)
        own = self._listings[1:]
        yours = frozenset(file for each in own for file in (*(f.file for f in each.files), *each.sounds.values()))
        problems = [problem for listing in self._listings for problem in listing.problems]
        return _catalogue(judge(libraries, sounds), sounds, problems, yours)


@dataclass(frozen=True, slots=True)
class Examined:
    """Files as they were judged: their `problems` in the order of files and lines, their healthy `routines`, the
    `catalogue` as it is with them, and `hints` at what is right, and yet hardly meant so.
    """

    problems: tuple[Problem, ...]
    routines: tuple[PlacedRoutine, ...]
    catalogue: Catalogue
    hints: tuple[Problem, ...] = ()


def check(
    paths: Sequence[Path],
    shipped: Folders,
    yours: Folders | None,
    judge_figure: FigureJudge = lambda _figure: (),
    today: date | None = None,
) -> list[Problem]:
    """The problems alone of what `examine` finds."""
    return list(examine(paths, shipped, yours, judge_figure, today).problems)


def examine(
    paths: Sequence[Path],
    shipped: Folders,
    yours: Folders | None,
    judge_figure: FigureJudge = lambda _figure: (),
    today: date | None = None,
) -> Examined:
    """The files named, judged against both libraries and each other.

    A path may be a folder. Without paths: everything in both libraries. `judge_figure` is asked about each figure
    that has no other problem. `today`: what was done on a later day is told, too.
    """
    folders = [shipped, *([yours] if yours else [])]
    if not paths:
        library = Library(shipped, yours)
        everything, catalogue = library.documents, library.catalogue
        return _examined(everything, catalogue.problems, catalogue, judge_figure, today)
    listings = [list_library(each) for each in folders]
    named = _with_roles(list_paths(list(paths)), listings)
    once = {_place(listed.file): listed for listed in reversed(named.files)}
    libraries = [
        [read_document(listed) for listed in listing.files if _place(listed.file) not in once] for listing in listings
    ]
    examined = [read_document(listed) for listed in reversed(once.values())]
    strict = frozenset(document.file for document in examined)
    sounds = _sounds(listings)
    judged = judge([*libraries, examined], sounds, strict)
    found = [problem for document in examined for problem in in_line_order(judged.problems[document.file])]
    catalogue = _catalogue(judged, sounds, [], strict)
    return _examined(examined, (*named.problems, *found), catalogue, judge_figure, today)


def _examined(
    documents: Sequence[Document],
    found: Iterable[Problem],
    catalogue: Catalogue,
    judge_figure: FigureJudge,
    today: date | None,
) -> Examined:
    """The documents, in which these problems were found, asked for more."""
    problems = file_by_file(documents, (*found, *moved(documents, judge_figure), *yet_to_come(documents, today)))
    routines = routines_of(documents, problems, catalogue.routines)
    return Examined(problems, routines, catalogue, doubted(documents, problems))


def _with_roles(named: Listing, listings: Sequence[Listing]) -> Listing:
    """A named file that lies in a library keeps its place's kind there."""
    roles = {_place(listed.file): listed for listing in listings for listed in listing.files}
    files = []
    for listed in named.files:
        role = roles.get(_place(listed.file))
        files.append(dataclasses.replace(role, file=listed.file) if role else listed)
    return dataclasses.replace(named, files=tuple(files))


def _place(file: Path) -> str:
    """Where a file lies, links followed as far as they lead; a link onto itself is where it is."""
    return os.path.realpath(file)


def _sounds(listings: Sequence[Listing]) -> Mapping[str, Path]:
    return overlay.entries(listing.sounds for listing in listings)


def _catalogue(
    judged: Judged, sounds: Mapping[str, Path], problems: list[Problem], yours: frozenset[Path]
) -> Catalogue:
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
