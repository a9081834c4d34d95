"""What a routine needs, as icons with words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from coach.ui.look import space
from coach.ui.look.mirror import margins
from coach.ui.look.theme import Look
from coach.ui.look.typography import SMALL
from coach.ui.widgets.labels import IconLabel, Label
from coach.ui.words import common as words


def needs_grid(look: Look, things: list[str]) -> QGridLayout:
    """Icons with words, evenly spread, four a row."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(space.S)
    grid.setVerticalSpacing(space.XS_LOOSE)
    across = min(4, len(things))
    for number, thing in enumerate(things):
        row, place = divmod(number, across)
        centred = Qt.AlignmentFlag.AlignHCenter
        grid.addWidget(IconLabel(look, words.need_icon(thing), 22), row * 2, place, centred)
        word = Label(look, words.need(thing), SMALL, "ink2", align=centred)
        grid.addWidget(word, row * 2 + 1, place)
        grid.setColumnStretch(place, 1)
    return grid


class Needed(QWidget):
    """Something that is needed: its icon and its word."""

    def __init__(self, look: Look, icon: str, word: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(0, 0, space.XS, 0))
        row.setSpacing(space.XS)
        row.addWidget(IconLabel(look, icon, 16))
        row.addWidget(Label(look, word, SMALL, "ink2"))
