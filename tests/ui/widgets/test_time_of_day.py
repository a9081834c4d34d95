"""A time of day: by mouse, by key, typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coach.ui.widgets.time_of_day import TimeOfDay
from tests.ui.seeing import faults, to_the_front


@pytest.fixture
def nine(qtbot, look):
    control = TimeOfDay(look, "From", 9 * 60)
    to_the_front(qtbot, control)
    control.heard = []
    control.chosen.connect(control.heard.append)
    return control


def test_half_hours_with_the_mouse_and_the_day_goes_round(qtbot, nine):
    assert nine.field.text() == "9:00"
    qtbot.mouseClick(nine.more, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(nine.less, Qt.MouseButton.LeftButton)
    assert nine.heard == [570, 540]
    nine.field.setValue(0)
    assert nine.less.isEnabled()
    qtbot.mouseClick(nine.less, Qt.MouseButton.LeftButton)
    assert nine.field.text() == "23:30"
    qtbot.mouseClick(nine.more, Qt.MouseButton.LeftButton)
    assert nine.field.text() == "0:00"
    assert faults(nine) == []


@pytest.mark.parametrize(
    ("typed", "minute"), [("8", 480), ("8:15", 495), ("08.05", 485), ("17:", 1020), ("24", 540), ("7:75", 540)]
)
def test_any_time_can_be_typed_and_what_is_none_is_not_taken(qtbot, nine, typed, minute):
    nine.setFocus(Qt.FocusReason.TabFocusReason)
    field = QApplication.focusWidget()
    field.selectAll()
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert nine.value() == minute
    assert nine.field.text() == f"{minute // 60}:{minute % 60:02}"


def test_arrow_keys_go_to_the_next_half_hour(qtbot, nine):
    nine.field.setValue(9 * 60 + 10)
    qtbot.keyClick(nine.field, Qt.Key.Key_Up)
    assert nine.field.text() == "9:30"
    nine.field.setValue(9 * 60 + 10)
    qtbot.keyClick(nine.field, Qt.Key.Key_Down)
    assert nine.field.text() == "9:00"
