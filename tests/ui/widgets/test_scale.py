"""The 0-10 scale by keyboard and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coach.ui.look.theme import Theme
from coach.ui.widgets.scale import Scale, effort_ramp, ramp

Key = Qt.Key


@pytest.fixture
def scale(qtbot, look) -> Scale:
    widget = Scale(look, "Pain")
    widget.resize(360, 44)
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ([Key.Key_0], 0),
        ([Key.Key_7], 7),
        ([Key.Key_1], 1),
        ([Key.Key_1, Key.Key_0], 10),
        ([Key.Key_1, Key.Key_5], 5),
        ([Key.Key_Right], 0),
        ([Key.Key_4, Key.Key_Right], 5),
        ([Key.Key_4, Key.Key_Up, Key.Key_Up], 6),
        ([Key.Key_4, Key.Key_Left], 3),
        ([Key.Key_4, Key.Key_Down], 3),
        ([Key.Key_End], 10),
        ([Key.Key_End, Key.Key_Right], 10),
        ([Key.Key_5, Key.Key_Home], 0),
        ([Key.Key_Home, Key.Key_Left], 0),
    ],
)
def test_keys(scale, keys, value):
    for key in keys:
        QTest.keyClick(scale, key)
    assert scale.value == value


@pytest.mark.parametrize(
    ("keys", "value"),
    [([Key.Key_4, Key.Key_Left], 5), ([Key.Key_4, Key.Key_Right], 3), ([Key.Key_4, Key.Key_Up], 5)],
)
def test_where_one_reads_from_the_right_left_is_more(scale, keys, value):
    scale.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for key in keys:
        QTest.keyClick(scale, key)
    assert scale.value == value


def test_and_nothing_is_at_the_right(scale):
    scale.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.mouseClick(scale, Qt.MouseButton.LeftButton, pos=scale.rect().center() + QPoint(150, 0))
    assert scale.value == 0
    QTest.mouseClick(scale, Qt.MouseButton.LeftButton, pos=scale.rect().center() - QPoint(165, 0))
    assert scale.value == 10


def test_nothing_is_chosen_before_the_person_chooses(scale):
    assert scale.value is None
    assert (scale.accessibleName(), scale.accessibleDescription()) == ("Pain, 0 to 10", "not chosen yet")


def test_every_cell_can_be_clicked(scale, qtbot):
    for number in range(11):
        place = scale._cell(number).center().toPoint()
        QTest.mouseClick(scale, Qt.MouseButton.LeftButton, pos=place)
        assert scale.value == number
    assert (scale.accessibleName(), scale.accessibleDescription()) == ("Pain, 0 to 10", " ")


def test_a_screen_reader_meets_a_slider_and_sets_it(scale, qtbot):
    told = []
    scale.changed.connect(told.append)
    met = QAccessible.queryAccessibleInterface(scale)
    values = met.valueInterface()
    assert met.role() == QAccessible.Role.Slider
    assert values.currentValue() == 0
    for value in (0, 7, 7):
        values.setCurrentValue(value)
    assert told == [0, 7]
    assert (scale.value, values.currentValue()) == (7, 7)
    assert (values.minimumValue(), values.maximumValue()) == (0, 10)
    scale.set_value(None)
    assert (values.currentValue(), told) == (0, [0, 7])


@pytest.mark.parametrize("value", range(11))
def test_whatever_is_set_first_is_chosen_were_it_nothing(scale, value):
    QAccessible.queryAccessibleInterface(scale).valueInterface().setCurrentValue(value)
    assert scale.value == value


def test_a_step_down_before_anything_is_chosen_chooses_nothing(scale):
    QAccessible.queryAccessibleInterface(scale).valueInterface().setCurrentValue(
        -1
    )  # as a switch device's Decrease does
    assert scale.value == 0


def test_a_wheel_that_passes_over_it_changes_no_answer(scale, qtbot):
    scale.set_value(4)
    middle = QPointF(scale.rect().center())
    turned = QWheelEvent(
        middle,
        middle,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(scale, turned)
    assert scale.value == 4
    assert not turned.isAccepted()


def test_the_signal_tells_a_new_value_once(scale, qtbot):
    told = []
    scale.changed.connect(told.append)
    for key in (Key.Key_3, Key.Key_3, Key.Key_4):
        QTest.keyClick(scale, key)
    scale.set_value(9)
    assert told == [3, 4]


@pytest.mark.parametrize("colours", [ramp, effort_ramp])
@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_the_ramps_can_be_read(qapp, name, colours):
    """Text on every step has a contrast of at least 4.5."""
    theme = Theme.named(name)
    for value in range(11):
        fill, text = colours(theme, value)
        assert contrast(fill, text) >= 4.5, value


def contrast(one, other) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def test_an_optional_one_is_taken_back_by_key_and_by_a_second_click_and_another_is_not(qtbot, look) -> None:
    for is_optional in (True, False):
        scale = Scale(look, "Pain", is_optional=is_optional)
        scale.resize(360, 44)
        qtbot.addWidget(scale)
        scale.show()
        for key in (Key.Key_Backspace, Key.Key_Delete):
            QTest.keyClick(scale, Key.Key_4)
            QTest.keyClick(scale, key)
            assert scale.value == (None if is_optional else 4)
        scale.set_value(None)
        cell = scale._cell(6).center().toPoint()
        for value in (6, None if is_optional else 6):
            QTest.mouseClick(scale, Qt.MouseButton.LeftButton, pos=cell)
            assert scale.value == value


@pytest.mark.parametrize("name", ["light", "dark"])
def test_hard_work_has_not_the_colour_of_pain(qapp, name):
    theme = Theme.named(name)
    for value in range(1, 11):
        effort, pain = effort_ramp(theme, value)[0], ramp(theme, value)[0]
        assert effort.green() > effort.red(), value
        assert pain.red() > pain.green(), value
