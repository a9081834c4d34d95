"""What may be done with a reminder besides filling in its form."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coach.ui.look import space
from coach.ui.look.theme import Look
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.layouts import Flow
from coach.wiring.own_reminders import Draft


class Ways(QWidget):
    """Save, or discard what was typed; of one that is there another like it; of the person's own file away with it."""

    save, discard, copy, away = Signal(), Signal(), Signal(), Signal()

    def __init__(self, look: Look, draft: Draft) -> None:
        super().__init__()
        row = Flow(space.S_LOOSE, self)
        self.save_button = Button(look, self.tr("Save"), "primary", "check")
        self.discard_button = Button(look, self.tr("Discard my changes"), "text", "undo")
        ways = [(self.save_button, self.save), (self.discard_button, self.discard)]
        if draft.ident:
            ways.append((Button(look, self.tr("Copy"), "tonal", "plus"), self.copy))
        if draft.is_yours:
            word = self.tr("Put back") if draft.has_shipped else self.tr("Delete")
            ways.append((Button(look, word, "tonal", "undo" if draft.has_shipped else "close"), self.away))
        for button, signal in ways:
            button.clicked.connect(signal)
            row.addWidget(button)
