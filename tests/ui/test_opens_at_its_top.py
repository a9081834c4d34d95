"""Whatever is opened shows its heading first, however large the text and however small the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from coach.ui.look.window_look import WindowLook
from coach.ui.routes import ROUTES
from coach.ui.window import MainWindow
from tests.ui.parts import FakeParts
from tests.ui.seeing import settle, to_the_front

pytestmark = pytest.mark.slow

SIZES = ((2.0, QSize(800, 560)), (2.0, QSize(1180, 760)), (1.0, QSize(800, 560)))
ABOUT = {"routine": "desk-reset", "exercise": "chin-tuck", "plan": "eight-weeks", "reminder": "desk-reset"}


def scrolled(view: QWidget) -> list[int]:
    """How far what is seen of it is scrolled down."""
    areas = [view] if isinstance(view, QScrollArea) else []
    areas += view.findChildren(QScrollArea)
    return [area.verticalScrollBar().value() for area in areas if area.isVisible()]


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]:g} at {size[1].width()}")
def window(request, qtbot, qapp) -> MainWindow:
    scale, size = request.param
    made = MainWindow(FakeParts(), WindowLook("light", scale, reduced_motion=True))
    qtbot.addWidget(made, before_close_func=lambda widget: widget.hide())
    made.resize(size)
    to_the_front(qtbot, made)
    made.go("today")
    settle()
    return made


def test_every_page_opens_at_its_top_and_does_so_again(window):
    """Also where the lowest control of the page before had the keyboard, or that of this page."""
    found = {}
    for page in ROUTES:
        if ROUTES[page].within and page not in ABOUT:
            continue
        for time in ("first", "again"):
            window.go(page, ABOUT.get(page, ""))
            settle()
            if any(scrolled(window.pages[page])):
                found[page, time] = scrolled(window.pages[page])
            if (lowest := _lowest(window.pages[page])) is not None:
                lowest.setFocus()
                settle()
            window.go("today" if page != "today" else "learn")
            settle()
    assert found == {}


def test_the_way_back_leads_to_where_one_was(window):
    window.go("routines")
    settle()
    page = window.pages["routines"]
    page.verticalScrollBar().setValue(900)
    window.go("routine", "desk-reset")
    settle()
    window.back()
    settle()
    assert page.verticalScrollBar().value() == 900


def _lowest(page: QWidget) -> QWidget | None:
    """The control that stands furthest down."""
    controls = [one for one in page.findChildren(QWidget) if one.isVisible() and one.focusPolicy() and one.isEnabled()]
    return max(controls, key=lambda one: one.mapTo(page, one.rect().bottomLeft()).y(), default=None)


def test_what_covers_the_window_opens_at_its_top(window):
    for begin in (window.covers.ask_safety, window.covers.ask_conditions, window.covers.welcome):
        button = next(one for one in window.pages["today"].findChildren(QWidget) if one.focusPolicy())
        button.setFocus()
        begin()
        settle()
        assert not any(scrolled(window.covers.page)), begin
        assert window.covers.page.isAncestorOf(QApplication.focusWidget()) or window.covers.page.hasFocus()
        window.covers.leave()
        settle()
