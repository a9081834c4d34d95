"""Somebody who starts the program for the first time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.progress.store import open_store
from coach.ui.app import Program
from tests.fakes import FakeClock
from tests.ui.conftest import Desktop
from tests.ui.journeys.person import JourneyParts, Person

MONDAY = datetime(2026, 1, 5, 9, 0)  # noqa: DTZ001 (wherever this machine is: commands tell days by its clock)
"""No clock in the world is put forward or back in the weeks that follow."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where the program keeps all of it."""
    return tmp_path / "home"


@pytest.fixture
def person(qtbot: QtBot, qapp: QApplication, home: Path, tray: Desktop, quits: list[int]) -> Iterator[Person]:
    """At the window, which is shown; a file keeps what they do, so that the terminal can be asked for it too."""
    clock = FakeClock(MONDAY.astimezone())
    store = open_store(JourneyParts(home, clock).home.data, clock)
    parts = JourneyParts(home, clock, store)
    before = qapp.palette(), qapp.font()
    program = Program(qapp, parts)
    program.look.set_reduced_motion(True)  # not a setting: somebody new has none
    qtbot.addWidget(program.window, before_close_func=lambda _window: program.quit())
    with qtbot.waitExposed(program.window):
        program.begin()
    yield Person(program)
    qapp.setPalette(before[0])
    qapp.setFont(before[1])
    qapp.setQuitOnLastWindowClosed(True)
    store.close()
