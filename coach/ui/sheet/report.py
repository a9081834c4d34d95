"""The report for an appointment on paper: exactly one page, however much there is to tell.

print_report(parts, parts.clock.wall(), Path("report.pdf"))
"""

from __future__ import annotations

import errno
import os
from collections.abc import Generator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QPageSize, QPainter, QPdfWriter, QPen

from coach.files import written_aside
from coach.today.report import Report, report
from coach.ui.offscreen import without_platform_notes
from coach.ui.sheet.file import PROGRAM
from coach.ui.sheet.layout import Pages, TextBlock
from coach.ui.sheet.paper import (
    EMBER,
    FOOTER,
    INK,
    INK2,
    LINE,
    Letters,
    is_from_right,
    is_whole,
    painter_of_pages,
    writer_of,
)
from coach.ui.sheet.typography import CAPTION, DOSE, FACTS, FINE, LEAD, SMALL, TITLE, PrintStyle
from coach.words.report import Paper, Part, nothing, paper

if TYPE_CHECKING:
    from coach.wiring import Parts

SIZES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7)
_LISTED = (12, 10, 8, 6, 4, 3, 2, 1)
"""So many lines of a list: letters become smaller and lists shorter in turn, until all is on one page."""

_GAP = 12.0  # points between two columns of a table


class NothingToReportError(Exception):
    """Carries one sentence for the person."""


def print_report(
    parts: Parts, at: datetime, path: Path, page: QPageSize.PageSizeId | None = None, first: date | None = None
) -> None:
    """Write the report at a moment, from the day `first` or of the last weeks, by default on the usual page.

    NothingToReportError where there is none; OSError where it cannot be written.
    """
    for _ in printing(parts, at, path, page, first):
        pass


def printing(
    parts: Parts, at: datetime, path: Path, page: QPageSize.PageSizeId | None = None, first: date | None = None
) -> Generator[float, None, None]:
    """The same in steps, each of which gives the share that is done. Closed before the end, it leaves nothing."""
    found = report(parts.library.catalogue, parts.store, at, first, parts.clock.local)
    if not isinstance(found, Report):
        raise NothingToReportError(nothing(parts.language, first))
    yield 0.3
    application = QGuiApplication.instance() or QGuiApplication([])
    try:
        with written_aside(path) as part:
            part.touch()  # Qt would only warn on stderr
            _paint(parts, found, part, page)
            if not is_whole(part):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        yield 1.0
    finally:
        del application


def _paint(parts: Parts, found: Report, part: Path, page: QPageSize.PageSizeId | None) -> None:
    catalogue = parts.library.catalogue
    title = paper(parts.language, found, catalogue, 1).title
    with without_platform_notes():
        writer = writer_of(part, page, title, parts.language.tag)
        painter = painter_of_pages(writer, from_right=is_from_right(parts.language.tag))
        try:
            _on_one_page(writer, found, parts).draw(painter)
        finally:
            painter.end()


def _on_one_page(writer: QPdfWriter, found: Report, parts: Parts) -> _Sheet:
    """The largest letters with the longest lists that fit."""
    tries = [(size, most) for size in range(len(SIZES)) for most in range(len(_LISTED))]
    tries.sort(key=lambda one: (sum(one), one[1]))
    from_right = is_from_right(parts.language.tag)

    def made(size: float, most: int) -> _Sheet:
        told = paper(parts.language, found, parts.library.catalogue, most)
        return _Sheet(writer, told, size, from_right=from_right)

    for size, most in tries:
        sheet = made(SIZES[size], _LISTED[most])
        if sheet.fits:
            return sheet
    return made(SIZES[-1], _LISTED[-1])


class _Sheet:
    """The page laid out."""

    def __init__(self, writer: QPdfWriter, told: Paper, size: float, *, from_right: bool) -> None:
        self._told = told
        self._letters = Letters(float(writer.width()), size, from_right=from_right)
        self._unit = self._letters.unit
        self._pages = Pages(writer.height() - FOOTER * self._unit)
        self._head()
        for part in told.parts:
            self._part(part)
        self._pages.space(8 * self._unit)
        if told.about:
            self._write(told.about, FINE)

    @property
    def fits(self) -> bool:
        """Whether it is one page."""
        return len(self._pages.pages) == 1

    def draw(self, painter: QPainter) -> None:
        """The page, and at its foot what it is."""
        for y, draw in self._pages.pages[0]:
            draw(painter, y)
        foot = f"{self._told.title}  ·  {self._told.facts}  ·  {PROGRAM}"
        self._letters.words(foot, CAPTION, INK2).draw(painter, 0, self._pages.height + 7 * self._unit)

    def _head(self) -> None:
        pages, unit = self._pages, self._unit
        pages.write(self._letters.words(self._told.title, TITLE, INK))
        pages.space(2 * unit)
        pages.write(self._letters.words(self._told.facts, FACTS, EMBER))
        pages.space(2 * unit)
        pages.write(self._letters.words(self._told.lead, LEAD, INK2))
        pages.space(8 * unit)
        name = self._letters.words(self._told.name, SMALL, INK2)

        def blank(painter: QPainter, y: float) -> None:
            name.draw(painter, 0, y)
            painter.setPen(QPen(LINE, 0.7 * unit))
            foot = round(y + 12 * unit)
            painter.drawLine(round(name.line_width() + 5 * unit), foot, round(0.5 * self._letters.width), foot)

        pages.put(14 * unit, blank)

    def _part(self, part: Part) -> None:
        pages, unit = self._pages, self._unit
        pages.space(7 * unit)
        pages.put(5 * unit, self._rule)
        pages.write(self._letters.words(part.heading, DOSE, INK))
        pages.space(1 * unit)
        for line in part.lines:
            self._write(line, SMALL)
        if part.rows:
            pages.space(2 * unit)
            self._table(part)

    def _write(self, text: str, style: PrintStyle) -> None:
        self._pages.write(self._letters.words(text, style, INK2))

    def _table(self, part: Part) -> None:
        """Columns as wide as their words, the last one as wide as there is room."""
        bold, plain, unit = SMALL.bold, SMALL, self._unit
        rows = [(part.heads, bold), *((row, plain) for row in part.rows)]
        wide = [
            max(self._letters.words(row[column], bold, INK).line_width() for row, _ in rows) + _GAP * unit
            for column in range(len(part.heads))
        ]
        most = self._letters.width * 0.42
        wide = [min(each, most) for each in wide]
        lefts = [sum(wide[:column]) for column in range(len(wide))]
        wide[-1] = max(wide[-1], self._letters.width - lefts[-1])
        for row, style in rows:
            cells = [
                self._letters.words(text, style, INK if column == 0 else INK2, width=wide[column] - _GAP / 2 * unit)
                for column, text in enumerate(row)
            ]

            def draw(painter: QPainter, y: float, cells: list[TextBlock] = cells) -> None:
                for left, cell in zip(lefts, cells, strict=True):
                    cell.draw(painter, left, y)

            self._pages.put(max(cell.height for cell in cells) + 1 * unit, draw)

    def _rule(self, painter: QPainter, y: float) -> None:
        painter.setPen(QPen(LINE, 0.7 * self._unit))
        painter.drawLine(0, round(y), round(self._letters.width), round(y))
