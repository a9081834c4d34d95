"""The switch that has the reminders start with the computer, in Settings and in the welcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.desktop.at_login import AtLoginState
from coach.ui.look import space
from coach.ui.look.theme import Look
from coach.ui.pages.settings_rows import setting_row
from coach.ui.widgets.switch import Switch
from coach.ui.words.common import LANGUAGE
from coach.words import at_login as words

if TYPE_CHECKING:
    from coach.wiring import Parts


class AtLoginSwitch(Switch):
    """What the system keeps is read when it is shown and after each change; nothing else remembers it. Its row stands
    in `column`.
    """

    def __init__(self, parts: Parts, look: Look, column: QVBoxLayout) -> None:
        title = QCoreApplication.translate("AtLoginSwitch", "Start with the computer")
        super().__init__(look, title)
        self._parts = parts
        self._is_changed = False
        self._told = setting_row(look, column, title, " ", self)
        self.clicked.connect(self._switch)
        self.read()

    def read(self) -> None:
        """Show what holds now."""
        entry = self._parts.at_login.entry()
        self.setChecked(entry.state == "on")
        self.setEnabled(entry.state != "unknown")
        self._told.setText(words.sentence(entry, LANGUAGE))

    def go_back_to(self, state: AtLoginState) -> None:
        """As it was before, where it was changed here."""
        if self._is_changed and self.isChecked() != (state == "on"):
            self._switch(not self.isChecked())

    def showEvent(self, event: QShowEvent) -> None:
        self.read()
        super().showEvent(event)

    def _switch(self, on: bool) -> None:
        kept, self._is_changed = self._parts.at_login, True
        try:
            (kept.switch_on if on else kept.switch_off)()
        except OSError as error:
            self.read()
            self._told.setText(words.failed(error, LANGUAGE))
        else:
            self.read()


class WithAtLogin(QWidget):
    """`control`, and the switch below it."""

    def __init__(self, parts: Parts, look: Look, control: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.L)
        column.addWidget(control)
        column.addSpacing(space.S)
        self.switch = AtLoginSwitch(parts, look, column)
        self.setFocusProxy(control)
