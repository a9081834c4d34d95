"""What a person tells of themselves: what they want it for, what they have at hand, when they sit at the desk.

Each is a control that keeps at once what is chosen; the welcome and Settings show the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from coach.content.model import DAY_MINUTES, WEEKDAYS, Window
from coach.progression.aim import AIMS, Aim
from coach.progression.kit import kit_of
from coach.reminders.desk_hours import DeskHours, usual_hours
from coach.settings import AIM, DESK_HOURS, KIT_MISSING
from coach.ui.look import space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY
from coach.ui.widgets.chip import ChoiceChip
from coach.ui.widgets.choice_card import ChoiceCard
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Flow
from coach.ui.widgets.role import Role, be_told_as
from coach.ui.widgets.segmented import Segmented
from coach.ui.widgets.time_of_day import TimeOfDay
from coach.ui.words import common as words
from coach.words import about_you

if TYPE_CHECKING:
    from coach.wiring import Parts


class AimChoice(Segmented):
    """Desk, running or both; none is chosen before somebody has."""

    def __init__(self, parts: Parts, look: Look) -> None:
        choices = [(aim, about_you.aim(aim, words.LANGUAGE)) for aim in AIMS]
        super().__init__(look, self.tr("What you want it for"), choices, parts.store.get(AIM) or "")
        self.chosen.connect(lambda aim: parts.store.keep(AIM, aim))


_AIM_ICONS: dict[Aim, str] = {"desk": "desk", "running": "walk", "both": "heart"}


class AimCards(QVBoxLayout):
    """The same, large, each with what it means; a layout, so that the page around it has the cards' shadows."""

    def __init__(self, parts: Parts, look: Look) -> None:
        super().__init__()
        self.setSpacing(space.M)
        group = QButtonGroup(self)
        chosen = parts.store.get(AIM)
        self.cards: dict[Aim, ChoiceCard] = {}
        for aim in AIMS:
            name, note = about_you.aim(aim, words.LANGUAGE), about_you.aim_note(aim, words.LANGUAGE)
            card = ChoiceCard(look, _AIM_ICONS[aim], name, note)
            card.setChecked(aim == chosen)
            card.clicked.connect(lambda _checked=False, aim=aim: parts.store.keep(AIM, aim))
            group.addButton(card)
            self.cards[aim] = card
            self.addWidget(card)


class KitChoice(QWidget):
    """A chip for everything that some exercise needs; those that are taken are there."""

    changed = Signal()

    def __init__(self, parts: Parts, look: Look) -> None:
        super().__init__()
        be_told_as(self, Role.Grouping)
        self._parts = parts
        self.setAccessibleName(self.tr("What you have at hand"))
        missing = parts.store.get(KIT_MISSING)
        row = Flow(space.S, self)
        self.chips: dict[str, ChoiceChip] = {}
        for thing in kit_of(parts.library.catalogue.exercises.values()):
            chip = ChoiceChip(look, words.need(thing), words.need_icon(thing))
            chip.setChecked(thing not in missing)
            chip.clicked.connect(self._keep)
            self.chips[thing] = chip
            row.addWidget(chip)

    def _keep(self) -> None:
        """What is missing of what is shown; what no exercise needs any more stays said."""
        kept = {thing for thing in self._parts.store.get(KIT_MISSING) if thing not in self.chips}
        kept |= {thing for thing, chip in self.chips.items() if not chip.isChecked()}
        self._parts.store.keep(KIT_MISSING, sorted(kept))
        self.changed.emit()


class HoursChoice(QWidget):
    """The days at the desk, from when and until when. Nothing is kept before something is changed."""

    changed = Signal()

    def __init__(self, parts: Parts, look: Look) -> None:
        super().__init__()
        self._parts = parts
        hours = self._known()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.M)
        days = Flow(space.XS_LOOSE)
        self.days: dict[str, ChoiceChip] = {}
        for number, day in enumerate(WEEKDAYS, 1):
            chip = ChoiceChip(look, words.LANGUAGE.day_name(number, short=True))
            chip.setAccessibleName(words.LANGUAGE.day_name(number))
            chip.setChecked(day in hours.days)
            chip.clicked.connect(self._keep)
            self.days[day] = chip
            days.addWidget(chip)
        column.addLayout(days)
        times = Flow(space.S_LOOSE)
        self.start = TimeOfDay(look, self.tr("At the desk from"), hours.between.start % DAY_MINUTES)
        self.end = TimeOfDay(look, self.tr("At the desk until"), hours.between.end % DAY_MINUTES)
        for word, time in ((self.tr("From"), self.start), (self.tr("until"), self.end)):
            times.addWidget(Label(look, word, BODY, "ink2"))
            times.addWidget(time)
            time.chosen.connect(self._keep)
        column.addLayout(times)
        self.setFocusProxy(next(iter(self.days.values())))

    def _known(self) -> DeskHours:
        return self._parts.store.get(DESK_HOURS) or usual_hours(self._parts.library.catalogue.reminders.values())

    def show_hours(self) -> None:
        """What is kept now, or what the reminders have; nothing is kept by that."""
        hours = self._known()
        for day, chip in self.days.items():
            chip.setChecked(day in hours.days)
        for time, minute in ((self.start, hours.between.start), (self.end, hours.between.end)):
            was_blocked = time.blockSignals(True)
            time.field.setValue(minute % DAY_MINUTES)
            time.blockSignals(was_blocked)

    def hours(self) -> DeskHours:
        """What is set now."""
        days = tuple(day for day, chip in self.days.items() if chip.isChecked())
        return DeskHours(days, Window(self.start.value(), self.end.value()))

    def _keep(self) -> None:
        self._parts.desk.set_hours(self.hours())
        self.changed.emit()
