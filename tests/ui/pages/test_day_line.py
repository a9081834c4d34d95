"""The day's line: today's, which goes on, and those of the days before, by mouse and by keys."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coach.ui.widgets.log import LogRow
from tests.ui.parts import TUESDAY
from tests.ui.seeing import faults, texts


@pytest.fixture
def lived(parts):
    """A Friday with three notes, nothing at the weekend, a Monday with one; it is Tuesday."""
    for days, hour, what, why in (
        (4, 9, "shown", "30 min at the desk"), (4, 10, "done", "after 20 s"), (4, 11, "deferred", "waits: a call"),
        (1, 23, "snoozed", "for 5 min"),
    ):  # fmt: skip
        moment = (TUESDAY - timedelta(days=days)).replace(hour=hour, minute=30)
        parts.clock.set_wall(moment)
        parts.store.add_reminder("change-position", what, why)
    parts.clock.set_wall(TUESDAY)
    return parts


@pytest.fixture
def line(lived, window):
    window.go("reminders")
    return window.pages["reminders"].day


def rows(line) -> list[str]:
    return [row.accessibleName() for row in line.findChildren(LogRow) if row.isVisibleTo(line)]


def test_one_day_after_another_that_had_something(qtbot, line):
    assert "Today" in texts(line)
    assert "Nothing came yet today." in texts(line)
    assert not line.later.isEnabled()
    qtbot.mouseClick(line.earlier, Qt.MouseButton.LeftButton)
    assert {"Yesterday", "1 snoozed"} <= set(texts(line))
    assert rows(line) == ["23:30. Change position. for 5 min"]
    qtbot.mouseClick(line.earlier, Qt.MouseButton.LeftButton)
    assert {"Friday 8 May", "1 came, 1 done, 1 waited"} <= set(texts(line))
    assert len(rows(line)) == 3
    assert not line.earlier.isEnabled()
    qtbot.mouseClick(line.later, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(line.later, Qt.MouseButton.LeftButton)
    assert "Today" in texts(line)


def test_by_keys_the_keyboard_never_stands_on_nothing(qtbot, window, line):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    line.earlier.setFocus()
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert QApplication.focusWidget() is line.later
    assert line._announcer.said[:1] == ["Yesterday. 1 snoozed"]
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert QApplication.focusWidget() is line.earlier


def test_today_goes_on_and_another_day_stays(window, line):
    window.parts.desk.now("change-position")
    window.pages["reminders"].tick()
    assert "1 came" in texts(line)
    line.earlier.click()
    window.parts.desk.done("change-position")
    window.pages["reminders"].tick()
    assert "Yesterday" in texts(line)
    line.later.click()
    assert "1 came, 1 done" in texts(line)


def test_tomorrow_it_is_yesterday(window, line):
    window.parts.desk.now("change-position")
    window.parts.clock.set_wall(TUESDAY + timedelta(days=1))
    window.pages["reminders"].tick()
    assert "Nothing came yet today." in texts(line)
    line.earlier.click()
    assert {"Yesterday", "1 came"} <= set(texts(line))


def test_nothing_is_cut_at_twice_the_size(window, line):
    window.look.set_scale(2.0)
    window.resize(800, 560)
    line.earlier.click()
    line.earlier.click()
    assert faults(window.pages["reminders"]) == []


def test_one_who_is_new_has_no_day_before(window):
    window.parts.store.forget_all()
    window.go("reminders")
    assert not window.pages["reminders"].day.earlier.isEnabled()
