"""What is wrong with a file, where, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in one file.

    `line` and `column` count characters from 1. `text` is the whole sentence after the place: what is wrong; what to
    write. `str(problem)` is `FILE:LINE:COLUMN: text`.
    """

    file: Path
    line: int
    column: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.text}"
