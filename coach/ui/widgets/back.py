"""The way back, above a page that lies within another."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coach.ui.look.theme import Look
from coach.ui.widgets.buttons import Button, cap_of, tell_key


def back_row(look: Look, word: str, act: Callable[[], object]) -> QHBoxLayout:
    """A row with the way back to what `word` names."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    button = BackButton(look, word)
    button.clicked.connect(act)
    row.addWidget(button)
    row.addStretch(1)
    return row


class BackButton(Button):
    """A text button in ink with the arrow to the left."""

    def __init__(self, look: Look, word: str, parent: QWidget | None = None) -> None:
        super().__init__(look, word, "text", "chevl", 32, parent=parent)
        told = self.tr("Back to {place}").format(place=word)
        self.setAccessibleName(told)  # of a place alone, who hears it would take it for that of the rail
        tell_key(self, told, cap_of(self, "window", "back"))

    def _padding(self) -> float:
        return 0.0

    def _colours(self) -> tuple[QColor | None, QColor, QColor | None]:
        fill, _, edge = super()._colours()
        return fill, self._look.theme.ink2, edge
