"""Whatever stands in the data file as a setting, the window opens, the settings can be put right, a session runs."""

from __future__ import annotations

import pytest

from coach import settings
from coach.ui.look.window_look import look_from
from coach.ui.window import MainWindow
from tests.ui.parts import FakeParts


@pytest.mark.parametrize("text", ["null", "[]", '"x"', "1e999", "[" * 3000])
def test_a_window_with_every_setting_spoilt(qapp, text):
    parts = FakeParts()
    for setting in settings.ALL:
        parts.store._database.write("INSERT INTO setting (key, value) VALUES (?, ?)", (setting.name, text))
    parts.store.add_safety(())
    window = MainWindow(parts, look_from(parts.store))
    for page in ("today", "reminders", "settings"):
        window.go(page)
    window.start("routine", "desk-reset")
    assert window.is_covered
    assert len(parts.store.notices) == 1, "said once for all of them"
    window.leave_session()
    window.deleteLater()
