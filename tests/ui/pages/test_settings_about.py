"""What a person wants, has, and when, is changed in Settings, and everything follows at once."""

from __future__ import annotations

from coach.content.model import Window
from coach.reminders.desk_hours import DeskHours
from coach.settings import AIM, DESK_HOURS, KIT_MISSING
from tests.ui.seeing import button, texts


def settings(window):
    window.go("settings")
    return window.pages["settings"]


def test_the_aim_is_kept(window):
    button(settings(window), "What you want it for: Running").click()
    assert window.parts.store.get(AIM) == "running"
    window.go("today")
    assert button(settings(window), "What you want it for: Running").isChecked()


def test_what_one_has_not_is_kept_and_told(window):
    page = settings(window)
    assert any(text.startswith("You have all of it.") for text in texts(page))
    button(page, "Band").click()
    button(page, "Mat").click()
    assert window.parts.store.get(KIT_MISSING) == {"band", "mat"}
    assert any(text.startswith("Without a band and a mat.") for text in texts(page))
    button(page, "Band").click()
    assert window.parts.store.get(KIT_MISSING) == {"mat"}


def test_what_no_exercise_needs_any_more_stays_said(window):
    window.parts.store.keep(KIT_MISSING, ["kettle-bell"])
    button(settings(window), "Band").click()
    assert window.parts.store.get(KIT_MISSING) == {"kettle-bell", "band"}


def test_hours_are_kept_reach_the_reminders_and_can_be_given_back(window):
    page = settings(window)
    assert "As the reminders have it" not in [text for text in texts(page) if text.startswith("As the")]
    button(page, "Friday").click()
    hours = DeskHours(("mon", "tue", "wed", "thu"), Window(540, 1050))
    assert window.parts.store.get(DESK_HOURS) == hours
    assert {one.between for one in window.parts.desk.reminders if one.every} == {hours.between}
    assert any(text.startswith("Mon to Thu, 9:00 to 17:30.") for text in texts(page))
    window.go("reminders")
    assert any("Mon to Thu" in text for text in texts(window.pages["reminders"]))
    button(settings(window), "As the reminders have it").click()
    assert window.parts.store.get(DESK_HOURS) is None
    assert button(page, "Friday").isChecked()
    assert any(text.startswith("No hours chosen: each reminder keeps its own.") for text in texts(page))
