"""Contact sheets: every figure at its start, middle, end and mistake, from four views, for review by eye."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from coach.content.joints import VIEWS
from coach.content.model import Figure, View
from coach.ui.figure.camera import view_angles
from coach.ui.figure.motions import motion_of
from coach.ui.figure.palette import PALETTES, colour
from coach.ui.figure.stills import Showing, still

_CELL = 300
_HEAD = 40
_GAP = 4
_OTHERS = ("side", "three-quarter", "front", "three-quarter-back", "back")


def views_of(figure: Figure) -> list[tuple[str, tuple[float, float]]]:
    """Four views with their names: the figure's own, its second one where it has one, then others."""
    views = [(_named(figure.view), view_angles(figure))]
    if figure.second_view is not None:
        views.append((f"second: {_named(figure.second_view)}", view_angles(figure, figure.second_view)))
    for name in _OTHERS:
        if name not in (figure.view, figure.second_view) and len(views) < 4:
            views.append((name, VIEWS[name]))
    return views


def _named(view: View) -> str:
    return view if isinstance(view, str) else f"{view[0]:g}, {view[1]:g}"


def sheet(figure: Figure, theme: str = "light", cell: int = _CELL) -> QImage:
    """One figure's sheet: a row for each view; start, middle, end and, where it has one, the mistake."""
    motion = motion_of(figure)
    shares = [("start", 0.0), ("middle", 0.5), ("end", 1.0)]
    if motion is not None and motion.is_cycle:
        shares = [("0 %", 0.0), ("25 %", 0.25), ("50 %", 0.5), ("75 %", 0.75)]
    columns = [(name, share, False) for name, share in shares]
    if figure.wrong is not None:
        columns.append(("mistake", 1.0, True))
    views = views_of(figure)
    picture = QImage(
        len(columns) * (cell + _GAP) - _GAP,
        _HEAD + len(views) * (cell + _GAP) - _GAP,
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    palette = PALETTES[theme]
    picture.fill(colour(palette.stage))
    painter = QPainter(picture)
    ink = QColor("#1B2A29") if theme == "light" else QColor("#EEF3F0")
    _write(painter, QRectF(12, 0, picture.width() - 24, _HEAD), f"{figure.title}   {figure.id}", 17, ink)
    for row, (view, angles) in enumerate(views):
        for column, (name, share, is_wrong) in enumerate(columns):
            x, y = column * (cell + _GAP), _HEAD + row * (cell + _GAP)
            showing = Showing(close=False, ghost=share == 1.0, wrong=is_wrong)
            shown = still(figure, QSize(cell, cell), theme, share, angles, showing)
            painter.drawPixmap(x, y, shown)
            _write(painter, QRectF(x + 8, y + 4, cell - 16, 20), f"{name}, {view}", 11, ink)
    painter.end()
    return picture


def _write(painter: QPainter, box: QRectF, words: str, size: int, ink: QColor) -> None:
    font = QFont()
    font.setPixelSize(size)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
