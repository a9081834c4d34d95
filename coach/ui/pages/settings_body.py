"""What the wall test's advice on bones knows of a person: their age and whether they have become shorter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.settings import AGE, LOST_HEIGHT
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.pages.settings_rows import setting_row
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.field import Field
from coach.ui.widgets.layouts import Flow
from coach.ui.widgets.switch import Switch
from coach.ui.words import common as words
from coach.walltest.age import ToldAge, age_typed

if TYPE_CHECKING:
    from coach.wiring import Parts


class BodyRows:
    """Two rows of the card `column`, both of which may be left empty."""

    def __init__(self, parts: Parts, look: Look, column: QVBoxLayout) -> None:
        self._parts = parts
        today = parts.clock.wall().date()
        told = parts.store.get(AGE)
        holder = QWidget()
        row = Flow(space.S, holder)
        self.age = Field(look, words.LANGUAGE.translate("SettingsBody", "Your age in years"), "edit")
        if told is not None:
            self.age.edit.setText(str(told.at(today)))
        self.age.edit.returnPressed.connect(self._keep)
        self.save = Button(look, words.LANGUAGE.translate("SettingsBody", "Keep"), "secondary", height=sizes.BUTTON)
        self.save.clicked.connect(self._keep)
        row.addWidget(self.age)
        row.addWidget(self.save)
        title = words.LANGUAGE.translate("SettingsBody", "Your age")
        self.note = setting_row(look, column, title, self._note(), holder)
        shorter = words.LANGUAGE.translate("SettingsBody", "I have become shorter than I was")
        self.shorter = Switch(look, shorter, parts.store.get(LOST_HEIGHT))
        self.shorter.toggled.connect(lambda on: parts.store.keep(LOST_HEIGHT, on))
        why = words.LANGUAGE.translate("SettingsBody", "A result then suggests asking a doctor about your bones.")
        setting_row(look, column, shorter, why, self.shorter)

    def _note(self) -> str:
        if self._parts.store.get(AGE) is None:
            return words.LANGUAGE.translate(
                "SettingsBody", "Optional. The wall test reads the distance from head to wall by it."
            )
        return words.LANGUAGE.translate("SettingsBody", "Kept; it grows by itself. Empty it to take it back.")

    def _keep(self) -> None:
        text = self.age.edit.text()
        years = age_typed(text)
        if years is None and text.strip():
            self.note.setText(words.LANGUAGE.translate("SettingsBody", "Write whole years, from 1 to 120, or nothing."))
            return
        told = None if years is None else ToldAge(years, self._parts.clock.wall().date()).as_json()
        self._parts.store.keep(AGE, told)
        self.note.setText(self._note())
