"""A part of the form: what it is about, its controls, and below them what is wrong with them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.content.round_trip import Plain
from coach.ui.look import space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, SMALL
from coach.ui.widgets.focus import stops_in
from coach.ui.widgets.labels import IconLabel, Label


class Fault(QWidget):
    """A sentence that says what is wrong and what to write; hidden while nothing is."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space.XS_LOOSE)
        row.addWidget(IconLabel(look, "warn", 18, "atext"), 0, Qt.AlignmentFlag.AlignTop)
        self._label = Label(look, "", SMALL.semibold, "atext", wrap=True)
        row.addWidget(self._label, 1)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show this; nothing for an empty one."""
        self._label.setText(sentence)
        self.setVisible(bool(sentence))

    def text(self) -> str:
        """What is told."""
        return self._label.text()


class FormRow(QWidget):
    """`column` is where the controls go; `focus_on` gets the keyboard where something is wrong here. `changed` when
    what it says of the file has.
    """

    changed = Signal()

    def __init__(self, look: Look, title: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.focus_on: QWidget | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(space.XS_LOOSE)
        self.title = Label(look, title, BODY.bold, wrap=True)
        whole.addWidget(self.title)
        self.column = QVBoxLayout()
        self.column.setSpacing(space.S)
        whole.addLayout(self.column)
        self.fault = Fault(look)
        whole.addWidget(self.fault)
        self.note = Label(look, note, SMALL, "ink2", wrap=True)
        whole.addWidget(self.note)
        self.note.setVisible(bool(note))

    def say(self, note: str) -> None:
        """Another note below the controls."""
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def keys(self) -> dict[str, Plain | None]:
        """What it says of the file now; nothing, where whoever made it reads its controls."""
        return {}

    def tell(self, sentence: str) -> None:
        """What is wrong with it; nothing where it is in order."""
        self.fault.tell(sentence)
        if self.focus_on is not None:
            self.focus_on.setAccessibleDescription(sentence)

    def stops(self) -> list[QWidget]:
        """Where Tab stops in it, in order."""
        return stops_in(self)
