"""A question in the page: one at a time, with the keyboard at what is safe."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from coach.ui.announce import Announcer
from coach.ui.look.theme import Look
from coach.ui.widgets.question import Asked, Question


def test_another_question_takes_the_place_of_the_first(qtbot, look: Look) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    done: list[str] = []
    asked = Asked(look, Announcer(page), column)
    asked.ask("Delete it?", (("Keep it", asked.put_away), ("Delete it", lambda: done.append("deleted"))))
    asked.ask("Really?", (("No", asked.put_away), ("Yes", lambda: done.append("yes"))))
    (shown,) = (one for one in page.findChildren(Question) if one.isVisible())
    assert shown.accessibleName() == "Really?"
    qtbot.waitUntil(lambda: QApplication.focusWidget() is shown.buttons[0])
    qtbot.mouseClick(shown.buttons[1], Qt.MouseButton.LeftButton)
    assert done == ["yes"]
    assert shown.isVisible()  # whoever asked says when it is over
    qtbot.mouseClick(shown.buttons[0], Qt.MouseButton.LeftButton)
    assert not [one for one in page.findChildren(Question) if one.isVisible()]
    asked.put_away()
