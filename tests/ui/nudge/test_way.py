"""Where a nudge can be drawn without taking the keyboard, and where not."""

from __future__ import annotations

import pytest

from coach.bootstrap import system_libraries
from coach.bootstrap.display import NoWindow
from coach.ui.nudge.way import Drawing, drawing


@pytest.fixture(autouse=True)
def no_library_is_missing(monkeypatch):
    monkeypatch.setattr(system_libraries, "missing_libraries", lambda *_: [])


def answers(_name: str) -> bool:
    return True


def silent(_name: str) -> bool:
    return False


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_elsewhere_qt_chooses(platform):
    assert drawing({}, platform, silent) == Drawing()


def test_what_qt_was_told_for_a_reason_of_its_own_is_left():
    assert drawing({"QT_QPA_PLATFORM": "offscreen"}, "linux", silent) == Drawing()


@pytest.mark.parametrize("told", [{}, {"QT_QPA_PLATFORM": "wayland"}, {"QT_QPA_PLATFORM": "wayland-egl"}])
def test_beside_wayland_it_is_a_window_of_x(told):
    environ = {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":1", **told}
    assert drawing(environ, "linux", answers) == Drawing("xcb")


def test_on_wayland_alone_nothing_is_drawn():
    found = drawing({"WAYLAND_DISPLAY": "wayland-0"}, "linux", answers)
    assert found == Drawing(why_not=NoWindow("no-display"))


def test_nor_where_the_x_server_does_not_answer():
    found = drawing({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":1"}, "linux", silent)
    assert found == Drawing(why_not=NoWindow("display-silent", ":1"))
