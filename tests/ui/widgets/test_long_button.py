"""A button that holds a sentence."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF

from coach.ui.look.window_look import WindowLook
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.long_button import LongButton

WORDS = "Coming from another program of this kind?"


def test_it_wraps_where_there_is_no_room_and_is_a_button_else(qtbot):
    look = WindowLook("light", 2.0)
    long, plain = LongButton(look, WORDS, "quiet"), Button(look, WORDS, "quiet")
    qtbot.addWidget(long)
    qtbot.addWidget(plain)
    assert long.sizeHint() == plain.sizeHint()
    assert long.heightForWidth(plain.sizeHint().width()) == plain.sizeHint().height()
    narrow = plain.sizeHint().width() * 2 // 3
    assert long.minimumSizeHint().width() < narrow
    metrics = QFontMetricsF(long._font())
    lines = long._lines(narrow)
    assert " ".join(lines) == WORDS
    assert all(metrics.horizontalAdvance(line) <= narrow for line in lines)
    assert long.heightForWidth(narrow) >= plain.sizeHint().height() + metrics.lineSpacing()


def test_its_icon_takes_of_the_room(qtbot):
    look = WindowLook("light", 1.0)
    long, plain = LongButton(look, WORDS, "tonal", icon="play"), Button(look, WORDS, "tonal", "play")
    for button in (long, plain):
        qtbot.addWidget(button)
    wide = plain.sizeHint().width()
    assert long.sizeHint() == plain.sizeHint()
    assert (len(long._lines(wide)), len(long._lines(wide - 2))) == (1, 2)
