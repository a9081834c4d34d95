"""The break over every screen: seen on each, answered on any, over with the last; and it takes no key."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication

from coach.reminders.nudge import Nudge
from coach.ui.nudge import frame
from coach.ui.nudge import full_screen as module
from coach.ui.nudge.full_screen import BreakScreen
from tests.ui.seeing import button, faults, settle

NUDGE = Nudge("change-position", "Change position", "Time to shift.", "asked-for", (300.0,), "full-screen")


@pytest.fixture
def screen(qtbot, parts, look):
    made = BreakScreen(parts, look)
    made.heard = []
    made.answered.connect(lambda *what: made.heard.append(what))
    made.expired.connect(lambda *what: made.heard.append(what))
    yield made
    made.put_away(at_once=True)
    made.deleteLater()


def only(screen: BreakScreen):
    (window,) = screen.windows.values()
    return window


def test_it_covers_each_screen_whole_and_takes_no_key(screen):
    screen.show(NUDGE)
    assert screen.shown == "change-position"
    assert list(screen.windows) == QGuiApplication.screens()
    window = only(screen)
    assert window.isVisible()
    assert window.geometry() == QGuiApplication.primaryScreen().geometry()
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert (window.windowTitle(), window.accessibleName()) == ("Change position", "Change position. Time to shift.")


@pytest.mark.parametrize(("is_held", "told"), [(True, ". Escape skips this one."), (False, "")])
def test_the_key_that_ends_it_is_told_where_it_is_had(screen, monkeypatch, is_held, told):
    monkeypatch.setattr(module.Escape, "is_held", is_held)
    screen.show(NUDGE)
    assert only(screen).card.accessibleDescription() == f"Goes by itself in 40 seconds{told}"


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_card_is_in_the_middle_with_nothing_cut(qtbot, parts, look, theme, scale):
    look.set_theme(theme)
    look.set_scale(scale)
    screen = BreakScreen(parts, look)
    screen.show(NUDGE)
    settle()
    window = only(screen)
    middle = window.card.geometry().center() - window.rect().center()
    assert middle.manhattanLength() <= 2
    assert faults(window) == []
    screen.put_away()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_message_longer_than_the_screen_leaves_the_ways_out_in_sight(parts, look, scale):
    look.set_scale(scale)
    screen = BreakScreen(parts, look)
    screen.show(replace(NUDGE, message=("Time to shift. " * 130).strip()))
    settle()
    window = only(screen)
    assert window.rect().contains(window.card.geometry())
    assert faults(window) == []
    screen.put_away()


def test_its_figure_is_large(screen):
    screen.show(NUDGE)
    picture = only(screen).card._picture
    assert picture.width() > frame.PICTURE.width()
    assert picture.height() > frame.PICTURE.height()


def test_on_a_small_screen_the_card_is_as_small_as_elsewhere(screen):
    large = screen._window(NUDGE, QGuiApplication.primaryScreen())

    class Small:
        def size(self) -> QSize:
            return QSize(500, 400)

    small = screen._window(NUDGE, Small())
    assert small.card.sizeHint().width() < large.card.sizeHint().width()
    large.deleteLater()
    small.deleteLater()


@pytest.mark.parametrize(
    ("name", "heard"),
    [
        ("Done", ("change-position", "done", 0.0)),
        ("Skip this one", ("change-position", "skipped", 0.0)),
        ("Remind me in 5 minutes", ("change-position", "snoozed", 300.0)),
    ],
)
def test_a_click_on_any_of_them_ends_it(qtbot, screen, name, heard):
    screen.show(NUDGE)
    window = only(screen)
    qtbot.mouseClick(button(window.card, name), Qt.MouseButton.LeftButton)
    assert screen.heard == [heard]
    assert screen.shown is None
    assert not window.isVisible()


def test_it_goes_by_itself(qtbot, screen, monkeypatch):
    monkeypatch.setattr(frame, "LIFE_SECONDS", 0.05)
    screen.show(NUDGE)
    qtbot.waitUntil(lambda: screen.heard == [("change-position", "")])


def test_a_newer_one_takes_its_place(screen):
    screen.show(NUDGE)
    first = only(screen)
    screen.show(NUDGE)
    assert only(screen) is not first
    assert screen.heard == []


def test_it_goes_on_where_another_screen_is_left(qtbot, screen, monkeypatch):
    screen.show(NUDGE)
    gone = object()
    window = only(screen)
    screen.windows[gone] = screen._window(NUDGE, QGuiApplication.primaryScreen())
    other = screen.windows[gone]
    screen.cover()
    assert list(screen.windows.values()) == [window]
    assert window.isVisible()
    assert not other.isVisible()
    assert screen.shown == "change-position"


def test_with_the_last_screen_it_is_over_and_says_why(qtbot, qapp, screen, monkeypatch):
    screen.show(NUDGE)
    monkeypatch.setattr(QGuiApplication, "screens", staticmethod(list))
    qapp.screenRemoved.emit(qapp.primaryScreen())
    qtbot.waitUntil(lambda: screen.heard == [("change-position", "no screen was left to show it on")])


def test_when_its_screen_changes_it_covers_it_again(qtbot, screen):
    screen.show(NUDGE)
    window = only(screen)
    window.setGeometry(0, 0, 300, 200)
    shown = QGuiApplication.primaryScreen()
    shown.geometryChanged.emit(shown.geometry())
    qtbot.waitUntil(lambda: window.geometry() == shown.geometry())
    assert window.card.geometry().center().x() == pytest.approx(window.rect().center().x(), abs=1)


class FakeKey:
    """Pressed when somebody writes into it."""

    def __init__(self, display: str) -> None:
        self.descriptor, self._there = os.pipe()
        self.is_closed = False

    def press(self) -> None:
        os.write(self._there, b".")

    def was_pressed(self) -> bool:
        return os.read(self.descriptor, 1) == b"."

    def close(self) -> None:
        os.close(self.descriptor)
        os.close(self._there)
        self.is_closed = True


def test_escape_is_not_this_time_and_then_everybodys_again(qtbot, screen, monkeypatch):
    keys = []
    monkeypatch.setattr(module, "GrabbedKey", lambda display: keys.append(FakeKey(display)) or keys[-1])
    monkeypatch.setattr(module.QGuiApplication, "platformName", lambda: "xcb")
    monkeypatch.setattr(module, "keep_off_task_bar", lambda *_: True)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    screen.show(NUDGE)
    keys[0].press()
    qtbot.waitUntil(lambda: screen.heard == [("change-position", "skipped", 0.0)])
    assert keys[0].is_closed


def test_beside_wayland_no_key_is_asked_for(screen, monkeypatch):
    monkeypatch.setattr(module, "GrabbedKey", None)
    monkeypatch.setattr(module, "is_beside_wayland", lambda: True)
    monkeypatch.setattr(module.QGuiApplication, "platformName", lambda: "xcb")
    monkeypatch.setattr(module, "keep_off_task_bar", lambda *_: True)
    screen.show(NUDGE)
    assert screen.shown == "change-position"
