"""What is painted for left to right is seen mirrored where people read from the right; words and pictures are not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMargins, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from coach.ui.look.icon_shapes import ICONS
from coach.ui.look.icons import paint_icon
from coach.ui.look.mirror import (
    AHEAD,
    arrow_meant,
    begin_of,
    direction_of,
    is_mirrored,
    margins,
    meant,
    painter_of,
    place_of,
    put,
    read_as,
    seen,
    show_picture,
    write,
    write_at,
)
from tests.ui.pixels import pixels

BOTH = (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft)
RIGHT = Qt.LayoutDirection.RightToLeft
VCENTER = Qt.AlignmentFlag.AlignVCenter


class Painted(QWidget):
    """Paints what it is given."""

    def __init__(self, paint, direction: Qt.LayoutDirection) -> None:
        super().__init__()
        self._paint = paint
        self.setLayoutDirection(direction)
        self.resize(200, 40)

    def paintEvent(self, _event) -> None:
        self._paint(painter_of(self))


@pytest.fixture
def shot(qtbot):
    """What a widget of 200 by 40 looks like that paints so, read one way."""

    def make(paint, direction) -> QImage:
        widget = Painted(paint, direction)
        qtbot.addWidget(widget)
        return widget.grab().toImage()

    return make


@pytest.fixture
def from_the_right(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(RIGHT)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def ink(image: QImage, box: QRect) -> int:
    """How many pixels of a part are not its ground."""
    found = pixels(image)
    return int((found[:40, box.left() : box.right() + 1] != found[0, 199]).sum())


def test_a_shape_stands_where_the_line_begins(shot):
    def square(painter):
        painter.fillRect(QRectF(10, 10, 20, 20), QColor("red"))

    left, right = (shot(square, direction) for direction in BOTH)
    assert left.flipped(Qt.Orientation.Horizontal) == right
    assert ink(left, QRect(10, 0, 20, 40)) == ink(right, QRect(170, 0, 20, 40)) == 400


@pytest.mark.parametrize(
    "flags", [VCENTER, VCENTER | Qt.AlignmentFlag.AlignLeft, VCENTER | Qt.AlignmentFlag.AlignRight]
)
def test_words_are_no_mirror_image_and_begin_where_the_line_does(shot, flags):
    def word(painter):
        write(painter, QRectF(10, 0, 100, 40), flags, "Reset")

    left, right = (shot(word, direction) for direction in BOTH)
    at_end = bool(flags & Qt.AlignmentFlag.AlignRight)
    first, last = QRect(10, 0, 50, 40), QRect(60, 0, 50, 40)
    assert ink(left, last if at_end else first) > ink(left, first if at_end else last)
    first, last = QRect(140, 0, 50, 40), QRect(90, 0, 50, 40)
    assert ink(right, last if at_end else first) > ink(right, first if at_end else last)
    assert left.flipped(Qt.Orientation.Horizontal) != right


def test_a_word_at_a_point_ends_there_seen_from_the_right(shot):
    def word(painter):
        write_at(painter, QPointF(10, 25), "Reset")

    assert ink(shot(word, RIGHT), QRect(0, 0, 120, 40)) == 0
    assert ink(shot(word, RIGHT), QRect(120, 0, 71, 40)) > 20


def test_a_picture_keeps_its_left_and_right(shot):
    picture = QPixmap(20, 20)
    picture.fill(QColor("red"))
    half = QPixmap(10, 20)
    half.fill(QColor("blue"))

    def paint(painter):
        box = QRectF(10, 10, 20, 20)
        show_picture(painter, box, picture)
        show_picture(painter, QRectF(20, 10, 10, 20), half)

    image = shot(paint, RIGHT)
    assert image.pixelColor(175, 20) == QColor("blue")  # its place is mirrored
    body = QPixmap(20, 20)
    body.fill(QColor("red"))

    def whole(painter):
        show_picture(painter, QRectF(10, 10, 20, 20), QPixmap.fromImage(image.copy(170, 10, 20, 20)))

    assert shot(whole, RIGHT).copy(170, 10, 20, 20) == image.copy(170, 10, 20, 20)  # and it itself is not


@pytest.mark.parametrize("name", ["arrow", "chev", "next", "hurt", "clock", "play", "mark"])
def test_icons_that_point_on_are_mirrored_and_others_are_not(shot, name):
    def icon(painter):
        paint_icon(painter, name, QRectF(8, 8, 24, 24), QColor("black"))

    left, right = (shot(icon, direction) for direction in BOTH)
    one, other = left.copy(8, 8, 24, 24), right.copy(168, 8, 24, 24)
    turned = one.flipped(Qt.Orientation.Horizontal)
    wanted, not_wanted = (turned, one) if name in AHEAD else (one, turned)
    assert difference(other, wanted) < difference(other, not_wanted) or difference(one, turned) < 200  # clocks


def difference(one: QImage, other: QImage) -> int:
    return sum(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) for x in range(24) for y in range(24)
    )


def test_every_icon_that_points_is_one_of_ours():
    assert set(ICONS) >= AHEAD


@pytest.mark.parametrize("direction", BOTH)
def test_a_place_and_what_is_seen_of_it_lead_to_each_other(qtbot, direction):
    parent, child = QWidget(), QWidget()
    qtbot.addWidget(parent)
    parent.setLayoutDirection(direction)
    parent.resize(200, 40)
    child.setParent(parent)
    put(child, 10, 0, 50, 40)
    assert child.x() == (140 if direction == RIGHT else 10)
    assert place_of(child) == QRect(10, 0, 50, 40)
    assert seen(parent, child.geometry()) == place_of(child)
    assert meant(parent, QPointF(child.geometry().center())).x() == pytest.approx(35, abs=1)


@pytest.mark.parametrize(
    ("key", "there"), [(Qt.Key.Key_Left, Qt.Key.Key_Right), (Qt.Key.Key_Right, Qt.Key.Key_Left), (Qt.Key.Key_Up,) * 2]
)
def test_an_arrow_means_what_the_eye_sees(qtbot, key, there):
    widget = QWidget()
    qtbot.addWidget(widget)
    assert arrow_meant(widget, key) == key
    widget.setLayoutDirection(RIGHT)
    assert arrow_meant(widget, key) == there


@pytest.mark.parametrize(
    ("text", "from_right"),
    [("Desk reset.", False), ("שלום", True), ("Posture Coach: שלום", True), ("3 × 10", False), ("سلام 5", True)],
)
def test_a_paragraph_is_ordered_by_its_letters(text, from_right):
    assert (begin_of(text) == RIGHT) == from_right


@pytest.mark.parametrize(("language", "from_right"), [("en", False), ("de", False), ("he", True), ("ar", True)])
def test_a_language_says_how_it_is_read(qapp, language, from_right):
    assert (direction_of(language) == RIGHT) == from_right
    read_as(language)
    assert (qapp.layoutDirection() == RIGHT) == from_right
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_margins_are_of_the_begin_and_the_end(from_the_right):
    assert margins(1, 2, 3, 4) == QMargins(3, 2, 1, 4)


def test_a_painter_knows_whether_it_is_mirrored(qtbot):
    found = []
    for direction in BOTH:
        widget = Painted(lambda painter: found.append(is_mirrored(painter)), direction)
        qtbot.addWidget(widget)
        widget.grab()
    assert found == [False, True]
