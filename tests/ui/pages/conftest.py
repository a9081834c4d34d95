"""What the tests of several pages share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.parts import FakeParts

if TYPE_CHECKING:  # this file is read where Qt is missing, too
    from pytestqt.qtbot import QtBot

    from coach.ui.look.window_look import WindowLook
    from coach.ui.window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, parts: FakeParts, look: WindowLook) -> MainWindow:
    """The main window, shown, and nowhere yet: Today takes longer than the window, and most tests are about others."""
    from coach.ui.window import MainWindow

    made = MainWindow(parts, look)
    qtbot.addWidget(made, before_close_func=lambda widget: widget.hide())
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def lived_in(parts: FakeParts) -> FakeParts:
    """Parts with a past: sessions, tests, a reminder."""
    catalogue = parts.library.catalogue
    for number, target in enumerate(catalogue.routines):
        parts.finish(target, days_ago=number, minutes=5)
    parts.tested(days_ago=9, hold=19)
    parts.tested(days_ago=2, hold=24)
    for _ in range(80):
        parts.clock.pass_time(30)
        parts.desk.tick()
    return parts
