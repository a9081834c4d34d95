"""Whatever is laid over a page: to a screen reader a dialog, which keeps the keyboard and gives it back."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from importlib import import_module

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

import coach.ui
from coach.ui.pages.conditions import ConditionsPage
from coach.ui.pages.framed import Framed
from coach.ui.pages.safety import SafetyPage
from coach.ui.pages.session.ask import Ask
from coach.ui.pages.session.finish import FinishPage
from coach.ui.pages.session.page import SessionPage
from coach.ui.pages.session.who_speaks import WhoSpeaksPage
from coach.ui.pages.welcome.steps import LastStep, Step
from coach.ui.pages.without_tray import WithoutTrayPage
from coach.ui.widgets.keys_dialog import KeysDialog
from coach.ui.widgets.overlay import Overlay
from coach.ui.window import MainWindow
from tests.beside import every_day
from tests.fakes import FakeVoice
from tests.ui.seeing import settle

MOST_STOPS = 60
KEY = Qt.Key


def _session(window: MainWindow) -> SessionPage:
    window.parts.store.add_safety(())
    window.start("routine", next(iter(window.parts.library.catalogue.routines)))
    page = window.covers.page
    assert isinstance(page, SessionPage)
    return page


def _who_speaks(window: MainWindow) -> None:
    parts = window.parts
    parts.store.add_safety(())
    parts.screen_reader.now, parts.voice = True, FakeVoice()
    window.start("routine", next(iter(parts.library.catalogue.routines)))


def _pain(window: MainWindow) -> None:
    _session(window).hurts()


def _end(window: MainWindow) -> None:
    _session(window).ask_end()


def _finish(window: MainWindow) -> None:
    page = _session(window)
    page.hurts()
    assert page.ask.scale is not None
    page.ask.scale.setValue(9)
    QApplication.sendPostedEvents()
    page.ask.buttons["confirm" if "confirm" in page.ask.buttons else next(iter(page.ask.buttons))].click()


def _welcome(at: int) -> Callable[[MainWindow], None]:
    def opened(window: MainWindow) -> None:
        page = window.covers.welcome()
        for _ in range(at):
            page.forward()
            settle()

    return opened


OPENED: dict[str, tuple[type[Overlay], Callable[[MainWindow], object]]] = {
    "safety": (SafetyPage, lambda window: window.covers.ask_safety()),
    "conditions": (ConditionsPage, lambda window: window.covers.ask_conditions()),
    "without a tray": (WithoutTrayPage, lambda window: window.covers.ask_without_tray(lambda _way: None)),
    "who speaks": (WhoSpeaksPage, _who_speaks),
    "keys": (KeysDialog, lambda window: window.shown_keys.toggle()),
    "it hurts": (Ask, _pain),
    "whether to end": (Ask, _end),
    "finish": (FinishPage, _finish),
    "welcome": (Overlay, _welcome(0)),
    "welcome, safety": (SafetyPage, _welcome(1)),
    "welcome, conditions": (Framed, _welcome(2)),
    "welcome, a step": (Step, _welcome(3)),
    "welcome, the last": (LastStep, _welcome(6)),
}


def _kinds(of: type[QWidget] = Overlay) -> set[type[QWidget]]:
    return {of}.union(*(_kinds(each) for each in of.__subclasses__()))


def test_each_kind_is_opened_here() -> None:
    for module in pkgutil.walk_packages(coach.ui.__path__, "coach.ui."):
        import_module(module.name)
    assert {kind for kind in _kinds() if kind.__module__.startswith("coach.")} == {kind for kind, _ in OPENED.values()}


@pytest.fixture
def window(qtbot, window) -> MainWindow:
    """It has the keyboard."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def _opened(window: MainWindow, name: str) -> Overlay:
    kind, opening = OPENED[name]
    opening(window)
    settle()
    found = [each for each in window.findChildren(Overlay) if each.isVisible()]
    assert len(found) == 1  # one in another would be read twice
    assert type(found[0]) is kind
    return found[0]


def _is_in(overlay: QWidget) -> bool:
    here = QApplication.focusWidget()
    return here is not None and (here is overlay or overlay.isAncestorOf(here))


@pytest.mark.parametrize("name", every_day(("safety", "conditions", "without a tray"), OPENED))
def test_it_is_a_dialog_that_keeps_the_keyboard_and_below_it_nothing_can_be_pressed(qtbot, window, name) -> None:
    overlay = _opened(window, name)
    read = QAccessible.queryAccessibleInterface(overlay)
    assert read.role() == QAccessible.Role.Dialog
    assert read.text(QAccessible.Text.Name)
    assert _is_in(overlay)
    if overlay.hasFocus():  # else all of it is read by its description, and by what stands in it
        assert not overlay.accessibleDescription()
    _nothing_below_can_be_pressed(window, overlay)
    for key in (KEY.Key_Tab, KEY.Key_Backtab):
        met: list[QWidget] = []
        while QApplication.focusWidget() not in met[1:]:  # it goes round; what has it at first may be no stop
            met.append(QApplication.focusWidget())
            assert len(met) < MOST_STOPS
            qtbot.keyClick(QApplication.focusWidget(), key)
            assert _is_in(overlay)


def _nothing_below_can_be_pressed(window: MainWindow, overlay: Overlay) -> None:
    for button in window.findChildren(QWidget):
        if button.focusPolicy() & Qt.FocusPolicy.TabFocus and not overlay.isAncestorOf(button):
            assert not (button.isVisible() and button.isEnabled()) or button.isAncestorOf(overlay)


BACK = {
    "safety": KEY.Key_Escape,
    "conditions": KEY.Key_Escape,
    "without a tray": KEY.Key_Escape,
    "keys": KEY.Key_Escape,
}
BACK |= {"welcome": KEY.Key_Escape, "welcome, the last": KEY.Key_Escape}


@pytest.mark.parametrize("name", every_day(("conditions", "without a tray", "welcome"), BACK))
def test_escape_leaves_it_and_what_had_the_keyboard_has_it_again(qtbot, window, name) -> None:
    window.go("routines")
    window.pages["routines"].field.edit.setFocus()
    _opened(window, name)
    qtbot.keyClick(QApplication.focusWidget(), BACK[name])
    settle()
    assert not [each for each in window.findChildren(Overlay) if each.isVisible()]
    has_it = QApplication.focusWidget()
    assert has_it is window.pages["routines"].field.edit  # which is made anew where the page is
    assert has_it.isVisible()
    assert has_it.isEnabled()


def test_what_was_made_anew_meanwhile_has_it_again(qtbot, window) -> None:
    """A page shows what is known now as it comes back into view."""
    window.go("routine", next(iter(window.parts.library.catalogue.routines)))
    start = next(
        each for each in window.stage.currentWidget().findChildren(QWidget) if each.accessibleName().startswith("Start")
    )
    name = start.accessibleName()
    start.setFocus()
    _opened(window, "safety")
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    settle()
    assert QApplication.focusWidget().accessibleName() == name


@pytest.mark.parametrize("name", ["it hurts", "whether to end"])
def test_a_session_has_the_keyboard_again_once_it_goes_on(qtbot, window, name) -> None:
    """Not the button that was pressed: what a session says is said by what has the keyboard."""
    overlay = _opened(window, name)
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    settle()
    assert not overlay.isVisible()
    assert window.covers.page.hasFocus()
    assert window.covers.page.view_page.isEnabled()
