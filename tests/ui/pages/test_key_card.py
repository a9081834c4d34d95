"""The key of the whole desktop, chosen and given up on Reminders; where it leads; and that the next run has it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coach.settings import REMINDER_KEY
from coach.ui.app import Program
from tests.ui.parts import FakeParts
from tests.ui.seeing import texts

WHAT = "To the reminder that waits"
IN_MENU = "Your desktop gives keys only to programs in its menu."


@pytest.fixture
def page(qtbot, program: Program):
    with qtbot.waitExposed(program.window):
        program.window.show()
    assert program.key is not None, "it is made when it is asked for"
    program.window.go("reminders")
    return program.window.pages["reminders"]


def test_nothing_of_it_where_the_desktop_has_no_such_keys(qtbot, parts: FakeParts, window):
    parts.reminder_key.is_offered = False
    window.go("reminders")
    page = window.pages["reminders"]
    assert page.key is None
    parts.reminder_key.is_offered = True  # what answers may start after us
    window.go("today")
    window.go("reminders")
    assert page.key is not None


def test_chosen_changed_and_given_up(qtbot, program: Program, page, monkeypatch):
    key, card, said = program.parts.reminder_key, page.key, []
    monkeypatch.setattr(page._announcer, "say", said.append)
    assert key.calls == [], "nobody is asked before they want it"
    card.choose.click()
    assert key.calls == [f"choose {WHAT}"]
    assert card.choose.text() == "Stop asking"
    assert not program.parts.store.get(REMINDER_KEY)
    key.can_change = True
    key.answer("ready", "Meta+R")
    assert said[-1] == "Chosen: Meta+R"
    assert "Chosen: Meta+R" in texts(card)
    assert program.parts.store.get(REMINDER_KEY)
    card.change.click()
    assert key.calls[-1] == "change"
    assert card.choose.text() == "Use no key"
    card.choose.click()
    assert (key.state, card.choose.text()) == ("off", "Choose a key ...")
    assert not program.parts.store.get(REMINDER_KEY)


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ("refused", "No key is chosen. You can choose one."),
        ("nobody", "Your desktop does not answer. This page answers a reminder, too."),
        ("nameless", f"{IN_MENU} posture-coach install-desktop puts Posture Coach there."),
    ],
)
def test_no_key_and_why(program: Program, page, state, told):
    page.key.choose.click()
    program.parts.reminder_key.answer(state)
    assert told in texts(page.key)
    assert page.key.choose.text() == "Choose a key ..."
    assert not program.parts.store.get(REMINDER_KEY)


def test_the_keyboard_stays_on_the_button(qtbot, program: Program, page):
    page.key.choose.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.key.choose, Qt.Key.Key_Space)
    program.parts.reminder_key.answer("ready", "F9")
    program.window.tell_desk()
    assert QApplication.focusWidget() is page.key.choose


def test_the_key_leads_to_the_first_answer_of_what_waits(qtbot, program: Program, page):
    program.window.go("routines")
    program.nudging.show_now("desk-reset")
    program.parts.reminder_key.pressed("")
    assert program.window.page == "reminders"
    assert QApplication.focusWidget() is page.waiting.buttons["Done"]
    qtbot.keyClick(page.waiting.buttons["Done"], Qt.Key.Key_Space)
    assert program.parts.desk.open is None


def test_where_nothing_waits_it_shows_what_comes_next(qtbot, program: Program, page):
    program.window.go("routines")
    program.parts.reminder_key.pressed("")
    assert program.window.page == "reminders"
    assert QApplication.focusWidget() is page


def test_what_covers_the_window_stays(qtbot, program: Program, page):
    program.window.go("routines")
    program.window.start("routine", "desk-reset")
    assert program.window.is_covered
    program.parts.reminder_key.pressed("")
    assert program.window.is_covered
    assert program.window.page == "routines"


def test_it_comes_again_with_the_next_run_and_goes_with_its_end(program: Program):
    key = program.parts.reminder_key
    program.parts.store.keep(REMINDER_KEY, True)
    program._arrive()
    assert key.calls == [f"restore {WHAT}"]
    program.leaving.left.emit()
    assert key.calls[-1] == "end"
    program.leaving.back.emit()
    assert key.calls[-1] == f"restore {WHAT}"
    program.rest()
    assert key.calls[-1] == "end"
    assert program.parts.store.get(REMINDER_KEY)


def test_none_is_asked_for_where_none_was_chosen(program: Program):
    program._arrive()
    assert program.parts.reminder_key.calls == []
