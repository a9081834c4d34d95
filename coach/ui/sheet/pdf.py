"""A routine on paper, as one would hand it out: each exercise with where it begins and ends, its dose, what to think
of and what to avoid; when to stop; days to tick. On A4, or on Letter where that is usual; black and white will do.

print_sheet(parts, "desk-reset", Path("desk-reset.pdf"))
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPageSize, QPainter, QPdfWriter, QPen

from coach.files import written_aside
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
from coach.ui.sheet.pictures import HIGH, WIDE, Made, draw_pictures, make_pictures
from coach.ui.sheet.typography import CAPTION, DOSE, EXERCISE, FACTS, FINE, LEAD, NOTE, SMALL, TEXT, TITLE, PrintStyle
from coach.words.language import Language
from coach.words.progression import said_before
from coach.words.safety import ask_first_if
from coach.words.sheet import Row, Sheet, sheet_of

if TYPE_CHECKING:
    from coach.wiring import Parts

WEEKS = 4
MOST_LINES, LINE_APART = 4, 20.0  # to write on, at the end
SIZES = (1.0, 0.97, 0.94, 0.91, 0.88)
_PICTURES = 0.8  # the share that the figures take


def print_sheet(parts: Parts, ident: str, path: Path, page: QPageSize.PageSizeId | None = None) -> None:
    """Write the sheet of the routine `ident`, by default on the usual page. OSError where it cannot be written."""
    for _ in printing(parts, ident, path, page):
        pass


def printing(
    parts: Parts, ident: str, path: Path, page: QPageSize.PageSizeId | None = None
) -> Generator[float, None, None]:
    """The same in steps of a tenth of a second or less, each of which gives the share that is done, so that a window
    can go on meanwhile: all painting is its own thread's. Closed before the end, it leaves nothing.
    """
    application = QGuiApplication.instance() or QGuiApplication([])
    try:
        with written_aside(path) as part:
            part.touch()  # Qt would only warn on stderr
            yield from _painted(parts, ident, part, page)
            if not is_whole(part):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
    finally:
        del application


def _painted(parts: Parts, ident: str, part: Path, page: QPageSize.PageSizeId | None) -> Generator[float, None, None]:
    """All pages into the file `part`, in steps."""
    own, catalogue = parts.own(ident), parts.library.catalogue
    for_you = said_before(parts.language, own, catalogue.exercises)
    sheet = sheet_of(own.routine, parts.timeline("routine", ident), catalogue, parts.language, for_you)
    pictures: dict[int, list[Made]] = {}
    for row in sheet.rows:
        for picture in make_pictures(row.figure, mirrored=row.mirrored) if row.figure is not None else ():
            pictures.setdefault(row.number, []).append(picture)
            yield _PICTURES * row.number / len(sheet.rows)
    writer = writer_of(part, page, sheet.title, sheet.language)
    from_right = is_from_right(sheet.language)
    painter = painter_of_pages(writer, from_right=from_right)
    try:
        for share in _Printer(writer, painter, pictures, parts.language, from_right=from_right).print(sheet):
            yield _PICTURES + (1.0 - _PICTURES) * share
    finally:
        painter.end()


class _Printer:
    """Lays the sheet out, then paints page by page."""

    def __init__(
        self,
        writer: QPdfWriter,
        painter: QPainter,
        pictures: Mapping[int, Sequence[Made]],
        language: Language,
        *,
        from_right: bool = False,
    ) -> None:
        self._from_right = from_right
        self._writer, self._painter, self._pictures, self._language = writer, painter, pictures, language
        self._width = float(writer.width())
        self._begin(SIZES[0])

    def _begin(self, size: float) -> None:
        """Empty pages, on which everything is `size` times as large."""
        self._letters = Letters(self._width, size, from_right=self._from_right)
        self._unit = self._letters.unit
        self._pages = Pages(self._writer.height() - FOOTER * self._unit)

    def print(self, sheet: Sheet) -> Iterator[float]:
        """The share done after each page."""
        with without_platform_notes():
            self._lay_out_on_few_pages(sheet)
        pages = self._pages.pages
        for number, page in enumerate(pages, 1):
            with without_platform_notes():
                if number > 1:
                    self._writer.newPage()
                for y, draw in page:
                    draw(self._painter, y)
                self._footer(sheet, number, len(pages))
            yield number / len(pages)

    def _lay_out_on_few_pages(self, sheet: Sheet) -> None:
        """As large as may be without a page more than the smallest size needs: one page can hang on a wall."""
        fewest = 0
        for size in (SIZES[-1], *SIZES):
            self._begin(size)
            self._lay_out(sheet)
            fewest = fewest or len(self._pages.pages)
            if size != SIZES[-1] and len(self._pages.pages) == fewest:
                return

    def _lay_out(self, sheet: Sheet) -> None:
        self._head(sheet)
        for row in sheet.rows:
            self._row(row)
        self._tell_all(sheet.after)
        self._ticks()
        self._end(sheet)

    # --- the parts of the sheet

    def _head(self, sheet: Sheet) -> None:
        pages, unit = self._pages, self._unit
        pages.write(self._words(sheet.title, TITLE, INK))
        if sheet.summary:
            pages.write(self._words(sheet.summary, LEAD, INK2))
        pages.space(3 * unit)
        pages.write(self._words(sheet.facts, FACTS, EMBER))
        if sheet.for_you:
            pages.space(4 * unit)
            pages.write(self._words(sheet.for_you, SMALL, INK))
        if sheet.why:
            pages.space(4 * unit)
            pages.write(self._words(sheet.why, SMALL, INK2))
        pages.space(9 * unit)
        name, since = self._language.translate("Sheet", "Name"), self._language.translate("Sheet", "From")
        often = self._language.translate("Sheet", "Times a week")
        pages.put(14 * unit, self._blanks((name, 0.44), (since, 0.25), (often, 0.31)))
        pages.space(8 * unit)
        if sheet.stop:
            top = pages.y
            self._pair(self._language.translate("Sheet", "Stop if you notice"), sheet.stop, SMALL, left=8 * unit)
            high = pages.y - top
            pages.pages[-1].append((top, lambda painter, y: self._bar(painter, y, high)))
            pages.space(7 * unit)
        if sheet.first:
            lead = self._words(ask_first_if(self._language), SMALL.bold, INK)
            asked = self._words(sheet.first, SMALL, INK)
            pages.keep(lead.height + min(asked.height, pages.height / 4))
            pages.write(lead)
            pages.write(asked)
            pages.space(7 * unit)

    def _row(self, row: Row) -> None:
        pages, unit = self._pages, self._unit
        self._tell_all(row.before)
        made = self._pictures.get(row.number, ())
        left = (WIDE + 14) * unit if made else 0.0
        wide = self._width - left
        below = self._below(row) if made else None
        own = Pages(pages.height)  # as high as it will be
        self._tell(row, own, left, wide, is_whole=below is None)
        told = own.y if len(own.pages) == 1 else pages.height + 1
        shown = (HIGH * unit if made else 0.0) + (3 * unit + below.height if below else 0.0)
        high = max(shown, told) + 12 * unit
        pages.keep(high if high <= pages.height else shown + 12 * unit)
        top_page, top = len(pages.pages), pages.y
        pages.put(6 * unit, self._rule)
        if made:
            badge = self._letters.font(CAPTION.bold, of=1.0)
            pages.pages[-1].append(
                (pages.y, lambda painter, y: draw_pictures(painter, made, QPointF(0, y), unit, badge))
            )
        if below is not None:
            pages.pages[-1].append((pages.y + (HIGH + 3) * unit, lambda painter, y: below.draw(painter, 0.0, y)))
        self._tell(row, pages, left, wide, is_whole=below is None)
        if len(pages.pages) == top_page:
            pages.y = max(pages.y + 6 * unit, top + high)

    def _below(self, row: Row) -> TextBlock | None:
        """What stands below the pictures, unless it is longer than they are high."""
        parts = _moves(row)
        text = self._words("  ·  ".join(parts), CAPTION, INK2, width=WIDE * self._unit)
        if text.lines > 1:
            text = self._words("\n".join(parts), CAPTION, INK2, width=WIDE * self._unit)
        return text if parts and text.height <= HIGH * self._unit else None

    def _tell_all(self, texts: Sequence[str]) -> None:
        """What is said between two exercises, or at the end, across the page."""
        pages, unit = self._pages, self._unit
        for text in texts:
            said = self._words(text, TEXT, INK, width=self._width)
            pages.keep(said.height + (HIGH + 14) * unit if said.height < pages.height / 4 else 6 * unit)
            pages.put(6 * unit, self._rule)
            pages.write(said)
            pages.space(6 * unit)

    def _tell(self, row: Row, pages: Pages, left: float, wide: float, *, is_whole: bool) -> None:
        """The words of an exercise; `is_whole`: those too that else stand below its pictures."""
        unit = self._unit
        pages.write(self._words(f"{row.number}  {row.title}", EXERCISE, INK, width=wide), left)
        pages.space(1 * unit)
        pages.write(self._words(row.dose, DOSE, EMBER, width=wide), left)
        for part in _moves(row) if is_whole else ():
            pages.write(self._words(part, NOTE, INK2, width=wide), left)
        pages.space(4 * unit)
        pages.write(self._words(row.describe, TEXT, INK, width=wide), left)
        for word, text in (
            ((self._language.translate("Sheet", "Remember"), row.own), *row.told) if row.own else row.told
        ):
            pages.space(2.5 * unit)
            self._pair(word, text, SMALL, pages, left)

    def _ticks(self) -> None:
        """A box for each day of four weeks, two and two beside each other."""
        unit, side, across = self._unit, 12.0, 29.0
        title = self._words(self._language.translate("Sheet", "Tick the days on which you did it"), LEAD.bold, INK)
        names = [self._words(self._language.day_name(day, short=True), CAPTION, INK2) for day in range(1, 8)]
        week = self._language.translate("Sheet", "Week {n}")
        weeks = [self._words(week.format(n=number), SMALL, INK) for number in range(1, WEEKS + 1)]
        begins = [(left, left + 44 * unit) for left in (0.0, self._width / 2 + 8 * unit)]  # of the word, of the boxes

        def draw(painter: QPainter, y: float) -> None:
            self._rule(painter, y)
            y += 8 * unit
            title.draw(painter, 0, y)
            y += title.height + 2 * unit
            for _, first in begins:
                for number, name in enumerate(names):
                    name.draw(painter, first + (number * across + side / 2) * unit - name.line_width() / 2, y)
            y += 12 * unit
            for number, week in enumerate(weeks):
                left, first = begins[number % 2]
                top = y + number // 2 * 18 * unit
                week.draw(painter, left, top + 0.5 * unit)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(INK, 0.9 * unit))
                for day in range(7):
                    box = QRectF(first + day * across * unit, top, side * unit, side * unit)
                    painter.drawRoundedRect(box, 2.5 * unit, 2.5 * unit)

        self._pages.put(title.height + (22 + WEEKS // 2 * 18) * unit, draw)
        self._pages.space(6 * unit)

    def _end(self, sheet: Sheet) -> None:
        """What this program is not, and lines to write on where the page has room for some."""
        if sheet.about:
            about = self._words(sheet.about, FINE, INK2)
            self._pages.keep(about.height)
            self._pages.write(about)
            self._pages.space(8 * self._unit)
        lines = min(MOST_LINES, int((self._pages.height - self._pages.y) / (LINE_APART * self._unit)))
        for number in range(lines):
            word = self._language.translate("Sheet", "Your own doses and notes") if number == 0 else ""
            self._pages.put(LINE_APART * self._unit, self._blanks((word, 1.0)))

    def _footer(self, sheet: Sheet, number: int, of: int) -> None:
        y = self._pages.height + 7 * self._unit
        self._words(f"{sheet.title}  ·  {PROGRAM}", CAPTION, INK2).draw(self._painter, 0, y)
        page = self._words(
            self._language.translate("Sheet", "Page {n} of {all}").format(n=number, all=of), CAPTION, INK2
        )
        page.draw(self._painter, self._width - page.line_width(), y)

    # --- pieces

    def _pair(self, word: str, text: str, style: PrintStyle, pages: Pages | None = None, left: float = 0.0) -> None:
        """A bold word, and the text that belongs to it beside it."""
        pages = pages or self._pages
        lead = self._words(word, style.bold, INK)
        inset = left + max(54 * self._unit, lead.line_width() + 6 * self._unit)
        body = self._words(text, style, INK2, width=self._width - inset)
        pages.keep(body.height if body.height <= pages.height / 4 else lead.height)
        pages.pages[-1].append((pages.y, lambda painter, y: lead.draw(painter, left, y)))
        pages.write(body, inset)

    def _blanks(self, *fields: tuple[str, float]) -> Callable[[QPainter, float], None]:
        """Words with a line to write on; each has its share of the width."""

        def draw(painter: QPainter, y: float) -> None:
            x = 0.0
            for word, share in fields:
                lead = self._words(word, SMALL, INK2)
                lead.draw(painter, x, y)
                painter.setPen(QPen(LINE, 0.7 * self._unit))
                foot = round(y + 12 * self._unit)
                begins, ends = x + lead.line_width() + 5 * self._unit, x + share * self._width - 7 * self._unit
                painter.drawLine(round(begins), foot, round(ends), foot)
                x += share * self._width

        return draw

    def _bar(self, painter: QPainter, y: float, high: float) -> None:
        painter.fillRect(QRectF(0, y, 2.5 * self._unit, high), EMBER)

    def _rule(self, painter: QPainter, y: float) -> None:
        painter.setPen(QPen(LINE, 0.7 * self._unit))
        painter.drawLine(0, round(y), round(self._width), round(y))

    def _words(self, text: str, style: PrintStyle, colour: QColor, *, width: float = 0.0) -> TextBlock:
        return self._letters.words(text, style, colour, width=width)


def _moves(row: Row) -> list[str]:
    """How fast the movement goes, and what works."""
    return [part for part in (row.tempo, row.works) if part]
