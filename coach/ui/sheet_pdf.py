"""A routine on paper: each exercise with its figure, its dose and what to think of, on A4, in black and white as well.

print_sheet(parts, "desk-reset", Path("desk-reset.pdf"))
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from coach.content.model import Exercise, Figure, Routine
from coach.session.phrases import Phrases
from coach.ui import words
from coach.ui.fonts import load_fonts

DOTS_PER_INCH = 300
MARGIN_MILLIMETRES = 16
PICTURE = QSize(150, 112)  # points, as the window counts them
INK, INK2, LINE, EMBER = QColor("#1B2A29"), QColor("#475654"), QColor("#C9C2B4"), QColor("#B0380E")


@dataclass(frozen=True)
class _Row:
    """One exercise as it is printed."""

    number: int
    title: str
    dose: str
    describe: str
    cues: str
    figure: Figure | None


def print_sheet(parts, ident: str, path: Path) -> None:
    """Write the sheet of the routine `ident`. OSError where the file cannot be written."""
    application = QGuiApplication.instance() or QGuiApplication([])
    part = path.with_name(f".{path.stem}.{os.getpid()}.part.pdf")
    try:
        part.touch()  # Qt would only warn on stderr
        writer = QPdfWriter(str(part))
        writer.setResolution(DOTS_PER_INCH)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(*[MARGIN_MILLIMETRES] * 4), QPageLayout.Unit.Millimeter)
        catalogue = parts.library.catalogue
        routine = catalogue.routines[ident]
        writer.setTitle(words.say(routine.title))
        writer.setCreator("Posture Coach")
        painter = QPainter(writer)
        try:
            _Sheet(writer, painter).draw(routine, parts.timeline("routine", ident), catalogue)
        finally:
            painter.end()
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
        del application


def _rows(routine: Routine, catalogue) -> list[_Row]:
    phrases = Phrases(catalogue.coaching.phrases, words.language())
    return [_row(line, words.dose(line.dose, phrases), catalogue) for line in words.lines(routine, catalogue.exercises)]


def _row(line: words.Line, dose: str, catalogue) -> _Row:
    exercise: Exercise = line.exercise
    if line.rounds > 1:
        dose = f"{dose}, {line.rounds} ×"
    return _Row(
        line.number,
        words.say(exercise.title),
        dose,
        words.say(exercise.describe),
        "  ·  ".join(words.say(cue) for cue in exercise.cues),
        catalogue.figures.get(exercise.figure or ""),
    )


class _Sheet:
    """Draws from top to bottom; a row that does not fit begins the next page."""

    def __init__(self, writer: QPdfWriter, painter: QPainter) -> None:
        self._writer, self._painter = writer, painter
        self._families = load_fonts()
        self._unit = DOTS_PER_INCH / 72.0  # dots in a point
        self._width = float(writer.width())
        self._height = float(writer.height())
        self._y = 0.0

    def draw(self, routine: Routine, timeline, catalogue) -> None:
        needs = [words.need(thing) for thing in words.needs(routine, catalogue.exercises)]
        about = "  ·  ".join([words.total(timeline), words.count_exercises(timeline.exercises), *needs])
        self._write(words.say(routine.title), 24, INK, bold=True)
        if routine.summary:
            self._write(words.say(routine.summary), 11, INK2)
        self._write(about, 10, EMBER, bold=True)
        self._y += 8 * self._unit
        for row in _rows(routine, catalogue):
            self._row(row)
        general = QGuiApplication.translate(
            "Sheet", "General exercise information, not a diagnosis. Stop when it hurts. Made by Posture Coach."
        )
        self._keep_together(30 * self._unit)
        self._write(general, 8, INK2)

    def _row(self, row: _Row) -> None:
        unit = self._unit
        wide, high = PICTURE.width() * unit, PICTURE.height() * unit
        left, text_width = wide + 14 * unit, self._width - wide - 14 * unit
        texts = (
            (f"{row.number}  {row.title}", 13, INK, True),
            (row.dose, 10.5, EMBER, True),
            (row.describe, 9.5, INK, False),
            (row.cues, 9.5, INK2, False),
        )
        heights = [self._box(text, size, bold, text_width).height() for text, size, _, bold in texts if text]
        whole = max(high, sum(heights) + 4 * unit * len(heights)) + 16 * unit
        self._keep_together(whole)
        self._painter.setPen(QPen(LINE, 0.7 * unit))
        self._painter.drawLine(0, round(self._y), round(self._width), round(self._y))
        top = self._y + 8 * unit
        if row.figure is not None:
            self._painter.drawImage(QRectF(0, top, wide, high), _picture(row.figure))
        y = top
        for text, size, colour, bold in texts:
            if text:
                y += self._text(text, size, colour, bold, QRectF(left, y, text_width, self._height)) + 4 * unit
        self._y += whole

    def _keep_together(self, height: float) -> None:
        if self._y > 0 and self._y + height > self._height:
            self._writer.newPage()
            self._y = 0.0

    def _write(self, text: str, size: float, colour: QColor, bold: bool = False) -> None:
        self._y += self._text(text, size, colour, bold, QRectF(0, self._y, self._width, self._height)) + 3 * self._unit

    def _text(self, text: str, size: float, colour: QColor, bold: bool, box: QRectF) -> float:
        """Draws it, and tells how high it is."""
        self._painter.setFont(self._font(size, bold))
        self._painter.setPen(colour)
        return self._painter.drawText(box, Qt.TextFlag.TextWordWrap, text).height()

    def _font(self, size: float, bold: bool) -> QFont:
        return self._families.font(round(size * self._unit), 750 if bold else 450, 0.0, False, "text")

    def _box(self, text: str, size: float, bold: bool, width: float) -> QRectF:
        self._painter.setFont(self._font(size, bold))
        return self._painter.boundingRect(QRectF(0, 0, width, self._height), Qt.TextFlag.TextWordWrap, text)


def _picture(figure: Figure) -> QImage:
    """The end of the movement with its start behind it, sharp enough for paper."""
    from coach.ui.figure.stills import Showing, still_image

    ratio = DOTS_PER_INCH / 72.0 / 2.0
    shown = still_image(figure, PICTURE, "light", 1.0, None, Showing(ghost=True, close=False, radius=8, ratio=ratio))
    paper = QImage(shown.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    shown.setDevicePixelRatio(1.0)
    painter = QPainter(paper)
    painter.drawImage(QPoint(0, 0), shown)
    painter.end()
    return paper
