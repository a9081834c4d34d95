"""Settings: what is changed holds at once and is kept."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from coach.settings import AGE, LOST_HEIGHT, REDUCED_MOTION
from coach.ui.look.window_look import take_motion
from coach.ui.widgets.slider import Slider
from tests.fakes import troubled
from tests.ui.seeing import button, texts


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


LESS = "no slides and no breathing, and exercises show their start and end side by side."


def test_motion_is_chosen_at_once_and_kept(window, settings):
    button(settings, "Motion: Full").click()
    assert window.look.reduced_motion is False
    assert window.parts.store.setting("reduced-motion") is False
    button(settings, "Motion: Reduced").click()
    assert (window.look.reduced_motion, window.parts.store.get(REDUCED_MOTION)) == (True, True)
    assert f"Reduced: {LESS} System follows the desktop." in texts(settings)


@pytest.mark.parametrize("wish", [True, False, None])
def test_there_is_a_way_back_to_what_the_desktop_wishes(window, settings, wish):
    window.parts.less_motion.now = wish
    for chosen in ("Full", "Reduced"):
        button(settings, f"Motion: {chosen}").click()
        button(settings, "Motion: System").click()
        assert (window.look.reduced_motion, window.parts.store.get(REDUCED_MOTION)) == (wish is True, None)
        assert (f"The desktop asks for less: {LESS}" in texts(settings)) is (wish is True)


def test_what_the_desktop_wishes_is_shown_where_it_is_known_late(window):
    window.look.set_reduced_motion(False)
    window.go("settings")
    page = window.pages["settings"]
    assert button(page, "Motion: System").isChecked()
    assert f"The desktop asks for less: {LESS}" not in texts(page)
    window.parts.less_motion.now = True
    take_motion(window.look, window.parts.store, window.parts.less_motion)
    assert f"The desktop asks for less: {LESS}" in texts(page)
    assert button(page, "Motion: System").isChecked()
    assert window.parts.store.get(REDUCED_MOTION) is None, "nobody chose"


def test_sound_is_muted_and_its_volume_heard_once(qtbot, window, settings):
    parts = window.parts
    button(settings, "Sound cues").click()
    assert parts.cues.muted
    assert parts.store.setting("muted") is True
    slider = settings.findChild(Slider)
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert parts.store.setting("volume") == parts.cues.volume == 1.0
    assert parts.cues.played == ["go"]


def test_missing_sound_is_said_where_sound_is_set(window):
    window.parts.cues.trouble = troubled("No sound device was found.")
    window.go("settings")
    assert "No sound device was found." in texts(window.pages["settings"])


def test_the_day_of_the_safety_questions_is_shown(window):
    store, now = window.parts.store, window.parts.clock.wall()
    store.add_safety((), at=datetime(2025, 11, 29, 9, 0, tzinfo=now.tzinfo))
    window.go("settings")
    assert "Answered on 29 Nov 2025. 164 days since the safety questions: they come every month." in texts(
        window.pages["settings"]
    )
    store.add_safety((), at=datetime(2026, 5, 1, 9, 0, tzinfo=now.tzinfo))
    window.go("settings")
    assert "Answered on 1 May." in texts(window.pages["settings"])


def test_the_age_is_told_changed_and_taken_back(qtbot, window):
    window.go("settings")
    body = window.pages["settings"].body
    qtbot.keyClicks(body.age.edit, "54")
    qtbot.keyClick(body.age.edit, Qt.Key.Key_Return)
    told = window.parts.store.get(AGE)
    assert told is not None
    assert told.years == 54
    assert body.note.text() == "Kept; it grows by itself. Empty it to take it back."
    body.age.edit.setText("a lot")
    body.save.click()
    assert body.note.text() == "Write whole years, from 1 to 120, or nothing."
    assert window.parts.store.get(AGE) == told
    body.age.edit.clear()
    body.save.click()
    assert window.parts.store.get(AGE) is None


def test_that_one_has_become_shorter_is_a_switch(window):
    window.go("settings")
    body = window.pages["settings"].body
    body.shorter.click()
    assert window.parts.store.get(LOST_HEIGHT)
    body.shorter.click()
    assert not window.parts.store.get(LOST_HEIGHT)
