"""Settings of how the program starts, and what becomes of it when its window is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from coach.ui.look.theme import Look
from coach.ui.pages.at_login import AtLoginSwitch
from coach.ui.pages.settings_rows import SettingsCard

if TYPE_CHECKING:
    from coach.wiring import Parts


class StartingCard(SettingsCard):
    """Everything takes effect at once."""

    def __init__(self, parts: Parts, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("StartingCard", "Starting and closing"), parent)
        self.at_login = AtLoginSwitch(parts, look, self.column)
