"""Coming from another program: it is shown what would be set, and only what is ticked is set."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coach.coming_from import safe_eyes, stretchly, workrave
from coach.ui.pages.coming_from import on_this_machine
from coach.wiring import own_reminders
from tests.ui.parts import FakeParts
from tests.ui.seeing import button, faults, texts

FOUND = (replace(workrave.USUAL, is_set=True), safe_eyes.USUAL, stretchly.USUAL)

SHORT = (
    "Change position: every 3 min at the desk (now 30 min), 30 s away count as the break (now 5 min), "
    "as often as it is due (now at most 16 a day)"
)
LONG = (
    "Five-minute break: every 45 min at the desk (now 1 h), 10 min away count as the break (now 5 min), "
    "as often as it is due (now at most 8 a day)"
)


@pytest.fixture
def parts(tmp_path: Path) -> FakeParts:
    return FakeParts.at_home(tmp_path)


@pytest.fixture
def page(qtbot, window):
    window.go("reminders")
    shown = window.pages["reminders"]
    shown._find = lambda: FOUND
    qtbot.mouseClick(shown.before, Qt.MouseButton.LeftButton)
    return shown


def ticks(page) -> list[str]:
    return [tick.text() for _, tick in page.coming_from.ticks]


def press(qtbot, page, name: str) -> None:
    qtbot.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


def test_what_would_be_set_is_shown_and_nothing_is(window, page, tmp_path):
    assert "As Workrave is set on this computer." in texts(page)
    assert ticks(page) == [SHORT, LONG]
    assert not (tmp_path / "routines").exists()
    assert faults(page) == []


def test_what_is_ticked_is_set_and_comes_at_once(qtbot, window, page, tmp_path):
    qtbot.mouseClick(page.coming_from.ticks[1][1], Qt.MouseButton.LeftButton)
    press(qtbot, page, "Set them so")
    found = window.parts.library.catalogue.reminders
    assert (found["change-position"].every, found["change-position"].away_counts) == (180.0, 30.0)
    assert found["change-position"].at_most is None
    assert [path.name for path in (tmp_path / "routines" / "reminders").iterdir()] == ["change-position.yaml"]
    assert "Set. The pencil beside it changes it further." in texts(page)
    assert "Every 3 min at the desk, Mon to Fri, 9:00 to 17:30" in texts(page)
    assert page.coming_from is None


def test_the_other_programs(qtbot, page):
    qtbot.mouseClick(page.coming_from.choice.thumb("stretchly"), Qt.MouseButton.LeftButton)
    assert "No settings of Stretchly were found here: this is how it comes." in texts(page)
    assert [text.partition(" (now")[0] for text in ticks(page)] == [
        "Change position: every 10 min at the desk",
        "Five-minute break: every 30 min at the desk",
    ]
    qtbot.mouseClick(page.coming_from.choice.thumb("safe-eyes"), Qt.MouseButton.LeftButton)
    assert "away" not in ticks(page)[0]


def test_what_is_so_already_is_not_offered(qtbot, window, page):
    press(qtbot, page, "Set them so")
    qtbot.mouseClick(page.before, Qt.MouseButton.LeftButton)
    assert any(text.startswith("Your reminders come like that already") for text in texts(page))
    assert not page.coming_from.set_button.isEnabled()


def test_nothing_ticked_sets_nothing_and_one_may_leave_by_keys(qtbot, window, page):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for _, tick in page.coming_from.ticks:
        tick.setFocus()
        qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert not page.coming_from.set_button.isEnabled()
    button(page, "Not now").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert page.coming_from is None
    assert QApplication.focusWidget() is page.before


def test_what_cannot_be_written_is_said(qtbot, window, page, tmp_path, monkeypatch):
    def refuse(path: Path, _data: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(own_reminders, "write_whole", refuse)
    press(qtbot, page, "Set them so")
    assert any(text.startswith("It could not be written: Permission denied.") for text in texts(page))
    assert len(page.coming_from.ticks) == 2
    monkeypatch.undo()
    own = tmp_path / "routines" / "reminders" / "five-minute-break.yaml"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("broken: [", encoding="utf-8")
    press(qtbot, page, "Set them so")
    assert any("it is left as it is" in text for text in texts(page))
    assert own.read_text(encoding="utf-8") == "broken: ["


def test_this_machine_is_looked_at(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "Stretchly").mkdir()
    (tmp_path / "Stretchly" / "config.json").write_text("{}", encoding="utf-8")
    assert [breaks.is_set for breaks in on_this_machine()] == [True, False, False]
