"""Reminders: what they say at which moment, and what their controls do."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from coach.content.model import Window
from coach.reminders.desk_hours import DeskHours
from coach.ui.widgets.log import LogRow
from coach.ui.words.desk import desk_view, log_view
from coach.words.schedules import schedule
from tests.beside import slow
from tests.ui.parts import TUESDAY, shipped
from tests.ui.seeing import button, texts


def at_desk(parts, minutes: float) -> None:
    for _ in range(round(minutes * 2)):
        parts.clock.pass_time(30)
        parts.desk.tick()


@pytest.fixture
def reminders(window):
    window.go("reminders")
    return window.pages["reminders"]


def test_every_reminder_has_its_line(reminders):
    shown = texts(reminders)
    for reminder in shipped().reminders.values():
        assert str(reminder.title) in shown
        assert schedule(reminder, shipped()) in shown


def test_who_sits_and_stands_in_turn_says_which_it_is(qtbot, window, reminders):
    turns = reminders.positions["sit-and-stand"]
    assert not turns.isVisible()
    window.parts.desk.enable("sit-and-stand", True)
    reminders.tick()
    assert (turns.isVisible(), turns.value()) == (True, "sitting")
    qtbot.mouseClick(turns.thumb("standing"), Qt.MouseButton.LeftButton)
    assert window.parts.desk.status().position == "standing"
    assert desk_view(window.parts).as_it_is == "0 s at the desk, standing"
    window.parts.desk.take_position("sitting")
    reminders.tick()
    assert turns.value() == "sitting"


def test_what_is_not_for_the_person_now_is_not_said_to_be_offered(window, reminders):
    one = next(each for each in shipped().reminders.values() if each.offer in shipped().routines)
    offered = f"offers {shipped().routines[one.offer].title}"
    assert any(offered in text for text in texts(reminders))
    window.parts.store.add_conditions(list(shipped().safety.conditions))
    left_out = [
        f"offers {shipped().routines[each.offer].title}"
        for each in shipped().reminders.values()
        if each.offer in shipped().routines and window.parts.own(each.offer).is_empty
    ]
    assert left_out
    window.go("today")
    window.go("reminders")
    assert not [text for text in texts(reminders) if any(told in text for told in left_out)]
    locking = next(each.id for each in shipped().safety.questions if shipped().safety.tiers[each.tier].lock)
    window.parts.store.add_safety([locking])
    window.go("today")
    window.go("reminders")
    assert not [text for text in texts(reminders) if "offers " in text]


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
    opened = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, place: opened.append((len(menu.actions()), place)))
    reminders.quiet.click()
    assert opened == [(5, reminders.quiet.mapToGlobal(reminders.quiet.rect().bottomLeft()))]


def test_todays_line_says_what_came_and_why(window, reminders):
    parts = window.parts
    nudge = parts.desk.now("change-position")
    parts.desk.snooze(nudge.id, 300)
    reminders.tick()
    shown = texts(reminders)
    assert "for 5 min" in shown
    assert [entry.what for entry in log_view(parts)] == ["shown", "snoozed"]
    assert "1 came, 1 snoozed" in shown


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


def test_a_time_of_another_day_leaves_the_words_beside_it_their_room(window, reminders):
    window.parts.clock.set_wall(TUESDAY.replace(hour=16, minute=40))
    reminders.refresh()
    shown = reminders._times["desk-reset"]
    assert shown.text() == "tomorrow 10:30"
    assert shown.sizeHint().height() > reminders._times["change-position"].sizeHint().height()
    assert shown.sizeHint().width() < 80


def test_without_any_reminder_the_desk_says_so(window):
    for name in shipped().reminders:
        window.parts.desk.enable(name, False)
    view = desk_view(window.parts)
    assert view.sentence == "No reminder is switched on."
    assert view.rail == "No reminders"


@pytest.mark.parametrize("press", [Qt.Key.Key_Space, None])
def test_a_reminder_is_switched_by_key_and_by_mouse_and_is_kept(qtbot, window, reminders, press):
    switch = reminders.switches["five-minute-break"]
    before = "five-minute-break" in desk_view(window.parts).enabled
    assert switch.accessibleName() == str(shipped().reminders["five-minute-break"].title)
    switch.setFocus()
    if press is None:
        qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(switch, press)
    assert switch.isChecked() is not before
    window.go("today")
    window.go("reminders")
    again = window.pages["reminders"].switches["five-minute-break"]
    assert again.isChecked() is not before


def test_a_pause_is_told_and_one_click_ends_it(qtbot, window, reminders):
    changed = []
    window.desk_changed.connect(lambda: changed.append(1))
    actions = {action.text(): action for action in reminders.quiet_menu().actions()}
    actions["For 30 minutes"].trigger()
    assert reminders.quiet.text() == "Resume"
    assert "Paused until 12:18" in texts(reminders)
    qtbot.mouseClick(reminders.quiet, Qt.MouseButton.LeftButton)
    assert not desk_view(window.parts).is_paused
    assert reminders.quiet.text() == "Quiet for ..."
    assert "Paused until 12:18" not in texts(reminders)
    assert len(changed) == 2


def test_before_anything_came_the_day_says_so(window, reminders):
    assert "Nothing came yet today." in texts(reminders)
    assert reminders.findChildren(LogRow) == []
    window.parts.desk.now("change-position")
    reminders.tick()
    assert "Nothing came yet today." not in texts(reminders)
    (row,) = reminders.findChildren(LogRow)
    title = str(shipped().reminders["change-position"].title)
    assert row.accessibleName().startswith(f"11:48. {title}")


def test_the_days_line_is_built_anew_only_when_something_came(window, reminders):
    window.parts.desk.now("change-position")
    reminders.tick()
    (row,) = reminders.findChildren(LogRow)
    window.parts.clock.pass_time(1)
    reminders.tick()
    assert reminders.findChildren(LogRow) == [row]


def test_a_library_without_reminders_says_so_and_has_nothing_to_try(window, reminders):
    asked = []
    window.nudge_wanted.connect(asked.append)
    window.parts.library.catalogue = replace(shipped(), reminders={})
    window.go("reminders")
    page = window.pages["reminders"]
    assert "There is no reminder in the library." in texts(page)
    page.try_now.click()
    assert asked == []


@pytest.mark.parametrize("between", [Window(22 * 60, 6 * 60), Window(540, 541), Window(0, 0), Window(0, 1440)])
@pytest.mark.parametrize("days", [*slow([(), ("mon",)]), ("tue", "wed")])
def test_whatever_hours_a_person_sets_the_pages_say_when_each_comes(window, days, between):
    window.parts.desk.set_hours(DeskHours(days, between))
    at_desk(window.parts, 40)
    for page in ("reminders", "today"):
        window.go(page)
        window.tick()
    shown = texts(window.pages["reminders"])
    for reminder in window.parts.desk.reminders:
        assert schedule(reminder, shipped()) in " ".join(shown)
    if not days:
        assert any(text.startswith("Not within the hours that you set") for text in shown)
