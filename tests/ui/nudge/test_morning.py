"""The card of the next morning: its answers, what follows, and when it keeps away."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from coach.ui import beside
from coach.ui.nudge.asking import FollowsCard, MorningCard
from coach.ui.nudge.morning import MorningNudge
from coach.ui.nudge.morning_process import MorningProcess
from coach.ui.nudge.nudging import Nudging
from coach.ui.nudge.on_card import CardScreen
from tests.ui.parts import TUESDAY
from tests.ui.seeing import button, faults, settle, texts


@pytest.fixture
def trained(parts):
    """A session with work in it, the evening before."""
    parts.clock.set_wall(TUESDAY.replace(day=11, hour=18, minute=0))
    timeline = parts.timeline("routine", "desk-reset")
    session = parts.store.begin_session("routine", "desk-reset", timeline.title, 60, len(timeline.intervals))
    for index, interval in enumerate(timeline.intervals):
        parts.store.add_interval(session, index, interval, interval.seconds, "done", None, interval.named)
    parts.store.finish_session(session, "finished")
    parts.clock.set_wall(TUESDAY.replace(hour=8, minute=0))
    return parts


@pytest.fixture
def nudging(qtbot, qapp, trained, look):
    morning = MorningNudge(trained, look, qapp)
    made = Nudging(trained.desk, CardScreen(trained, look), morning)
    made.begin()
    assert morning.card is None, "not while a window may be opening"
    yield made
    made.stop()
    morning.setParent(None)


def mornings(parts) -> list[str | None]:
    return [session.morning for session in parts.store.past()]


@pytest.mark.parametrize(("word", "morning"), [("Better", "better"), ("The same", "same"), ("Worse", "worse")])
def test_it_is_asked_and_answered_on_the_card(qtbot, trained, nudging, word, morning):
    told = []
    nudging._beside.told.connect(lambda: told.append(True))
    nudging._wake()
    asking = nudging._beside.card
    assert isinstance(asking, MorningCard)
    assert {"Desk reset, 11 May", "How was the morning after?"} <= set(texts(asking))
    assert asking.accessibleName() == "How was the morning after Desk reset, 11 May?"
    qtbot.mouseClick(button(asking, word), Qt.MouseButton.LeftButton)
    assert mornings(trained) == [morning]
    assert told == [True]
    follows = nudging._beside.card
    assert isinstance(follows, FollowsCard)
    said = "Its exercises rest until" if morning == "worse" else "It goes on as it is."
    assert any(said in text for text in texts(follows))
    assert trained.own("desk-reset").is_empty is (morning == "worse")


def test_an_answer_can_be_taken_back(qtbot, trained, nudging):
    nudging._wake()
    qtbot.mouseClick(button(nudging._beside.card, "Worse"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(nudging._beside.card, "Undo"), Qt.MouseButton.LeftButton)
    assert mornings(trained) == [None]
    assert nudging._beside.card is None or not nudging._beside.card.isVisible()


@pytest.mark.parametrize("way", ["cross", "time", "reminder", "session"])
def test_however_it_goes_it_does_not_come_again(trained, nudging, way):
    nudging._wake()
    card = nudging._beside.card
    if way == "cross":
        button(card, "Not now").click()
    elif way == "time":
        card.answer(card.expired)
    elif way == "reminder":
        nudging.show_now("change-position")
    else:
        nudging.put_away()
    assert nudging._beside.card is None
    nudging.put_away()
    trained.clock.pass_time(600)
    nudging._wake()
    assert nudging._beside.card is None
    assert mornings(trained) == [None], "Today still has the question"


def test_it_keeps_away_from_eyes_that_see_it_on_today(trained, nudging):
    nudging._beside.is_asked_already = lambda: True
    nudging._wake()
    assert nudging._beside.card is None
    nudging._beside.is_asked_already = lambda: False
    nudging._wake()
    assert nudging._beside.card is not None


def test_it_keeps_quiet_with_the_reminders(trained, nudging):
    trained.desk.pause(None)
    nudging._wake()
    assert nudging._beside.card is None


def test_while_a_reminder_is_open_it_waits(trained, nudging):
    nudging.show_now("change-position")
    nudging._wake()
    assert nudging._beside.card is None


def test_the_program_asks_and_the_page_of_today_knows_the_answer(qtbot, trained, program):
    program.window.go("today")
    program.nudging._wake()
    qtbot.mouseClick(button(program.nudging._beside.card, "Better"), Qt.MouseButton.LeftButton)
    assert program.window.pages["today"].morning.buttons == {}


def test_before_somebody_who_looks_at_today_no_card_comes(qtbot, trained, program):
    program.begin()
    qtbot.waitUntil(program.window.isActiveWindow)
    program.nudging._wake()
    assert program.nudging._beside.card is None
    assert "better" in program.window.pages["today"].morning.buttons


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_on_it_is_cut(qtbot, trained, look, theme, scale):
    look.set_theme(theme)
    look.set_scale(scale)
    (session,) = trained.store.past(since=TUESDAY - timedelta(days=2))
    for made in (MorningCard(look, session, "Deep neck flexors"), FollowsCard(look, "Thank you. It goes on as it is.")):
        qtbot.addWidget(made)
        made.appear()
        settle()
        assert faults(made) == []


@pytest.fixture
def on_wayland(monkeypatch):
    monkeypatch.setattr(beside, "can_float", lambda: False)


def test_on_wayland_a_process_of_its_own_asks(trained, on_wayland, program):
    """A card of the window's would take the keyboard there."""
    assert isinstance(program.morning, MorningProcess)
    (session,) = trained.store.past()
    assert program.morning._to_ask() == session.uid
    assert program.morning._to_ask() is None
