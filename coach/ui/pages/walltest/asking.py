"""What the pages that ask have in common: the title beside the sections of the test, and "This hurts"."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeyEvent

from coach.ui.look import sizes
from coach.ui.look.theme import Look
from coach.ui.pages.footed import FootedPage
from coach.ui.pages.walltest.presses import is_remote
from coach.ui.pages.walltest.sections import Where
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.layouts import Beside
from coach.ui.widgets.teststeps import TestSteps


class AskingPage(FootedPage):
    """`answered` with a reply, as coach.walltest.course.Course takes it; `hurts` and `back` as the buttons; `by_hand`
    when something of the answer was chosen with keyboard or pointer.
    """

    answered, hurts, back, by_hand = Signal(object), Signal(), Signal(), Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, QCoreApplication.translate("WallTest", "Wall test"))

    def head(self, where: Where) -> Beside:
        """The title's row, with the sections of the test in it."""
        steps = TestSteps(self._look)
        steps.tell(where.names, where.at, where.cut)
        return self.header(steps)

    @staticmethod
    def words_for_the_last() -> str:
        """What the button says with which the last answer is given."""
        return QCoreApplication.translate("WallTest", "See your result")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down scroll nothing here: they are presses."""
        if is_remote(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def hurts_button(self) -> Button:
        """Something hurts."""
        words = QCoreApplication.translate("WallTest", "This hurts")
        button = Button(self._look, words, "secondary", "hurt", sizes.BUTTON_TALL, "H")
        button.clicked.connect(self.hurts)
        return button
