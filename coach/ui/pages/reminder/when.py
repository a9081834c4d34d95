"""When a reminder comes: its rhythm or its times, its days, its hours, and how long an absence is a break."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.content import units
from coach.content.model import DAY_MINUTES, WEEKDAYS, Window
from coach.content.reminder_file import clock, days, hours, length
from coach.content.round_trip import Plain, is_list
from coach.content.weekdays import days_of
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY
from coach.ui.pages.reminder.row import FormRow
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.chip import ChoiceChip
from coach.ui.widgets.focus import stops_in, take_keyboard
from coach.ui.widgets.icon_buttons import RoundButton
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Flow, at_start, clear
from coach.ui.widgets.length import Length
from coach.ui.widgets.segmented import Segmented
from coach.ui.widgets.time_of_day import TimeOfDay
from coach.ui.words import common as words

_NEW_TIME = 10 * 60 + 30  # minutes after midnight, where there is none yet; our choice
_LATER_MINUTES = 120  # behind the last one
_WORKDAY = Window(9 * 60, 17 * 60 + 30)


class Rhythm(FormRow):
    """Every so long at the desk, or at times of the day. `switched(str)`: every or at."""

    switched = Signal(str)

    def __init__(self, look: Look, every: Plain | None, at: Plain | None) -> None:
        super().__init__(look, QCoreApplication.translate("Rhythm", "How often"))
        choices = [("every", self.tr("Time at the desk")), ("at", self.tr("Times of day"))]
        self.kind = Segmented(look, self.tr("How often"), choices, "at" if at else "every")
        self.kind.chosen.connect(self._switch)
        self.column.addLayout(at_start(self.kind))
        seconds = units.duration(str(every)) if every else 1800
        self.every = Length(look, self.tr("Every so long at the desk"), seconds)
        self.every.chosen.connect(self.changed)
        self._every_at_start = (seconds, every)
        self._every_row = QWidget()
        row = Flow(space.S_LOOSE, self._every_row)
        row.addWidget(Label(look, self.tr("Every"), BODY, "ink2"))
        row.addWidget(self.every)
        row.addWidget(Label(look, self.tr("at the desk"), BODY, "ink2"))
        self.column.addWidget(self._every_row)
        times = [units.clock_time(str(one)) for one in at] if is_list(at) else []
        self.times = Times(look, times)
        self.times.changed.connect(self.changed)
        self.column.addWidget(self.times)
        self.focus_on = self.every.field
        self._show()

    def keys(self) -> dict[str, Plain | None]:
        """`every` and `at` of a file."""
        if self.kind.value() == "at":
            return {"every": None, "at": [clock(minute) for minute in self.times.minutes()]}
        seconds, written = self._every_at_start
        same = written is not None and self.every.value() == seconds
        return {"every": written if same else length(self.every.value()), "at": None}

    def stops(self) -> list[QWidget]:
        return [*stops_in(self.kind), *stops_in(self.every), *self.times.stops()]

    def _switch(self, kind: str) -> None:
        if kind == "at" and not self.times.minutes():
            self.times.add()
        self._show()
        self.switched.emit(kind)
        self.changed.emit()

    def _show(self) -> None:
        is_at = self.kind.value() == "at"
        self._every_row.setVisible(not is_at)
        self.times.setVisible(is_at)


class Times(QWidget):
    """Times of day, each with a way to take it out, and one to add another."""

    changed = Signal()

    def __init__(self, look: Look, minutes: list[int]) -> None:
        super().__init__()
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._flow = Flow(space.S)
        column.addLayout(self._flow)
        self.fields: list[TimeOfDay] = []
        self.removers: list[RoundButton] = []
        self.more = Button(look, self.tr("Add a time"), "text", "plus", sizes.BUTTON)
        self.more.clicked.connect(self._add_one)
        column.addLayout(at_start(self.more))
        self._fill(minutes)

    def minutes(self) -> list[int]:
        """Minutes after midnight, in the order shown."""
        return [field.value() for field in self.fields]

    def stops(self) -> list[QWidget]:
        """Where Tab stops in it, in order."""
        pairs = zip(self.fields, self.removers, strict=True)
        return [stop for pair in pairs for each in pair for stop in stops_in(each)] + stops_in(self.more)

    def add(self) -> None:
        """Another time, behind the last one."""
        minutes = self.minutes()
        self._fill([*minutes, (minutes[-1] + _LATER_MINUTES) % DAY_MINUTES if minutes else _NEW_TIME])

    def _add_one(self) -> None:
        self.add()
        take_keyboard(self.fields[-1].field)
        self.changed.emit()

    def _remove(self, place: int) -> None:
        minutes = self.minutes()
        del minutes[place]
        self._fill(minutes)
        take_keyboard(self.fields[min(place, len(minutes) - 1)].field if minutes else self.more)
        self.changed.emit()

    def _fill(self, minutes: list[int]) -> None:
        clear(self._flow)
        self.fields, self.removers = [], []
        for number, minute in enumerate(minutes):
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(0)
            field = TimeOfDay(self._look, self.tr("Time {n}").format(n=number + 1), minute)
            field.chosen.connect(self.changed)
            remove = RoundButton(self._look, "close", self.tr("Take out time {n}").format(n=number + 1), fill="none")
            remove.clicked.connect(lambda _checked=False, number=number: self._remove(number))
            row.addWidget(field)
            row.addWidget(remove)
            self.fields.append(field)
            self.removers.append(remove)
            self._flow.addWidget(holder)


class DaysRow(FormRow):
    """The days of the week, and two ways to choose several at once."""

    def __init__(self, look: Look, written: Plain | None) -> None:
        super().__init__(look, QCoreApplication.translate("DaysRow", "Days"))
        self._written = written
        chosen = _days_in(written)
        flow = Flow(space.XS_LOOSE)
        self.chips: dict[str, ChoiceChip] = {}
        for number, day in enumerate(WEEKDAYS, 1):
            chip = ChoiceChip(look, words.LANGUAGE.day_name(number, short=True))
            chip.setAccessibleName(words.LANGUAGE.day_name(number))
            chip.setChecked(day in chosen)
            chip.clicked.connect(self._tell)
            self.chips[day] = chip
            flow.addWidget(chip)
        self.column.addLayout(flow)
        quick = Flow(space.M)
        ways = ((self.tr("Monday to Friday"), WEEKDAYS[:5]), (self.tr("Every day"), WEEKDAYS))
        for word, them in ways:
            button = Button(look, word, "text", height=sizes.BUTTON_SLIM)
            button.clicked.connect(lambda _checked=False, them=them: self.choose(them))
            quick.addWidget(button)
        self.column.addLayout(quick)
        self.focus_on = self.chips[WEEKDAYS[0]]
        self._at_start = self._chosen()
        self._say()

    def choose(self, them: tuple[str, ...]) -> None:
        """These days and no others."""
        for day, chip in self.chips.items():
            chip.setChecked(day in them)
        self._tell()

    def keys(self) -> dict[str, Plain | None]:
        """`days` of a file."""
        return {"days": self._written if self._chosen() == self._at_start else days(self._chosen())}

    def _chosen(self) -> tuple[str, ...]:
        return tuple(day for day, chip in self.chips.items() if chip.isChecked())

    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        self.say("" if self._chosen() else self.tr("Without a day it never comes."))


class HoursRow(FormRow):
    """From when until when it may come, also over midnight, or all day."""

    def __init__(self, look: Look, written: Plain | None) -> None:
        super().__init__(look, QCoreApplication.translate("HoursRow", "Hours"))
        self._written = str(written)
        window = units.window(self._written)
        self._is_all_day = window == Window()
        shown = _WORKDAY if self._is_all_day else window
        choices = [("all", self.tr("All day")), ("some", self.tr("Certain hours"))]
        self.kind = Segmented(look, self.tr("Hours"), choices, "all" if self._is_all_day else "some")
        self.kind.chosen.connect(self._tell)
        self.column.addLayout(at_start(self.kind))
        self.start = TimeOfDay(look, self.tr("It comes from"), shown.start)
        self.end = TimeOfDay(look, self.tr("It comes until"), shown.end % DAY_MINUTES)
        self._times = QWidget()
        flow = Flow(space.S_LOOSE, self._times)
        ends = self.tr("From"), self.tr("until")
        widest = max(Label(look, word, BODY).sizeHint().width() for word in ends)
        for word, time in zip(ends, (self.start, self.end), strict=True):
            flow.addWidget(_with_word(look, word, time, widest))
            time.chosen.connect(self._tell)
        self.column.addWidget(self._times)
        self.focus_on = self.start.field
        self._at_start = self._state()
        self._say()

    def keys(self) -> dict[str, Plain | None]:
        """`between` of a file."""
        if self._state() == self._at_start:
            return {"between": self._written}
        if self.kind.value() == "all":
            return {"between": hours(Window())}
        return {"between": hours(Window(self.start.value(), self.end.value() or DAY_MINUTES))}

    def _state(self) -> tuple[str, int, int]:
        is_all = self.kind.value() == "all"
        return ("all", 0, 0) if is_all else ("some", self.start.value(), self.end.value())

    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        self._times.setVisible(self.kind.value() == "some")
        kind, start, end = self._state()
        note = ""
        if kind == "some" and start == end:
            note = self.tr("That is a whole day.")
        elif kind == "some" and 0 < end < start:
            note = self.tr("Over midnight: what comes then belongs to the day before.")
        self.say(note)


class AwayRow(FormRow):
    """From how long an absence counts as the break."""

    def __init__(self, look: Look, written: Plain | None) -> None:
        title = QCoreApplication.translate("AwayRow", "Away from the desk")
        super().__init__(look, title, QCoreApplication.translate("AwayRow", "So long away counts as the break."))
        self._written = str(written)
        self.length = Length(look, self.tr("So long away counts as the break"), units.duration(self._written))
        self.length.chosen.connect(self.changed)
        self._at_start = self.length.value()
        self.column.addLayout(at_start(self.length))
        self.focus_on = self.length.field

    def keys(self) -> dict[str, Plain | None]:
        """`away_counts` of a file."""
        value = self.length.value()
        return {"away_counts": self._written if value == self._at_start else length(value)}


def _with_word(look: Look, word: str, control: QWidget, least: int = 0) -> QWidget:
    """A word and its control, which stay together; below another one's they stand in line where each has `least`."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(space.S_LOOSE)
    label = Label(look, word, BODY, "ink2")
    label.setMinimumWidth(least)
    row.addWidget(label)
    row.addWidget(control)
    return holder


def _days_in(written: Plain | None) -> tuple[str, ...]:
    named = written if is_list(written) else [written]
    return tuple(day for one in named for day in days_of(str(one)))
