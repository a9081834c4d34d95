"""Everything that the program coaches, read from the shipped and the user's library.

catalogue = load(shipped, yours)
kind, value = catalogue.find("chin-tuck")

What reads and judges files is loaded when a file has to be read: most starts take what was kept (coach.content.kept).
"""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from coach.content.kind_names import IN_LISTS, WORDS, kind_named
from coach.content.library_files import ONE_EACH, Folders, Look, Seen, look_at
from coach.content.model.text import Text
from coach.content.problem import Problem
from coach.content.spelling import listing, unknown
from coach.values import dataclass

if TYPE_CHECKING:
    from coach.content.document import Document
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
        Thing,
    )
    from coach.content.ties import Ties

    _InList = Area | Text | Source | Path | Pronunciation

__all__ = ["Catalogue", "Entry", "Folders", "Library", "Looked", "Origin", "Ready", "Unknown", "load"]

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
            Entry(each, ident, title, origin.file, origin.yours)
            for each in kinds
            for ident, title in sorted(self._titles(each, language).items())
            for origin in (self._origin(each, ident),)
        ]

    def _titles(self, kind: str, language: str) -> dict[str, str]:
        """What stands beside each id in a list of the kind; of what was kept no more is made for it."""
        listed = self._listed(kind)
        if isinstance(listed, HasTitles):
            return {ident: title.in_language(language) for ident, title in listed.titles.items()}
        return {ident: _title(value, language) for ident, value in listed.items()}

    def _origin(self, kind: str, ident: str) -> Origin:
        """The file that gives it; of questions and tiers the one that has the last word on safety."""
        return self.origins["safety", "safety"] if kind in ("question", "tier") else self.origins[kind, ident]

    def _listed(self, kind: str) -> Mapping[str, Thing | _InList]:
        """What a list of the kind shows, by id; of pronunciations, which no file names, by the word."""
        questions = {one.id: one.ask for one in self.safety.questions}
        tiers = {ident: tier.say for ident, tier in self.safety.tiers.items()}
        lists = {**self._in_lists(), "pronunciation": self.pronunciations, "question": questions, "tier": tiers}
        return lists[kind] if kind in lists else self._of(kind)

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
        known = self._of(kind)
        if ident not in known:
            return ""
        title = known.titles[ident] if isinstance(known, HasTitles) else known[ident].title
        return title.in_language(language)

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


@dataclass(frozen=True, slots=True)
class Looked:
    """What lay in the folders of a library, the number of the look (a later one has a higher), when it began (ns)."""

    looks: list[Look]
    number: int
    at_ns: int


_InForce = tuple[Catalogue, Callable[[], "Ties"]]


@dataclass(frozen=True, slots=True)
class Ready:
    """What is in force as of a look, if anything is that was not `before`; `is_all`: every file was judged for it."""

    looked: Looked
    before: Looked
    now: _InForce | None = None
    is_all: bool = False


MANY = 500
"""Files that to look at takes longer than a frame: twice as many as are shipped take 17 ms."""
_VERY_MANY = 1000
"""Files of which so much is made that looking through it for rubbish takes a quarter of reading them; our choice."""


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Many values are made, and none of them is rubbish: the search for it would go through them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@runtime_checkable
class HasTitles(Protocol):
    """Things of which the titles are known without the rest."""

    @property
    def titles(self) -> Mapping[str, Text]:
        """By id."""


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
    """A catalogue that follows its files. Reading happens in the constructor, in `read` and in `refresh`."""

    def __init__(self, shipped: Folders, yours: Folders | None = None, kept: Path | None = None) -> None:
        """`kept`: the file in which what was read and judged is kept until next time (coach/content/kept)."""
        self._folders, self._kept = [shipped, *([yours] if yours else [])], kept
        self._documents: Mapping[Seen, Document] = {}
        self._numbers = count(1)
        self._reading = threading.RLock()
        self._looked = self.look()
        taken = self._take_kept()
        self._is_kept = self._is_of_kept = taken is not None
        self._catalogue, self._ties = taken or self._read_all(self._looked)
        self.keep()

    @property
    def catalogue(self) -> Catalogue:
        """What is in force as of the last `refresh` or `take`; a new value after each change, never altered."""
        return self._catalogue

    @property
    def is_large(self) -> bool:
        """Whether a look at its files takes so long that it is felt."""
        return self._count > MANY

    def look(self) -> Looked:
        """Look at the files (names, sizes, times), in any thread."""
        number, at_ns = next(self._numbers), time.time_ns()
        return Looked([look_at(folders) for folders in self._folders], number, at_ns)

    def refresh(self) -> bool:
        """Look, read what changed, and have it in force. Whether anything did."""
        return self.take(self.read(self.look()))

    def read(self, looked: Looked) -> Ready:
        """What changed as of a look, read and judged for `take`, in any thread: the catalogue in force stays."""
        with self._reading:
            before = self._looked
            if looked.number <= before.number or looked.looks == before.looks:
                return Ready(looked, before)
            nearby = self._after_one(before, looked)
            return Ready(looked, before, nearby or self._read_all(looked), is_all=nearby is None)

    def take(self, ready: Ready) -> bool:
        """Have in force what was read. Whether it is anything else; a look that began before the last one tells
        nothing, nor does what was read after a state that is over.
        """
        if ready.looked.number <= self._looked.number or ready.before is not self._looked:
            return False
        self._looked = ready.looked
        if ready.now is None:
            return False
        self._is_kept, self._is_of_kept = False, self._is_of_kept and not ready.is_all
        self._catalogue, self._ties = ready.now
        return True

    def keep(self) -> None:
        """Keep what is in force until next time, where it is not kept yet and may be."""
        if self._kept is None or self._is_kept:
            return
        from coach.content.kept.catalogue import keep

        with uninterrupted():
            self._is_kept = keep(self._kept, self._looked.looks, self._catalogue, self._ties(), self._looked.at_ns)

    @property
    def _count(self) -> int:
        return sum(len(look.files) for look in self._looked.looks)

    def _take_kept(self) -> _InForce | None:
        if self._kept is None:
            return None
        from coach.content.kept.catalogue import take

        taken = take(self._kept, self._looked.looks, self._anew)
        return None if taken is None else (taken.catalogue, taken.ties)

    def _anew(self) -> Catalogue:
        """What was kept turned out to be none of ours."""
        with self._reading:
            if self._is_of_kept:
                self._is_kept = self._is_of_kept = False
                self._catalogue, self._ties = self._read_all(self._looked)
            return self._catalogue

    def _read_all(self, looked: Looked) -> _InForce:
        from coach.content.assembling import assemble

        with uninterrupted():
            catalogue, documents = assemble(looked.looks, self._documents)
            self._documents = documents
            if len(documents) > _VERY_MANY:
                gc.freeze()  # all of it stays, and nobody need look through it, not even once
        return catalogue, partial(_ties_of, documents)

    def _after_one(self, before: Looked, looked: Looked) -> _InForce | None:
        """What is in force where one file changed, and few have to be judged again for it; else None."""
        from coach.content.nearby import Before, after_one

        try:
            ties = self._ties()
        except ValueError:  # what was kept turned out to be none of ours
            return None
        with uninterrupted():
            found = after_one(Before(before.looks, self._catalogue, ties), looked.looks, self._document)
        if found is None:
            return None
        catalogue, after = found
        return catalogue, lambda: after

    def _document(self, seen: Seen, look: Look) -> Document:
        from coach.content.assembling import read

        if seen not in self._documents:
            others = {one: document for one, document in self._documents.items() if one[0] != seen[0]}
            self._documents = {**others, seen: read(seen, look)}  # another one: ties are made of those of then
        return self._documents[seen]


def _ties_of(documents: Mapping[Seen, Document]) -> Ties:
    from coach.content.ties import ties_of

    return ties_of(documents.values())
