"""What a person does in the window that is written down: all that a full disk may refuse there."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from coach.ui.pages.reminder.page import ReminderPage
from coach.ui.pages.session.page import SessionPage
from coach.ui.widgets.notice import Notice
from coach.ui.window import MainWindow
from tests.fakes import FakeClock

ROUTINE, TITLE = "desk-reset", "Desk reset"
_MOST_STEPS = 200


def work(window: MainWindow) -> Iterator[str]:
    """A session to its end, another look, a reminder switched and one changed; the sentences that are shown then."""
    _play(window)
    yield from _sentences(window)
    window.go("settings")
    QApplication.processEvents()
    for dark in [one for one in _buttons(window) if one.accessibleName() == "Theme: Dark"]:
        dark.click()
    window.go("reminders")
    QApplication.processEvents()
    for switch in [one for one in _buttons(window) if one.isCheckable()][:1]:
        switch.click()
    yield from _sentences(window)
    _save_reminder(window)
    window.go("today")
    yield from _sentences(window)


def _play(window: MainWindow) -> None:
    """Each step is passed over after a while of it."""
    window.start("routine", ROUTINE)
    page, clock = window.covers.page, window.parts.clock
    assert isinstance(clock, FakeClock)
    if not isinstance(page, SessionPage):  # where the answers cannot be read, the questions come first
        window.covers.leave()
        return
    for _ in range(_MOST_STEPS):
        if page.finish is not None:
            break
        clock.pass_time(2.0)
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Right)
        QApplication.processEvents()
    assert page.finish is not None, "the session has no end"
    window.leave_session()
    QApplication.processEvents()


def _save_reminder(window: MainWindow) -> None:
    window.go("reminder", ROUTINE)
    page = window.pages["reminder"]
    assert isinstance(page, ReminderPage)
    if page.form is not None:
        page.form.title_field.edit.setText("Up and about")
        page.save()
        QApplication.processEvents()


def _buttons(window: MainWindow) -> list[QAbstractButton]:
    page = window.pages[window.page]
    return [one for one in page.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]


def _sentences(window: MainWindow) -> Iterator[str]:
    """Those above the page, and whatever else the page tells."""
    QApplication.processEvents()
    for notice in window.findChildren(Notice):
        if notice.isVisible():
            yield from (label.text() for label in notice.findChildren(QLabel))
