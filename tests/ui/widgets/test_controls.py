"""Buttons, switches, choices, sliders, fields: by mouse, by key, by name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.ui.look.typography import HEADING
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card, CardButton
from coach.ui.widgets.chip import Chip, ChoiceChip
from coach.ui.widgets.field import Field
from coach.ui.widgets.icon_buttons import RoundButton, TileButton
from coach.ui.widgets.labels import Label
from coach.ui.widgets.segmented import Segmented
from coach.ui.widgets.slider import Slider
from coach.ui.widgets.switch import Switch
from tests.ui.seeing import to_the_front

THEMES = ("light", "dark", "contrast")


def shown(qtbot, *widgets: QWidget) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(20, 20, 20, 20)
    for widget in widgets:
        column.addWidget(widget)
    qtbot.kept = window  # a test that does not look at the window must not lose it
    window.resize(500, 300)
    to_the_front(qtbot, window)
    return window


def controls(look) -> list[QWidget]:
    card = CardButton(look, "Desk reset. 2:00")
    QVBoxLayout(card).addWidget(Label(look, "Desk reset", HEADING))
    return [
        Button(look, "Start", "primary", "play", 64),
        Button(look, "This hurts", "secondary", "hurt", 52, "H"),
        Button(look, "Start", "tonal", "play", 36),
        Button(look, "Only two minutes?", "text"),
        RoundButton(look, "next", "Skip"),
        TileButton(look, "chair", "Try Change position now"),
        ChoiceChip(look, "Daily"),
        Switch(look, "Reduced motion"),
        card,
    ]


@pytest.mark.parametrize("theme", THEMES)
def test_every_control_can_be_clicked_and_keyed_has_a_name_and_a_tip(qtbot, look, theme):
    look.set_theme(theme)
    widgets = controls(look)
    window = shown(qtbot, *widgets)
    for widget in widgets:
        clicks = []
        widget.clicked.connect(lambda *_, clicks=clicks: clicks.append(1))
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(widget, Qt.Key.Key_Space)
        qtbot.keyClick(widget, Qt.Key.Key_Return)
        assert len(clicks) == 3, widget
        assert widget.accessibleName()
        assert widget.toolTip()
        assert widget.focus_ring.is_shown
        assert widget.width() >= widget.minimumSizeHint().width()
    assert not window.grab().isNull()


def test_where_the_program_moves_the_focus_the_ring_follows_what_was_pressed_last(qtbot, look):
    first, second = Button(look, "One"), Button(look, "Two")
    shown(qtbot, first, second)
    first.clicked.connect(lambda: second.setFocus(Qt.FocusReason.OtherFocusReason))
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert second.hasFocus()
    assert not second.focus_ring.is_shown, "the mouse led there"
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    assert not first.focus_ring.is_shown
    qtbot.keyClick(first, Qt.Key.Key_Space)
    assert second.focus_ring.is_shown, "the keyboard led there"


def test_the_ring_comes_with_the_keyboard_and_not_with_the_mouse(qtbot, look):
    first, second = Button(look, "One"), Button(look, "Two")
    window = shown(qtbot, first, second)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not first.focus_ring.is_shown
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert second.focus_ring.is_shown
    ring = second.focus_ring._ring.geometry()
    assert ring.contains(second.geometry())
    window.resize(600, 400)
    qtbot.waitUntil(lambda: second.focus_ring._ring.geometry().contains(second.geometry()))
    second.hide()
    assert not second.focus_ring.is_shown


@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_a_disabled_button_does_nothing_and_looks_it(qtbot, look, theme):
    look.set_theme(theme)
    button = Button(look, "Start")
    shown(qtbot, button)
    enabled = button.grab().toImage()
    button.setEnabled(False)
    clicks = []
    button.clicked.connect(lambda: clicks.append(1))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert clicks == []
    assert button.grab().toImage() != enabled


def test_words_alone_that_are_disabled_are_underlined_and_not_boxed_in(qtbot, look):
    """There is no room around them: in high contrast the box ran along the letters."""
    look.set_theme("contrast")
    button = Button(look, "Discard", "text", "undo")
    shown(qtbot, button)
    enabled = button.grab().toImage()
    button.setEnabled(False)
    disabled = button.grab().toImage()
    assert disabled != enabled
    assert [disabled.pixelColor(0, y) for y in range(disabled.height())] == [
        enabled.pixelColor(0, y) for y in range(enabled.height())
    ], "nothing stands at its left edge"


def test_a_buttons_words_icon_and_kind_may_change(qtbot, look):
    button = Button(look, "Quiet for ...", "secondary", "moon", trailing="chevd")
    shown(qtbot, button)
    before = button.sizeHint().width()
    button.setText("Resume")
    button.set_icon("play")
    button.set_kind("tonal")
    assert button.sizeHint().width() < before
    assert button.accessibleName() == "Resume"
    button.set_icon(None)
    assert button.sizeHint().width() < before


def test_the_key_is_named_in_the_tip(qtbot, look):
    button = Button(look, "10 s more", "secondary", key="+")
    qtbot.addWidget(button)
    assert button.toolTip() == "10 s more (+)"


def test_hover_and_press_ease_where_motion_is_wanted(qtbot, look):
    look.set_reduced_motion(False)
    button = Button(look, "Start")
    shown(qtbot, button)
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: button.wash() > 0.05)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: button._press.value == 0.0)


def test_a_button_that_nobody_touched_has_made_nothing(qtbot, look):
    look.set_reduced_motion(False)
    first, button = Button(look, "Start"), Button(look, "Later")  # the window gives the keyboard to its first
    shown(qtbot, first, button)
    assert button.children() == []
    assert not button.is_ringed


def test_a_switch_is_told_as_one(qtbot, look):
    switch = Switch(look, "Reminders", True)
    shown(qtbot, switch)
    read = QAccessible.queryAccessibleInterface(switch)
    assert read.text(QAccessible.Text.Name) == "Reminders"
    assert read.state().checked
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert not switch.isChecked()
    assert not QAccessible.queryAccessibleInterface(switch).state().checked


def test_choices_move_with_the_arrows(qtbot, look):
    sizes = Segmented(look, "Text size", [("1", "100 %"), ("1.5", "150 %"), ("2", "200 %")], "1")
    window = shown(qtbot, sizes)
    told = []
    sizes.chosen.connect(told.append)
    qtbot.mouseClick(sizes._thumbs["1.5"], Qt.MouseButton.LeftButton)
    qtbot.keyClick(sizes._thumbs["1.5"], Qt.Key.Key_Right)
    assert (told, sizes.value()) == (["1.5", "2"], "2")
    sizes.set_value("1")
    assert (told, sizes.value()) == (["1.5", "2"], "1")
    assert not window.grab().isNull()


def test_a_slider_follows_keys_and_mouse_and_says_when_it_rests(qtbot, look):
    slider = Slider(look, "Volume", 0.5)
    shown(qtbot, slider)
    moved, rested = [], []
    slider.changed.connect(moved.append)
    slider.settled.connect(rested.append)
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
        qtbot.keyClick(slider, key)
    assert moved == rested == [0.55, 0.0, 1.0]
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(2, 14))
    qtbot.mouseMove(slider, QPoint(slider.width() // 2, 14))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 2, 14))
    assert rested[-1] == moved[-1] == pytest.approx(0.5, abs=0.02)
    assert len(rested) == 4
    assert not slider.grab().isNull()


def test_a_field_tells_every_key_and_empties_on_escape(qtbot, look):
    field = Field(look, "Find by name or area")
    shown(qtbot, field)
    told = []
    field.changed.connect(told.append)
    qtbot.keyClicks(field.edit, "ne")
    qtbot.keyClick(field.edit, Qt.Key.Key_Escape)
    assert told == ["n", "ne", ""]
    assert field.edit.accessibleName() == "Find by name or area"


@pytest.mark.parametrize("kind", ["plain", "state", "cue", "caution", "card"])
@pytest.mark.parametrize("theme", THEMES)
def test_a_chip_says_what_it_shows(qtbot, look, theme, kind):
    look.set_theme(theme)
    chip = Chip(look, "Effort 2 to 4", "clock", kind)
    qtbot.addWidget(chip)
    assert chip.accessibleName() == chip.text() == "Effort 2 to 4"
    assert not chip.grab().isNull()
    before = chip.sizeHint().width()
    chip.set_text("Daily")
    chip.set_kind("plain")
    assert chip.sizeHint().width() < before


def test_a_card_throws_its_shadow_on_what_it_stands_on(qtbot, look):
    card = Card(look)
    window = shown(qtbot, card)
    window.setPalette(look.palette())
    below = card.geometry().bottomLeft() + QPoint(card.width() // 2, 4)
    with_shadow = window.grab().toImage().pixelColor(below)
    card.hide()
    assert window.grab().toImage().pixelColor(below).lightness() > with_shadow.lightness()
    card.show()
    card.setParent(None)
    assert window.grab().toImage().pixelColor(below).lightness() > with_shadow.lightness()
    card.deleteLater()


def test_a_field_is_called_what_it_is_for(qtbot, look):
    field = Field(look, "cm", name="How far is the head from the wall?")
    qtbot.addWidget(field)
    assert field.edit.accessibleName() == "How far is the head from the wall?"
    assert (field.edit.accessibleDescription(), field.edit.placeholderText()) == ("cm", "cm")
