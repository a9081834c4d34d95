"""The tray's menu and icon: what is true as it opens, and that it acts."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QSystemTrayIcon

from coach.settings import KIT_MISSING
from coach.ui.tray import Tray
from coach.wiring.way_out import offered_at_once


@pytest.fixture
def menu(qtbot, parts, tray):
    made = Tray(parts, lambda: offered_at_once(parts))
    yield made
    made.menu.deleteLater()


def entries(made: Tray) -> list[str]:
    made.menu.aboutToShow.emit()
    return [action.text() for action in made.menu.actions() if not action.isSeparator()]


def choose(made: Tray, text: str) -> None:
    for action in made.menu.actions():
        inner = action.menu().actions() if action.menu() else []
        for found in (action, *inner):
            if found.text() == text:
                found.trigger()
                return
    raise LookupError(text)


def test_the_menu_tells_the_next_reminder_and_offers_the_way(menu):
    first, *rest = entries(menu)
    assert first.startswith("Change position: ")
    assert rest == ["Open Posture Coach", "Start Desk reset", "Pause reminders", "Quit"]


def test_the_menu_is_built_when_it_opens(menu, parts):
    parts.desk.pause(1800)
    assert entries(menu)[0] == "Paused until 12:18"
    assert "Resume reminders" in entries(menu)
    choose(menu, "Resume reminders")
    assert "Pause reminders" in entries(menu)


def test_without_a_chair_the_menu_offers_what_needs_none(menu, parts):
    parts.store.keep(KIT_MISSING, ["chair"])
    (offered,) = (entry for entry in entries(menu) if entry.startswith("Start "))
    assert offered != "Start Desk reset"


def test_while_the_answers_lock_the_menu_invites_to_nothing(menu, parts):
    parts.store.add_safety({"infection"})
    assert not [entry for entry in entries(menu) if entry.startswith("Start")]


def test_the_menu_acts(menu, parts):
    told = []
    menu.open.connect(lambda: told.append("open"))
    menu.start.connect(lambda *what: told.append(what))
    menu.quit.connect(lambda: told.append("quit"))
    menu.changed.connect(lambda: told.append("changed"))
    entries(menu)
    for text in ("Open Posture Coach", "Start Desk reset", "Quit", "For 1 hour"):
        choose(menu, text)
    assert told == ["open", ("routine", "desk-reset"), "quit", "changed"]
    assert parts.desk.status().paused
    menu._activated(QSystemTrayIcon.ActivationReason.Trigger)
    menu._activated(QSystemTrayIcon.ActivationReason.Context)
    assert told[4:] == ["open"]


def test_the_icon_shows_the_pause(menu, parts):
    before = menu.icon.icon().pixmap(32, 32).toImage()
    parts.desk.pause(None)
    menu.refresh()
    assert menu.icon.icon().pixmap(32, 32).toImage() != before
    assert "Paused until you resume" in menu.icon.toolTip()


def test_no_tray_is_said_so(menu, tray):
    assert menu.show()
    tray.there = False
    assert not menu.exists
    assert not menu.show()


def test_what_waits_for_an_answer_has_its_answers_in_the_menu(menu, parts):
    nudge = parts.desk.now("desk-reset")
    told = []
    menu.answered.connect(lambda *answer: told.append(answer))
    wanted = [nudge.message, "Done", "Desk reset", "Remind me in 5 minutes"]
    assert entries(menu)[1:5] == wanted
    choose(menu, "Remind me in 5 minutes")
    choose(menu, "Skip this one")
    assert told == [("desk-reset", "snoozed", 300.0), ("desk-reset", "skipped", 0.0)]
    parts.desk.skip()
    assert "Done" not in entries(menu)
