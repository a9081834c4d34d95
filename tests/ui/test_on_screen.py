"""The main window opens on its screen and stays there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from coach.ui import on_screen
from coach.ui.on_screen import OnScreen


class Wide(QWidget):
    def sizeHint(self) -> QSize:
        return QSize(1180, 760)


@pytest.fixture
def free(monkeypatch) -> list[QRect]:
    """What is free on the screens; a test changes it."""
    screens = [QRect(0, 0, 1400, 1000)]
    monkeypatch.setattr(on_screen, "_free", lambda: screens)
    return screens


def test_it_opens_within_its_screen(qtbot, free):
    window = Wide()
    qtbot.addWidget(window)
    OnScreen(window)
    here = window.screen().availableGeometry()
    assert here.contains(window.geometry())
    assert window.minimumSize() == QSize(640, 480).boundedTo(here.size() - QSize(8, 40))


def test_a_screen_that_becomes_smaller_takes_it_along(qtbot, free):
    window = Wide()
    qtbot.addWidget(window)
    kept = OnScreen(window)
    free[:] = [QRect(0, 0, 466, 333)]
    kept.bring_into_sight()
    assert free[0].contains(window.geometry())
    assert window.minimumWidth() < 466
    free[:] = [QRect(0, 0, 1400, 1000)]
    kept.bring_into_sight()
    assert window.minimumSize() == QSize(640, 480)


def test_what_fills_the_screen_is_left_to_do_so(qtbot, free):
    window = Wide()
    qtbot.addWidget(window)
    kept = OnScreen(window)
    window.showMaximized()
    there = window.geometry()
    free[:] = [QRect(5000, 0, 466, 333)]
    kept.bring_into_sight()
    assert window.isMaximized()
    assert window.geometry() == there
