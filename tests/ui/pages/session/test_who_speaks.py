"""Who speaks is asked once, before the first session or wall test, where a screen reader runs; never in one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from coach.settings import SPEAKS
from coach.ui.pages.safety import SafetyPage
from coach.ui.pages.session.page import SessionPage
from coach.ui.pages.session.who_speaks import WhoSpeaksPage
from coach.ui.window import MainWindow
from tests.fakes import FakeVoice
from tests.ui.parts import FakeParts
from tests.ui.seeing import button

Key = Qt.Key


@pytest.fixture
def parts(parts):
    """Of somebody who may begin, and listens to a screen reader."""
    parts.store.add_safety(())
    parts.screen_reader.now, parts.voice = True, FakeVoice()
    return parts


def asked(window) -> WhoSpeaksPage:
    page = window.covers.page
    assert isinstance(page, WhoSpeaksPage)
    return page


@pytest.mark.parametrize(
    ("key", "speaks"),
    [
        (Key.Key_Return, "reader"),
        (Key.Key_Escape, "reader"),
        (Key.Key_1, "reader"),
        (Key.Key_2, "coach"),
        (Key.Key_3, "both"),
    ],
)
def test_one_key_answers_and_the_session_begins(window, parts, key, speaks) -> None:
    window.start("routine", "desk-reset")
    QTest.keyClick(asked(window), key)
    assert parts.store.get(SPEAKS) == speaks
    session = window.covers.page
    assert isinstance(session, SessionPage)
    assert session.is_running
    assert session.telling.speakers.reader is (speaks != "coach")
    window.leave_session()


@pytest.mark.parametrize(("start", "speaks"), [("1. The screen reader", "reader"), ("2. The coach", "coach")])
def test_a_press_answers(window, parts, start, speaks) -> None:
    window.start("routine", "desk-reset")
    card = next(one for one in asked(window).findChildren(QAbstractButton) if one.accessibleName().startswith(start))
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert parts.store.get(SPEAKS) == speaks
    window.leave_session()


def test_it_is_asked_once(window, parts) -> None:
    window.start("routine", "desk-reset")
    QTest.keyClick(asked(window), Key.Key_2)
    window.leave_session()
    window.start("routine", "desk-reset")
    assert isinstance(window.covers.page, SessionPage)
    window.leave_session()


def test_other_keys_answer_nothing_and_what_was_left_is_asked_again(window, parts) -> None:
    window.start("routine", "desk-reset")
    for key in (Key.Key_0, Key.Key_4, Key.Key_A):
        QTest.keyClick(asked(window), key)
    window.leave_session()
    assert parts.store.get(SPEAKS) is None
    window.start("routine", "desk-reset")
    asked(window)
    window.leave_session()


@pytest.mark.parametrize("runs", [False, None])
def test_where_none_is_known_to_run_nobody_is_asked(window, parts, runs) -> None:
    parts.screen_reader.now = runs
    window.start("routine", "desk-reset")
    assert isinstance(window.covers.page, SessionPage)
    window.leave_session()


def test_one_that_is_switched_on_in_a_session_is_asked_for_before_the_next(window, parts) -> None:
    parts.screen_reader.now = False
    window.start("routine", "desk-reset")
    parts.screen_reader.now = True
    session = window.covers.page
    for _ in range(40):
        parts.clock.pass_time(0.5)
        session.advance()
    assert window.covers.page is session
    assert session.is_running
    window.leave_session()
    window.start("routine", "desk-reset")
    asked(window)
    window.leave_session()


def test_the_safety_questions_come_first(qtbot, look) -> None:
    parts = FakeParts()
    parts.screen_reader.now = True
    window = MainWindow(parts, look)
    qtbot.addWidget(window, before_close_func=lambda widget: widget.hide())
    window.show()
    window.go("today")
    window.start("routine", "desk-reset")
    assert isinstance(window.covers.page, SafetyPage)
    parts.store.add_safety(())
    window.covers.page.passed.emit()
    asked(window)
    window.leave_session()
    parts.close()


def test_a_wall_test_asks_too_and_then_begins(window, parts) -> None:
    window.go("walltest")
    page = window.pages["walltest"]
    button(page, "Start the test").click()
    assert isinstance(page.page, WhoSpeaksPage)
    assert window.is_covered
    assert not page.is_running
    QTest.keyClick(page.page, Key.Key_1)
    assert parts.store.get(SPEAKS) == "reader"
    assert page.is_running
    window.leave_session()


def test_a_wall_test_that_is_left_before_the_answer_does_not_begin(window, parts) -> None:
    window.go("walltest")
    page = window.pages["walltest"]
    button(page, "Start the test").click()
    window.ask_to_end()
    assert not window.is_covered
    assert parts.store.get(SPEAKS) is None
