"""The whole terminal as one picture of lines. Only lines that changed are written, so nothing flickers."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Literal, Self, TextIO

from coach.values import dataclass

Style = Literal["plain", "strong", "quiet", "work", "calm", "warn"]
CODES: dict[Style, str] = {
    "plain": "0",
    "strong": "0;1",
    "quiet": "0;2",
    "work": "0;1;38;5;173",  # the ember of the window's look
    "calm": "0;1;38;5;72",  # its pine
    "warn": "0;1;38;5;178",
}
WITHOUT_COLOUR: dict[Style, str] = {"work": "0;1", "calm": "0;1", "warn": "0;7"}
FALLBACK_SIZE = (80, 24)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the picture, all of it in one style; what does not fit is cut off."""

    text: str = ""
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class Size:
    """How much the terminal shows, in characters."""

    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class Marks:
    """What bars and digits are drawn with, as far as the terminal's encoding can write it."""

    block: str = "█"
    empty: str = "░"
    dot: str = " · "


PLAIN_MARKS = Marks("#", "-", " - ")


def marks_for(encoding: str | None) -> Marks:
    """Blocks where the encoding has them, ASCII elsewhere."""
    try:
        "█░·".encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return PLAIN_MARKS
    return Marks()


def _nothing() -> None:
    return


class Screen:
    """A picture on `out`. Within `with` the terminal's other screen is used, so what stood there comes back after.

    `size` tells the size now: it is asked for every picture, so a window that was resized is simply drawn anew.
    `before` is called before each.
    """

    def __init__(
        self, out: TextIO, size: Callable[[], Size], *, colour: bool = True, before: Callable[[], object] = _nothing
    ) -> None:
        self.marks = marks_for(out.encoding)
        self._out = out
        self._size = size
        self._before = before
        self._codes = CODES if colour else {**CODES, **WITHOUT_COLOUR}
        self._shown: list[Row] = []
        self._shown_size: Size | None = None

    def __enter__(self) -> Self:
        self._write("\x1b[?1049h\x1b[?25l\x1b[2J")
        self._shown_size = None
        return self

    def __exit__(self, *unused: object) -> None:
        self._write("\x1b[0m\x1b[?25h\x1b[?1049l")

    @property
    def size(self) -> Size:
        """The terminal's size now: it changes while the program runs."""
        return self._size()

    def show(self, lines: Sequence[Row]) -> None:
        """Draw `lines` from the top; what does not fit is cut."""
        self._before()
        size = self.size
        wanted = [Row(fit(line.text, size.columns), line.style) for line in lines[: size.rows]]
        parts = []
        if size != self._shown_size:
            parts.append("\x1b[0m\x1b[2J")
            self._shown, self._shown_size = [], size
        for row in range(max(len(wanted), len(self._shown))):
            new = wanted[row] if row < len(wanted) else Row()
            old = self._shown[row] if row < len(self._shown) else Row()
            if new != old:
                parts.append(f"\x1b[{row + 1};1H\x1b[{self._codes[new.style]}m{new.text}\x1b[0m\x1b[K")
        self._shown = wanted
        if parts:
            self._write("".join(parts))

    def _write(self, text: str) -> None:
        encoding = self._out.encoding or "ascii"
        self._out.write(text.encode(encoding, "replace").decode(encoding))
        self._out.flush()


def terminal_size(fd: int) -> Size:
    """The terminal's size in columns and rows; the classic one where it does not tell."""
    try:
        columns, rows = os.get_terminal_size(fd)
    except OSError:
        columns, rows = FALLBACK_SIZE
    return Size(columns or FALLBACK_SIZE[0], rows or FALLBACK_SIZE[1])


def width(text: str) -> int:
    """Columns that `text` takes: wide letters take two, marks upon letters none."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


@lru_cache(maxsize=256)  # nearly all of a picture is as it was in the one before: some of these
def fit(text: str, columns: int) -> str:
    """`text` in one row, cut to `columns`. What would steer the terminal is left out."""
    if not text.isprintable():
        text = "".join(c if c.isprintable() else " " for c in text)
    if width(text) <= columns:
        return text
    while text and width(text) > columns:
        text = text[:-1]
    return text
