"""Every page of coach.ui.pages by keys alone: what has the keyboard is in sight, and F1 tells the keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from coach.ui.routes import ROUTES
from coach.ui.window import MainWindow
from tests.beside import every_day
from tests.ui.seeing import an_id_for

SIZES = ((800, 560, 2.0), (800, 560, 1.0), (1180, 760, 1.0), (1180, 760, 2.0))
EVERY_DAY = ("routine", "progress")
"""Where there is least room: a row in a row, and what is drawn."""


def hidden_part(window: MainWindow, widget: QWidget) -> str:
    """What of it has been scrolled away; of what is higher than its page only that nothing is seen."""
    areas = [area for area in window.findChildren(QScrollArea) if area.isAncestorOf(widget)]
    for area in areas:
        view = area.viewport()
        box = QRect(widget.mapTo(view, QPoint(0, 0)), widget.size())
        seen = box.intersected(view.rect())
        if seen.height() < min(box.height(), view.height()):
            return f"{type(widget).__name__} {widget.accessibleName()!r}: {box} in {view.rect()}"
    return f"{widget} is covered" if widget.visibleRegion().isEmpty() else ""


@pytest.mark.parametrize(
    ("page", "width", "height", "scale"),
    every_day(
        [(page, *SIZES[0]) for page in EVERY_DAY], [(page, *size) for size in SIZES for page in ROUTES], of_several=True
    ),
)
def test_what_has_the_keyboard_is_in_sight_and_f1_lists_keys(qtbot, lived_in, window, page, width, height, scale):
    window.look.set_scale(scale)
    window.resize(width, height)
    window.go(page, an_id_for(page))
    QApplication.processEvents()
    met, unseen = set(), []
    for _ in range(300):
        here = QApplication.focusWidget()
        qtbot.keyClick(here, Qt.Key.Key_Tab)
        QApplication.processEvents()
        here = QApplication.focusWidget()
        if here in met:
            break
        met.add(here)
        if said := hidden_part(window, here):
            unseen.append(said)
    assert len(met) > 2
    assert unseen == []
    window.pages[page].setFocus()
    qtbot.keyClick(window.pages[page], Qt.Key.Key_F1)
    said = [row.accessibleName() for row in window.shown_keys.dialog.rows]
    assert "Ctrl+F: Search in Routines" in said
    assert len(set(said)) == len(said)
    assert ("Ctrl+S: Save" in said) == (page == "reminder")
