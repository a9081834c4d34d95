"""A row to tick: a box where several may hold, a ring where one does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from coach.ui.look.fonts import Typeface
from coach.ui.look.window_look import WindowLook
from coach.ui.widgets.tickrow import TickRow

ROOM = 9
"""Pixels before and above the box."""


@pytest.mark.parametrize(("one_of", "corner_is_filled"), [(False, True), (True, False)])
def test_one_of_several_has_a_ring(qtbot, one_of: bool, corner_is_filled: bool) -> None:
    look = WindowLook()
    row = TickRow(look, "Yes", one_of=one_of)
    qtbot.addWidget(row)
    row.resize(300, 44)
    row.show()
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.isChecked()
    picture = row.grab().toImage()
    assert (picture.pixelColor(ROOM + 3, ROOM + 3) == QColor(look.theme.pine)) is corner_is_filled


def test_in_another_font_it_is_as_high_as_that_needs(qtbot) -> None:
    look, words = WindowLook(), "A sentence that has to wrap, and wraps elsewhere in every font " * 3
    row = TickRow(look, words)
    qtbot.addWidget(row)
    row.heightForWidth(200)
    look._typeface = Typeface(None if look._typeface.family else "monospace")
    afresh = TickRow(look, words)
    qtbot.addWidget(afresh)
    assert row.heightForWidth(200) == afresh.heightForWidth(200)
