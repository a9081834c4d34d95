"""The reminder that waits, on the page Reminders: there as long as it waits, and answered by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coach.ui.app import Program


@pytest.fixture
def page(qtbot, program: Program):
    with qtbot.waitExposed(program.window):
        program.window.show()
    program.window.go("reminders")
    return program.window.pages["reminders"]


def test_nothing_waits(page):
    assert not page.waiting.isVisible()


def test_it_is_answered_by_keys_and_goes(qtbot, program, page):
    program.nudging.show_now("desk-reset")
    program.window.tell_desk()
    assert page.waiting.isVisible()
    assert next(iter(page.waiting.buttons)) == "Done"
    page.setFocus()
    for _ in range(8):  # of all that stands there it comes first but for what heads the page: it does not wait for long
        if QApplication.focusWidget() is page.waiting.buttons["Remind me in 5 minutes"]:
            break
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert program.parts.desk.open is None
    assert ("desk-reset", "snoozed") in [(line.id, line.what) for line in program.parts.desk.status().log]
    assert not page.waiting.isVisible()
    assert program.nudging.screen.shown is None
    assert program.window.focusWidget() is page
    assert page._announcer.said == ["Again in 5 minutes: Desk reset"]


@pytest.mark.parametrize(
    ("answer", "said"),
    [("Done", ["Done: Desk reset"]), ("Skip this one", ["Skipped this time: Desk reset"]), ("Desk reset", [])],
)
def test_what_was_answered_is_said(qtbot, program, page, answer, said):
    program.nudging.show_now("desk-reset")
    program.window.tell_desk()
    button = page.waiting.buttons[answer]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert page._announcer.said == said
    assert not page.waiting.isVisible()


def test_one_that_goes_by_itself_leaves_the_keyboard_on_the_page(program, page):
    program.nudging.show_now("desk-reset")
    program.window.tell_desk()
    page.waiting.buttons["Done"].setFocus()
    program.nudging.put_away()
    program.window.tell_desk()
    assert not page.waiting.isVisible()
    assert program.window.focusWidget() is page


def test_its_offer_begins(qtbot, program, page):
    program.nudging.show_now("desk-reset")
    program.window.tell_desk()
    page.waiting.buttons["Desk reset"].click()
    assert program.window.is_covered
    assert program.parts.desk.open is None
