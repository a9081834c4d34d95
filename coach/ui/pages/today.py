"""Today: one decision. What to do now, a way out of two minutes beside it; what else there is, and how it goes."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from coach.session.timeline import SessionKind
from coach.today.agenda import Today
from coach.today.first import First, first_of
from coach.today.safety import AfterPain
from coach.today.standing import standing_of
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, PAGE_TITLE
from coach.ui.pages.page import Page, Paths
from coach.ui.pages.today_cards import ReminderCard, WallTestCard, WeekCard
from coach.ui.pages.today_first import LEAST, Decision
from coach.ui.pages.today_list import AlsoToday
from coach.ui.pages.today_morning import MorningAfter
from coach.ui.widgets.band import Band
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.hero import Hero
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Gallery, Split
from coach.ui.widgets.locked import LockedCard
from coach.ui.words import common as words
from coach.words import today as today_words

if TYPE_CHECKING:
    from coach.wiring import Parts

_LEFT, _RIGHT, _SIDE_BY_SIDE = 592, 304, 760
_BESIDE_CARDS = 384
"""A decision so high is never lower than the cards beside it, and keeps its height whatever they say."""


class TodayPage(Page):
    """What to do now, beside it the wall test and the next reminder; below what else there is, and the week."""

    _hero: Hero | None = None

    def __init__(self, parts: Parts, look: Look, to: Paths) -> None:
        super().__init__(look, "")
        self.entitle(self.tr("Today"))
        self._parts, self._to = parts, to
        self._shown: object = None
        self._decision = Decision(parts, look, to, self, self.refresh)
        self.morning = MorningAfter(parts, look, self)
        self.morning.changed.connect(self.refresh)

    def build(self, column: QVBoxLayout) -> None:
        now = self._parts.clock.wall()
        found, planned = self._parts.today_and_week(now)
        self._to.week.emit(planned)
        column.addLayout(self._greeting(found))
        self.morning.add_to(column, found.morning)
        self._advise(column, found)
        week = WeekCard(self._look, planned, found, self._parts.library.catalogue)
        if found.locked is not None:
            self._locked(column, now, week)
        else:
            self._open(column, found, week)
        column.addStretch(1)
        self._shown = self._now()
        self._fit()

    def tick(self) -> None:
        """The next reminder, as the desk has it now; everything, on another day or once something was done or told
        elsewhere.
        """
        if self._now() == self._shown:
            self.reminder.tell()
        else:
            self.refresh()

    def _now(self) -> object:
        """What is another one when the page is to be built anew."""
        store = self._parts.store
        return self._parts.clock.wall().date(), store.past_version, store.plans(), store.safety()[-1:]

    # --- the parts

    def _greeting(self, found: Today) -> QVBoxLayout:
        now = found.at
        hello = (
            self.tr("Good morning") if now.hour < 12 else self.tr("Good afternoon") if now.hour < 18
            else self.tr("Good evening")
        )  # fmt: skip
        column = QVBoxLayout()
        column.setSpacing(space.HAIR)
        column.addWidget(Label(self._look, hello, PAGE_TITLE, wrap=True))
        date = words.date(now)
        if found.plan is not None and not found.plan.is_over:
            week = today_words.week_of_plan(words.LANGUAGE, found.plan)
            date = self.tr("{date}, {week}").format(date=date, week=week)
        column.addWidget(Label(self._look, date, BODY, "ink2", wrap=True))
        return column

    def _advise(self, column: QVBoxLayout, found: Today) -> None:
        """What is more important than an exercise: to see somebody, and to answer the safety questions."""
        if found.see_someone is not None:
            show = Button(self._look, self.tr("What to show there"), "text", height=sizes.BUTTON_SMALL)
            show.clicked.connect(lambda: self._to.go.emit("progress"))
            told = today_words.advice(words.LANGUAGE, found.see_someone)
            column.addWidget(Band(self._look, told, [show], is_caution=True))
        if found.questions is not None and found.locked is None:
            answer = Button(self._look, self.tr("Answer them"), "secondary", "shield", sizes.BUTTON_SMALL)
            answer.clicked.connect(self._to.safety)
            told = f"{today_words.questions(words.LANGUAGE, found.questions)}."
            is_caution = isinstance(found.questions, AfterPain)
            column.addWidget(Band(self._look, told, [answer], is_caution=is_caution))

    def _open(self, column: QVBoxLayout, found: Today, week: WeekCard) -> None:
        first = first_of(found, self._parts.library.catalogue, self._can_start)
        self._hero = self._decision.hero(found, first)
        top = self._beside(fill=True)
        top.addWidget(self._hero)
        side = Gallery(self._look.px(290), most=2, fill=True)
        is_new = first.what == "measure"  # the decision is the test: no card says it again
        is_planned = any(item.kind == "test" and item.state == "due" for item in found.items)
        side.addWidget(week if is_new else WallTestCard(self._parts, self._look, self._to, is_planned=is_planned))
        side.addWidget(self._reminder())
        top.add_layout(side)
        column.addLayout(top)
        below = self._beside(fill=True)
        below.addWidget(self._also(found, first))
        if not is_new:
            below.addWidget(week)
        column.addLayout(below)

    def _locked(self, column: QVBoxLayout, now: datetime, week: WeekCard) -> None:
        """A state in the place of every invitation: since when, what to do, and the way out."""
        self._hero = None
        card = LockedCard(self._look, standing_of(self._parts.library.catalogue.safety, self._parts.store, now))
        card.again.clicked.connect(self._to.safety)
        top = self._beside(fill=False)
        top.addWidget(card)
        side = Gallery(self._look.px(290), most=2, fill=True)
        side.addWidget(self._reminder())
        side.addWidget(week)
        top.add_layout(side)
        column.addLayout(top)

    def _beside(self, *, fill: bool) -> Split:
        return Split(_LEFT, _RIGHT, self._look.px(_SIDE_BY_SIDE), fill=fill)

    def _also(self, found: Today, first: First) -> AlsoToday:
        return AlsoToday(self._parts, self._look, self._to, found, first)

    def _reminder(self) -> ReminderCard:
        self.reminder = ReminderCard(self._parts, self._look, self._to)
        return self.reminder

    def _can_start(self, kind: SessionKind, target: str) -> bool:
        """Not what rests after a worse morning, nor what the person's conditions leave nothing of."""
        return kind == "test" or not self._parts.own(target).is_empty

    # --- how high

    def _set_margins(self) -> None:
        super()._set_margins()
        self._fit()

    def _fit(self) -> None:
        if self._hero is None:
            return
        margins = self.column.contentsMargins()
        room = self.viewport().width() - margins.left() - margins.right()
        has_cards_beside = room >= self._look.px(_SIDE_BY_SIDE)
        self._hero.setMinimumHeight(self._look.px(_BESIDE_CARDS if has_cards_beside else LEAST))
