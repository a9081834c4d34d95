"""Tooltips on the keyboard's focus: they come after a while, and go with it, with Escape, and not with the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from coach.ui.widgets import focus_tip
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.focus import note_pressed


@pytest.fixture
def two(qtbot, look, monkeypatch):
    monkeypatch.setattr(focus_tip, "WAIT_MS", 1)
    note_pressed(by_keyboard=False)
    window = QWidget()
    column = QVBoxLayout(window)
    plain, keyed = Button(look, "Plain"), Button(look, "This hurts", key="H")
    column.addWidget(plain)
    column.addWidget(keyed)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    plain.setFocus()
    yield plain, keyed
    QToolTip.hideText()


def test_it_comes_with_the_key_and_goes_with_the_focus(qtbot, two):
    plain, keyed = two
    qtbot.keyClick(plain, Qt.Key.Key_Tab)
    qtbot.waitUntil(QToolTip.isVisible)
    assert QToolTip.text() == "This hurts (H)"
    assert keyed.accessibleDescription() == "Key: H"
    qtbot.keyClick(keyed, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_escape_takes_it_away_and_nothing_else(qtbot, two):
    plain, keyed = two
    qtbot.keyClick(plain, Qt.Key.Key_Tab)
    qtbot.waitUntil(QToolTip.isVisible)
    qtbot.keyClick(keyed, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    assert keyed.hasFocus()


def test_a_click_brings_none(qtbot, two):
    _plain, keyed = two
    qtbot.mouseClick(keyed, Qt.MouseButton.LeftButton)
    assert keyed.hasFocus()
    assert not keyed.focus_ring.is_shown
    assert not QToolTip.isVisible()
