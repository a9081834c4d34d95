"""Which way the eye reads, in one place: what is painted for left to right is mirrored for who reads from the right.

A widget paints with `painter_of` and writes with `write`; its numbers stay those of left to right. `seen` and `meant`
lead from there to what the window and the pointer know, and back. Mirrored are shapes and places; words, pictures, the
body and the mark are not, and of the icons only those that point along the line (`AHEAD`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from PySide6.QtCore import QLocale, QMargins, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QPainter, QPixmap, QTextOption
from PySide6.QtWidgets import QStyle, QWidget

AHEAD = frozenset({"arrow", "chev", "chevl", "next", "prev", "steps", "speaker", "mute", "undo"})
"""The icons that point on or back, or begin a line. A triangle that starts is none: it is the same everywhere, as the
hands of a clock are.
"""

_FROM_THE_RIGHT = frozenset({"R", "AL"})  # Unicode's names for letters that are written so


def direction_of(language: str) -> Qt.LayoutDirection:
    """How `language` (a code such as `de`) is read."""
    return QLocale(language).textDirection()


def read_as(language: str) -> None:
    """Lay everything out as `language` is read; for the whole application. One that was started with Qt's own
    `-reverse` stays reversed.
    """
    if direction_of(language) == Qt.LayoutDirection.RightToLeft:
        QGuiApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)


def painter_of(widget: QWidget, picture: QPixmap | None = None) -> QPainter:
    """A painter of `widget`, or of a `picture` as wide that is shown in it, whose x begins where reading does."""
    painter = QPainter(widget if picture is None else picture)
    if widget.isRightToLeft():
        painter.translate(widget.width(), 0)
        painter.scale(-1, 1)
    return painter


def is_mirrored(painter: QPainter) -> bool:
    """Whether what it paints is seen in a mirror."""
    return painter.worldTransform().m11() < 0


@contextmanager
def upright(painter: QPainter, box: QRectF) -> Iterator[None]:
    """What is painted into `box` within this is no mirror image; the box stays where it is."""
    if not is_mirrored(painter):
        yield
        return
    painter.save()
    painter.translate(2 * box.center().x(), 0)
    painter.scale(-1, 1)
    try:
        yield
    finally:
        painter.restore()


@contextmanager
def as_read(painter: QPainter, box: QRectF, widget: QWidget) -> Iterator[None]:
    """The contrary for a plain painter of `widget`: what is painted into `box` points where reading goes."""
    painter.save()
    if widget.isRightToLeft():
        painter.translate(2 * box.center().x(), 0)
        painter.scale(-1, 1)
    try:
        yield
    finally:
        painter.restore()


def show_picture(painter: QPainter, box: QRectF, picture: QPixmap) -> None:
    """A picture in its own size in `box`, which is as large: never a mirror image: a body has a left and a right."""
    with upright(painter, box):
        painter.drawPixmap(box.topLeft(), picture)


def write(
    painter: QPainter, box: QRectF | QRect, flags: int | Qt.AlignmentFlag, text: str, of: QWidget | None = None
) -> None:
    """QPainter's drawText; left in `flags` is where the line begins. `of` names the widget where its painter comes from
    Qt, which has given each cell its place already.
    """
    if not (is_mirrored(painter) or (of is not None and of.isRightToLeft())):
        draw(painter, box, int(flags), text)
        return
    sides = QStyle.visualAlignment(Qt.LayoutDirection.RightToLeft, Qt.AlignmentFlag(int(flags) & _ALIGNMENT))
    with upright(painter, QRectF(box)):
        draw(painter, box, (int(flags) & ~_ALIGNMENT) | sides.value | _forced(text).value, text)


def draw(painter: QPainter, box: QRectF | QRect, flags: int, text: str) -> None:
    """Where every painted word in a box comes by: who walks through the pages looks here whether it has room."""
    painter.drawText(box, flags, text)


def write_at(painter: QPainter, start: QPointF, text: str) -> None:
    """QPainter's drawText at a point: the line of writing begins there."""
    if not is_mirrored(painter):
        painter.drawText(start, text)
        return
    wide = QFontMetricsF(painter.font()).horizontalAdvance(text)
    with upright(painter, QRectF(start.x(), 0, wide, 1)):
        painter.setLayoutDirection(begin_of(text))
        painter.drawText(start, text)


def seen(widget: QWidget, box: QRect) -> QRect:
    """Where in `widget` a place counted from the begin of its line is seen; and what is seen, counted so."""
    return QStyle.visualRect(widget.layoutDirection(), widget.rect(), box)


def seen_box(widget: QWidget, box: QRectF) -> QRectF:
    """The same of parts of pixels."""
    if not widget.isRightToLeft():
        return box
    return QRectF(widget.width() - box.right(), box.y(), box.width(), box.height())


def meant(widget: QWidget, place: QPointF) -> QPointF:
    """A place under the pointer, counted from where the line begins."""
    return QPointF(widget.width() - place.x(), place.y()) if widget.isRightToLeft() else place


def put(widget: QWidget, x: int, y: int, width: int, height: int) -> None:
    """Give `widget` its place in its parent, counted from where the line begins."""
    parent, box = widget.parentWidget(), QRect(x, y, width, height)
    widget.setGeometry(box if parent is None else seen(parent, box))


def place_of(widget: QWidget) -> QRect:
    """What `put` gave."""
    parent = widget.parentWidget()
    return widget.geometry() if parent is None else seen(parent, widget.geometry())


def margins(begin: int, top: int, end: int, bottom: int) -> QMargins:
    """Those of a layout, from where the line begins to where it ends: Qt's own are left and right for everybody."""
    if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return QMargins(end, top, begin, bottom)
    return QMargins(begin, top, end, bottom)


def arrow_meant(widget: QWidget, key: int) -> int:
    """The arrow that means in a row from left to right what `key` means here: where the line runs to the left, Left
    leads on.
    """
    if not widget.isRightToLeft():
        return key
    return {Qt.Key.Key_Left: Qt.Key.Key_Right, Qt.Key.Key_Right: Qt.Key.Key_Left}.get(Qt.Key(key), Qt.Key(key))


def begin_of(text: str) -> Qt.LayoutDirection:
    """How a paragraph is ordered on a page read from the right: by its letters, whatever word of another script, a
    name or a unit, it begins with.
    """
    return Qt.LayoutDirection.RightToLeft if _has_letters_from_the_right(text) else Qt.LayoutDirection.LeftToRight


def order_words(option: QTextOption, widget: QWidget, text: str) -> None:
    """Let `option` lay a text out as its widget is read; its lines begin at x = 0 all the same."""
    if widget.isRightToLeft():
        option.setTextDirection(begin_of(text))
        option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)


@lru_cache(maxsize=2048)
def _has_letters_from_the_right(text: str) -> bool:
    return any(unicodedata.bidirectional(letter) in _FROM_THE_RIGHT for letter in text)


def _forced(text: str) -> Qt.TextFlag:
    if begin_of(text) == Qt.LayoutDirection.RightToLeft:
        return Qt.TextFlag.TextForceRightToLeft
    return Qt.TextFlag.TextForceLeftToRight


_ALIGNMENT = 0x00FF  # Qt.AlignmentFlag's bits; those above are Qt.TextFlag's
