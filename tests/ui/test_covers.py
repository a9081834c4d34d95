"""What covers the window, and where the keyboard is once it is gone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coach.ui.window import MainWindow
from tests.ui.seeing import button, settle

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot, window) -> MainWindow:
    """The window of somebody who has answered the safety questions; the keyboard speaks to it."""
    window.parts.store.add_safety(())
    qtbot.waitUntil(window.isActiveWindow)
    return window


def press(qtbot, *keys) -> None:
    """Press what has the keyboard."""
    for key in keys:
        assert QApplication.focusWidget() is not None, "nothing hears the key"
        qtbot.keyClick(QApplication.focusWidget(), key)


def is_heard(qtbot, window) -> bool:
    """Whether what has the keyboard leads a shortcut to the window."""
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_4, CONTROL)
    return window.page == "reminders"


@pytest.mark.parametrize(
    ("page", "name", "is_made_anew"),
    [
        (("today",), "Start", True),
        (("routine", "desk-reset"), "Start", True),
        (("routines",), "Start, about 11 min", False),  # a card that shows the same as before stays
    ],
)
def test_after_a_session_the_button_that_began_it_has_the_keyboard(qtbot, window, page, name, is_made_anew):
    window.go(*page)
    before = button(window.pages[page[0]], name)
    before.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, KEY.Key_Return, KEY.Key_Escape, KEY.Key_Tab, KEY.Key_Return, KEY.Key_Escape)
    assert not window.is_covered
    settle()
    assert QApplication.focusWidget() is button(window.pages[page[0]], name)
    assert (QApplication.focusWidget() is not before) is is_made_anew
    assert is_heard(qtbot, window)


@pytest.mark.parametrize("had", ["nothing", "the page", "what is gone"])
def test_after_a_session_the_page_has_the_keyboard_where_nothing_else_can(qtbot, window, had):
    page = window.pages["today"]
    start = button(page, "Start")
    start.setFocus(Qt.FocusReason.TabFocusReason)
    if had == "nothing":
        start.clearFocus()
    elif had == "the page":
        page.setFocus()
    else:
        start.setAccessibleName("Called so no more")
    window.start("routine", "desk-reset")
    window.leave_session()
    settle()
    assert QApplication.focusWidget() is page
    assert is_heard(qtbot, window)
