"""Which band or weight the person uses for an exercise, written down under its row in a routine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.progress.loads import MOST_CHARACTERS, keep_load, own_load
from coach.session.routine_lines import RoutineLine, takes_load
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.pages.adjusting import inset_of_words, line_below
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.field import Field
from coach.ui.widgets.layouts import Flow
from coach.ui.words import common as words

if TYPE_CHECKING:
    from coach.wiring import Parts


class OwnLoads(QObject):
    """`begin`, then `add` below each row; `changed` when something was kept, or another field is to be seen."""

    changed = Signal()

    def __init__(self, parts: Parts, look: Look, owner: QWidget) -> None:
        super().__init__(owner)
        self._parts, self._look = parts, look
        self._open = ""
        self.buttons: dict[str, Button] = {}
        """By exercise: what opens the field, or keeps what stands in it."""
        self.field: Field | None = None

    def begin(self) -> None:
        """The rows are made anew."""
        self.buttons, self.field = {}, None

    def add(self, column: QVBoxLayout, line: RoutineLine) -> None:
        """What there is to write of this exercise; nothing where it takes no band or weight, or was told above."""
        ident = line.exercise.id
        if not takes_load(line.exercise, line.load) or ident in self.buttons:
            return
        below = line_below(inset_of_words(self._look))
        below.addLayout(self._writing(line) if self._open == ident else self._closed(line), 1)
        column.addLayout(below)

    def _closed(self, line: RoutineLine) -> Flow:
        own, flow = self._parts.store.get(own_load(line.exercise.id)), Flow(space.S)
        word = self.tr("Change what you use") if own else self.tr("Write down what you use")
        flow.addWidget(self._button(line, word, "text"))
        return flow

    def _writing(self, line: RoutineLine) -> Flow:
        ident, flow = line.exercise.id, Flow(space.S)
        title = words.say(line.exercise.title)
        field = self.field = Field(self._look, self.tr("Red band, or 3 kg"), "edit", name=title)
        field.edit.setMaxLength(MOST_CHARACTERS)
        field.edit.setText(self._parts.store.get(own_load(ident)))
        field.edit.returnPressed.connect(lambda: self._keep(ident))
        flow.addWidget(field)
        flow.addWidget(self._button(line, self.tr("Keep"), "secondary"))
        return flow

    def _button(self, line: RoutineLine, word: str, fill: str) -> Button:
        ident = line.exercise.id
        button = Button(self._look, word, fill, height=sizes.BUTTON_SLIM)
        button.setAccessibleDescription(words.say(line.exercise.title))
        button.clicked.connect(lambda: self._keep(ident) if self._open == ident else self._show(ident))
        self.buttons[ident] = button
        return button

    def _show(self, ident: str) -> None:
        self._open = ident
        self.changed.emit()
        if self.field is not None:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.edit.selectAll()

    def _keep(self, ident: str) -> None:
        """As it was typed; the keyboard goes on from where it was."""
        if self.field is not None:
            typed = "".join(sign for sign in self.field.edit.text() if sign.isprintable())
            keep_load(ident, typed, self._parts.store)
        self._open = ""
        self.changed.emit()
        if ident in self.buttons:
            self.buttons[ident].setFocus(Qt.FocusReason.OtherFocusReason)
