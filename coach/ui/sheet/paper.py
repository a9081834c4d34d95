"""What all that is printed shares: the page, its inks, its letters, and whether the file was written to its end."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from coach.ui.look.fonts import load_typeface
from coach.ui.look.mirror import direction_of
from coach.ui.sheet.file import describe, usual_page
from coach.ui.sheet.layout import TextBlock
from coach.ui.sheet.typography import PrintStyle

DOTS_PER_INCH = 300
MARGIN_MILLIMETRES = 14
FOOTER = 20.0  # points at the foot of each page
INK, INK2, LINE, EMBER = QColor("#1B2A29"), QColor("#475654"), QColor("#A9A294"), QColor("#B0380E")

_OTHER_SHAPES = (QFont.Tag("liga"), QFont.Tag("calt"))
"""Ligatures, and brackets and dashes of another height beside figures and capitals: Qt gives both to search, copying
and reading aloud as private signs, or not at all."""


def writer_of(part: Path, page: QPageSize.PageSizeId | None, title: str, language: str) -> QPdfWriter:
    """A file of pages that says what it is; without a `page` on the usual one."""
    writer = QPdfWriter(str(part))
    writer.setResolution(DOTS_PER_INCH)
    writer.setPageSize(QPageSize(usual_page(environ=os.environ) if page is None else page))
    writer.setPageMargins(QMarginsF(*[MARGIN_MILLIMETRES] * 4), QPageLayout.Unit.Millimeter)
    describe(writer, title, language)
    return writer


def is_whole(file: Path) -> bool:
    """Whether a PDF was written to its end: Qt says nothing of a disk that filled up meanwhile."""
    with file.open("rb") as written:
        written.seek(max(0, file.stat().st_size - 32))
        return b"%%EOF" in written.read()


def is_from_right(language: str) -> bool:
    """Whether a page in this language is read from the right: as the window is, or as the language."""
    return Qt.LayoutDirection.RightToLeft in (QGuiApplication.layoutDirection(), direction_of(language))


def painter_of_pages(writer: QPdfWriter, *, from_right: bool) -> QPainter:
    """What paints the pages; its x begins where reading does."""
    painter = QPainter(writer)
    if from_right:
        painter.translate(writer.width(), 0)
        painter.scale(-1, 1)
    return painter


class Letters:
    """Text on paper `width` dots wide, everything `size` times as large as its style says; `from_right`: on a page that
    is read so.
    """

    def __init__(self, width: float, size: float, *, from_right: bool = False) -> None:
        self._from_right = from_right
        self._typeface = load_typeface()
        self.width = width
        self.unit = DOTS_PER_INCH / 72.0 * size
        """Dots in a point."""

    def words(self, text: str, style: PrintStyle, colour: QColor, *, width: float = 0.0) -> TextBlock:
        """Text broken into lines, by default across the page."""
        return TextBlock(text, self.font(style), colour, width or self.width, from_right=self._from_right)

    def font(self, style: PrintStyle, of: float = 0.0) -> QFont:
        """The font of a style; `of` dots in a point, where those are others."""
        px = round(style.points * (of or self.unit))
        font = self._typeface.font(px, style.weight, tracking=0.0, tabular=False)
        for shape in _OTHER_SHAPES:
            font.setFeature(shape, 0)
        return font
