"""Page up and down, Home and End scroll whatever is longer than the window, wherever on it the keyboard is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from coach.ui.look.window_look import WindowLook
from coach.ui.widgets.scroll import scrollable
from coach.ui.window import MainWindow
from tests.beside import slow
from tests.ui.parts import FakeParts
from tests.ui.seeing import an_id_for, settle

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def small(qtbot, parts: FakeParts):
    """A small window with large text, of somebody who has answered the safety questions."""
    parts.store.add_safety(())
    window = MainWindow(parts, WindowLook("light", 2.0, reduced_motion=True))
    qtbot.addWidget(window, before_close_func=lambda widget: widget.hide())
    window.resize(800, 560)
    with qtbot.waitActive(window):  # else the keys go to the window that was active before
        window.show()
    return window


def is_scrolled(qtbot, page: QWidget) -> bool:
    """Whether each of the keys does, from what has the keyboard now."""
    area = scrollable(page)
    assert area is not None
    bar = area.verticalScrollBar()
    bar.setValue(0)
    found = []
    for key, there in (
        (KEY.Key_PageDown, lambda: 0 < bar.value() <= bar.pageStep()),
        (KEY.Key_End, lambda: bar.value() == bar.maximum()),
        (KEY.Key_PageUp, lambda: bar.value() < bar.maximum()),
        (KEY.Key_Home, lambda: bar.value() == 0),
    ):
        qtbot.keyClick(QApplication.focusWidget(), key)
        found.append(there())
    return all(found)


@pytest.mark.parametrize("name", ["walltest", "settings", *slow(("today", "routines", "exercise", "learn"))])
def test_a_page(qtbot, small, name):
    small.go(name, an_id_for(name))
    settle()
    assert is_scrolled(qtbot, small.pages[name])
    small.shown_keys.toggle()
    said = [row.accessibleName() for row in small.shown_keys.dialog.rows]
    assert "Page down: Further down" in said
    assert "Home: To the beginning" in said


def test_a_lesson_and_what_is_typed_in_a_field(qtbot, small):
    small.go("learn")
    page = small.pages["learn"]
    page.open_lesson(next(iter(small.parts.library.catalogue.lessons)))
    settle()
    assert is_scrolled(qtbot, page)
    small.go("routines")
    field = small.pages["routines"].field.edit
    field.setFocus()
    field.setText("neck")
    qtbot.keyClick(field, KEY.Key_Home)
    assert field.cursorPosition() == 0


def test_a_session_with_large_text_and_what_it_asks(qtbot, small):
    small.start("routine", "desk-reset")
    page = small.covers.page
    settle()
    assert is_scrolled(qtbot, page)
    assert page.running.view().state == "running", "none of them is a command"
    page.hurts()
    settle()
    area = scrollable(page.ask)
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_PageDown)
    assert area.verticalScrollBar().value() > 0


def test_the_welcome(qtbot, small):
    small.covers.welcome()
    settle()
    assert is_scrolled(qtbot, small.covers.page)


def test_with_another_key_it_is_another_key(qtbot, small):
    small.go("settings")
    settle()
    bar = small.pages["settings"].verticalScrollBar()
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_End, CONTROL)
    assert bar.value() == 0


def test_where_all_is_in_sight_the_list_says_nothing_of_it(qtbot, small):
    small.resize(1400, 2600)
    small.go("walltest")
    settle()
    small.shown_keys.toggle()
    said = [row.accessibleName() for row in small.shown_keys.dialog.rows]
    assert [line for line in said if line.startswith("Page ")] == []


def test_a_page_of_the_list_passes_no_row_over(qtbot, small):
    small.go("today")
    small.shown_keys.toggle()
    dialog = small.shown_keys.dialog
    qtbot.waitUntil(dialog.rows[0].hasFocus)
    settle()
    seen: set[int] = set()
    for _ in dialog.rows:
        seen |= {number for number, row in enumerate(dialog.rows) if not row.visibleRegion().isEmpty()}
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_PageDown)
        settle()
    assert seen == set(range(len(dialog.rows)))
    assert dialog.rows[-1].hasFocus()
    row = dialog.rows[-1]
    assert row.mapTo(dialog, QPoint(0, 0)).y() >= 0
