"""What the tests of several pages share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.parts import FakeParts

if TYPE_CHECKING:  # this file is read where Qt is missing, too
    from coach.ui.window import MainWindow


@pytest.fixture
def window(main_window: MainWindow) -> MainWindow:
    """The main window, nowhere yet: Today takes longer than the window, and most tests are about others."""
    return main_window


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
