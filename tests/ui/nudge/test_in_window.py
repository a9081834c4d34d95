"""The nudge within the window, after a click on its notification."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coach.reminders.nudge import Nudge
from coach.ui.nudge.in_window import InWindowScreen
from tests.ui.seeing import button, faults, to_the_front

NUDGE = Nudge("change-position", "Change position", "Time to shift.", "asked-for", (300.0,), "window")


@pytest.fixture
def window(qtbot):
    made = QWidget()
    made.resize(900, 700)
    to_the_front(qtbot, made)
    return made


@pytest.fixture
def screen(parts, look, window):
    made = InWindowScreen(parts, look, window)
    made.heard = []
    made.answered.connect(lambda *what: made.heard.append(what))
    return made


def test_it_stands_in_the_corner_of_the_window_whatever_its_size(screen, window):
    screen.show(NUDGE)
    for size in ((900, 700), (640, 480)):
        window.resize(*size)
        box = screen.card._card().toRect().translated(screen.card.pos())
        assert window.rect().bottomRight() - box.bottomRight() == type(box.topLeft())(20, 20)
    assert screen.card.window() is window
    assert faults(screen.card) == []


def test_it_is_answered_by_a_key_and_goes(qtbot, screen, window):
    screen.show(NUDGE)
    assert screen.shown == "change-position"
    done = button(screen.card, "Done")
    assert done.focusPolicy() & Qt.FocusPolicy.TabFocus
    done.setFocus()
    qtbot.keyClick(done, Qt.Key.Key_Space)
    assert screen.heard == [("change-position", "done", 0.0)]
    assert screen.shown is None


def test_it_waits_as_long_as_the_desk_does(screen):
    screen.show(NUDGE)
    assert screen.card._life.state() == screen.card._life.State.Stopped
    screen.put_away()
    assert screen.shown is None
    assert screen.heard == []
