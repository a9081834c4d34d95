"""Which nudge is a card of the window's process, and which has a process of its own."""

from __future__ import annotations

import pytest

from coach.reminders.nudge import Nudge
from coach.ui.nudge import either
from coach.ui.nudge.either import EitherScreen
from tests.ui.nudge.recorded import RecordedScreen


def nudge(show: str) -> Nudge:
    return Nudge("change-position", "Change position", "Time to shift.", "asked-for", show=show)


@pytest.fixture
def screens(qapp):
    here, within, alone = RecordedScreen(), RecordedScreen(), RecordedScreen()
    return EitherScreen(here, within, alone), here, within, alone


def test_a_card_is_drawn_here(screens):
    both, here, _, alone = screens
    both.show(nudge("nudge"))
    assert (here.shown, alone.shown, both.shown) == ("change-position", None, "change-position")


@pytest.mark.parametrize("show", ["notification", "full-screen"])
def test_all_else_elsewhere_and_one_at_a_time(screens, show):
    both, here, _, alone = screens
    both.show(nudge("nudge"))
    both.show(nudge(show))
    assert (here.shown, alone.shown, both.shown) == (None, "change-position", "change-position")
    both.put_away()
    assert both.shown is None


def test_on_wayland_nothing_is_drawn_here(screens, monkeypatch):
    monkeypatch.setattr(either.QGuiApplication, "platformName", lambda: "wayland-egl")
    both, here, _, alone = screens
    both.show(nudge("nudge"))
    assert (here.shown, alone.shown) == (None, "change-position")


def test_either_ones_words_are_passed_on(screens):
    both, here, _, alone = screens
    heard = []
    both.answered.connect(lambda *what: heard.append(what))
    both.expired.connect(lambda *what: heard.append(what))
    both.opened.connect(lambda *what: heard.append(what))
    here.answered.emit("change-position", "done", 0.0)
    alone.expired.emit("change-position", "why")
    alone.opened.emit("change-position")
    assert heard == [("change-position", "done", 0.0), ("change-position", "why"), ("change-position",)]


def test_what_was_clicked_comes_within_the_window(screens):
    both, here, within, alone = screens
    both.show(nudge("notification"))
    both.show(nudge("window"))
    assert (here.shown, within.shown, alone.shown) == (None, "change-position", None)
