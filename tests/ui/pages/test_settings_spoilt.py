"""Whatever stands in the data file as a setting, the window opens, the settings can be put right, a session runs."""

from __future__ import annotations

import pytest

from coach import settings
from coach.ui.app import look_from
from coach.ui.window import MainWindow
from tests.ui.parts import FakeParts


@pytest.mark.parametrize("text", ["null", "[]", '"x"', "1e999", "[" * 3000])
def test_a_window_with_every_setting_spoilt(qapp, text):
    parts = FakeParts()
    for setting in settings.ALL:
        if setting is not settings.SAFETY_PASSED:
            parts.store._database.write("INSERT INTO setting (key, value) VALUES (?, ?)", (setting.name, text))
    parts.store.keep(settings.SAFETY_PASSED, "2026-05-01")
    window = MainWindow(parts, look_from(parts.store))
    for page in ("today", "reminders", "settings"):
        window.go(page)
    window.start("routine", "desk-reset")
    assert window.is_covered
    assert len(parts.store.notices) == 1, "said once for all of them"
    window.leave_session()
    window.deleteLater()


@pytest.mark.parametrize("text", ["false", '""', "0", '"x"'])
def test_what_is_no_pass_is_asked_again_in_the_window_as_in_the_terminal(qapp, text):
    parts = FakeParts()
    parts.store._database.write("INSERT INTO setting (key, value) VALUES (?, ?)", ("safety-passed", text))
    window = MainWindow(parts, look_from(parts.store))
    window.start("routine", "desk-reset")
    assert window.covers.page is not None
    assert window.covers.page.windowTitle() == "Safety questions"
    window.leave_session()
    window.deleteLater()
