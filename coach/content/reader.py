"""Text into strictly read nodes with marks, from PyYAML's parse events.

`compose` is never used: it hides anchors, and deep nesting kills the interpreter in the C library. Our own walk over
the events sees every anchor, alias, tag and mark, and stops at level 17.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import yaml

from coach.content.amiss import Amiss
from coach.content.decoding import REPLACED, has_unwanted, place
from coach.content.node import Hole, Key, Map, Mark, Node, Scalar, Seq
from coach.content.notes import Notes, TooMany
from coach.content.parser_words import in_our_words
from coach.content.spelling import shown
from coach.content.stray_spaces import ODD, LineColumn, inside, mended, misleads, sentence, tabs_at_the_end, to_blame
from coach.content.unquoted import NUMBERS_BEGIN, WORDS, TooManyDigits, number_or_text

MOST_LEVELS = 16  # of maps and lists inside one another, as docs/format.md says; our choice
# What the C library lets pass and PyYAML's own parser does not: tabs, a comment glued to the head of a block text.
_UNSURE = re.compile(r"\t|[|>][-+0-9]*#")


class _PythonLoader(yaml.SafeLoader):
    """PyYAML's own parser, which would end a text within brackets at any question mark; the C library goes on."""

    _in_plain = False

    def peek(self, index: int = 0) -> str:
        sign: str = super().peek(index)
        return "." if sign == "?" and self._in_plain else sign

    def scan_plain(self) -> Any:
        self._in_plain = True
        try:
            return super().scan_plain()
        finally:
            self._in_plain = False


PYTHON_LOADER: Any = _PythonLoader
FAST_LOADER: Any = getattr(yaml, "CSafeLoader", PYTHON_LOADER)


_made: Any = tuple.__new__
"""Makes a named tuple of all its fields, in a third of the time of its own call; of some there are hundreds of
thousands."""


def _scalar_of(mark: Mark, value: str | bool | None, text: str, *, quoted: bool = False) -> Scalar:
    made: Scalar = _made(Scalar, (mark, value, text, quoted))
    return made


class _Stop(Exception):  # noqa: N818  ends the walk; what is wrong is noted
    """Nothing more can be read from this file."""


def parse(text: str, notes: Notes, first_line: int = 1, loader: Any = FAST_LOADER) -> Node | None:
    """The one document in `text`, or None where there is none to judge (then a problem is noted).

    `first_line` is the file's line on which `text` begins. The C library reads what is in order; a text with
    something unsure or a mistake in its YAML is read by PyYAML's own parser, so that marks and sentences are the same
    everywhere. White space that leads astray is noted, and the text read as if plain spaces stood there.
    """
    ours = notes.continued()
    try:
        root, strays = _read(text, ours, first_line, loader)
    except TooMany:
        notes.problems[:] = ours.problems
        raise
    if not strays:
        notes.problems[:] = ours.problems
        return root
    lines = text.split("\n")
    for line, column in strays:
        if lines[line][column] != "\t" and (line, column - 1) not in strays:  # a run of them is told once
            notes.add(Mark(line + first_line, column + 1), sentence(lines[line][column]))
    return parse(mended(text, strays), notes, first_line, loader)


def as_plain_spaces(text: str) -> str:
    """`text` with a plain space for each tab that `parse` takes for one, so that any reader of YAML takes it, too."""
    while strays := _read(text, Notes(), 1, FAST_LOADER)[1]:
        text = mended(text, strays)
    return text


def _read(text: str, notes: Notes, first_line: int, loader: Any) -> tuple[Node | None, list[LineColumn]]:
    """The document, and where white space leads astray: then nothing that is noted holds."""
    if loader is not PYTHON_LOADER and not _UNSURE.search(text):
        ours = notes.continued()
        try:
            walk = _Walk(text, ours, first_line, loader)
            root = walk.document()
        except yaml.YAMLError:
            pass
        except TooMany:
            notes.problems[:] = ours.problems
            raise
        else:
            notes.problems[:] = ours.problems
            return root, walk.strays
    walk = _Walk(text, notes, first_line, PYTHON_LOADER)
    try:
        return walk.document(), walk.strays
    except yaml.MarkedYAMLError as error:
        if strays := _strays_behind(text, error):
            return None, strays
        mark, words = in_our_words(error, text)
        if notes.has_replaced and REPLACED in text.split("\n")[mark.line - 1]:
            return None, []  # a character there is already reported, and may be all that is wrong
        notes.add(Mark(mark.line + first_line - 1, mark.column), words)
    except (ValueError, OverflowError):  # PyYAML: an escape such as \UFFFFFFFF is beyond every character
        mark = _beyond_every_character(text, walk.last, first_line)
        notes.add(mark, "this escape names no character; take it out, or use single quotes")
    return None, []


def _strays_behind(text: str, error: yaml.MarkedYAMLError) -> list[LineColumn]:
    """The white space that may be all that is wrong."""
    at = _place(error)
    if r"'\t'" in (error.problem or "") and (tabs := tabs_at_the_end(text, at)):
        return tabs
    return to_blame(text, at, _breaks)


def _breaks(text: str) -> LineColumn | None:
    """Where the text stops being YAML."""
    try:
        for _ in _events(text, PYTHON_LOADER):
            pass
    except yaml.MarkedYAMLError as error:
        return _place(error)
    except (ValueError, OverflowError):  # an escape that is told by itself
        pass
    return None


def _place(error: yaml.MarkedYAMLError) -> LineColumn:
    return (error.problem_mark.line, error.problem_mark.column) if error.problem_mark else (0, 0)


class _Walk:
    """One pass over the events of a text."""

    def __init__(self, text: str, notes: Notes, first_line: int, loader: Any) -> None:
        self._text = text
        self._notes = notes
        self._first_line = first_line
        self._source = loader(text)
        self._muted = False
        self._is_odd = bool(ODD.search(text))
        self._is_escaped = notes.has_replaced or "\\" in text
        self.strays: list[LineColumn] = []
        self._last: Any = None

    @property
    def last(self) -> Mark:
        """Where what was read last begins."""
        return Mark(self._first_line, 1) if self._last is None else self._mark(self._last.start_mark)

    @cached_property
    def _lines(self) -> list[str]:
        return self._text.split("\n")

    def document(self) -> Node | None:
        try:
            return self._document()
        except _Stop:
            return None
        finally:
            self._source.dispose()

    def _document(self) -> Node | None:
        self._next()  # the stream's start
        start = self._next()
        is_document = isinstance(start, yaml.DocumentStartEvent)
        if is_document and start.tags:
            self._note(self._mark(start.start_mark), "a line cannot begin with %; take it out")
        root = self._node(self._next(), 1) if is_document else None
        if root is None or (isinstance(root, Scalar) and not root.text and not root.quoted):
            self._note(Mark(self._first_line, 1), "the file is empty; begin with kind: and the kind of file it is")
            return None
        self._next()  # the document's end
        if isinstance(after := self._next(), yaml.DocumentStartEvent):
            kind = root.get("kind") if isinstance(root, Map) else None
            if isinstance(kind, Scalar) and kind.value == "share":
                self._note(kind.mark, "this is a shared routine; take it in by: posture-coach share --in FILE")
            else:
                self._note(self._mark(after.start_mark), "a second document begins here; keep one document in a file")
            return None
        return root

    def _next(self) -> Any:
        event = self._last = self._source.get_event()
        return event

    def _mark(self, mark: Any) -> Mark:
        return Mark(mark.line + self._first_line, mark.column + 1)

    def _note(self, mark: Mark, sentence: str, amiss: Amiss | None = None) -> None:
        if not self._muted:
            self._notes.add(mark, sentence, amiss)

    def _node(self, event: Any, level: int) -> Node:
        start = event.start_mark
        mark: Mark = _made(Mark, (start.line + self._first_line, start.column + 1))
        if type(event) is yaml.ScalarEvent and event.anchor is None and event.tag is None:
            return self._scalar(event, mark)
        if isinstance(event, yaml.AliasEvent):
            self._note(mark, f"an alias (*{shown(str(event.anchor))}) is not read; write the value itself here")
            return Hole(mark)
        if event.anchor is not None:
            self._note(mark, f"an anchor (&{shown(event.anchor)}) is not read; take it out")
        is_tagged = event.tag is not None
        if is_tagged:
            self._note(
                mark,
                f"a tag ({self._word_at(event.start_mark, '!')}) is not read; take it out, and put a text in quotes",
            )
        if isinstance(event, yaml.ScalarEvent):
            return Hole(mark) if is_tagged else self._scalar(event, mark)
        if level > MOST_LEVELS:
            self._muted = False
            self._note(mark, "this stands 17 levels deep; write at most 16 maps and lists inside one another")
            raise _Stop
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while type(inner := self._next()) is not yaml.SequenceEndEvent:
                items.append(self._node(inner, level + 1))
            return Hole(mark) if is_tagged else Seq(mark, tuple(items))
        entries = self._map(mark, level, flow=bool(event.flow_style))
        return Hole(mark) if is_tagged else entries

    def _map(self, mark: Mark, level: int, *, flow: bool) -> Map:
        entries: dict[str, tuple[Key, Node]] = {}
        next_event, is_usual = self._source.get_event, not (self._is_odd or self._is_escaped)
        while type(event := next_event()) is not yaml.MappingEndEvent:
            self._last = event
            key = (self._plain_key(event) if is_usual else None) or self._key(event, level)
            was_muted, self._muted = self._muted, self._muted or key is None or key.text in entries
            self._last = value_event = next_event()
            value = self._node(value_event, level + 1)
            self._muted = was_muted
            if key is None:
                continue
            if first := entries.get(key.text):
                lines = f"in lines {first[0].mark.line} and {key.mark.line}"
                self._note(key.mark, f"{shown(key.text)} is given twice, {lines}; keep one of them")
                continue
            if isinstance(value, Scalar) and value.value is None and not value.text and not value_event.anchor:
                value = Scalar(self._after_key(event.end_mark), None, "")
            entries[key.text] = (key, value)
        return Map(mark, tuple(entries.values()), flow)

    def _plain_key(self, event: Any) -> Key | None:
        """The key of an entry where it is one like nearly every other."""
        if type(event) is not yaml.ScalarEvent:
            return None
        text: str = event.value
        if not text or text == "<<" or event.anchor is not None or event.tag is not None:
            return None
        start: Any = event.start_mark
        key: Key = _made(Key, (_made(Mark, (start.line + self._first_line, start.column + 1)), text))
        return key

    def _key(self, event: Any, level: int) -> Key | None:
        """The key of an entry; None where it is none (then it is noted, and its value is skipped)."""
        node = self._node(event, level + 1)
        if isinstance(event, yaml.AliasEvent) or (
            isinstance(event, yaml.ScalarEvent) and self._is_reported(event.value)
        ):
            return None
        if not isinstance(event, yaml.ScalarEvent):
            self._note(
                node.mark, "a list or a map cannot be a key; write a word and a colon, or put the text in quotes"
            )
            return None
        if event.value == "<<" and event.style in (None, ""):
            self._note(node.mark, "a merge key (<<) is not read; write the keys themselves here")
            return None
        if event.style in (None, "") and ODD.search(event.value):
            self._note_strays(event)
        if not event.value:
            self._note(node.mark, "a key is missing before the colon; write a word there")
            return None
        return Key(node.mark, event.value)

    def _is_reported(self, text: str) -> bool:
        """Whether a character in `text` was replaced, which is already noted."""
        return self._notes.has_replaced and REPLACED in text

    def _after_key(self, end: Any) -> Mark:
        """Where a value would stand that is not there: behind the colon. The two parsers disagree about it."""
        rest = self._lines[end.line][end.column :]
        colon = re.match(r"\s*:", rest)
        return Mark(end.line + self._first_line, end.column + 1 + (colon.end() if colon else 0))

    def _scalar(self, event: Any, mark: Mark) -> Node:
        text: str = event.value
        if self._is_escaped:  # else nothing stands here that nobody can see, or that was replaced
            if self._is_reported(text):
                return Hole(mark)
            if unwanted := has_unwanted(text):
                self._note(mark, f"the character U+{ord(unwanted):04X} cannot be seen; take it out")
                return Hole(mark)
        if event.style:
            return _scalar_of(mark, text, text, quoted=True)
        if self._is_odd and misleads(text):
            self._note_strays(event)
        if text[:1] not in NUMBERS_BEGIN:
            return _scalar_of(mark, WORDS.get(text, text), text)
        try:
            return Scalar(mark, number_or_text(text), text)
        except TooManyDigits:
            self._note(
                mark, f"{shown(text)} has more than nine digits; write a smaller number, or put a text in quotes"
            )
            return Hole(mark)

    def _note_strays(self, event: Any) -> None:
        """White space in a plain scalar that is taken for something else."""
        start, end = event.start_mark, event.end_mark
        self.strays.extend(inside(self._lines, (start.line, start.column), (end.line, end.column)))

    def _word_at(self, mark: Any, begins: str) -> str:
        words = [word for word in self._lines[mark.line][mark.column :].split() if word.startswith(begins)]
        return shown(words[0]) if words else begins


def _beyond_every_character(text: str, after: Mark, first_line: int) -> Mark:
    """Where the first escape beyond U+10FFFF stands that is not before `after`."""
    escapes = re.finditer(r"\\U([0-9A-Fa-f]{8})", text)
    places = (place(text, escape.start()) for escape in escapes if int(escape[1], 16) > sys.maxunicode)
    marks = (Mark(line + first_line - 1, column) for line, column in places)
    return next((mark for mark in marks if mark >= after), after)


def _events(text: str, loader: Any) -> Iterator[Any]:
    source = loader(text)
    try:
        while source.check_event():
            yield source.get_event()
    finally:
        source.dispose()
