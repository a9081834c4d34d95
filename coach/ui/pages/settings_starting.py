"""Settings of how the program starts, and what becomes of it when its window is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from coach.settings import WITHOUT_TRAY, WITHOUT_TRAY_WAYS
from coach.ui.look.theme import Look
from coach.ui.pages.at_login import AtLoginSwitch
from coach.ui.pages.settings_rows import SettingsCard, setting_row
from coach.ui.widgets.segmented import Segmented
from coach.ui.words.common import LANGUAGE
from coach.words import without_tray as words

if TYPE_CHECKING:
    from coach.wiring import Parts


class StartingCard(SettingsCard):
    """Everything takes effect at once."""

    def __init__(self, parts: Parts, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("StartingCard", "Starting and closing"), parent)
        self._parts = parts
        self.at_login = AtLoginSwitch(parts, look, self.column)
        title = self.tr("Closing the window")
        note = self.tr("Where the desktop shows an icon of Posture Coach, it goes on there. Elsewhere it does this.")
        ways = [("", words.name(None, LANGUAGE)), *((way, words.name(way, LANGUAGE)) for way in WITHOUT_TRAY_WAYS)]
        self.closing = Segmented(look, title, ways, parts.store.get(WITHOUT_TRAY) or "")
        self.closing.chosen.connect(self._choose_closing)
        setting_row(look, self.column, title, note, self.closing)

    def _choose_closing(self, way: str) -> None:
        self._parts.store.keep(WITHOUT_TRAY, way or None)

    def showEvent(self, event: QShowEvent) -> None:
        self.closing.set_value(self._parts.store.get(WITHOUT_TRAY) or "")
        super().showEvent(event)
