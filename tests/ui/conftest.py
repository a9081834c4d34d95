"""The window's tests run without a screen and without the machine's own theme, fonts of ours where installed."""

from __future__ import annotations

import gc
import sys
from collections import deque
from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:  # Qt is loaded by a test that draws: this file is read where Qt is missing, too
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from coach.content.model import Figure
    from coach.reminders.explain import Promises
    from coach.reminders.policy import Observation, Policy
    from coach.reminders.state import State
    from coach.ui.app import Program
    from coach.ui.look.window_look import WindowLook
    from coach.ui.remote import Remote
    from coach.ui.stills.shot import Shot
    from coach.ui.window import MainWindow
    from coach.zone import Local
    from tests.ui.parts import FakeParts

MOST_FORETOLD = 16  # as many are compared with what is asked, which takes a hundredth of what it saves


@pytest.fixture(autouse=True)
def no_collection_while_painting() -> Iterator[None]:
    """A widget that only a test's own name holds must not be collected in the middle of its paint event, which would
    end the process. Python's collector waits until the test's widgets are closed.
    """
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def no_window_is_left(no_collection_while_painting: None) -> Iterator[None]:
    """The keyboard of the next test would go there. What is closed by an answer alone is not closed with its test. Nor
    is a button of the mouse held: nothing moves into sight under a finger, in the next test neither.
    """
    yield
    qt = sys.modules.get("PySide6.QtWidgets")
    app = qt.QApplication.instance() if qt is not None else None
    if app is None:
        return
    for widget in app.topLevelWidgets():
        widget.hide()
    assert app.mouseButtons().value == 0, "let go of what was pressed"


@pytest.fixture(scope="session", autouse=True)
def a_still_is_made_once() -> Iterator[None]:
    """Every test has a look of its own, and with it pictures of its own: of the same figures, in the same few sizes."""
    from coach.ui.stills import making as stills

    made: dict[Hashable, tuple[Figure, QPixmap]] = {}
    make = stills.make_still

    def make_still(shot: Shot, theme: str, ratio: float) -> QPixmap:
        key = shot.key(theme, ratio)
        if key not in made or made[key][0] is not shot.figure:
            made[key] = shot.figure, make(shot, theme, ratio)
        return made[key][1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stills, "make_still", make_still)
        yield
    made.clear()


@pytest.fixture(scope="session", autouse=True)
def the_same_is_foretold_once() -> Iterator[None]:
    """The reminders of a window that was just opened come alike in most tests, and to foretell it takes as long as to
    make the window.
    """
    from coach import desk_foretold
    from coach.reminders.explain import promises
    from tests.fakes import FakeClock

    lately: deque[tuple[object, Promises]] = deque(maxlen=MOST_FORETOLD)

    def foretold(policy: Policy, state: State, observation: Observation, local: Local) -> Promises:
        clock = getattr(local, "__self__", None)
        if type(clock) is not FakeClock:
            return promises(policy, state, observation, local)
        asked = (policy, state, observation, clock.local_zone)
        for before, found in lately:
            if before == asked:
                return found
        lately.appendleft((asked, promises(policy, state, observation, local)))
        return lately[0][1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk_foretold, "promises", foretold)
        yield


@pytest.fixture
def look(qapp: QApplication) -> WindowLook:
    """Light, at normal size, without motion: what a test sees does not depend on the moment."""
    from coach.ui.look.window_look import WindowLook

    return WindowLook("light", 1.0, reduced_motion=True)


@pytest.fixture
def parts() -> FakeParts:
    """Everything a window needs, over the shipped library, without a device or a file."""
    from tests.ui.parts import FakeParts

    return FakeParts()


@pytest.fixture
def main_window(qtbot: QtBot, parts: FakeParts, look: WindowLook) -> MainWindow:
    """The main window, shown, and nowhere yet."""
    from coach.ui.window import MainWindow

    made = MainWindow(parts, look)
    qtbot.addWidget(made, before_close_func=lambda widget: widget.hide())
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def window(main_window: MainWindow) -> MainWindow:
    """The main window, shown on Today."""
    main_window.go("today")
    return main_window


class Desktop:
    """Whether it has a tray."""

    def __init__(self) -> None:
        self.there = True


@pytest.fixture
def tray(monkeypatch: pytest.MonkeyPatch) -> Desktop:
    """A desktop that has a tray, or none: set `tray.there`."""
    from PySide6.QtWidgets import QSystemTrayIcon

    desktop = Desktop()
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: desktop.there))
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _self: None)
    return desktop


@pytest.fixture
def quits(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """An entry for each time that the application was told to quit."""
    from PySide6.QtWidgets import QApplication

    told: list[int] = []
    monkeypatch.setattr(QApplication, "quit", lambda *_: told.append(1))
    return told


@pytest.fixture
def program(
    qtbot: QtBot,
    qapp: QApplication,
    parts: FakeParts,
    tray: Desktop,
    quits: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Program]:
    """The whole program of somebody who has answered the safety questions; nothing of it is shown yet. Where it begins,
    it is waited for what comes beside the window.
    """
    from coach.ui.app import Program

    parts.store.set_setting("reduced-motion", True)
    parts.store.add_safety(())
    before = qapp.palette(), qapp.font()
    made = Program(qapp, parts)
    begin = made.begin

    def begun(*given: object) -> None:
        with qtbot.waitSignal(made.accompanied):
            begin(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(made, "begin", begun)
    qtbot.addWidget(made.window, before_close_func=lambda _window: made.quit())
    yield made
    qapp.setPalette(before[0])
    qapp.setFont(before[1])
    qapp.setQuitOnLastWindowClosed(True)


@pytest.fixture
def remote(qapp: QApplication, parts: FakeParts) -> Remote:
    """What answers the command line in the running program."""
    from coach.ui.remote import Remote

    return Remote(parts)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The platform without a screen says what it cannot do (raise a window, cut it to a shape); nobody sees either."""
    here = str(Path(__file__).parent)
    for item in items:
        if str(item.path).startswith(here):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture
def in_a_rush(monkeypatch: pytest.MonkeyPatch) -> None:
    """All that a test does comes within the second in which one thing is announced, however slow the machine."""
    monkeypatch.setattr("coach.ui.announce.LEAST_MS", 3_600_000)
