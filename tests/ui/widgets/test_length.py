"""A length of time: by mouse, by key, typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from coach.ui.widgets.length import Length
from tests.ui.seeing import faults, to_the_front


@pytest.fixture
def half_an_hour(qtbot, look):
    control = Length(look, "Every", 1800)
    to_the_front(qtbot, control)
    control.heard = []
    control.chosen.connect(control.heard.append)
    return control


def test_it_steps_by_what_suits_its_size(qtbot, half_an_hour):
    field = half_an_hour.field
    assert field.text() == "30 min"
    qtbot.mouseClick(half_an_hour.more, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(half_an_hour.less, Qt.MouseButton.LeftButton)
    assert half_an_hour.heard == [2100, 1800]
    for start, key, end in (
        (300, Qt.Key.Key_Down, 240), (300, Qt.Key.Key_Up, 600), (60, Qt.Key.Key_Down, 50), (60, Qt.Key.Key_Up, 120),
        (90, Qt.Key.Key_Down, 60), (5, Qt.Key.Key_Down, 1), (1, Qt.Key.Key_Up, 10), (86400, Qt.Key.Key_Up, 86400),
    ):  # fmt: skip
        field.setValue(start)
        qtbot.keyClick(field, key)
        assert field.value() == end
    assert faults(half_an_hour) == []


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [("45", 2700), ("1 h 30 min", 5400), ("90 s", 90), ("1h", 3600), ("25 h", 1800), ("0", 1800), ("soon", 1800)],
)
def test_any_length_can_be_typed_and_what_is_none_is_not_taken(qtbot, half_an_hour, typed, seconds):
    field = half_an_hour.field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert half_an_hour.value() == seconds
    assert field.text() == {2700: "45 min", 5400: "1 h 30 min", 90: "1 min 30 s", 3600: "1 h"}.get(seconds, "30 min")
