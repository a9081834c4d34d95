"""A day to choose, by mouse, by key, by typing."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coach.ui.widgets.day_field import DayField
from tests.ui.seeing import faults, to_the_front


@pytest.fixture
def control(qtbot, look):
    made = DayField(look, "First day", date(2026, 11, 30))
    to_the_front(qtbot, made)
    made.heard = []
    made.chosen.connect(lambda _number: made.heard.append(made.day))
    return made


def test_with_the_mouse_past_the_end_of_a_month(qtbot, control):
    qtbot.mouseClick(control.more, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(control.less, Qt.MouseButton.LeftButton)
    assert control.heard == [date(2026, 12, 1), date(2026, 11, 30)]
    assert control.field.text() == "Mon 30 Nov 2026"
    assert faults(control) == []


def test_with_the_keyboard_alone(qtbot, control):
    control.setFocus(Qt.FocusReason.TabFocusReason)
    field = QApplication.focusWidget()
    assert field.accessibleName() == "First day"
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert control.heard == [date(2026, 12, 1), date(2026, 11, 30)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("2026-12-07", date(2026, 12, 7)), ("soon", date(2026, 11, 30)), ("1492-10-12", date(2026, 11, 30))],
)
def test_it_is_typed(qtbot, control, typed, expected):
    control.field.setFocus(Qt.FocusReason.TabFocusReason)
    control.field.selectAll()
    qtbot.keyClicks(control.field, typed)
    qtbot.keyClick(control.field, Qt.Key.Key_Return)
    assert control.day == expected
    assert control.field.text() == f"{expected:%a %d %b %Y}".replace(" 0", " ")
