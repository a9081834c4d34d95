"""What is wrong with a file, where, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from coach.content.spelling import visible
from coach.values import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in one file.

    `line` and `column` count characters from 1. `text` is the whole sentence after the place: what is wrong; what to
    write. `str(problem)` is `FILE:LINE:COLUMN: text`, on one line whatever the file's name is.
    """

    file: Path
    line: int
    column: int
    text: str

    def __str__(self) -> str:
        return f"{visible(str(self.file))}:{self.line}:{self.column}: {self.text}"


def in_line_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by line and column; those at one place keep their order."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: (problem.line, problem.column)))
