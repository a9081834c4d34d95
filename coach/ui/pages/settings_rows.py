"""What the settings are made of: a card with a title, and rows of words with the control that belongs to them."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.ui.look import space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, SECTION, SMALL
from coach.ui.widgets.card import Card
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Beside
from coach.ui.widgets.line import HLine


class SettingsCard(Card):
    """`column` is where its rows go."""

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(look, 22, parent=parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(space.HAIR, 0, space.HAIR, 0)
        self.column.setSpacing(space.M)
        self.column.addWidget(Label(look, title, SECTION))


def setting_row(look: Look, column: QVBoxLayout, title: str, note: str, control: QWidget) -> Label:
    """A title, a note under it (or none), and the control at the right or below; the note's label."""
    text, told = _text(look, column, title, note)
    beside = Beside(look.px(230))
    beside.addWidget(text)
    beside.addWidget(control)
    column.addLayout(beside)
    return told


def telling_row(look: Look, column: QVBoxLayout, title: str, note: str) -> None:
    """The same of what can only be told."""
    text, _ = _text(look, column, title, note)
    column.addWidget(text)


def _text(look: Look, column: QVBoxLayout, title: str, note: str) -> tuple[QWidget, Label]:
    """The words of a row, with a line above them that parts it from the row before."""
    if column.count() > 1:
        column.addWidget(HLine(look))
    text = QWidget()
    inner = QVBoxLayout(text)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setSpacing(0)
    inner.addWidget(Label(look, title, BODY.bold, wrap=True))
    told = Label(look, note, SMALL, "ink2", wrap=True)
    inner.addWidget(told)
    told.setVisible(bool(note))
    return text, told
