"""The cards beside Today's decision: the wall test, the next reminder, and the week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.content.catalogue import Catalogue
from coach.progress.records import TestRecord
from coach.today.agenda import PlannedWeek, Today
from coach.today.due import days_until, due
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, CARD_TITLE, HEADING, RING_NUMBER_TILE, SMALL
from coach.ui.pages.page import Paths
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.chip import Chip
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Flow
from coach.ui.widgets.meter import Meter
from coach.ui.widgets.ring import Ring
from coach.ui.widgets.switch import Switch
from coach.ui.widgets.week import Week, shown_days
from coach.ui.words import common as words
from coach.walltest.advice import compare
from coach.walltest.score import Result
from coach.words import today as today_words
from coach.words.sentences import apart_list, comma_list

if TYPE_CHECKING:
    from coach.wiring import Parts


class TitledCard(Card):
    """A card with its title and, at the right end of its line, `beside`; the rest goes into `column`."""

    def __init__(self, look: Look, title: str, beside: QWidget | None = None) -> None:
        super().__init__(look, 20)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(space.HAIR, 0, space.HAIR, 0)
        self.column.setSpacing(space.S)
        head = QHBoxLayout()
        head.addWidget(Label(look, title, HEADING))
        head.addStretch(1)
        if beside is not None:
            head.addWidget(beside)
        self.column.addLayout(head)


class WallTestCard(TitledCard):
    """The last test's hold and what changed; before the first one, the way there. One that `is_planned` for today is
    due, whenever the last one was.
    """

    def __init__(self, parts: Parts, look: Look, to: Paths, *, is_planned: bool = False) -> None:
        last = parts.store.last_tests()[:1]
        records = parts.store.newest_tests(last[0].test_id, 2) if last else []
        self._parts, self._is_planned = parts, is_planned
        due = Chip(look, self._due(records[0], parts.clock.wall())) if records else None
        super().__init__(look, words.LANGUAGE.translate("WallTestCard", "Wall test"), due)
        if records:
            self._show(records)
        else:
            self._invite(to)

    def _invite(self, to: Paths) -> None:
        text = self.tr("Thirty seconds at a wall show where to begin.")
        self.column.addWidget(Label(self._look, text, BODY, "ink2", wrap=True))
        button = Button(self._look, self.tr("Do the test"), "tonal", "wall", sizes.BUTTON_SMALL)
        button.clicked.connect(lambda: to.go.emit("walltest"))
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        self.column.addStretch(1)
        self.column.addLayout(row)

    def _show(self, records: Sequence[TestRecord]) -> None:
        result = records[0].scored
        row = QHBoxLayout()
        row.setSpacing(space.L_LOOSE)
        ring = Ring(self._look, self._look.px(92), self._look.px(10), RING_NUMBER_TILE)
        most = result.hold_most or 30.0
        ring.tell(result.hold_seconds / most, f"{result.hold_seconds:.0f}", self.tr("of {n} s").format(n=f"{most:.0f}"))
        row.addWidget(ring)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addStretch(1)
        text.addWidget(Label(self._look, self._change(records, result), BODY.bold, wrap=True))
        text.addWidget(Label(self._look, self._focus(result), SMALL, "ink2", wrap=True))
        text.addStretch(1)
        row.addLayout(text, 1)
        self.column.addLayout(row)
        self.column.addStretch(1)

    def _due(self, record: TestRecord, now: datetime) -> str:
        if self._is_planned:
            return words.LANGUAGE.translate("WallTestCard", "today")
        again = due(self._parts.library.catalogue.tests.get(record.test_id), record.at)
        if again is None:
            return words.short_date(record.at)
        days = days_until(again, now.date())
        if days <= 0:
            return words.LANGUAGE.translate("WallTestCard", "due now")
        if days == 1:
            return words.LANGUAGE.translate("WallTestCard", "tomorrow")
        return words.LANGUAGE.translate("WallTestCard", "in %n days", "in 1 day", days)

    def _change(self, records: Sequence[TestRecord], result: Result) -> str:
        if len(records) < 2:
            return self.tr("Your first hold")
        change = compare(records[1].scored, result).hold_seconds
        if change > 0:
            return self.tr("{n} s longer").format(n=change)
        return self.tr("{n} s shorter").format(n=-change) if change < 0 else self.tr("The same as before")

    def _focus(self, result: Result) -> str:
        areas = self._parts.library.catalogue.areas
        focus = apart_list((words.say(areas[name].title) for name in result.focus if name in areas), words.LANGUAGE)
        return self.tr("Focus: {areas}").format(areas=focus) if focus else self.tr("No area stands out.")


class ReminderCard(TitledCard):
    """The next reminder, why it stands there, and the switch for all; `tell()` follows the desk. What is far away, or
    does not come, is one quiet line.
    """

    def __init__(self, parts: Parts, look: Look, to: Paths) -> None:
        self.on = Switch(look, words.LANGUAGE.translate("ReminderCard", "Reminders"))
        super().__init__(look, words.LANGUAGE.translate("ReminderCard", "Next reminder"), self.on)
        self._parts, self._to = parts, to
        row = Flow(space.S_LOOSE)
        self.when = Label(look, "", CARD_TITLE)
        self.later = Label(look, "", BODY, wrap=True)
        self._what = Label(look, "", BODY, "ink2", wrap=True)
        row.addWidget(self.when)
        row.addWidget(self._what)
        self.column.addLayout(row)
        self.column.addWidget(self.later)
        self._meter = Meter(look)
        self.column.addWidget(self._meter)
        self._why = Label(look, "", SMALL, "ink2", wrap=True)
        self.column.addWidget(self._why)
        self.column.addStretch(1)
        self.on.clicked.connect(self._switched)
        self.tell()

    def tell(self) -> None:
        """How the desk stands now; nothing, as long as it is not asked."""
        if self._parts.desk_waits:
            self.on.setChecked(True)
            for label in (self.when, self._what, self.later, self._meter, self._why):
                label.hide()
            return
        from coach.ui.words.desk import desk_view

        view = desk_view(self._parts)
        self.on.setChecked(not view.is_paused)
        what = comma_list((part for part in (view.next_title, view.condition) if part), words.LANGUAGE)
        self.when.setText(view.next_when)
        self._what.setText(view.next_title)
        later = ": ".join(part for part in (view.next_when, what) if part and part != "-")
        self.later.setText(f"{later[:1].upper()}{later[1:]}")
        for shown, is_shown in (
            (self.when, view.is_near),
            (self._what, view.is_near),
            (self._meter, view.is_near and view.share > 0),
            (self.later, not view.is_near and bool(self.later.text())),
            (self._why, view.is_near or not view.next_title),  # what is far away is one line
        ):
            shown.setVisible(is_shown)
        self._meter.set_share(view.share)
        condition = view.condition if view.is_near else ""
        self._why.setText(apart_list((part for part in (view.sentence, condition) if part), words.LANGUAGE))

    def _switched(self, on: bool) -> None:
        if on:
            self._parts.desk.resume()
        else:
            self._parts.desk.pause(None)
        self._to.desk_changed.emit()
        self.tell()


class WeekCard(TitledCard):
    """The week day by day, and below it how it goes: without reproach."""

    def __init__(self, look: Look, week: PlannedWeek, found: Today, catalogue: Catalogue) -> None:
        active = sum(bool(day.exercised) for day in week.days)
        note = words.LANGUAGE.translate("WeekCard", "{n} of 7 days").format(n=active) if active else ""
        title = words.LANGUAGE.translate("WeekCard", "This week")
        super().__init__(look, title, Label(look, note, SMALL, "ink2") if note else None)
        self.column.addWidget(Week(look, shown_days(week, found.at.date(), catalogue)))
        for sentence in today_words.how_it_goes(words.LANGUAGE, found):
            self.column.addWidget(Label(look, sentence, SMALL, "ink2", wrap=True))
        self.column.addStretch(1)
