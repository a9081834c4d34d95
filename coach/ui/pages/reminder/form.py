"""All that a form may say of a reminder, in two columns; what is wrong stands beside what it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractSpinBox, QVBoxLayout, QWidget

from coach.content import units
from coach.content.order import in_order
from coach.content.reminder_file import Fault as FaultOf
from coach.content.round_trip import Plain, is_list
from coach.progression.focus import FOCUS
from coach.reminders.hours import is_within
from coach.ui.look import space
from coach.ui.look.theme import Look
from coach.ui.look.typography import SECTION
from coach.ui.pages.reminder.how import MostRow, OfferRow, SnoozesRow, StyleRow
from coach.ui.pages.reminder.messages import MessagesRow, in_own_words, with_words
from coach.ui.pages.reminder.row import Fault, FormRow
from coach.ui.pages.reminder.standing import StandingRow
from coach.ui.pages.reminder.when import AwayRow, DaysRow, HoursRow, Rhythm
from coach.ui.widgets.card import Card
from coach.ui.widgets.field import Field
from coach.ui.widgets.focus import stops_in
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Beside, Split
from coach.ui.widgets.switch import Switch
from coach.ui.words import common as words
from coach.wiring.why_not import why_not
from coach.words.amiss import fault as fault_in_words
from coach.words.sentences import comma_list

if TYPE_CHECKING:
    from coach.wiring import Parts


class Form(QVBoxLayout):
    """Shows `keys` of a reminder's file and gives them back as they are now; `changed` at every change. A layout, so
    that the page around it has the cards' shadows.
    """

    changed = Signal()

    def __init__(self, parts: Parts, look: Look, keys: Mapping[str, Plain | None]) -> None:
        super().__init__()
        self._parts, self._look = parts, look
        self._title_written = keys["title"]
        catalogue = parts.library.catalogue
        self.fault = Fault(look)
        self.title = FormRow(look, self.tr("Title"))
        self.title_field = Field(look, self.tr("What it is called"), "edit", empties=False)
        self.title_field.edit.setText(in_own_words(keys["title"]))
        self.title_field.edit.setCursorPosition(0)
        self.title_field.changed.connect(self.changed)
        self.title.column.addWidget(self.title_field)
        self.title.focus_on = self.title_field.edit
        self.enabled = Switch(look, self.tr("Switched on"), bool(keys["enabled"]))
        self.enabled.clicked.connect(self.changed)
        self.rhythm = Rhythm(look, keys["every"], keys["at"])
        self.standing = StandingRow(look, keys["standing"])
        self.days = DaysRow(look, keys["days"])
        self.hours = HoursRow(look, keys["between"])
        self.away = AwayRow(look, keys["away_counts"])
        exercises = {ident: words.say(one.title) for ident, one in catalogue.exercises.items()}
        self.messages = MessagesRow(look, keys["messages"], exercises)
        titles = {ident: words.say(one.title) for ident, one in catalogue.tests.items()}
        titles |= {ident: words.say(one.title) for ident, one in catalogue.routines.items()}
        titles.setdefault(FOCUS, self.tr("What fits your focus areas"))
        self._titles = titles
        self.offer = OfferRow(look, keys["offer"], titles, self._offers)
        self.style_row = StyleRow(look, keys["show"])
        self.snoozes = SnoozesRow(look, keys["snooze"])
        self.most = MostRow(look, keys["at_most"])
        self._rows: dict[str, FormRow] = {
            "title": self.title, "every": self.rhythm, "at": self.rhythm, "standing": self.standing, "days": self.days,
            "between": self.hours,
            "away_counts": self.away, "messages": self.messages, "offer": self.offer, "show": self.style_row,
            "snooze": self.snoozes, "at_most": self.most,
        }  # fmt: skip
        self._each = tuple(dict.fromkeys(self._rows.values()))
        for row in self._each:
            row.changed.connect(self.changed)
        self._lay_out()
        self.rhythm.switched.connect(lambda _kind: self._show_what_matters())
        self.messages.changed.connect(self._show_what_matters)
        self._show_what_matters()
        self.changed.connect(self._say_what_lies_outside)
        self._say_what_lies_outside()

    def keys(self) -> dict[str, Plain | None]:
        """What the form says now, with what is being typed."""
        for row in self._each:
            for field in row.findChildren(QAbstractSpinBox):
                field.interpretText()
        text = self.title_field.edit.text()
        unchanged = text == in_own_words(self._title_written)
        found: dict[str, Plain | None] = {
            "title": self._title_written if unchanged else with_words(self._title_written, text),
            "enabled": self.enabled.isChecked(),
        }
        for row in self._each:
            found.update(row.keys())
        return found if self._is_in_turn() else {**found, "standing": None}

    def stops(self) -> list[QWidget]:
        """Where Tab stops in the form, as the eye goes."""
        rows = (
            self.rhythm,
            self.standing,
            self.days,
            self.hours,
            self.away,
            self.style_row,
            self.offer,
            self.snoozes,
            self.most,
        )
        first = [*self.title.stops(), *stops_in(self.enabled)]
        return first + [stop for row in (*rows, self.messages) for stop in row.stops()]

    def tell(self, faults: Sequence[FaultOf]) -> QWidget | None:
        """Show what is wrong, each beside its field; the first field to go to, None where none of them has one."""
        for row in self._each:
            row.tell("")
        first: QWidget | None = None
        elsewhere = []
        for fault in faults:
            where = self._tell_one(fault, self.said(fault))
            first = first or where
            if where is None:
                elsewhere.append(fault_in_words(words.LANGUAGE, fault))
        self.fault.tell("\n".join(elsewhere))
        return first

    def said(self, fault: FaultOf) -> str:
        """The sentence for a fault; of a field that is empty what is to be written there, for it cannot be left out."""
        if fault.key == "title" and not self.title_field.edit.text().strip():
            return self.tr("Write what it is called.")
        if fault.key == "messages" and not any(line.field.edit.text().strip() for line in self.messages.lines):
            return self.tr("Write what it says.")
        return fault_in_words(words.LANGUAGE, fault)

    def _tell_one(self, fault: FaultOf, sentence: str) -> QWidget | None:
        row = self._rows.get(fault.key)
        if row is None:
            return None
        if isinstance(row, MessagesRow) and fault.item is not None and (field := row.tell_item(fault.item, sentence)):
            return field
        row.tell(sentence)
        if row is self.rhythm and fault.item is not None and fault.item < len(self.rhythm.times.fields):
            return self.rhythm.times.fields[fault.item].field
        return row.focus_on

    def _offers(self) -> Sequence[tuple[str, str]]:
        """What this person may begin: what is put together for them, the tests in their order, then the routines by
        their titles.
        """
        parts, catalogue = self._parts, self._parts.library.catalogue
        locked = parts.desk.barred.locked
        tests = [] if locked else [(one.id, words.say(one.title)) for one in in_order(catalogue.tests.values())]
        routines = [
            (one.id, words.say(one.title)) for one in catalogue.routines.values()
            if not parts.lacks(one.id) and not why_not(parts, "routine", one.id, words.LANGUAGE)
        ]  # fmt: skip
        made = [] if FOCUS in catalogue.routines or not parts.has("routine", FOCUS) else [(FOCUS, self._titles[FOCUS])]
        return [*made, *tests, *sorted(routines, key=lambda one: one[1].casefold())]

    def _is_in_turn(self) -> bool:
        """Whether it asks to sit and to stand, after some time at the desk."""
        return self.rhythm.kind.value() == "every" and bool(self.messages.turns)

    def _show_what_matters(self) -> None:
        self.away.setVisible(self.rhythm.kind.value() == "every")
        self.standing.setVisible(self._is_in_turn())

    def _say_what_lies_outside(self) -> None:
        """Times of day that its hours leave out: such a one waits for the hours, or is missed."""
        keys = {**self.rhythm.keys(), **self.hours.keys()}
        window, times = units.window(str(keys["between"])), keys["at"]
        shown = [str(one) for one in times] if is_list(times) else []
        outside = [time for time in shown if not is_within(window, units.clock_time(time))]
        told = self.tr("Outside its hours: {times}. It waits until they begin, or is missed that day.")
        self.rhythm.say(told.format(times=comma_list(outside, words.LANGUAGE)) if outside else "")

    def _lay_out(self) -> None:
        self.setSpacing(space.XL)
        self.addWidget(self.fault)
        both = Split(458, 458, self._look.px(760), fill=False)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(space.XL)
        right.setSpacing(space.XL)
        left.addWidget(self._named())
        left.addWidget(self._card(self.tr("When"), self.rhythm, self.standing, self.days, self.hours, self.away))
        right.addWidget(self._card(self.tr("How it comes"), self.style_row, self.offer, self.snoozes, self.most))
        for column in (left, right):
            column.addStretch(1)
            both.add_layout(column)
        self.addLayout(both)
        self.addWidget(self._card(self.tr("What it says"), self.messages))

    def _named(self) -> Card:
        card = Card(self._look, space.XL_LOOSE)
        column = QVBoxLayout(card)
        column.setContentsMargins(space.HAIR, 0, space.HAIR, 0)
        column.setSpacing(space.L)
        column.addWidget(self.title)
        row = Beside(self._look.px(200))
        on = FormRow(self._look, self.tr("Switched on"))
        row.addWidget(on)
        row.addWidget(self.enabled)
        column.addLayout(row)
        return card

    def _card(self, title: str, *rows: QWidget) -> Card:
        card = Card(self._look, space.XL_LOOSE)
        column = QVBoxLayout(card)
        column.setContentsMargins(space.HAIR, 0, space.HAIR, 0)
        column.setSpacing(space.XXL)
        column.addWidget(Label(self._look, title, SECTION, wrap=True))
        for row in rows:
            column.addWidget(row)
        return card
