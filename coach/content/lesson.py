"""A lesson's file: a front matter between two lines of dashes, then Markdown."""

from __future__ import annotations

from coach.content.node import START, Mark
from coach.content.notes import Notes

_FENCE = "---"


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
    return "\n".join(lines[1:end]) + "\n", "\n".join(lines[end + 1 :]).strip() + "\n"
