"""What a screen reader is told: as the name of what has the keyboard, else as an announcement."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from coach.ui.announce import LEAST_MS, Announcer


def a_page(qtbot, name: str) -> tuple[QWidget, QWidget, QLineEdit]:
    """A window with a page that has the keyboard, and a field beside it."""
    window = QWidget()
    qtbot.addWidget(window)
    rows, page, field = QVBoxLayout(window), QWidget(accessibleName=name), QLineEdit()
    page.setFocusPolicy(page.focusPolicy().StrongFocus)
    rows.addWidget(page)
    rows.addWidget(field)
    window.show()
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    return window, page, field


def announced(monkeypatch) -> list[str]:
    """What goes out as an event, from now on."""
    found: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: found.append(event.message()))
    return found


def test_what_has_the_keyboard_is_called_so_until_it_goes_elsewhere(qtbot, monkeypatch) -> None:
    _window, page, field = a_page(qtbot, "Today")
    events, announcer = announced(monkeypatch), Announcer(page)
    announcer.say("Saved.")
    assert (page.accessibleName(), events) == ("Saved.", [])
    field.setFocus()
    assert page.accessibleName() == "Saved.", "while the keyboard is under way a new name would be said"
    qtbot.waitUntil(lambda: page.accessibleName() == "Today")


def test_a_page_without_a_name_keeps_the_last_sentence(qtbot) -> None:
    _window, page, field = a_page(qtbot, "")
    Announcer(page).say("Chin tuck. Repetition 1 of 5")
    field.setFocus()
    QApplication.processEvents()
    assert page.accessibleName() == "Chin tuck. Repetition 1 of 5"


def test_beside_the_keyboard_it_is_announced_and_no_name_changes(qtbot, monkeypatch) -> None:
    _window, page, field = a_page(qtbot, "Today")
    events, announcer = announced(monkeypatch), Announcer(page)
    field.setFocus()
    announcer.say("Saved.")
    assert (page.accessibleName(), events) == ("Today", ["Saved."])


def test_the_same_sentence_once_more_is_announced(qtbot, monkeypatch) -> None:
    _window, page, _field = a_page(qtbot, "")
    events, first = announced(monkeypatch), Announcer(page)
    first.say("Again.")
    Announcer(page).say("Again.")
    assert events == ["Again."]


def test_of_steps_that_come_too_fast_the_newest_is_said_and_of_what_matters_all(qtbot) -> None:
    _window, page, _field = a_page(qtbot, "")
    announcer = Announcer(page)
    announcer.say("Chin tuck")
    announcer.say("Rest")
    announcer.say("Paused", matters=True)
    announcer.say("Wall angel")
    announcer.say("Sound off", matters=True)
    assert announcer.said == ["Chin tuck"]
    qtbot.waitUntil(lambda: len(announcer.said) > 1, timeout=5000)
    assert announcer.said[1:] == ["Paused. Sound off. Wall angel."]


def test_a_step_that_is_over_is_not_said_any_more_but_what_matters_is(qtbot, in_a_rush) -> None:
    _window, page, _field = a_page(qtbot, "")
    announcer = Announcer(page)
    announcer.say("Chin tuck")
    announcer.say("Saved.", matters=True)
    announcer.say("Rest")
    announcer.drop_step()
    assert announcer._waiting == "Saved."


def test_a_step_that_has_just_been_said_is_not_said_again_but_what_matters_is(qtbot, in_a_rush) -> None:
    _window, page, _field = a_page(qtbot, "")
    announcer = Announcer(page)
    for matters in (False, False, True):
        announcer.say("Sound off", matters=matters)
    assert (announcer.said, announcer._waiting) == (["Sound off"], "Sound off")


def test_how_long_what_mattered_is_still_read(qtbot) -> None:
    _window, page, _field = a_page(qtbot, "")
    announcer = Announcer(page)
    announcer.say("Rest.")
    assert announcer.answers_for() == 0.0
    announcer.say("Chin tuck. Set 1 of 2. 20 seconds left.", matters=True)
    assert announcer.answers_for() > 2.0


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it is announced")
def test_a_control_that_has_the_keyboard_is_described_so_until_it_goes_elsewhere(qtbot, monkeypatch) -> None:
    _window, page, field = a_page(qtbot, "Session")
    rows, pause, skip = QHBoxLayout(page), QPushButton("Pause"), QPushButton("Skip")
    rows.addWidget(pause)
    rows.addWidget(skip)
    pause.setAccessibleDescription("Key: Space")
    pause.setFocus()
    qtbot.waitUntil(pause.hasFocus)
    events, announcer = announced(monkeypatch), Announcer(page)
    announcer.say("Halfway.")
    assert (pause.accessibleDescription(), page.accessibleName(), events) == ("Halfway.", "Session", [])
    announcer._since.invalidate()
    announcer.say("Rest.")
    skip.setFocus()
    qtbot.waitUntil(lambda: pause.accessibleDescription() == "Key: Space")
    announcer._since.invalidate()
    announcer.say("Plank.")
    pause.setFocus()
    announcer._since.invalidate()
    announcer.say("Go.")
    assert (skip.accessibleDescription(), pause.accessibleDescription()) == ("", "Go.")
    skip.deleteLater()
    field.setFocus()
    qtbot.waitUntil(lambda: pause.accessibleDescription() == "Key: Space")
    assert events == []


class Passing:
    """Time that goes on between two looks at it, past the second that was waited for."""

    def __init__(self, first: int) -> None:
        self.passed = first

    def isValid(self) -> bool:
        return True

    def elapsed(self) -> int:
        before, self.passed = self.passed, self.passed + 20
        return before

    def start(self) -> None:
        """It begins anew for whoever says something."""


def test_what_comes_just_before_its_second_is_over_waits_no_negative_time(qtbot) -> None:
    _window, page, _field = a_page(qtbot, "Today")
    announcer = Announcer(page)
    announcer._since = Passing(LEAST_MS - 1)
    announcer.say("Saved.")
    assert announcer._timer.interval() == 1
    qtbot.waitUntil(lambda: announcer.said == ["Saved."])
