"""When the entries of a calendar shall be, before it is saved: at what time, from which day on; and what that gives."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from coach.export.appointments import Appointments, appointments, begins, comes
from coach.export.start import EVENING, When
from coach.today.following import first_days
from coach.ui.look import space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, SMALL
from coach.ui.widgets.chip import ChoiceChip
from coach.ui.widgets.day_field import DayField
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Flow
from coach.ui.widgets.save_row import SaveRow
from coach.ui.widgets.time_of_day import TimeOfDay
from coach.ui.words.common import LANGUAGE
from coach.words import dates

if TYPE_CHECKING:
    from coach.wiring import Parts


class CalendarChoice(QWidget):
    """`save` when the person is content with it, `left` when not; `when` is what was chosen."""

    save, left = Signal(), Signal()
    grows = Signal()

    def __init__(self, parts: Parts, look: Look, kind: str, ident: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts, self._look, self._kind, self._id = parts, look, kind, ident
        today = parts.clock.wall().date()
        self._days = dict(zip(("today", "monday"), first_days(today), strict=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(space.XS, space.S, space.XS, space.XS)  # a ring around what has the keyboard
        column.setSpacing(space.S)
        self.time = TimeOfDay(look, self.tr("Time of day"), EVENING.hour * 60 + EVENING.minute)
        self.day = DayField(look, self.tr("First day"), today)
        self.times = self._chips(column, self.tr("At"), self._time_words(), self.time)
        self.starts = self._chips(column, self.tr("From"), self._day_words(), self.day)
        self.time.chosen.connect(self._tell)
        self.day.chosen.connect(self._tell)
        self.sentence = Label(look, "", BODY, "ink2", wrap=True, widest=640)
        column.addWidget(self.sentence)
        row = SaveRow(look, self.tr("Save the calendar"), "calendar", self.save, self.left)
        self.button = row.button
        column.addLayout(row)
        self._tell()

    def _time_words(self) -> dict[str, str]:
        return {"suits": self.tr("Times that suit it"), "chosen": self.tr("A time of yours")}

    def _day_words(self) -> dict[str, str]:
        """Where the plan began, else the next day that suits; or another one."""
        usual = self.tr("The next day that suits it")
        if self._kind == "plan":
            course = self._parts.planned().course_of(self._id, self._days["today"])
            usual = (
                self._monday() if course is None
                else self.tr("Where it began, {date}").format(date=dates.short_date(course.begun, LANGUAGE))
            )  # fmt: skip
        days = {"usual": usual, "today": self.tr("Today"), "monday": self._monday(), "chosen": self.tr("Another day")}
        if usual == days["monday"]:
            del days["monday"]  # the same, but once
        return days

    def _monday(self) -> str:
        return self.tr("Next Monday, {date}").format(date=dates.short_date(self._days["monday"], LANGUAGE))

    def _chips(self, column: QVBoxLayout, name: str, words: dict[str, str], field: QWidget) -> dict[str, ChoiceChip]:
        column.addWidget(Label(self._look, name, SMALL.bold, "ink2"))
        flow, group = Flow(space.S), QButtonGroup(self)
        chips: dict[str, ChoiceChip] = {}
        for number, (key, word) in enumerate(words.items()):
            chip = chips[key] = ChoiceChip(self._look, word)
            chip.setAccessibleName(f"{name}: {word}")
            chip.setChecked(number == 0)
            chip.clicked.connect(self._tell)
            group.addButton(chip)
            flow.addWidget(chip)
        column.addLayout(flow)
        row = QHBoxLayout()
        row.addWidget(field)
        row.addStretch(1)
        column.addLayout(row)
        return chips

    @property
    def when(self) -> When:
        """What was chosen."""
        minutes = self.time.value()
        times = (time(minutes // 60, minutes % 60),) if self.times["chosen"].isChecked() else ()
        return When(times, self._begins())

    def _begins(self) -> date | None:
        if self.starts["chosen"].isChecked():
            return self.day.day
        return next(
            (day for key, day in self._days.items() if key in self.starts and self.starts[key].isChecked()), None
        )

    def _tell(self) -> None:
        """What it gives."""
        self.grows.emit()
        self.time.setVisible(self.times["chosen"].isChecked())
        self.day.setVisible(self.starts["chosen"].isChecked())
        found = self._found()
        told = comes(LANGUAGE, found), begins(LANGUAGE, found), found.text
        self.sentence.setText(" ".join(part for part in told if part))
        self.button.setEnabled(found.first is not None)

    def _found(self) -> Appointments:
        return appointments(self._parts, self._kind, self._id, self.when, LANGUAGE)
