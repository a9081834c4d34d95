"""The row below what is asked before a file is saved: save it, or not now."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, SignalInstance

from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.layouts import Flow


class SaveRow(Flow):
    """`word` says what is saved; `button` saves it."""

    def __init__(self, look: Look, word: str, icon: str, save: SignalInstance, leave: SignalInstance) -> None:
        super().__init__(space.S)
        self.button = Button(look, word, "tonal", icon, sizes.BUTTON_SMALL)
        self.button.clicked.connect(save)
        not_now = QCoreApplication.translate("SaveRow", "Not now")
        leaving = Button(look, not_now, "text", height=sizes.BUTTON_SMALL)
        leaving.clicked.connect(leave)
        self.addWidget(self.button)
        self.addWidget(leaving)
