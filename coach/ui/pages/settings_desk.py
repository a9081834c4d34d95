"""What this desktop tells and does for the program: how each thing is known, or that it is unknown and what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from coach.desktop.protocol import SERVICES
from coach.doctor import told_by
from coach.ui.look.theme import Look
from coach.ui.look.typography import SMALL
from coach.ui.pages.settings_rows import SettingsCard, telling_row
from coach.ui.widgets.labels import Label
from coach.ui.words import common as words
from coach.words import desk_services

if TYPE_CHECKING:
    from coach.wiring import Parts


class DeskCard(SettingsCard):
    """The desktop is asked when the card is made. Nothing here can be changed: the rows only tell, as `doctor` does."""

    def __init__(self, parts: Parts, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("DeskCard", "What your desktop tells"), parent)
        note = self.tr("By this reminders know when to come. Nothing is kept, and nothing leaves this computer.")
        self.column.addWidget(Label(look, note, SMALL, "ink2", wrap=True))
        for service in SERVICES:
            told = desk_services.sentence(told_by(parts, service), words.LANGUAGE)
            telling_row(look, self.column, desk_services.name(service, words.LANGUAGE), _as_sentence(told))


def _as_sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
