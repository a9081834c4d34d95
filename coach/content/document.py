"""One file, read and judged by itself: its value, or what is wrong with it, and what it needs from others."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from coach.content.decoding import read_text
from coach.content.kinds import KINDS
from coach.content.kinds.first_keys import FORMAT
from coach.content.lesson import split_lesson
from coach.content.library_files import AT_THE_TOP, ONE_EACH, Folders, Listed
from coach.content.model import Lesson
from coach.content.node import START, Hole, Map, Mark, Node, Scalar, Seq, Unsure
from coach.content.notes import Notes, SureNotes, TooMany
from coach.content.plain_yaml import parsed
from coach.content.problem import Problem, in_line_order
from coach.content.records import Record
from coach.content.scalars import ID
from coach.content.shape import found
from coach.content.spelling import nearest, shown, unknown, visible
from coach.values import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Document:
    """`kind` and `id` as far as they can be told; `value` None where the file has problems of its own.

    `node` is the file's map as it was read: it says where each key and value stands. It is not kept for long
    (`without_node`).
    """

    file: Path
    kind: str | None
    id: str
    value: Any
    problems: tuple[Problem, ...]
    notes: Notes
    node: Map | None
    language: str | None = None
    id_mark: Mark = START
    is_misplaced: bool = False
    keys: Mapping[str, Mark] = field(default_factory=dict)
    """Where each top key stands."""
    read_quickly: Listed | None = None
    """What it was read from by who knows no places: all of them are the file's first character."""

    @property
    def without_node(self) -> Document:
        """The same for who judges it: its marks are most of what a file takes in memory."""
        return replace(self, node=None)

    def placed(self) -> Document:
        """The same with its places; the file is read again where they are not known."""
        return self if self.read_quickly is None else read_document(self.read_quickly).without_node

    @property
    def steps_mark(self) -> Mark:
        """Where a routine's steps stand; of one that was read before, the file's first character."""
        return self.keys.get("steps", START)

    def mark_at(self, path: Sequence[str | int]) -> Mark:
        """Where the value stands that keys and list positions lead to, as far as the file has them."""
        node: Node | None = self.node
        mark = START
        for step in path:
            if isinstance(node, Map) and isinstance(step, str):
                node = node.get(step)
            elif isinstance(node, Seq) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            else:
                break
            if node is None:
                break
            mark = node.mark
        return mark


def read_document(listed: Listed) -> Document:
    """The file as a document. Whatever is in it, this never raises; what is wrong is in `problems`, in line order."""
    notes = Notes()
    reading = _Reading(listed, notes)
    try:
        reading.read()
    except TooMany:
        reading.value = None
    problems = in_line_order(Problem(listed.file, *mark, sentence) for mark, sentence in notes.problems)
    value = None if problems else reading.value
    return Document(
        listed.file,
        reading.kind,
        listed.file.stem,
        value,
        problems,
        notes,
        reading.node,
        listed.language,
        reading.id_mark,
        reading.is_misplaced,
        reading.node.key_marks() if reading.node else {},
    )


def read_quickly(listed: Listed) -> Document | None:
    """A file that is right, in less than half the time and without its places; None where it may be wrong."""
    file, kind = listed.file, listed.kind or ""
    stem, _, ending = file.name.rpartition(".")
    if kind in AT_THE_TOP:
        kind = stem if stem in AT_THE_TOP[kind] else ""
    is_lesson = kind == "lesson"
    if kind not in KINDS or ending != ("md" if is_lesson else "yaml"):
        return None
    notes = SureNotes()
    try:
        text, body = read_text(file, notes) or "", ""
        if is_lesson:
            text, body = split_lesson(text, notes) or ("", "")
        found = parsed(text)
        if found.get("kind") != kind or found.get("id") != stem:
            return None
        value = KINDS[kind].quick(found, notes)
    except Unsure:
        return None
    if is_lesson:
        value = Lesson(**value, body=body)
    keys = dict.fromkeys(found, START)
    return Document(file, kind, stem, value, (), notes, None, listed.language, START, False, keys, listed)


def read_node(file: Path, notes: Notes) -> tuple[Node | None, str]:
    """A file's one document, and of a lesson the Markdown below it."""
    from coach.content.reader import parse  # all of YAML, which most starts do without

    text = read_text(file, notes)
    if text is None:
        return None, ""
    if file.suffix != ".md":
        return parse(text, notes), ""
    front = split_lesson(text, notes)
    return (parse(front[0], notes, first_line=2), front[1]) if front else (None, "")


class _Reading:
    def __init__(self, listed: Listed, notes: Notes) -> None:
        self._listed, self._file, self._notes = listed, listed.file, notes
        self._tops = AT_THE_TOP.get(listed.kind or "")
        top = self._file.stem if self._tops and self._file.stem in self._tops else None
        self.kind: str | None = listed.kind or None if self._tops is None else top
        self.value: Any = None
        self.node: Map | None = None
        self.id_mark = START
        self.is_misplaced = False

    def read(self) -> None:
        if (sentence := _misnamed(self._file)) and os.path.exists(self._file):  # noqa: PTH110  where Path's own raises
            self._notes.add(START, sentence)
            return
        node, body = read_node(self._file, self._notes)
        if isinstance(node, (Scalar, Seq)):
            self._notes.add(
                node.mark, f"{found(node)} stands where the keys of a file are wanted; begin with kind: KIND"
            )
        if not isinstance(node, Map) or self._is_newer(node):
            return
        self.node = node
        record = self._record(node)
        self._judge_id(node)
        if record:
            self.value = record.read_map(node, self._notes, START)
            if self.kind == "lesson" and self.value is not None:
                self.value = Lesson(**self.value, body=body)

    def _is_newer(self, node: Map) -> bool:
        number = node.get("format")
        if not isinstance(number, Scalar) or isinstance(number.value, bool) or not isinstance(number.value, int):
            return False
        if number.value <= FORMAT:
            return False
        self._notes.add(
            number.mark,
            f"format {number.value} is made for a newer version of Posture Coach; update it, or write format: {FORMAT}",
        )
        return True

    def _record(self, node: Map) -> Record | None:
        """The description to judge by; a wrong or missing `kind` is noted, and the folder's kind serves instead."""
        kind = node.get("kind")
        named = kind.value if isinstance(kind, Scalar) and isinstance(kind.value, str) else None
        if named is not None and named not in KINDS:
            self._notes.add(kind.mark, unknown(named, KINDS)) if kind else None
        elif named is not None and kind:
            self._judge_place(named, kind.mark)
            self.kind = named
        elif self.kind is None:
            if kind is None:
                self._note_no_kind(node)
            elif isinstance(kind, Scalar) and kind.value is None:
                self._notes.add(kind.mark, f"the kind is missing here; write one of {', '.join(KINDS)}")
            elif not isinstance(kind, Hole):
                self._notes.add(kind.mark, f"{found(kind)} is not a kind; write one of {', '.join(KINDS)}")
        if named is not None and named not in KINDS:
            return _Lenient(KINDS[self.kind]) if self.kind else None
        return KINDS[self.kind] if self.kind else None

    def _note_no_kind(self, node: Map) -> None:
        known = {key for record in KINDS.values() for key in record.fields}
        strange = ((key, mark) for key, mark in node.key_marks().items() if key not in known)
        misspelt = next((where for where in strange if nearest(where[0], ["kind"])), None)
        if misspelt:
            self._notes.add(misspelt[1], unknown(misspelt[0], ["kind"]))
        else:
            self._notes.add(START, f"kind is missing; write kind: and one of {', '.join(KINDS)}")

    def _judge_place(self, named: str, mark: Mark) -> None:
        is_markdown = self._file.suffix == ".md"
        if (named == "lesson") != is_markdown:
            write = (
                f"write it as Markdown in {self._home_of(named)}ID.md"
                if named == "lesson"
                else "rename the file to .yaml"
            )
            self._notes.add(mark, f"{_a(named)} is not written in {self._file.suffix} files; {write}")
        elif self._listed.kind == "" or named == self.kind:
            return
        elif named not in (self._tops or ()):
            self.is_misplaced = True
            self._notes.add(
                mark, f"{_a(named)} does not belong in this folder; move the file to {self._home_of(named)}"
            )

    def _home_of(self, kind: str) -> str:
        """The folder of this library in which files of a kind belong, as it is to be typed; relative where none is."""
        library = self._listed.library or Folders(Path(), Path("media"))
        return f"{visible(str(library.home_of(kind)))}{os.sep}"

    def _judge_id(self, node: Map) -> None:
        ident = node.get("id")
        if not isinstance(ident, Scalar) or not isinstance(ident.value, str):
            return
        self.id_mark = ident.mark
        stem, name = self._file.stem, ident.text
        if name == stem or not ID.fullmatch(name) or (self.kind in ONE_EACH and name != self.kind):
            return
        ending = self._file.suffix
        other = f", or write id: {stem}" if ID.fullmatch(stem) and self.kind not in ONE_EACH else ""
        self._notes.add(
            ident.mark, f"the id is {name} and the file {shown(stem)}{ending}; rename the file to {name}{ending}{other}"
        )


class _Lenient(Record):
    """A description for a file whose `kind` is already reported."""

    def __init__(self, record: Record) -> None:
        self._record = record

    def read_map(self, node: Map, notes: Notes, place: Mark) -> Any:
        known = len(notes.problems)
        self._record.read_map(node, notes, place)
        kind = node.get("kind")
        notes.problems[known:] = [p for p in notes.problems[known:] if kind is None or p[0] != kind.mark]


def _misnamed(file: Path) -> str | None:
    if file.suffix in (".yaml", ".md"):
        return None
    if file.suffix.lower() in (".yml", ".yaml"):
        return f"{shown(file.name)} does not end in .yaml; rename it to {shown(file.stem)}.yaml"
    return f"{shown(file.name)} is no content file; write YAML in a file that ends in .yaml"


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}" if kind not in ONE_EACH else f"kind {kind}"
