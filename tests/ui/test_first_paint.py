"""What is there when the window is painted for the first time, and what is made after it: the start stays short."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.settings import WELCOMED
from coach.ui.app import Program
from coach.ui.pages.today_cards import ReminderCard
from coach.wiring import build
from tests.benchmarks import painted
from tests.ui.seeing import texts

LATER = (
    *(
        "csv",
        "dataclasses",
        "decimal",
        "inspect",
        "multiprocessing",
        "numpy",
        "pygame",
        "ruamel",
        "subprocess",
        "xml",
        "yaml",
    ),
    *("coach.at_the_wall", "coach.conductor", "coach.content.checker", "coach.content.reader", "coach.content.kinds"),
    *("coach.content.assembling", "coach.desk", "coach.desk_library", "coach.figure", "coach.sound.mixer"),
    *("coach.commands.parser", "coach.export", "coach.terminal", "coach.ui.beside", "coach.ui.figure", "coach.ui.tray"),
    *("coach.ui.leaving", "coach.ui.remote", "coach.ui.nudge.nudging", "coach.ui.pages.routines"),
    *("coach.session.compile", "coach.session.player", "coach.sound.voice.protocol", "coach.progress.salvage"),
    *("coach.ui.pages.reminders", "coach.ui.pages.session", "coach.ui.pages.settings", "coach.ui.pages.walltest"),
)
"""What the first picture of the window does without: the rest of the program, and what is large of others."""

MOST_MODULES = 450
"""Beside the 150 of a bare PySide6 window, where all of the library was kept. 439 on Python 3.11."""


def start(home: Path) -> dict[str, object]:
    """The program, until its window is painted."""
    environ = {**os.environ, "POSTURE_COACH_HOME": str(home), "QT_QPA_PLATFORM": "offscreen", painted.NAMES: "1"}
    command = [sys.executable, "-P", painted.__file__, "ours", "--anywhere"]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=True, timeout=100)
    told: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return told


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Of somebody who has been welcomed, and whose library is kept."""
    parts = build({"POSTURE_COACH_HOME": str(tmp_path)}, sound=False)
    parts.store.keep(WELCOMED, True)
    assert parts.library.catalogue.routines
    parts.close()
    return tmp_path


def test_the_first_picture_takes_no_more_than_it_shows(home: Path) -> None:
    told = start(home)
    names = told["names"]
    assert isinstance(names, list)
    assert "coach.ui.pages.today" in names
    assert [one for one in names if any(one == late or one.startswith(f"{late}.") for late in LATER)] == []
    assert len(names) <= MOST_MODULES


def test_what_is_beside_the_window_comes_once_it_is_painted(qtbot: QtBot, program: Program) -> None:
    at_the_paint: list[object] = []
    program.window.painted.connect(lambda: at_the_paint.append(program.parts.desk_waits))
    program.window.painted.disconnect(program._accompany)
    Program.begin(program)
    qtbot.waitUntil(lambda: at_the_paint == [True])
    assert program._beside is None
    card = program.window.findChild(ReminderCard)
    assert card is not None
    assert not card.when.isVisible(), "nobody has asked the desk"
    program._accompany()
    assert program._beside is not None
    assert not program.parts.desk_waits
    assert texts(card) != ["Next reminder", "Reminders"]


def test_a_window_that_nobody_sees_is_not_waited_for_for_ever(qtbot: QtBot, program: Program) -> None:
    program.window.painted.disconnect(program._accompany)
    program._unseen.setInterval(0)
    with qtbot.waitSignal(program.accompanied):
        Program.begin(program)


def test_whoever_ends_before_it_is_painted_leaves_nothing_behind(qtbot: QtBot, program: Program) -> None:
    Program.begin(program)
    program.quit()
    program._accompany()
    assert program._beside is None


def test_the_files_are_not_looked_at_again_before_it_is_painted(
    qapp: QApplication, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window manager makes a window the active one before that, and after."""
    looked: list[bool] = []
    monkeypatch.setattr(program.window._look_around, "begin", lambda: looked.append(program.window.is_painted))
    monkeypatch.setattr(program.window, "isActiveWindow", lambda: True)
    qapp.sendEvent(program.window, QEvent(QEvent.Type.ActivationChange))
    program.window._note_painted()
    qapp.sendEvent(program.window, QEvent(QEvent.Type.ActivationChange))
    assert looked == [True]
