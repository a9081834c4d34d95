"""One file of many changed: it is judged again with those that need it, and all others stay as they were.

What comes of it is what judging everything would give. Where that takes more than a few files, or cannot be told from
here, there is no answer, and everything is judged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from coach.content.catalogue import Catalogue, Origin
from coach.content.checker import Beyond, Judged, judge
from coach.content.document import Document
from coach.content.library_files import ONE_EACH, Look, Seen
from coach.content.model import Exercise, ExerciseStep, RoundsStep, Routine, RoutineStep
from coach.content.notes import Notes
from coach.content.problem import Problem, in_line_order
from coach.content.prune import prune
from coach.content.things import FIELDS, with_changes
from coach.content.ties import Name, Tie, Ties, tie_of
from coach.values import dataclass, replace

MOST_FILES = 40
"""Judged again without the rest; with more of them one may as well judge everything; our choice."""

_BY_NAME_ALONE = (*ONE_EACH, "lesson")
"""Of what such a file refers to it needs to know that it is there."""

Read = Callable[[Seen, Look], Document]


@dataclass(frozen=True, slots=True)
class Before:
    """A library as it was judged."""

    looks: Sequence[Look]
    catalogue: Catalogue
    ties: Ties


def after_one(before: Before, looks: Sequence[Look], read: Read) -> tuple[Catalogue, Ties] | None:
    """What is in force once the files are as they look now; None where more has to be judged."""
    file = _the_one(before.looks, looks)
    if file is None:
        return None
    try:
        return _Nearby(before, looks, read).after(file)
    except (_Farther, LookupError):  # what stands in for a file has no places to tell
        return None


class _Farther(Exception):  # noqa: N818  no error: everything has to be judged
    """What is near is not enough."""


def _the_one(before: Sequence[Look], now: Sequence[Look]) -> str | None:
    """The one file that changed, came or went; None where that is not all."""
    found: set[str] = set()
    for old, new in zip(before, now, strict=True):
        if (old.folders, old.sounds, old.problems) != (new.folders, new.sounds, new.problems):
            return None
        found |= {seen[0] for seen in {*old.files} ^ {*new.files}}
    return found.pop() if len(found) == 1 else None


class _Nearby:
    def __init__(self, before: Before, looks: Sequence[Look], read: Read) -> None:
        self._old, self._looks, self._read = before.catalogue, looks, read
        self._ties: dict[str, Tie] = dict(before.ties)
        self._needed_by: dict[Name, list[tuple[str, Name]]] = defaultdict(list)
        self._givers: dict[Name | None, list[str]] = defaultdict(list)
        for file, tie in before.ties.items():
            self._givers[tie.name].append(file)
            if tie.name is None:  # what is of no kind refers to nothing
                continue
            for name in tie.needs:
                self._needed_by[name].append((file, tie.name))
        self._is_there = {seen[0]: (number, seen) for number, look in enumerate(looks) for seen in look.files}
        self._documents: dict[str, Document] = {}
        self._followed: set[Name] = set()
        self._by_name_alone: set[Name] = set()

    def after(self, file: str) -> tuple[Catalogue, Ties]:
        """The catalogue after this one file changed."""
        names = [tie.name for tie in (self._ties.pop(file, None), self._tie_now(file)) if tie is not None]
        if any(name is None for name in names):
            raise _Farther
        given = {name for name in names if name is not None}
        files = {file, *(other for name in given for other in self._givers[name] if other in self._is_there)}
        self._gather(files, given)
        stand_ins = list(self._stand_ins(given))
        libraries: list[list[Document]] = [[] for _ in self._looks]
        for number, document in stand_ins:
            libraries[number].append(document)
        for each, (number, _) in self._is_there.items():  # in the order of folders and names
            if each in files:
                libraries[number].append(self._documents[each])
        judged = judge(libraries, self._old.sounds, beyond=self._beyond(given | set(map(_name, stand_ins))))
        return self._merged(judged, files | {file}, given, {document.file for _, document in stand_ins}), self._ties

    # --- who is concerned ---

    def _tie_now(self, file: str) -> Tie | None:
        if file not in self._is_there:
            return None
        tie = self._ties[file] = tie_of(self._document(file))
        return tie

    def _document(self, file: str) -> Document:
        if file not in self._documents:
            number, seen = self._is_there[file]
            self._documents[file] = self._read(seen, self._looks[number])
        return self._documents[file]

    def _gather(self, files: set[str], given: set[Name]) -> None:
        """Add to the files those that need them, and to the names what these give: whoever uses a routine is another
        routine once that is.
        """
        waiting = sorted(given)
        while waiting:
            name = waiting.pop()
            self._followed.add(name)
            for file, own in self._needed_by.get(name, ()):
                if file in files:
                    continue
                if own[0] in _BY_NAME_ALONE:
                    self._by_name_alone.add(name)
                    continue
                files.add(file)
                twins = [other for other in self._givers[own] if other in self._ties]
                files.update(twins)
                given.add(own)
                if own[0] == "routine":
                    waiting.append(own)
                if len(files) > MOST_FILES:
                    raise _Farther
        for file in files & self._is_there.keys():
            document = self._document(file)
            if document.language or document.kind is None or document.kind in _BY_NAME_ALONE:
                raise _Farther

    def _stand_ins(self, given: set[Name]) -> Iterator[tuple[int, Document]]:
        """What the files need of others more than the name of: these are in force as they are."""
        there: set[Name] = set(given)
        waiting = [name for document in self._documents.values() for name in tie_of(document).needs]
        while waiting:
            name = waiting.pop()
            if name in there or name[0] not in ("exercise", "routine"):
                continue
            there.add(name)
            value = getattr(self._old, FIELDS[name[0]]).get(name[1])
            if value is None:
                continue
            waiting += _needs_of(value)
            origin = self._old.origins[name]
            yield int(origin.yours), Document(origin.file, name[0], name[1], value, (), Notes(), None)

    def _beyond(self, judged: set[Name]) -> Beyond:
        known = {kind: set(ids) for kind, ids in self._old.ids().items()}
        broken: dict[str, set[str]] = defaultdict(set)
        for kind, ident in self._old.broken:
            broken[kind].add(ident)
        for kind, ident in judged:
            known.get(kind, set()).discard(ident)
            broken[kind].discard(ident)
        return Beyond(known, broken)

    # --- what comes of it ---

    def _merged(self, judged: Judged, files: set[str], given: set[Name], stand_ins: set[Path]) -> Catalogue:
        if any(judged.problems[file] for file in stand_ins):
            raise _Farther
        told = {str(file): in_line_order(found) for file, found in judged.problems.items() if file not in stand_ins}
        tells_more = any(len(told[file]) > len(self._documents[file].problems) for file in told)
        if tells_more and self._old.broken - given:
            raise _Farther  # what is told names what was known while those were not found out yet
        broken = (self._old.broken - given) | (judged.broken & given)
        was_in_force = {name for name in given if name in self._old.origins}
        in_force = {name for name in given if name in judged.in_force}
        others = [problem for problem in self._old.problems if str(problem.file) not in files]
        if any((name in was_in_force) != (name in in_force) for name in self._by_name_alone):
            raise _Farther
        for name in given - self._followed:  # whoever needs one of these was not asked
            now = judged.in_force.get(name)
            if self._old.origins.get(name) != (None if now is None else self._origin(now)):
                raise _Farther
        if others and given - (was_in_force & in_force):
            raise _Farther  # the sentences of others may name what is known

        def has(kind: str, ident: str) -> bool:
            if (kind, ident) in given:
                return (kind, ident) in judged.in_force
            return (kind, ident) in self._old.origins

        changes: dict[str, dict[str, Any]] = defaultdict(dict)
        origins: dict[Name, Origin | None] = {}
        for kind, ident in given:
            document = judged.in_force.get((kind, ident))
            value = judged.routines.get(ident) if kind == "routine" else document.value if document else None
            changes[FIELDS[kind]][ident] = None if document is None else prune(value, has)
            origins[kind, ident] = None if document is None else self._origin(document)
        changed: dict[str, Any] = {
            field: with_changes(getattr(self._old, field), own) for field, own in changes.items()
        }
        return replace(
            self._old,
            **changed,
            problems=self._in_file_order(others, told),
            origins=with_changes(self._old.origins, origins, in_order=False),
            broken=broken,
        )

    def _origin(self, document: Document) -> Origin:
        return Origin(document.file, self._is_there[str(document.file)][0] > 0)

    def _in_file_order(self, others: Iterable[Problem], told: Mapping[str, Sequence[Problem]]) -> tuple[Problem, ...]:
        by_file: dict[str, list[Problem]] = defaultdict(list)
        for problem in others:
            by_file[str(problem.file)].append(problem)
        first = [problem for look in self._looks for problem in look.problems]
        for problem in first:  # of folders, which are no files
            by_file.pop(str(problem.file), None)
        by_file.update({file: list(found) for file, found in told.items() if found})
        places = {file: place for place, file in enumerate(self._is_there)}
        return (*first, *(one for file in sorted(by_file, key=places.__getitem__) for one in by_file[file]))


def _name(stand_in: tuple[int, Document]) -> Name:
    return str(stand_in[1].kind), stand_in[1].id


def _needs_of(value: Exercise | Routine) -> Iterator[Name]:
    """The exercises that an exercise leads to, or a whole routine is made of."""
    if isinstance(value, Exercise):
        idents: Iterable[str | None] = (value.easier, value.harder, *value.instead.values())
    else:
        idents = _exercises(value.steps)
    return (("exercise", ident) for ident in idents if ident is not None)


def _exercises(steps: Sequence[RoutineStep]) -> Iterator[str]:
    for step in steps:
        if isinstance(step, ExerciseStep):
            yield step.exercise
        elif isinstance(step, RoundsStep):
            yield from _exercises(step.steps)
