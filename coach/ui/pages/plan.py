"""A plan: to begin it, its week with what is due and done, all its weeks, its calendar to take along, and to stop."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.content.model import Plan, PlanItem, PlanWeeks
from coach.demonstration.which_figure import Emblems
from coach.following import Change, begin, going_on, stop, take_back
from coach.progression.kit import things_of
from coach.session.planned import PlanPlace, planned_id
from coach.today.calendar import Calendar
from coach.today.following import Following, following
from coach.today.standing import standing_of
from coach.ui.announce import Announcer
from coach.ui.exporter import Exporter
from coach.ui.look import space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, HEADING, LARGE, SECTION, SMALL
from coach.ui.pages.page import PageAbout, Paths
from coach.ui.pages.plan_begin import BeginPlan, StopPlan
from coach.ui.pages.plan_card import figure_in_the_open
from coach.ui.pages.plan_week import WeekDays
from coach.ui.pages.take_along import TakeAlong
from coach.ui.widgets.back import back_row
from coach.ui.widgets.card import Card, RowButton
from coach.ui.widgets.chip import Chip
from coach.ui.widgets.hero import Hero
from coach.ui.widgets.labels import IconLabel, Label
from coach.ui.widgets.layouts import Flow, Gallery
from coach.ui.widgets.locked import LockedCard
from coach.ui.widgets.notice import Notice, problems_of
from coach.ui.words import common as words
from coach.values import replace
from coach.words import following as following_words
from coach.words import kit
from coach.words import plan as plan_words
from coach.words.progression import said_before

if TYPE_CHECKING:
    from coach.wiring import Parts


class PlanPage(PageAbout):
    """`appear(id)` says which; when its file is gone or broke, it says so and leads back."""

    def __init__(self, parts: Parts, look: Look, to: Paths) -> None:
        super().__init__(look)
        self._parts, self._to = parts, to
        self._exporter = Exporter(self)
        self._announcer = Announcer(self)
        self._standing = Following(parts.clock.wall().date(), None, None, None)
        self._changed: tuple[str, Change] | None = None
        """What was done last, in words, and how it is taken back."""
        self._is_anew = False
        """Whether another first day is being chosen."""

    def build(self, column: QVBoxLayout) -> None:
        column.addLayout(back_row(self._look, self.tr("Routines"), lambda: self._to.go.emit("routines")))
        catalogue = self._parts.library.catalogue
        self.tell_problems(column, problems_of(catalogue.problems, ("plan",), self._id))
        self._tell_changed(column)
        plan = catalogue.plans.get(self._id)
        now = self._parts.clock.wall()
        calendar = self._parts.planned(now)
        self._standing = following(calendar, self._id, now.date())
        if plan is None:
            self.entitle(self.tr("This plan is not there any more."))
            column.addWidget(Label(self._look, self.title, LARGE, wrap=True))
            if self._standing.course is not None:
                column.addWidget(self._stop_card())
            column.addStretch(1)
            return
        self.entitle(words.say(plan.title))
        column.addWidget(self._hero(plan))
        self._add_now(column, plan, now)
        self._add_for_you(column, plan, calendar)
        self._add_weeks(column, plan, calendar)
        column.addWidget(TakeAlong(self._parts, self._look, self._exporter, plan))
        if self._standing.course is not None:
            column.addWidget(self._stop_card())
        column.addStretch(1)

    def appear(self, about: str = "", before: str = "") -> None:
        """Show the plan of this id."""
        self._changed, self._is_anew = None, False
        super().appear(about, before)

    def _hero(self, plan: Plan) -> Hero:
        catalogue = self._parts.library.catalogue
        faces = Emblems(catalogue, self._parts.barred())
        hero = Hero(self._look, flat=True, figure=figure_in_the_open(catalogue, plan, faces), least=230)
        where = following_words.stands(self._standing, catalogue.plans, words.LANGUAGE)
        summary = words.say(plan.summary) if plan.summary else ""
        hero.say(self.title, summary, over=where or plan_words.name(plan, words.LANGUAGE))
        return hero

    # --- what is to be done now

    def _add_now(self, column: QVBoxLayout, plan: Plan, now: datetime) -> None:
        """The way in, or the days of this week."""
        locked = standing_of(self._parts.library.catalogue.safety, self._parts.store, now)
        if locked.locked is not None:
            card = LockedCard(self._look, locked)
            card.again.clicked.connect(self._to.safety)
            column.addWidget(card)
        if self._standing.course is None or self._is_anew:
            begin = BeginPlan(self._parts, self._look, plan, now.date())
            begin.begun.connect(self._begin)
            column.addWidget(begin)
        week = self._standing.week
        if week is not None and not week.is_over:
            days = [day for day in self._parts.week(now).days if day.date >= week.followed.begun]
            column.addWidget(self._heading(self.tr("This week"), self.tr("You are here")))
            may_start = locked.locked is None
            WeekDays(self._parts, self._look, self._to, days, now.date(), may_start=may_start).add_to(column)

    def _heading(self, word: str, chip: str = "") -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(space.S, 0, space.S, 0)
        row.setSpacing(space.M)
        row.addWidget(Label(self._look, word, SECTION))
        if chip:
            row.addWidget(Chip(self._look, chip, kind="cue"))
        row.addStretch(1)
        return holder

    def _add_for_you(self, column: QVBoxLayout, plan: Plan, calendar: Calendar) -> None:
        """What the person's conditions leave out, and what to do on a sore day."""
        catalogue, language = self._parts.library.catalogue, words.LANGUAGE
        names = dict.fromkeys(item.routine for weeks in plan.weeks for item in weeks.do if item.routine)
        said = {
            name: said_before(language, self._parts.own(name), catalogue.exercises)
            for name in names
            if calendar.can_be_done(name)
        }
        told = [plan_words.left_out(plan, calendar.barred, catalogue, language)]
        told += [f"{words.say(catalogue.routines[name].title)}: {text}" for name, text in said.items() if text]
        told.append(following_words.if_sore(plan_words.gentle(plan, calendar, catalogue, language), language))
        lines = [line for line in told if line]
        if lines:
            card = Card(self._look, space.L)
            text = QVBoxLayout(card)
            text.setContentsMargins(space.S, 0, space.S, 0)
            text.setSpacing(space.S)
            text.addWidget(Label(self._look, self.tr("For you"), HEADING))
            for line in lines:
                text.addWidget(Label(self._look, line, BODY, "ink2", wrap=True))
            column.addWidget(card)

    # --- to begin, to stop, and to take it back

    def _begin(self, day: date) -> None:
        found, change = begin(self._parts.store, self._id, day)
        plans = self._parts.library.catalogue.plans
        told = (
            following_words.begun(plans[self._id], day, words.LANGUAGE),
            following_words.switches(found, plans, words.LANGUAGE),
        )
        self._did(" ".join(part for part in told if part), change)

    def _stop(self) -> None:
        today = self._parts.clock.wall().date()
        its = [one for one in going_on(self._parts.store, today) if one.plan == self._id]
        change = stop(self._parts.store, its, today)
        self._did(following_words.stopped(its, self._parts.library.catalogue.plans, words.LANGUAGE), change)

    def _stop_card(self) -> StopPlan:
        card = StopPlan(self._look, self._standing, may_begin_anew=not self._is_anew)
        card.stop.connect(self._stop)
        card.anew.connect(self._ask_anew)
        return card

    def _ask_anew(self) -> None:
        self._is_anew = True
        self.refresh()
        self.to_top()

    def _did(self, sentence: str, change: Change) -> None:
        self._changed, self._is_anew = (sentence, change), False
        self._to.week.emit(self._parts.week())
        self.refresh()
        self.to_top()
        self._announcer.say(sentence)

    def _tell_changed(self, column: QVBoxLayout) -> None:
        if self._changed is None:
            return
        sentence, change = self._changed
        notice = Notice(self._look, sentence, "state", self.tr("Undo"))
        notice.closed.connect(self._forget_change)
        if notice.action is not None:
            notice.action.clicked.connect(lambda: self._take_back(change))
        column.addWidget(notice)

    def _take_back(self, change: Change) -> None:
        take_back(self._parts.store, change)
        self._forget_change()
        self._to.week.emit(self._parts.week())
        self.refresh()

    def _forget_change(self) -> None:
        self._changed = None

    # --- all weeks

    def _add_weeks(self, column: QVBoxLayout, plan: Plan, calendar: Calendar) -> None:
        column.addWidget(self._heading(self.tr("All weeks")))
        weeks = Gallery(self._look.px(360), most=3)
        conditions = self._parts.conditions()
        for each in plan.weeks:
            weeks.addWidget(self._weeks(plan, each, calendar, conditions))
        column.addLayout(weeks)

    def _weeks(self, plan: Plan, weeks: PlanWeeks, calendar: Calendar, conditions: frozenset[str]) -> Card:
        """A range of weeks; while the plan is followed, those that are not now are quieter."""
        place = self._standing.place_of(weeks)
        card = Card(self._look, 0, tone="card" if place in (None, "now") else "sunk")
        column = QVBoxLayout(card)
        column.setContentsMargins(space.L, space.L, space.L, space.L)
        column.setSpacing(space.ROW)
        head = Flow(space.S_LOOSE)
        head.setContentsMargins(space.S, 0, space.S, space.XS_LOOSE)
        tone = "ink2" if place == "past" else "ink"
        head.addWidget(Label(self._look, plan_words.span(weeks, words.LANGUAGE), SECTION, tone))
        if place == "now":
            head.addWidget(Chip(self._look, self.tr("You are here"), kind="cue"))
        elif place == "past":
            head.addWidget(Chip(self._look, self.tr("Behind you"), "check", "state"))
        column.addLayout(head)
        for item in weeks.do:
            if item.test in self._parts.library.catalogue.tests or calendar.can_be_done(item.routine or ""):
                shown = item if calendar.can_be_done(item.if_sore or "") else replace(item, if_sore=None)
                column.addWidget(self._row(PlanPlace(plan, weeks, item), shown, conditions))
        column.addStretch(1)
        return card

    def _row(self, place: PlanPlace, item: PlanItem, conditions: frozenset[str]) -> RowButton:
        """Name, days, and what is different this time; opens the routine as it is then, or the test. `item` is the one
        of the place as the person can do it.
        """
        catalogue = self._parts.library.catalogue
        language = words.LANGUAGE
        difference = plan_words.difference(item, catalogue, language, conditions)
        lacks = things_of(self._parts.lacks(planned_id(place))) if item.routine is not None else ()
        needs = kit.needs(lacks, language)
        told = [plan_words.title(item, catalogue, language), plan_words.when(item, language), difference, needs]
        button = RowButton(self._look, ". ".join(part for part in told if part), padding=space.PADDING_OF_ROW)
        button.setAccessibleDescription(plan_words.span(place.weeks, language))
        if item.routine is not None:
            button.clicked.connect(lambda: self._to.routine.emit(planned_id(place)))
        else:
            button.clicked.connect(lambda: self._to.go.emit("walltest"))
        row = QHBoxLayout(button)
        row.setContentsMargins(space.XS, 0, space.XS, 0)
        row.setSpacing(space.M_LOOSE)
        text = QVBoxLayout()
        text.setSpacing(0)
        for number, part in enumerate(told):
            if part:
                style, tone = (SMALL, "ink2") if number else (BODY.bold, "ink")
                text.addWidget(Label(self._look, part, style, tone, wrap=True))
        row.addLayout(text, 1)
        row.addWidget(IconLabel(self._look, "chev", 18))
        return button
