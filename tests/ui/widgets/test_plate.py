"""What is as wide as its words is measured in the type in which they are painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from coach.ui.look.window_look import WindowLook
from coach.ui.pages.walltest.contact import AnswerRow
from coach.ui.widgets.plate import Plate

LONG = "Ich konnte es nicht mehr ganz so lange halten wie vorher"


def right_of_words(widget: QWidget, ink: QColor, size: QSize) -> int:
    """How many pixels are left between the last letter and the right edge, at half the height."""
    widget.resize(size)
    picture = widget.grab().toImage()
    middle, high = size.height() // 2, size.height() // 6
    inked = [
        x
        for x in range(picture.width())
        for y in range(middle - high, middle + high)
        if picture.pixelColor(x, y) == ink
    ]
    return size.width() - 1 - max(inked)


@pytest.mark.parametrize("high", [48, 90])
@pytest.mark.parametrize("words", ["Done", LONG])
def test_the_plate_leaves_as_much_room_behind_long_words_as_behind_short_ones(qtbot, words: str, high: int) -> None:
    look = WindowLook("light")
    plate = Plate(look)
    qtbot.addWidget(plate)
    plate.tell(words, "stop")
    left = right_of_words(plate, look.theme.on, QSize(plate.wide(high), high))
    assert left == pytest.approx(0.52 * high, abs=4)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("words", ["Yes", LONG])
def test_an_answer_leaves_as_much_room_behind_long_words_as_behind_short_ones(qtbot, words: str, scale: float) -> None:
    look = WindowLook("light", scale)
    row = AnswerRow(look, "1", words)
    qtbot.addWidget(row)
    left = right_of_words(row, look.theme.ink, row.sizeHint())
    assert left == pytest.approx(look.px(120) - (18 + look.px(28) + 16), abs=4)
