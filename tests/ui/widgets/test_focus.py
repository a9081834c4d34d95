"""What lies in a widget, and what takes the keyboard there."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from coach.ui.widgets.focus import widgets_in
from tests.ui.seeing import settle


def filled(above: QWidget) -> QWidget:
    """A page within it: a number, what scrolls, a button."""
    page = QWidget()
    column = QVBoxLayout(page)
    for one in (QSpinBox(), QScrollArea(), QPushButton("Go")):
        column.addWidget(one)
    above.layout().addWidget(page)
    return page


def test_all_within_are_found_in_their_order_and_what_qt_made_is_not_kept(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window)
    page = filled(window)
    found = widgets_in(window)
    assert found[0] is page
    line = next(weakref.ref(one) for one in found if type(one) is QLineEdit)
    assert line() is not None
    page.deleteLater()
    del found, page
    settle()
    gc.collect()
    assert line() is None
    filled(window)
    assert widgets_in(window) == window.findChildren(QWidget)
