"""The day's line on the page of the reminders: of today, which goes on, and of the days before that had any."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coach.ui.announce import Announcer
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, SECTION, SMALL
from coach.ui.widgets.card import Card
from coach.ui.widgets.icon_buttons import RoundButton
from coach.ui.widgets.labels import IconLabel, Label
from coach.ui.widgets.layouts import clear
from coach.ui.widgets.log import LogRow
from coach.ui.words.common import LANGUAGE
from coach.ui.words.desk import day_beside, log_view
from coach.words import day_line
from coach.words.desk_view import LogLine

if TYPE_CHECKING:
    from coach.wiring import Parts


class DayLine(Card):
    """`follow` shows what has happened since; `earlier` and `later` lead to the days before, and back to today."""

    def __init__(self, parts: Parts, look: Look) -> None:
        super().__init__(look, space.XL_LOOSE)
        self._parts = parts
        self._announcer = Announcer(self)
        self._day: date | None = None  # None is today, whatever day that is by now
        self._shown: tuple[date, tuple[LogLine, ...]] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(space.HAIR, 0, space.HAIR, 0)
        column.setSpacing(space.S)
        column.addLayout(self._head())
        self._count = Label(look, "", SMALL, "ink2", wrap=True)
        column.addWidget(self._count)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column.addLayout(self._rows)
        column.addStretch(1)
        note = QHBoxLayout()
        note.setSpacing(space.S)
        note.addWidget(IconLabel(look, "info", 18), 0, Qt.AlignmentFlag.AlignTop)
        text = self.tr("Every reminder says why it came or waited.")
        note.addWidget(Label(look, text, SMALL, "ink2", wrap=True), 1)
        column.addLayout(note)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        self._title = Label(self._look, "", SECTION, wrap=True)
        row.addWidget(self._title, 1)
        self.earlier = RoundButton(self._look, "chevl", self.tr("The day before"), sizes.BUTTON_SLIM, "none")
        self.later = RoundButton(self._look, "chev", self.tr("The day after"), sizes.BUTTON_SLIM, "none")
        for button, later in ((self.earlier, False), (self.later, True)):
            button.clicked.connect(lambda _checked=False, later=later: self._go(later=later))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def follow(self) -> None:
        """Show what is known now; nothing is built anew where nothing has changed."""
        today = self._parts.clock.wall().date()
        day = self._day or today
        lines = log_view(self._parts, self._day)
        if self._shown == (day, lines):
            return
        self._shown = day, lines
        self._title.setText(day_line.day_title(day, today, LANGUAGE))
        told = day_line.counts(lines, LANGUAGE)
        self._count.setText(told)
        self._count.setVisible(bool(told))
        clear(self._rows)
        if not lines:
            text = self.tr("Nothing came yet today.") if day == today else self.tr("Nothing came on this day.")
            self._rows.addWidget(Label(self._look, text, BODY, "ink2", wrap=True))
        for number, line in enumerate(lines):
            self._rows.addWidget(LogRow(self._look, line, number == 0, number == len(lines) - 1))
        self.earlier.setEnabled(day_beside(self._parts, day, later=False) is not None)
        self.later.setEnabled(self._day is not None)

    def _go(self, *, later: bool) -> None:
        """To the next day that has a line, at last to today."""
        day = self._day or self._parts.clock.wall().date()
        self._day = day_beside(self._parts, day, later=later)
        self.follow()
        pressed, other = (self.later, self.earlier) if later else (self.earlier, self.later)
        if not pressed.isEnabled():
            other.setFocus(Qt.FocusReason.OtherFocusReason)
        self._announcer.say(f"{self._title.text()}. {self._count.text()}")
