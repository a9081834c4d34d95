"""No window but the main one is ever shown, not for a moment: a widget that is shown before it has a parent is one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from coach.ui.pages.session.page import SessionPage
from coach.ui.pages.welcome.steps import LastStep
from coach.ui.widgets.hero import Hero
from coach.ui.widgets.rail import places
from coach.ui.window import MainWindow
from tests.ui.parts import FakeParts
from tests.ui.seeing import settle
from tests.ui.session_parts import WindowParts


class Shown(QObject):
    """Every window that was shown, by the name of its class, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(type(watched).__name__)
        return False


@pytest.fixture
def shown(qapp) -> Iterator[Shown]:
    watcher = Shown()
    qapp.installEventFilter(watcher)
    yield watcher
    qapp.removeEventFilter(watcher)


def main_window(qtbot, parts: FakeParts, look) -> MainWindow:
    parts.store.add_safety(())
    window = MainWindow(parts, look)
    qtbot.addWidget(window, before_close_func=lambda widget: widget.hide())
    window.show()
    return window


def test_that_a_widget_without_a_parent_is_seen(qtbot, shown):
    stray = QWidget()
    qtbot.addWidget(stray)
    stray.setVisible(True)
    assert shown.names == ["QWidget"]


def test_every_page_is_shown_in_the_main_window_alone(qtbot, parts, look, shown):
    window = main_window(qtbot, parts, look)
    catalogue = parts.library.catalogue
    within = [
        ("routine", next(iter(catalogue.routines))),
        ("exercise", next(iter(catalogue.exercises))),
        ("plan", next(iter(catalogue.plans))),
    ]
    for page, argument in [*((name, "") for name, *_ in places()), *within]:
        window.go(page, argument)
        settle()
    assert shown.names == ["MainWindow"]


def test_today_with_a_session_cut_short_and_one_done_is_no_second_window(qtbot, parts, look, shown):
    parts.finish("desk-reset")
    parts.begin("desk-reset")
    main_window(qtbot, parts, look).go("today")
    settle()
    assert shown.names == ["MainWindow"]


def test_a_session_from_its_start_to_its_last_question_is_in_the_main_window(qtbot, look, shown):
    window = main_window(qtbot, WindowParts(), look)
    window.go("routines")
    window.start("routine", "mixed")
    settle()
    page = window.covers.page
    assert isinstance(page, SessionPage)
    page.toggle_room()
    page.hurts()
    page.ask.answered.emit("pain", "answer", 4)
    settle()
    page.ask_end()
    page.ask.answered.emit("end", "end", None)
    settle()
    page.finish.finished.emit(2, 0)
    settle()
    assert shown.names == ["MainWindow"]


def test_the_safety_questions_and_the_wall_test_are_in_the_main_window(qtbot, look, shown):
    parts = WindowParts()
    window = main_window(qtbot, parts, look)
    window.covers.ask_safety()
    settle()
    window.leave_session()
    window.go("walltest")
    settle()
    window.pages["walltest"].pages.intro.start_button.click()
    for _ in range(120):
        parts.clock.pass_time(0.5)
        window.pages["walltest"].advance()
        qtbot.keyClick(window.pages["walltest"], Qt.Key.Key_1)
    settle()
    window.leave_session()
    assert shown.names == ["MainWindow"]


def test_the_welcome_is_in_the_main_window(qtbot, parts, look, shown):
    page = main_window(qtbot, parts, look).covers.welcome()
    while not isinstance(page.step, LastStep):
        page.forward()
        settle()
    assert shown.names == ["MainWindow"]


@pytest.mark.parametrize("flat", [True, False])
def test_a_hero_is_no_window_before_it_is_put_anywhere(qtbot, look, shown, flat):
    hero = Hero(look, flat=flat)
    qtbot.addWidget(hero)
    assert shown.names == []
