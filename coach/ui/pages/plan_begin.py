"""To begin a plan, from when on, and to stop it: what either does is said before and after."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout

from coach.content.model import Plan
from coach.today.following import Following, beginning, first_days
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, SECTION
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.chip import ChoiceChip
from coach.ui.widgets.day_field import DayField
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Flow
from coach.ui.words.common import LANGUAGE
from coach.words import dates
from coach.words import following as words

if TYPE_CHECKING:
    from coach.wiring import Parts


class BeginPlan(Card):
    """The first day is chosen: today, next Monday, another one. `begun` with it (datetime.date) when it begins."""

    begun = Signal(object)

    def __init__(self, parts: Parts, look: Look, plan: Plan, today: date) -> None:
        super().__init__(look, space.XL_LOOSE)
        self._parts, self._plan, self._today = parts, plan, today
        self.days = dict(zip(("today", "monday"), first_days(today), strict=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(space.HAIR, 0, space.HAIR, 0)
        column.setSpacing(space.M)
        column.addWidget(Label(look, self.tr("Begin this plan"), SECTION, wrap=True))
        column.addLayout(self._choices())
        self.field = DayField(look, self.tr("First day"), today)
        self.field.chosen.connect(lambda _day: self._tell())
        row = QHBoxLayout()
        row.addWidget(self.field)
        row.addStretch(1)
        column.addLayout(row)
        self.sentence = Label(look, "", BODY, "ink2", wrap=True, widest=640)
        column.addWidget(self.sentence)
        self.button = Button(look, self.tr("Begin this plan"), "primary", "play", sizes.BUTTON_HIGH)
        self.button.clicked.connect(lambda: self.begun.emit(self.day))
        at_start = QHBoxLayout()
        at_start.addWidget(self.button)
        at_start.addStretch(1)
        column.addLayout(at_start)
        self._tell()

    def _choices(self) -> Flow:
        flow = Flow(space.S_LOOSE)
        self._group = QButtonGroup(self)
        self.chips: dict[str, ChoiceChip] = {}
        monday = self.tr("Next Monday, {date}").format(date=dates.short_date(self.days["monday"], LANGUAGE))
        for key, word in (("today", self.tr("Today")), ("monday", monday), ("another", self.tr("Another day"))):
            chip = self.chips[key] = ChoiceChip(self._look, word)
            chip.setChecked(key == "today")
            chip.clicked.connect(self._tell)
            self._group.addButton(chip)
            flow.addWidget(chip)
        return flow

    @property
    def day(self) -> date:
        """The first day that is chosen."""
        chosen = next(key for key, chip in self.chips.items() if chip.isChecked())
        return self.days.get(chosen, self.field.day)

    def _tell(self) -> None:
        """What it would do."""
        self.field.setVisible(self.chips["another"].isChecked())
        found = beginning(self._parts.store.plans(), self._plan.id, self.day)
        switches = words.switches(found, self._parts.library.catalogue.plans, LANGUAGE)
        told = words.begins_on(self.day, self._today, LANGUAGE), switches
        self.sentence.setText(" ".join(part for part in told if part))


class StopPlan(Card):
    """Since when a plan is followed; `stop` ends it, `anew` asks for another first day."""

    stop, anew = Signal(), Signal()

    def __init__(self, look: Look, found: Following, *, may_begin_anew: bool) -> None:
        super().__init__(look, space.XL_LOOSE, tone="sunk")
        column = QVBoxLayout(self)
        column.setContentsMargins(space.HAIR, 0, space.HAIR, 0)
        column.setSpacing(space.S_LOOSE)
        if found.course is not None:
            since = words.since(found, LANGUAGE)
            column.addWidget(Label(look, since, BODY.semibold, wrap=True))
        column.addWidget(Label(look, words.stop_does(LANGUAGE), BODY, "ink2", wrap=True, widest=640))
        row = Flow(space.M)
        ways = [(self.tr("Another first day"), self.anew)] if may_begin_anew else []
        for word, signal in (*ways, (self.tr("Stop this plan"), self.stop)):
            button = Button(look, word, "secondary", height=sizes.BUTTON_MODEST)
            button.clicked.connect(signal)
            row.addWidget(button)
        column.addLayout(row)
