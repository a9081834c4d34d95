"""The keys: one table, of which every line works by a real key press, and which F1 and ? show over any page."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

import coach.ui
from coach.ui.key_places import keys_of
from coach.ui.routes import ROUTES
from coach.words import keys as words
from coach.words.keys import KEYS
from coach.words.language import ENGLISH
from tests.ui.seeing import an_id_for
from tests.ui.told import met, name_of

KEY, SHIFT, CTRL, ALT = Qt.Key, *(getattr(Qt.KeyboardModifier, f"{n}Modifier") for n in ("Shift", "Control", "Alt"))
UI = Path(coach.ui.__file__).parent


def press(qtbot, widget, key: str) -> None:
    pressed = QKeySequence(key)[0]
    qtbot.keyClick(widget, pressed.key(), pressed.keyboardModifiers())


def test_every_act_has_its_words_and_its_keys_are_keys():
    for ground, acts in KEYS.items():
        assert len(words.listed(ground, ENGLISH)) == len(acts)
        assert words.heading(ground, ENGLISH)
        for act, keys in acts.items():
            assert all(QKeySequence(key).count() == 1 for key in keys)
            assert KEY.Key_unknown not in keys_of(ground, act)


def test_caps_are_what_a_keyboard_has():
    assert words.cap("window", "search", ENGLISH) == "Ctrl+F"
    assert words.cap("session", "back", ENGLISH) == "←"
    assert words.cap("session", "more", ENGLISH) == "+"
    assert words.listed("measure", ENGLISH)[0].caps == ("0-9",)
    assert words.listed("session", ENGLISH)[0].in_words(ENGLISH) == "Space: Pause, and go on"
    assert words.listed("speaks", ENGLISH)[0].in_words(ENGLISH) == "1, 2 or 3: Choose the answer of that number"


@pytest.mark.parametrize("key", ["F1", "?", "Shift+?", "Shift+/"])
def test_it_is_a_dialog_that_gives_the_focus_back(qtbot, window, key):
    window.go("routines")
    field = window.pages["routines"].field.edit
    window.pages["routines"].setFocus()
    had = QApplication.focusWidget()
    press(qtbot, had, key)
    dialog = window.shown_keys.dialog
    assert dialog is not None
    read = QAccessible.queryAccessibleInterface(dialog)
    assert read.role() == QAccessible.Role.Dialog
    assert read.text(QAccessible.Text.Name) == "Keys"
    assert dialog.rows[0].hasFocus()
    assert dialog.rows[0].accessibleName()
    qtbot.keyClick(dialog.rows[0], KEY.Key_Escape)
    assert window.shown_keys.dialog is None
    assert QApplication.focusWidget() is had
    field.setFocus()
    qtbot.keyClick(field, KEY.Key_Question, SHIFT)  # which is typed there
    assert window.shown_keys.dialog is None
    assert field.text() == "?"


def test_only_its_rows_say_what_keys_do(qtbot, window):
    press(qtbot, window, "F1")
    dialog, role = window.shown_keys.dialog, QAccessible.Role
    found = [(one.role(), name_of(one)) for one in met(dialog) if dialog.isAncestorOf(one.object())]
    assert [name for kind, name in found if kind == role.StaticText] == ["Keys"]
    headings = ["On this page", "In the window", "Everywhere"]  # Today is longer than the window
    assert [name for kind, name in found if kind == role.Heading] == headings
    assert [name for kind, name in found if kind == role.ListItem] == [row.accessibleName() for row in dialog.rows]
    assert [name for kind, name in found if kind == role.Whitespace and name] == []


def test_in_the_list_the_arrows_go_from_row_to_row_and_tab_stays_inside(qtbot, window):
    window.resize(800, 560)
    press(qtbot, window, "F1")
    dialog = window.shown_keys.dialog
    for row in dialog.rows[1:]:
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Down)
        assert row.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
    assert dialog.close_button.hasFocus()
    qtbot.keyClick(dialog.close_button, KEY.Key_Tab)
    assert dialog.rows[0].hasFocus()
    qtbot.keyClick(dialog.rows[0], KEY.Key_1, CTRL)  # what is below does not hear
    assert window.page == "today"
    press(qtbot, QApplication.focusWidget(), "F1")
    assert window.shown_keys.dialog is None


@pytest.mark.parametrize("act", [act for act in KEYS["window"] if act != "close"])
def test_each_key_of_the_window_works(qtbot, window, act):
    window.go("learn" if act != "learn" else "today")
    window.go("exercise", an_id_for("exercise"))
    press(qtbot, window.pages["exercise"], words.first("window", act))
    wanted = {"search": "routines", "back": "today" if act == "learn" else "learn"}.get(act, act)
    assert window.page == wanted


def test_the_key_that_closes_the_window(qtbot, window):
    with qtbot.waitSignal(window.closed):
        press(qtbot, window.pages["today"], words.first("window", "close"))


def test_every_shortcut_is_in_the_table(window):
    for page in ROUTES:
        window.go(page, an_id_for(page))
    known = {QKeySequence(key) for acts in KEYS.values() for keys in acts.values() for key in keys}
    for shortcut in window.findChildren(QShortcut):
        assert known.intersection(shortcut.keys()), shortcut.key().toString()


_BY_ITSELF = {"Tab", "Backtab", "Shift", "Control", "Alt", "Meta", "AltGr"}
_WITHIN_A_CONTROL = ("widgets", "figure", "look")  # what a slider or a field has by itself, as everywhere


def test_no_page_handles_a_key_beside_the_table():
    found = {}
    for path in sorted(UI.rglob("*.py")):
        where = path.relative_to(UI).as_posix()
        if where.startswith(_WITHIN_A_CONTROL) or where in ("key_places.py", "pages/walltest/presses.py"):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute) and re.match(r"Key_\w", n.attr)}
        names = {name.removeprefix("Key_") for name in names} - _BY_ITSELF
        if names and where != "pages/session/conducted.py":
            found[where] = names
    assert found == {}


def test_a_session_waits_while_its_keys_are_read(qtbot, window, parts):
    parts.store.add_safety(())
    window.start("routine", "desk-reset")
    page = window.covers.page
    assert page.running.view().state == "running"
    press(qtbot, page, "F1")
    said = [row.accessibleName() for row in window.shown_keys.dialog.rows]
    assert "H: This hurts" in said
    assert "Ctrl+1: Today" not in said  # which do nothing here
    assert page.running.view().state == "paused"
    qtbot.keyClick(window.shown_keys.dialog.rows[0], KEY.Key_Space)
    assert page.running.view().state == "paused"
    press(qtbot, QApplication.focusWidget(), "Escape")
    assert page.running.view().state in ("running", "reentry")  # a moment to get ready
    assert page.hasFocus()
    press(qtbot, page, words.first("session", "pause"))
    press(qtbot, page, "F1")
    press(qtbot, QApplication.focusWidget(), "F1")
    assert page.running.view().state == "paused"  # as it was


def test_every_key_of_a_session_does_what_the_table_says(qtbot, window, parts, monkeypatch):
    parts.store.add_safety(())
    window.start("routine", "desk-reset")
    page = window.covers.page
    done = []
    assert set(page.acts()) == set(KEYS["session"])
    monkeypatch.setattr(page, "acts", lambda: {act: lambda act=act: done.append(act) for act in KEYS["session"]})
    for act, keys in KEYS["session"].items():
        for key in keys:
            press(qtbot, page, key)
            assert done.pop() == act
    assert done == []
