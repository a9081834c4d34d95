"""Today, Reminders and Settings: what they say at which moment, and what their controls do."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coach.ui.look.window_look import WindowLook
from coach.ui.suggest import also, daily_routine, shortest_routine, suggested
from coach.ui.widgets.hero import Hero
from coach.ui.widgets.rail import DeskStatusBox, Rail
from coach.ui.words.desk import desk_view, log_view, schedule
from coach.ui.words.pauses import pause_choices
from tests.ui.parts import TUESDAY, shipped
from tests.ui.seeing import button, settle, texts


def at_desk(parts, minutes: float) -> None:
    for _ in range(round(minutes * 2)):
        parts.clock.pass_time(30)
        parts.desk.tick()


def today(window) -> list[str]:
    window.go("today")
    return texts(window.pages["today"])


# --- today ---


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
    short = shortest_routine(window.parts)
    from coach.ui.widgets.buttons import Button

    way_out = next(b for b in window.pages["today"].findChildren(Button) if b.text().startswith("Only"))
    way_out.click()
    assert started == [("routine", daily), ("routine", short)]


def test_what_was_done_today_is_not_suggested_again_while_there_is_another(parts):
    parts.tested(days_ago=1, hold=20, focus=("neck",))
    first = suggested(parts)
    assert first.why == "From your wall test"
    second = suggested(parts, frozenset({first.id}))
    assert (second.id, second.why) == (daily_routine(shipped()), "For every day") or second.why.startswith("Done today")
    both = suggested(parts, frozenset({first.id, second.id}))
    assert both.why == "Done today. Once more, if you like"
    assert first.id not in also(parts, first.id)


def test_the_shortest_routine_can_be_done_at_a_desk(parts):
    from coach.ui.words import common as words

    routine = shipped().routines[shortest_routine(parts)]
    assert routine.goal == "desk" or set(words.needs(routine, shipped().exercises)) <= {"chair", "desk"}


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


# --- reminders ---


@pytest.fixture
def reminders(window):
    window.go("reminders")
    return window.pages["reminders"]


def test_every_reminder_has_its_line(reminders):
    shown = texts(reminders)
    for reminder in shipped().reminders.values():
        assert str(reminder.title) in shown
        assert schedule(reminder, shipped()) in shown


def test_schedules_in_words():
    found = {name: schedule(reminder, shipped()) for name, reminder in shipped().reminders.items()}
    assert found["change-position"] == "Every 30 min at the desk, Mon to Fri, 9:00 to 17:30"
    assert found["desk-reset"] == "At 10:30 and 15:00, Mon to Fri, offers Desk reset"


def test_a_switch_turns_its_reminder_off_and_on(window, reminders):
    changed = []
    window.desk_changed.connect(lambda: changed.append(1))
    switch = reminders.switches["change-position"]
    assert switch.isChecked()
    switch.click()
    assert "change-position" not in desk_view(window.parts).enabled
    assert reminders._times["change-position"].text() == ""
    switch.click()
    assert "change-position" in desk_view(window.parts).enabled
    assert len(changed) == 2


def test_trying_a_reminder_asks_for_it(window, reminders):
    asked = []
    window.nudge_wanted.connect(asked.append)
    button(reminders, "Try Five-minute break now").click()
    reminders.try_now.click()
    assert asked == ["five-minute-break", desk_view(window.parts).next_id]


def test_quiet_for_an_hour_and_back(window, reminders):
    menu = reminders.quiet_menu()
    actions = {action.text(): action for action in menu.actions()}
    assert list(actions) == ["For 30 minutes", "For 1 hour", "For 2 hours", "Until tomorrow", "Until I resume"]
    actions["For 1 hour"].trigger()
    assert "Paused until 12:48" in texts(reminders)
    button(reminders, "Resume").click()
    assert not window.parts.desk.status().paused


def test_the_quiet_button_opens_its_menu_below_it(monkeypatch, reminders):
    from PySide6.QtWidgets import QMenu

    opened = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, place: opened.append((len(menu.actions()), place)))
    reminders.quiet.click()
    assert opened == [(5, reminders.quiet.mapToGlobal(reminders.quiet.rect().bottomLeft()))]


@pytest.mark.parametrize(("hour", "left"), [(11, 17 * 3600), (23, 5 * 3600), (2, 2 * 3600)])
def test_tomorrow_begins_in_the_small_hours(hour, left):
    now = TUESDAY.replace(hour=hour, minute=0)
    assert dict(pause_choices(now))["Until tomorrow"] == left


def test_todays_line_says_what_came_and_why(window, reminders):
    parts = window.parts
    nudge = parts.desk.now("change-position")
    parts.desk.snooze(nudge.id, 300)
    reminders.tick()
    shown = texts(reminders)
    assert "for 5 min" in shown
    assert [entry.what for entry in log_view(parts)] == ["shown", "snoozed"]
    assert "1 came, 0 waited" in shown


def test_a_reason_to_be_quiet_is_marked(window, reminders):
    parts = window.parts
    at_desk(parts, 29)
    parts.quiet.now = frozenset({"camera"})
    at_desk(parts, 3)
    reminders.tick()
    view = desk_view(parts)
    assert "camera" in view.quiet
    assert view.rail == "A reminder waits"
    assert "camera is in use" in view.sentence
    assert reminders._reasons["camera"]._kind == "caution"


@pytest.mark.parametrize(
    ("moment", "shown"),
    [(timedelta(hours=1), "15:00"), (timedelta(hours=20), "10:30"), (timedelta(days=4), "Mon")],
)
def test_when_a_reminder_comes_is_said_as_a_person_would(window, moment, shown):
    window.parts.clock.set_wall(TUESDAY + moment)
    window.parts.desk.tick()
    assert desk_view(window.parts).times["desk-reset"].endswith(shown)


def test_without_any_reminder_the_desk_says_so(window):
    for name in shipped().reminders:
        window.parts.desk.enable(name, False)
    view = desk_view(window.parts)
    assert view.sentence == "No reminder is switched on."
    assert view.rail == "No reminders"


# --- settings ---


@pytest.fixture
def settings(window):
    window.go("settings")
    return window.pages["settings"]


def test_the_theme_changes_at_once_and_is_kept(window, settings):
    button(settings, "Theme: Dark").click()
    assert window.look.theme.name == "dark"
    assert window.parts.store.setting("theme") == "dark"
    button(settings, "Theme: High contrast").click()
    assert window.look.theme.name == "contrast"


def test_the_text_size_changes_at_once_and_is_kept(window, settings):
    button(settings, "Text size: 150 %").click()
    assert window.look.scale == 1.5
    assert window.parts.store.setting("text-size") == 1.5


def test_motion_is_reduced_at_once_and_kept(window, settings):
    button(settings, "Reduced motion").click()
    assert window.look.reduced_motion is False
    assert window.parts.store.setting("reduced-motion") is False


def test_sound_is_muted_and_its_volume_heard_once(qtbot, window, settings):
    from PySide6.QtCore import Qt

    from coach.ui.widgets.slider import Slider

    parts = window.parts
    button(settings, "Sound cues").click()
    assert parts.cues.muted
    assert parts.store.setting("muted") is True
    slider = settings.findChild(Slider)
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert parts.store.setting("volume") == parts.cues.volume == 1.0
    assert parts.cues.played == ["go"]


def test_missing_sound_is_said_where_sound_is_set(window):
    window.parts.cues.trouble = "No sound device was found."
    window.go("settings")
    assert "No sound device was found." in texts(window.pages["settings"])


def test_the_day_of_the_safety_questions_is_shown(window):
    window.parts.store.set_setting("safety-passed", "2026-05-01")
    window.go("settings")
    assert "Answered on 1 May." in texts(window.pages["settings"])
    window.parts.store.set_setting("safety-passed", "2025-11-29")
    window.go("settings")
    assert "Answered on 29 Nov 2025." in texts(window.pages["settings"])


# --- the rail ---


@pytest.mark.parametrize("scale", [1.0, 1.3, 1.6, 2.0])
@pytest.mark.parametrize("seconds", [30, 600, 1770, 1799, 3599, 7200, 40_000, 90_000, 400_000])
def test_what_the_rail_says_of_the_desk_is_not_cut(qtbot, parts, scale, seconds):
    rail = Rail(WindowLook("light", scale))
    qtbot.addWidget(rail)
    rail.resize(rail.width(), 750)
    rail.show()
    said = []
    parts.desk.pause(seconds)
    said.append(desk_view(parts).rail)
    parts.desk.pause(None)
    said.append(desk_view(parts).rail)
    parts.desk.resume()
    said.append(desk_view(parts).rail)
    parts.clock.pass_time(seconds)
    parts.desk.tick()
    view = desk_view(parts)
    said += [view.rail, view.at_desk]
    status = rail.findChild(DeskStatusBox)
    assert [line for line in said if status.shown(line) != line] == []
