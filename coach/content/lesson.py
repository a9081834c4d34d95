"""A lesson's file: a front matter between two lines of dashes, then Markdown, in which a figure may stand by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from coach.content.model import Lesson
from coach.content.node import START, Mark
from coach.content.notes import Notes, Reference

_FENCE = "---"
_FIGURE = re.compile(r"!\[(?P<words>[^\]]*)\]\(figure:(?P<id>[a-z][a-z0-9-]{1,62})\)\s*")


class Pictured(NamedTuple):
    """A figure in a lesson, and the words below it, which may be none."""

    figure: str
    words: str


def split_lesson(text: str, notes: Notes) -> tuple[str, str] | None:
    """The front matter, which begins on line 2, and the Markdown below it; None where there is none (noted)."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        notes.add(START, "the front matter is missing; begin with a line of --- and close it with another")
        return None
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
    if end is None:
        notes.add(Mark(1, 1), "the front matter is never closed; write a line of --- below its last key")
        return None
    for number, line in enumerate(lines[end + 1 :], end + 2):
        _note_figure(line, number, notes)
    return "\n".join(lines[1:end]) + "\n", "\n".join(lines[end + 1 :]).strip() + "\n"


def parts_of(body: str) -> Iterator[str | Pictured]:
    """A lesson's Markdown and its figures, in their order. A figure is a line `![WORDS](figure:ID)` of its own."""
    text: list[str] = []
    for line in [*body.split("\n"), None]:
        figure = _FIGURE.fullmatch(line) if line is not None else None
        if line is not None and figure is None:
            text.append(line)
            continue
        if markdown := "\n".join(text).strip():
            yield markdown + "\n"
        text.clear()
        if figure:
            yield Pictured(figure["id"], figure["words"].strip())


def opened(lesson: Lesson, body: str) -> Iterator[str | Pictured]:
    """A lesson as one reads it in `body`, its own or a translation: its figure first, unless the text shows that."""
    parts = list(parts_of(body))
    if lesson.figure is not None and not any(
        isinstance(one, Pictured) and one.figure == lesson.figure for one in parts
    ):
        yield Pictured(lesson.figure, "")
    yield from parts


def _note_figure(line: str, number: int, notes: Notes) -> None:
    if figure := _FIGURE.fullmatch(line):
        notes.references.append(Reference(("figure",), figure["id"], Mark(number, figure.start("id") + 1)))
    elif (column := line.find("![")) >= 0:
        notes.add(
            Mark(number, column + 1),
            "a lesson's pictures are figures, each on a line of its own; write ![WORDS](figure:ID)",
        )
