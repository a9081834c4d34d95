"""What a person wants it for, when they sit at the desk, and what they have at hand, to be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.settings import DESK_HOURS, KIT_MISSING
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.pages.about_you import AimChoice, HoursChoice, KitChoice
from coach.ui.pages.settings_rows import SettingsCard, setting_row
from coach.ui.widgets.buttons import Button
from coach.ui.words import common as words
from coach.words import about_you

if TYPE_CHECKING:
    from coach.wiring import Parts


class AboutYouCard(SettingsCard):
    """Three rows, each with what follows from it."""

    def __init__(self, parts: Parts, look: Look) -> None:
        super().__init__(look, self.tr("About you"))
        self._parts = parts
        self.aim = AimChoice(parts, look)
        note = self.tr("What Today offers first where neither a plan nor a wall test says it.")
        setting_row(look, self.column, self.tr("What you want it for"), note, self.aim)
        self._add_hours()
        self.kit = KitChoice(parts, look)
        told = setting_row(look, self.column, self.tr("What you have at hand"), self._of_kit(), self.kit)
        self.kit.changed.connect(lambda: told.setText(self._of_kit()))

    def _of_kit(self) -> str:
        missing = self._parts.store.get(KIT_MISSING)
        told = self.tr("{missing} What needs more than you have is not offered, and says so.")
        return told.format(missing=about_you.missing(missing, words.LANGUAGE))

    def _add_hours(self) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.S)
        self.hours = HoursChoice(self._parts, self._look)
        self.undo = Button(self._look, self.tr("As the reminders have it"), "text", "undo", sizes.BUTTON_SMALL)
        self.undo.clicked.connect(self._forget_hours)
        column.addWidget(self.hours)
        column.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)
        title = self.tr("When you are at the desk")
        self._hours_note = setting_row(self._look, self.column, title, self._of_hours(), holder)
        self.hours.changed.connect(self._tell_hours)
        self.undo.setVisible(self._parts.store.get(DESK_HOURS) is not None)

    def _of_hours(self) -> str:
        chosen = self._parts.store.get(DESK_HOURS)
        hours = about_you.hours(chosen, words.LANGUAGE)
        if chosen is None:
            return hours
        return self.tr("{hours} Reminders come then; one in a file of your own keeps its hours.").format(hours=hours)

    def _tell_hours(self) -> None:
        self._hours_note.setText(self._of_hours())
        self.undo.setVisible(self._parts.store.get(DESK_HOURS) is not None)

    def _forget_hours(self) -> None:
        self._parts.desk.set_hours(None)
        self.hours.show_hours()
        self._tell_hours()
        self.hours.setFocus()
