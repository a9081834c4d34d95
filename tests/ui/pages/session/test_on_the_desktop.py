"""The session page and the desktop's media keys: they do what its own keys do, and no more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coach.ui.pages.session.page import SessionPage
from tests.fakes import FakeMedia
from tests.ui.session_parts import WindowParts

Key = Qt.Key
ANGEL = 1  # the index in the timeline of `mixed`


class Session:
    """A page two seconds into its first exercise."""

    def __init__(self, qtbot, look) -> None:
        self.parts = WindowParts()
        self.desktop: FakeMedia = self.parts.media
        self.page = SessionPage(self.parts, look)
        qtbot.addWidget(self.page)
        self.page.show()
        self.page.begin(self.parts.timeline("routine", "mixed"))
        self.wait(7.0)

    def key(self, key: Key) -> None:
        QTest.keyClick(self.page.ask.focusWidget() if self.page.ask.question else self.page, key)

    def wait(self, seconds: float) -> None:
        """In steps that no player takes for a sleeping machine."""
        for _ in range(int(seconds * 2)):
            self.parts.clock.pass_time(0.5)
            self.page.advance()

    @property
    def state(self) -> str:
        return self.page.conductor.view().state

    @property
    def index(self) -> int:
        return self.page.conductor.view().index


@pytest.fixture
def session(qtbot, look) -> Iterator[Session]:
    found = Session(qtbot, look)
    yield found
    found.page.leave()
    found.parts.store.close()


def test_the_desktop_is_shown_what_is_done(session):
    shown = session.desktop.shown
    assert (shown.part, shown.title, shown.album) == (ANGEL, "Wall angel", "Mixed bag")
    assert (shown.position, shown.length, shown.is_running, shown.is_open) == (2.0, 20.0, True, True)
    session.page.leave()
    assert not session.desktop.is_there


def test_its_keys_pause_and_go_on(session):
    session.desktop.ask("pause")
    assert session.state == "paused"
    assert not session.desktop.shown.is_running
    session.desktop.ask("pause")
    assert session.state == "paused"
    session.desktop.ask("play")
    assert session.state == "reentry"
    assert session.desktop.shown.is_running
    session.desktop.ask("play")
    session.wait(3.0)
    assert session.state == "running"
    session.desktop.ask("toggle")
    assert session.state == "paused"


def test_its_keys_go_on_and_back(session):
    session.desktop.ask("next")
    assert session.index == ANGEL + 1
    assert session.desktop.shown.part == ANGEL + 1
    session.desktop.ask("back")
    assert session.index == ANGEL
    assert session.desktop.shown.position == 0.0


def test_a_question_has_to_be_answered_first(session):
    for key in (Key.Key_Escape, Key.Key_H):
        session.key(key)
        assert session.page.ask.question is not None
        assert not session.desktop.shown.is_open
        before = session.state
        for command in ("play", "pause", "toggle", "next", "back"):
            session.desktop.ask(command)
        assert (session.state, session.index) == (before, ANGEL)
        session.key(Key.Key_Escape)
        assert session.page.ask.question is None
        assert session.desktop.shown.is_open


def test_a_page_that_is_not_shown_obeys_nobody(session):
    session.page.hide()
    assert not session.desktop.shown.is_open
    session.desktop.ask("play")
    assert session.state == "paused"
    session.page.show()
    assert session.desktop.shown.is_open


def test_the_last_next_ends_it_and_the_desktop_is_shown_nothing(session):
    while session.desktop.is_there:
        session.desktop.ask("next")
    assert session.page.finish is not None
    assert session.page.conductor.ended is not None
