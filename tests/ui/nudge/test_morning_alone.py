"""The process of the question of a morning: it is drawn as every card is, so that it takes no keyboard."""

from __future__ import annotations

import os

import pytest

from coach.bootstrap.display import NoWindow
from coach.ui.nudge import morning_alone as module
from coach.ui.nudge.way import Drawing


class DrawnError(Exception):
    """It would be drawn now."""


@pytest.fixture
def asked(monkeypatch, parts):
    """Ask about the session that there is, on a desktop of which `drawing` says what it is given."""

    session = parts.store.begin_session("routine", "desk-reset", "Desk reset", 60, 4)
    parts.store.finish_session(session, "finished")

    def draw():
        raise DrawnError(os.environ.get("QT_QPA_PLATFORM", ""))

    def ask(drawn: Drawing) -> int:
        monkeypatch.setattr(module, "drawing", lambda *_: drawn)
        return module.main([session.uid for session in parts.store.past()], {})

    monkeypatch.setenv("QT_QPA_PLATFORM", "wayland")
    monkeypatch.setattr(module, "build", lambda *_, **__: parts)
    monkeypatch.setattr(parts, "close", lambda: None, raising=False)
    monkeypatch.setattr(module, "make_application", draw)
    return ask


def test_beside_wayland_it_is_a_window_of_the_x_server(asked):
    with pytest.raises(DrawnError, match="xcb"):
        asked(Drawing("xcb"))


def test_where_nothing_can_be_drawn_today_keeps_the_question(asked):
    assert asked(Drawing(why_not=NoWindow("no-display"))) == 0


def test_elsewhere_qt_chooses(asked):
    with pytest.raises(DrawnError, match="wayland"):
        asked(Drawing())
