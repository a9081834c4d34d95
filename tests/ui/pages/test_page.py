"""What all pages share: each is laid out once, and painted as it stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QApplication, QWidget

from coach.ui.widgets.hero import Hero
from tests.ui.seeing import settle


class Painted(QObject):
    """The places in which a widget was painted."""

    def __init__(self, qapp: QApplication) -> None:
        super().__init__()
        self.places: list[QRect] = []
        qapp.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, Hero):
            self.places.append(watched.geometry())
        return False


@pytest.mark.parametrize("before", ["", "progress"], ids=["the first page", "after another"])
def test_what_is_longer_than_the_window_is_painted_where_it_stays(qapp, window, before):
    if before:
        window.go(before)
        settle()
    painted = Painted(qapp)
    window.go("plan", "eight-weeks")
    settle()
    page = window.pages["plan"]
    assert page.verticalScrollBar().isVisible()
    window.go("plan", "eight-weeks")
    settle()
    qapp.removeEventFilter(painted)
    its_own = page.findChildren(Hero)[-1].geometry()
    assert painted.places
    assert {place.getRect() for place in painted.places} == {its_own.getRect()}


def test_the_bar_goes_where_all_has_room(window):
    window.go("plan", "eight-weeks")
    settle()
    page = window.pages["plan"]
    window.resize(1180, 9000)
    settle()
    assert not page.verticalScrollBar().isVisible()
    content = page.widget()
    assert isinstance(content, QWidget)
    assert content.width() == page.viewport().width() == page.width()


def test_a_page_that_cannot_be_built_does_not_stay_empty(window, monkeypatch):
    window.go("progress")
    settle()
    page = window.pages["progress"]

    def build(_column):
        raise RuntimeError("no")

    with monkeypatch.context() as broken:
        broken.setattr(page, "build", build)
        with pytest.raises(RuntimeError):
            page.refresh()
    page.refresh()
    settle()
    assert page.widget().isVisible()


def test_what_is_built_anew_stays_where_one_reads(window):
    window.go("plan", "eight-weeks")
    settle()
    page = window.pages["plan"]
    page.verticalScrollBar().setValue(200)
    page.refresh()
    settle()
    assert page.verticalScrollBar().value() == 200
