"""The week of a plan that is followed: its days, what became of each thing, and a start for what is due today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.today.agenda import Day, Item
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, HEADING, OVERLINE, SMALL
from coach.ui.pages.page import Paths
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card, RowButton
from coach.ui.widgets.labels import Circle, IconLabel, Label, Tick
from coach.ui.widgets.layouts import Beside, Flow, Gallery
from coach.ui.words import common as words
from coach.words import dates
from coach.words import following as following_words
from coach.words import today as today_words
from coach.words.titles import title_of

if TYPE_CHECKING:
    from coach.wiring import Parts

_NARROWEST = 250
_LEAST_ROW = 190


def same_things(items: Sequence[Item]) -> list[list[Item]]:
    """What a day has, each thing once, with its items."""
    found: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        found.setdefault((item.kind, item.target), []).append(item)
    return list(found.values())


class WeekDays(QObject):
    """`add_to` puts a card for each day into a page: first today's with what is due, and its starts where one
    `may_start`; then the others, quieter.
    """

    def __init__(
        self, parts: Parts, look: Look, to: Paths, days: Sequence[Day], today: date, *, may_start: bool
    ) -> None:
        super().__init__()
        self._parts, self._look, self._to, self._days, self._today = parts, look, to, days, today
        self._may_start, self._has_primary = may_start, False

    def add_to(self, column: QVBoxLayout) -> None:
        """The cards; each lies on the page itself, which its shadow falls on."""
        gallery = Gallery(self._look.px(_NARROWEST), space.L, most=3)
        for day in self._days:
            if day.date == self._today:
                column.addWidget(self._day(day))
            else:
                gallery.addWidget(self._day(day))
        column.addLayout(gallery)

    def _day(self, day: Day) -> Card:
        is_today = day.date == self._today
        card = Card(self._look, space.M, tone="card" if is_today else "sunk")
        column = QVBoxLayout(card)
        column.setContentsMargins(space.XS, space.HAIR, space.XS, space.HAIR)
        column.setSpacing(space.XS)
        head = QVBoxLayout()
        head.setContentsMargins(space.S, 0, space.S, 0)
        head.setSpacing(0)
        if is_today:
            head.addWidget(Label(self._look, self.tr("Today"), OVERLINE, "atext"))
        style = HEADING if is_today else BODY.bold
        head.addWidget(Label(self._look, dates.date(day.date, words.LANGUAGE), style, wrap=True))
        column.addLayout(head)
        for items in same_things(day.items):
            row = self._row(items, day.date)
            starts = self._starts(items) if is_today and self._may_start else None
            if starts is None:
                column.addWidget(row)
            else:
                beside = Beside(self._look.px(_LEAST_ROW))
                beside.addWidget(row)
                beside.addWidget(starts)
                column.addLayout(beside)
        if not day.items:
            column.addLayout(self._rest())
        column.addStretch(1)
        return card

    def _rest(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(space.S, space.XS, space.S, 0)
        row.setSpacing(space.S_LOOSE)
        row.addWidget(IconLabel(self._look, "rest", 20))
        row.addWidget(Label(self._look, self.tr("Rest"), BODY, "ink2"), 1)
        return row

    def _row(self, items: Sequence[Item], day: date) -> RowButton:
        """What it is and what became of it; opens it."""
        item, language = items[0], words.LANGUAGE
        title = title_of(self._parts.library.catalogue, item.kind, item.id, language)
        told = following_words.state(items, is_past=day < self._today, language=language)
        sore = next((one for one in items if one.state == "sore"), None)
        if sore is not None and day == self._today:
            told = today_words.why(language, sore)
        button = RowButton(self._look, ". ".join(part for part in (title, told) if part), space.PADDING_OF_ROW)
        button.setAccessibleDescription(dates.date(day, language))
        if item.kind == "routine":
            button.clicked.connect(lambda: self._to.routine.emit(item.target))
        else:
            button.clicked.connect(lambda: self._to.go.emit("walltest"))
        row = QHBoxLayout(button)
        row.setContentsMargins(space.XS, 0, space.XS, 0)
        row.setSpacing(space.S_LOOSE)
        row.addWidget(self._mark(items, day), 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(Label(self._look, title, BODY.semibold, wrap=True))
        if told:
            text.addWidget(Label(self._look, told, SMALL, "ink2", wrap=True))
        row.addLayout(text, 1)
        return button

    def _mark(self, items: Sequence[Item], day: date) -> IconLabel:
        """For the eye what the words say."""
        if all(one.state == "done" for one in items):
            return Tick(self._look)
        if day < self._today:
            return IconLabel(self._look, "minus", 24, "ink3")
        return Circle(self._look)

    def _starts(self, items: Sequence[Item]) -> QWidget | None:
        """Beginnings of what is still open: of the gentle one, too, when sore."""
        still = next((one for one in items if one.state in ("due", "sore")), None)
        if still is None:
            return None
        catalogue = self._parts.library.catalogue
        holder = QWidget()
        flow = Flow(space.S, holder, align_right=True)
        if still.instead is not None:
            gentle = still.instead
            self._add_start(
                flow, title_of(catalogue, "routine", gentle, words.LANGUAGE), "routine", gentle, is_named=True
            )
        self._add_start(flow, title_of(catalogue, still.kind, still.id, words.LANGUAGE), still.kind, still.target)
        return holder

    def _add_start(self, flow: Flow, title: str, kind: str, target: str, *, is_named: bool = False) -> None:
        tone = "tonal" if self._has_primary else "primary"
        self._has_primary = True
        word = title if is_named else self.tr("Start")
        start = Button(self._look, word, tone, "play", sizes.BUTTON_SMALL)
        start.setAccessibleName(self.tr("Start {title}").format(title=title))
        start.clicked.connect(lambda: self._to.start.emit(kind, target))
        flow.addWidget(start)
