"""Everything that the program coaches: the checked content of the shipped and the user's library, by id.

kind, value = catalogue.find("chin-tuck")

Where one comes from: coach.content.library.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from coach.content.kind_names import IN_LISTS, WORDS, kind_named
from coach.content.library_files import ONE_EACH
from coach.content.model.text import Text
from coach.content.problem import Problem
from coach.content.spelling import listing, unknown
from coach.values import dataclass

if TYPE_CHECKING:
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

    _InList = Area | Text | Source | Path | Pronunciation

__all__ = ["Catalogue", "Entry", "Origin", "Unknown"]

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
