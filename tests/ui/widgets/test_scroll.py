"""A page that scrolls: where it opens, and what it brings into sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from coach.ui.widgets.scroll import Scroll
from tests.ui.seeing import settle, to_the_front


def test_a_page_opens_at_its_top_whatever_qt_gives_the_keyboard_to_meanwhile(qtbot, look):
    stack = QStackedWidget()
    before, page, content = QPushButton("Before"), Scroll(look), QWidget()
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    low = QPushButton("Low", content)
    low.setGeometry(0, 900, 80, 30)
    content.setMinimumHeight(1000)
    page.set_content(content)
    stack.addWidget(before)
    stack.addWidget(page)
    stack.resize(300, 200)
    to_the_front(qtbot, stack)
    before.setFocus()
    stack.setCurrentWidget(page)
    page.setFocus()
    settle()
    assert page.verticalScrollBar().value() == 0
    low.setFocus()
    settle()
    assert page.verticalScrollBar().value() > 0
