"""A whole library judged together: who stands for each id, references, circles, laid doses, limits.

A file with problems of its own is out of force, and the next one with its id (a shipped one behind a user's) takes its
place. Leaving a file out may break what refers to it, so judging repeats until nothing changes; the set of broken files
only grows, so it ends.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from coach.content.document import Document
from coach.content.laid_doses import judge_item, judge_length, judge_step
from coach.content.library_files import ONE_EACH
from coach.content.model import Exercise, Routine
from coach.content.node import Mark
from coach.content.notes import MORE, MOST_PROBLEMS, Reference, StepPlace
from coach.content.problem import Problem
from coach.content.references import Names, circles_in, ways_back, why_not
from coach.content.spelling import visible
from coach.content.unfolding import in_order, judge_uses, unfolded
from coach.values import dataclass, field

Key = tuple[str, str]  # kind and id


@dataclass(slots=True)
class Judged:
    """`in_force`: the document that stands for each (kind, id). `layers`: of each kind of which a library has one file
    the healthy ones, the shipped one first. `problems` by file. `broken`: what only a file with problems gives.
    `routines`: those in force, whole."""

    in_force: dict[Key, Document] = field(default_factory=dict)
    layers: dict[str, list[Document]] = field(default_factory=dict)
    translations: list[Document] = field(default_factory=list)
    problems: dict[Path, list[Problem]] = field(default_factory=dict)
    broken: frozenset[Key] = frozenset()
    routines: Mapping[str, Routine] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Beyond:
    """The names that files give that are not judged with the others: those in force, and those of broken files."""

    known: Names = field(default_factory=dict)
    broken: Names = field(default_factory=dict)


def judge(
    libraries: list[list[Document]],
    sounds: Iterable[str],
    strict: frozenset[Path] = frozenset(),
    beyond: Beyond = Beyond(),
) -> Judged:
    """Judge documents of several libraries, the one whose files take the others' places last.

    `strict`: files under examination; a reference to one of them that is broken is a problem even where another file
    stands in for it. `beyond`: what else there is, of which nothing that is judged here needs more than the name.

    What was read quickly is read again where something is wrong with it, to tell its place.
    """
    while True:
        judged = _Judge(libraries, frozenset(sounds), strict, beyond).run()
        if not any(judged.problems[d.file] and d.read_quickly for library in libraries for d in library):
            return judged
        libraries = [[d.placed() if judged.problems[d.file] else d for d in library] for library in libraries]


class _Judge:
    def __init__(
        self, libraries: list[list[Document]], sounds: frozenset[str], strict: frozenset[Path], beyond: Beyond
    ) -> None:
        self._libraries, self._sounds, self._strict, self._beyond = libraries, sounds, strict, beyond
        self._documents = [document for library in libraries for document in library]
        self._broken = {document.file for document in self._documents if document.value is None}
        self._problems: dict[Path, list[Problem]] = {d.file: list(d.problems) for d in self._documents}
        self._in_force: dict[Key, Document] = {}
        self._circles: list[set[Key]] = []
        self._whole: dict[str, Routine] = {}
        self._named: tuple[int, Names] | None = None
        self._told: set[tuple[Path, Reference]] = set()
        self._told_uses: set[tuple[Path, str]] = set()

    def run(self) -> Judged:
        self._note_twins()
        self._judge_uses(self._written_routines())
        stages = (self._judge_references, self._judge_circles, self._judge_routines, self._judge_plans)
        self._settle()
        stage = 0
        while stage < len(stages):
            before = len(self._broken)
            stages[stage]()
            stage += 1
            if len(self._broken) > before:
                self._settle()
                stage = 0
        layers = {kind: [d for d in self._healthy() if d.kind == kind] for kind in ONE_EACH}
        broken = frozenset((kind, ident) for kind, idents in self._out_of_force().items() for ident in idents)
        return Judged(self._in_force, layers, self._sound_translations(), self._problems, broken, self._whole)

    def _healthy(self) -> Iterator[Document]:
        if not self._broken:
            return iter(self._documents)
        return (document for document in self._documents if document.file not in self._broken)

    def _settle(self) -> None:
        self._named = None
        self._in_force = {
            (d.kind, d.id): d for d in self._healthy() if d.kind and d.kind not in ONE_EACH and not d.language
        }  # fmt: skip

    def _note(self, document: Document, mark: Mark, sentence: str, *, breaks: bool = True) -> None:
        if breaks:
            self._broken.add(document.file)
        if self._has_enough(document):
            return
        self._problems[document.file].append(Problem(document.file, mark.line, mark.column, sentence))
        if self._has_enough(document):
            self._problems[document.file].append(Problem(document.file, mark.line, mark.column, MORE))

    def _has_enough(self, document: Document) -> bool:
        """Whether the file has so many problems that looking for more helps nobody."""
        return len(self._problems[document.file]) >= MOST_PROBLEMS

    def _note_twins(self) -> None:
        """Ids are unique within a kind in each library."""
        for library in self._libraries:
            first: dict[tuple[Any, ...], Document] = {}
            for document in library:
                key = (document.kind, document.id, document.language)
                is_placed = document.kind is not None and not document.is_misplaced
                if not is_placed or (other := first.setdefault(key, document)) is document:
                    continue
                self._note(
                    document,
                    document.id_mark,
                    f"{document.id} is also the id of the {document.kind} in {other.file}; write another id",
                )

    # --- references ---------------------------------------------------------------------------------------------------

    def _judge_references(self) -> None:
        known, broken, examined = self._known(), self._out_of_force(), self._out_of_force(examined=True)
        of_others = cache(lambda reference: why_not(reference, known, broken))
        of_strict = cache(lambda reference: why_not(reference, known, examined))
        for document in self._documents:
            verdict_of = of_strict if document.file in self._strict else of_others
            if not self._problems[document.file] and not any(map(verdict_of, document.notes.references)):
                continue
            for reference in document.notes.references:
                if self._has_enough(document):
                    self._broken.add(document.file)  # the references left unjudged may lead nowhere
                    break
                verdict = verdict_of(reference)
                if verdict and not self._is_told(document, reference):
                    sentence, leads_to_broken = verdict
                    self._note(document, reference.mark, sentence, breaks=reference.hard or not leads_to_broken)

    def _is_told(self, document: Document, reference: Reference) -> bool:
        """Whether nothing is to be added: said in an earlier round (when more was known), or part of a circle, which
        says it; a file that cannot be used without it is out of force all the same."""
        told = (document.file, reference)
        ends = [{(str(document.kind), document.id), (kind, reference.id)} for kind in reference.kinds]
        if told in self._told or any(both <= circle for both in ends for circle in self._circles):
            self._broken.update({document.file} if reference.hard else ())
            return True
        self._told.add(told)
        return False

    def _known(self) -> Names:
        """The names of what is in force, worked out anew once more is broken."""
        if self._named is None or self._named[0] != len(self._broken):
            self._named = len(self._broken), self._names()
        return self._named[1]

    def _names(self) -> Names:
        names: dict[str, set[str]] = defaultdict(set, {kind: set(ids) for kind, ids in self._beyond.known.items()})
        names["sound"] |= self._sounds
        for kind, ident in self._in_force:
            names[kind].add(ident)
        for document in self._healthy():
            for kind, ident in document.notes.defines:
                names[kind].add(ident)
            if document.kind == "areas":
                names["rated area"].update(ident for ident, area in document.value.items() if area.rated)
        return names

    def _out_of_force(self, *, examined: bool = False) -> Names:
        """Names that only a broken file gives; `examined`: also those of broken files under examination."""
        known = self._known()
        names: dict[str, set[str]] = defaultdict(set)
        for kind, ids in self._beyond.broken.items():
            names[kind] |= ids - known.get(kind, set())
        for document in self._documents:
            if document.file not in self._broken:
                continue
            own = [(document.kind, document.id)] if document.kind and document.kind not in ONE_EACH else []
            for kind, ident in (*own, *document.notes.defines):
                if ident not in known.get(kind, ()) or (examined and document.file in self._strict):
                    names[kind].add(ident)
        return names

    # --- circles ------------------------------------------------------------------------------------------------------

    def _judge_circles(self) -> None:
        """A circle of `easier` alone, `harder` alone, `instead` for one condition, or of routines that stand for one
        another, is told in every file on it.

        Where files of a later library stand on it, those are at fault, and the ones before them stay in force.
        """
        exercises = {ident: d for (kind, ident), d in self._in_force.items() if kind == "exercise"}
        self._judge_way("easier", exercises, {ident: d.value.easier for ident, d in exercises.items()})
        self._judge_way("harder", exercises, {ident: d.value.harder for ident, d in exercises.items()})
        instead: dict[str, dict[str, str | None]] = defaultdict(dict)
        for ident, document in exercises.items():
            for condition, other in document.value.instead.items():
                instead[condition][ident] = other
        for condition in sorted(instead):
            self._judge_way("instead", exercises, instead[condition])
        self._judge_uses(self._routines())

    def _judge_uses(self, routines: Mapping[str, Document]) -> None:
        """The circles of `routines`, whatever else is wrong in a file on them; each is told once in a file."""
        last = self._numbers
        uses = {ident: [use.routine for use in d.notes.uses] for ident, d in routines.items()}
        for ident, way in ways_back(uses).items():
            self._circles.append({("routine", one) for one in way})
            document, following = routines[ident], (*way[1:], ident)
            key = next(use.key for use in document.notes.uses if use.routine == following[0])
            sentence = f"routine leads round in a circle: {', '.join((ident, *following))}; write another routine"
            latest = max(last[routines[one].file] for one in way)
            if (document.file, sentence) not in self._told_uses:
                self._note(document, key, f"{sentence}, or take it out", breaks=last[document.file] == latest)
            self._told_uses.add((document.file, sentence))

    def _written_routines(self) -> dict[str, Document]:
        """The routines that would be in force if nothing else were wrong in any file."""
        found: dict[str, Document] = {}
        for library in self._libraries:
            first: dict[str, Document] = {}
            for document in library:
                if document.kind == "routine" and not document.is_misplaced:
                    first.setdefault(document.id, document)
            found.update(first)
        return found

    @cached_property
    def _numbers(self) -> dict[Path, int]:
        """The number of the library that a file is of, the last one being that which takes the others' places."""
        return {document.file: number for number, library in enumerate(self._libraries) for document in library}

    def _judge_way(self, way: str, exercises: Mapping[str, Document], leads: Mapping[str, str | None]) -> None:
        last = self._numbers
        for circle in circles_in({ident: to for ident, to in leads.items() if to is not None and to in exercises}):
            self._circles.append({("exercise", ident) for ident in circle})
            files = [exercises[ident] for ident in circle]
            latest = max(last[document.file] for document in files)
            for place, document in enumerate(files):
                route = ", ".join((*circle[place:], *circle[:place], circle[place]))
                sentence = f"{way} leads round in a circle: {route}; write another exercise, or take it out"
                self._note(document, document.keys[way], sentence, breaks=last[document.file] == latest)

    # --- doses and limits ---------------------------------------------------------------------------------------------

    def _exercises(self) -> dict[str, Exercise]:
        return {ident: d.value for (kind, ident), d in self._in_force.items() if kind == "exercise"}

    def _routines(self) -> dict[str, Document]:
        return {ident: d for (kind, ident), d in self._in_force.items() if kind == "routine"}

    def _unfold(self) -> None:
        """The routines in force become whole; one that uses one that cannot is told in the next round."""
        documents, self._whole = self._routines(), {}
        for ident in in_order({ident: [use.routine for use in d.notes.uses] for ident, d in documents.items()}):
            if (whole := self._unfolded(documents[ident])) is not None:
                self._whole[ident] = whole

    def _unfolded(self, document: Document) -> Routine | None:
        uses = document.notes.uses
        if not uses:
            routine: Routine = document.value
            return routine
        if any(use.routine not in self._whole for use in uses):
            return None
        problems = judge_uses(document.value, uses, self._whole, document.steps_mark)
        for mark, sentence in problems:
            self._note(document, mark, sentence)
        return None if problems else unfolded(document.value, self._whole)

    def _judge_routines(self) -> None:
        exercises = self._exercises()
        examined = self._out_of_force(examined=True).get("exercise", set())
        fine: set[tuple[int, int]] = set()  # by identity: equal doses of a library are one value
        for document in self._documents:
            replaced = examined if document.file in self._strict else set()
            for place in document.notes.steps:
                if not isinstance(place, StepPlace) or place.exercise not in exercises or place.exercise in replaced:
                    continue
                exercise = exercises[place.exercise]
                both = id(place.layer), id(exercise.dose)
                if both in fine and not place.cues:
                    continue
                problems = judge_step(place, exercise)
                for mark, sentence in problems:
                    self._note(document, mark, sentence)
                if not problems:
                    fine.add(both)
        self._unfold()
        for document in list(self._healthy()):
            if not isinstance(document.value, Routine):
                continue
            is_in_force = self._in_force.get(("routine", document.id)) is document
            whole = self._whole.get(document.id) if is_in_force else self._unfolded(document)
            if whole is not None:
                for mark, sentence in judge_length(whole, exercises, document.steps_mark):
                    self._note(document, mark, sentence)

    def _judge_plans(self) -> None:
        exercises = self._exercises()
        for document in self._documents:
            for place in document.notes.items:
                if routine := self._whole.get(place.routine):
                    for mark, sentence in judge_item(place, routine, exercises):
                        self._note(document, mark, sentence)

    # --- lessons ------------------------------------------------------------------------------------------------------

    def _sound_translations(self) -> list[Document]:
        translations = [d for d in self._healthy() if d.kind == "lesson" and d.language]
        for document in translations:
            if ("lesson", document.id) not in self._in_force:
                place = visible(str(document.file.parents[1] / f"{document.id}.md"))
                sentence = f"there is no lesson {document.id} that this translates; write it in {place}"
                self._note(document, document.id_mark, sentence, breaks=False)
        return [d for d in translations if ("lesson", d.id) in self._in_force]
