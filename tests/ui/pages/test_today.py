"""Today: what it says at which moment, and what its controls do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from coach.today.suggestion import daily_routine, shortest_routine
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.hero import Hero
from coach.ui.widgets.ring import Ring
from tests.ui.parts import TUESDAY, shipped
from tests.ui.seeing import button, settle, texts


def at_desk(parts, minutes: float) -> None:
    for _ in range(round(minutes * 2)):
        parts.clock.pass_time(30)
        parts.desk.tick()


def today(window) -> list[str]:
    window.go("today")
    return texts(window.pages["today"])


@pytest.mark.parametrize(("hour", "greeting"), [(7, "Good morning"), (12, "Good afternoon"), (20, "Good evening")])
def test_the_greeting_knows_the_hour(window, hour, greeting):
    window.parts.clock.set_wall(TUESDAY.replace(hour=hour))
    assert greeting in today(window)


def test_the_first_day_offers_the_daily_routine_and_a_short_way_out(window):
    started = []
    window.to.start.disconnect()
    window.to.start.connect(lambda kind, name: started.append((kind, name)))
    shown = today(window)
    daily = daily_routine(shipped())
    assert str(shipped().routines[daily].title) in shown
    assert "A good start" in shown
    button(window.pages["today"], "Start").click()
    short = shortest_routine(shipped(), window.parts.routine_seconds)
    way_out = next(b for b in window.pages["today"].findChildren(Button) if b.text().startswith("Only"))
    way_out.click()
    assert started == [("routine", daily), ("routine", short)]


def test_what_was_done_stands_there_with_its_time(window):
    window.parts.finish("desk-reset")
    shown = today(window)
    assert "1 done" in shown
    assert "2 min, at 10:48" in shown
    assert "effort 2" in shown
    assert "1 of 7 days" in shown


def test_the_decision_keeps_its_height_when_the_reminder_gains_a_bar(window):
    today(window)
    settle()
    page = window.pages["today"]
    hero, card = page.findChild(Hero), page.reminder
    heights = []
    for share in (0.0, 0.4, 0.0):
        card._meter.set_share(share)
        card._meter.setVisible(share > 0)
        settle()
        heights.append((hero.height(), card.height()))
    assert len(set(heights)) == 1


def test_the_wall_test_tells_of_the_change_and_the_day(window):
    window.parts.tested(days_ago=9, hold=19)
    window.parts.tested(days_ago=2, hold=24)
    shown = today(window)
    assert "5 s longer" in shown
    window.parts.tested(days_ago=0, hold=20)
    assert "4 s shorter" in today(window)
    window.parts.tested(days_ago=0, hold=20, focus=())
    shown = today(window)
    assert "The same as before" in shown
    assert "No area stands out." in shown


def test_a_change_of_the_hold_is_the_one_between_the_seconds_shown(window):
    window.parts.tested(days_ago=9, hold=24.6)  # shown as 25
    window.parts.tested(days_ago=2, hold=27.4)
    assert "2 s longer" in today(window)


def test_without_a_test_the_card_leads_there(window):
    today(window)
    button(window.pages["today"], "Do the test").click()
    assert window.page == "walltest"


def test_the_first_test_is_called_the_first(window):
    window.parts.tested(days_ago=30, hold=12)
    shown = today(window)
    assert "Your first hold" in shown


def test_the_switch_pauses_the_reminders(window):
    today(window)
    page = window.pages["today"]
    page.reminder.on.click()
    assert window.parts.desk.status().paused
    assert "Paused until you resume" in texts(page)
    page.reminder.on.click()
    assert not window.parts.desk.status().paused


def test_the_next_reminder_follows_the_clock(window):
    at_desk(window.parts, 18)
    today(window)
    page = window.pages["today"]
    before = page.reminder.when.text()
    at_desk(window.parts, 5)
    page.tick()
    assert page.reminder.when.text() != before


def test_the_ring_on_today_grows_with_its_number(lived_in, window):
    window.look.set_scale(2.0)
    window.go("today")
    assert window.pages["today"].findChildren(Ring)[-1].width() == 184


def test_a_click_on_todays_decision_starts_nothing(qtbot, window):
    started = []
    window.to.start.disconnect()
    window.to.start.connect(lambda *what: started.append(what))
    window.go("today")
    hero = window.pages["today"].findChild(Hero)
    qtbot.mouseClick(hero, Qt.MouseButton.LeftButton, pos=hero.rect().bottomRight() - QPoint(40, 40))
    assert started == []


# --- the morning after ---


@pytest.fixture
def trained(window):
    """A session with work in it, the evening before; today's page is shown."""
    parts = window.parts
    now = parts.clock.wall()
    parts.clock.set_wall(TUESDAY.replace(day=11, hour=18, minute=0))
    timeline = parts.timeline("routine", "desk-reset")
    session = parts.store.begin_session("routine", "desk-reset", timeline.title, 60, len(timeline.intervals))
    for index, interval in enumerate(timeline.intervals):
        parts.store.add_interval(session, index, interval, interval.seconds, "done", None, interval.named)
    parts.store.finish_session(session, "finished")
    parts.clock.set_wall(now)
    window.go("today")
    return window.pages["today"]


def mornings(window) -> list[str | None]:
    return [session.morning for session in window.parts.store.past()]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("better", "Thank you. It goes on as it is."),
        ("same", "Thank you. It goes on as it is."),
        ("worse", "Thank you for telling it. Its exercises rest until 13 May, 18:00."),
    ],
)
def test_the_morning_after_is_asked_once_and_what_follows_is_told(window, trained, answer, said):
    assert "How was the morning after Desk reset, 11 May?" in texts(trained)
    assert list(trained.morning.buttons) == ["better", "same", "worse", "not now"]
    trained.morning.buttons[answer].click()
    assert mornings(window) == [answer]
    assert said in texts(trained)
    assert trained.morning.announcer.said == [said]
    assert trained.morning.buttons["undo"].accessibleDescription() == said
    shown = today(window)
    assert said not in shown
    assert not any("morning after" in text for text in shown)


def test_worse_rests_its_exercises_and_undo_brings_them_back(window, trained):
    parts = window.parts
    trained.morning.buttons["worse"].click()
    assert parts.own("desk-reset").is_empty
    trained.morning.buttons["undo"].click()
    assert mornings(window) == [None]
    assert not parts.own("desk-reset").is_empty
    assert "better" in trained.morning.buttons, "it is asked again"


def test_not_now_is_not_asked_again_in_this_window(window, trained):
    trained.morning.buttons["not now"].click()
    assert mornings(window) == [None]
    assert trained.morning.buttons == {}
    today(window)
    assert trained.morning.buttons == {}


def test_a_day_without_a_session_before_it_asks_nothing(window):
    window.parts.finish("desk-reset")
    today(window)
    assert window.pages["today"].morning.buttons == {}
