"""Today: one decision. What to do now, a two-minute way out beside it; what was done, the test, the next reminder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coach.content.model import Figure
from coach.cut_short import CutShort
from coach.demonstration.which_figure import STANDING, emblem
from coach.progress.records import SessionRecord
from coach.session.routine_lines import lines, needs
from coach.today.done import done_on, routines_of, week_of
from coach.today.standing import standing_of
from coach.today.suggestion import Suggestion, also, shortest_routine, suggested
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, HERO, PAGE_TITLE, SMALL
from coach.ui.pages.page import Page, Paths
from coach.ui.pages.today_cards import ReminderCard, TitledCard, WallTestCard
from coach.ui.pages.today_morning import MorningAfter
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import Card
from coach.ui.widgets.hero import Hero
from coach.ui.widgets.labels import Circle, Fact, Label, Tick
from coach.ui.widgets.layouts import Flow, Gallery, Split
from coach.ui.widgets.line import HLine
from coach.ui.widgets.locked import LockedCard
from coach.ui.widgets.week import Week
from coach.ui.words import common as words
from coach.words import suggestions
from coach.words.dates import hour

if TYPE_CHECKING:
    from coach.wiring import Parts

_SHOWN = 4  # sessions in the list
_OFFERED = 3  # rows in the list, offers included


class TodayPage(Page):
    """What to do now, beside it what was done, the wall test and the next reminder."""

    def __init__(self, parts: Parts, look: Look, to: Paths) -> None:
        super().__init__(look, "")
        self.title = self.tr("Today")
        self.setAccessibleName(self.title)
        self._parts, self._to = parts, to
        self.morning = MorningAfter(parts, look, self)
        self.morning.changed.connect(self.refresh)

    def build(self, column: QVBoxLayout) -> None:
        now = self._parts.clock.wall()
        sessions = self._parts.store.sessions()
        column.addLayout(self._greeting(now))
        self.morning.add_to(column)
        locked = self._locked(now)
        top = Split(592, 304, self._look.px(760), fill=locked is None)
        top.addWidget(locked or self._hero(now, sessions))
        side = Gallery(self._look.px(290), most=2, fill=True)
        if locked is None:
            side.addWidget(WallTestCard(self._parts, self._look, self._to))
        self.reminder = ReminderCard(self._parts, self._look, self._to)
        side.addWidget(self.reminder)
        top.add_layout(side)
        column.addLayout(top)
        if locked is None:
            below = Split(592, 304, self._look.px(760))
            below.addWidget(self._also(now, sessions))
            below.addWidget(self._week(now, sessions))
            column.addLayout(below)
        else:
            side.addWidget(self._week(now, sessions))
        column.addStretch(1)

    def tick(self) -> None:
        """The next reminder, as the desk has it now."""
        self.reminder.tell()

    # --- the parts

    def _greeting(self, now: datetime) -> QVBoxLayout:
        hello = (
            self.tr("Good morning") if now.hour < 12 else self.tr("Good afternoon") if now.hour < 18
            else self.tr("Good evening")
        )  # fmt: skip
        column = QVBoxLayout()
        column.setSpacing(space.HAIR)
        column.addWidget(Label(self._look, hello, PAGE_TITLE, wrap=True))
        column.addWidget(Label(self._look, words.date(now), BODY, "ink2", wrap=True))
        return column

    def _hero(self, now: datetime, sessions: list[SessionRecord]) -> Hero:
        cut = self._parts.cut_short()
        if cut is not None:
            return self._cut_short(cut)
        suggestion = self._first(done_on(now.date(), sessions))
        if suggestion is None:
            hero = self._titled(
                "standing", "", self.tr("Nothing to coach yet"), self.tr("The library holds no routine.")
            )
            self._act(hero, self.tr("Look at Routines"), "routines", lambda: self._to.go.emit("routines"))
            return hero
        return self._suggest(suggestion)

    def _locked(self, now: datetime) -> LockedCard | None:
        """What stands in the place of a session while the safety questions keep the person from one."""
        standing = standing_of(self._parts.library.catalogue.safety, self._parts.store, now)
        if standing.locked is None:
            return None
        card = LockedCard(self._look, standing)
        card.again.clicked.connect(self._to.safety)
        return card

    def _cut_short(self, cut: CutShort) -> Hero:
        hero = self._titled("standing", self.tr("Cut short"), cut.record.title, self._how_far(cut))
        leave = Button(self._look, self.tr("Leave it"), "text")
        leave.clicked.connect(lambda: self._leave(cut.record.id))
        if cut.place.first is not None:
            self._act(hero, self.tr("Go on"), "play", self._to.resume.emit)
        elif cut.timeline is not None:
            self._act(hero, self.tr("Begin anew"), "play", self._to.anew.emit)
        hero.buttons.addWidget(leave)
        hero.buttons.addStretch(1)
        return hero

    def _how_far(self, cut: CutShort) -> str:
        if cut.timeline is None:
            return self.tr("It is not there any more.")
        if cut.place.first is None:
            return self.tr("It has changed meanwhile, so it can only be begun anew.")
        far = self.tr("{done} of {all} parts done").format(done=cut.place.done, all=len(cut.timeline.intervals))
        skipped = cut.place.skipped
        return self.tr("{far}, {skipped} skipped").format(far=far, skipped=skipped) if skipped else far

    def _first(self, today: list[SessionRecord]) -> Suggestion | None:
        return suggested(self._parts.library.catalogue, self._parts.store.tests(), routines_of(today))

    def _suggest(self, suggestion: Suggestion) -> Hero:
        catalogue = self._parts.library.catalogue
        routine = catalogue.routines[suggestion.id]
        timeline = self._parts.timeline("routine", routine.id)
        exercises = lines(routine, catalogue.exercises)
        position = exercises[0].exercise.position if exercises else "standing"
        figure = emblem(catalogue, routine)
        hero = self._titled(
            position,
            suggestions.reason(words.LANGUAGE, suggestion.reason),
            words.say(routine.title),
            words.say(routine.summary),
            figure,
        )
        facts = Flow(space.M_LOOSE)
        for icon, text in (("clock", words.total(timeline)), ("routines", words.count_exercises(timeline.exercises))):
            facts.addWidget(Fact(self._look, icon, text))
        hero.words.addSpacing(space.XS)
        hero.words.addLayout(facts)
        self._act(hero, self.tr("Start"), "play", lambda: self._to.start.emit("routine", routine.id))
        short = shortest_routine(catalogue, self._parts.routine_seconds)
        if short != routine.id:
            length = words.takes(self._parts.timeline("routine", short))
            is_two = length == words.length(120)
            word = self.tr("Only two minutes?") if is_two else self.tr("Only {length}?").format(length=length)
            way_out = Button(self._look, word, "text")
            way_out.setToolTip(words.say(catalogue.routines[short].title))
            way_out.clicked.connect(lambda: self._to.start.emit("routine", short))
            hero.buttons.addWidget(way_out)
        hero.buttons.addStretch(1)
        return hero

    def _titled(self, position: str, over: str, title: str, sentence: str, figure: Figure | None = None) -> Hero:
        hero = Hero(self._look, position, figure=figure or STANDING, least=270)
        hero.say(title, sentence, over=over, style=HERO)
        return hero

    def _act(self, hero: Hero, word: str, icon: str, act: Callable[[], object]) -> None:
        hero.offer(word, act, icon, height=sizes.BUTTON_LARGEST).setObjectName("start")

    def _leave(self, session: int) -> None:
        self._parts.store.finish_session(session, "abandoned")
        self.refresh()

    def _also(self, now: datetime, sessions: list[SessionRecord]) -> Card:
        """What was done today, then what else would fit."""
        today = done_on(now.date(), sessions)
        count = self.tr("{n} done").format(n=len(today)) if today else ""
        card = TitledCard(self._look, self.tr("Also today"), Label(self._look, count, SMALL, "ink2"))
        column = card.column
        rows = [self._session(record) for record in today[:_SHOWN]]
        catalogue, done, first = self._parts.library.catalogue, routines_of(today), self._first(today)
        fitting = also(catalogue, first.id if first else "", self._parts.routine_seconds)
        others = [name for name in fitting if name not in done]
        rows += [self._offer(name) for name in others[: max(0, _OFFERED - len(rows))]]
        if not rows:
            text = self.tr("Nothing else. Two minutes count.")
            column.addWidget(Label(self._look, text, BODY, "ink2", wrap=True))
        for number, row in enumerate(rows):
            if number:
                column.addWidget(HLine(self._look))
            column.addLayout(row)
        column.addStretch(1)
        return card

    def _offer(self, name: str) -> QHBoxLayout:
        routine = self._parts.library.catalogue.routines[name]
        title = words.say(routine.title)
        row = QHBoxLayout()
        row.setSpacing(space.M_LOOSE)
        row.addWidget(Circle(self._look))
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(Label(self._look, title, BODY.bold, wrap=True))
        length = words.takes(self._parts.timeline("routine", name))
        things = [words.need(thing).lower() for thing in needs(routine, self._parts.library.catalogue.exercises)]
        facts = ", ".join([length, *things])
        text.addWidget(Label(self._look, facts, SMALL, "ink2", wrap=True))
        row.addLayout(text, 1)
        start = Button(self._look, self.tr("Start"), "tonal", "play", sizes.BUTTON_SMALL)
        start.setAccessibleName(self.tr("Start {routine}").format(routine=title))
        start.clicked.connect(lambda: self._to.start.emit("routine", name))
        row.addWidget(start)
        return row

    def _session(self, record: SessionRecord) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(space.M_LOOSE)
        row.addWidget(Tick(self._look))
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(Label(self._look, record.title, BODY.bold, wrap=True))
        at = self.tr("{length}, at {time}").format(length=words.length(record.seconds), time=hour(record.started))
        text.addWidget(Label(self._look, at, SMALL, "ink2", wrap=True))
        row.addLayout(text, 1)
        if record.effort is not None:
            row.addWidget(Label(self._look, self.tr("effort {n}").format(n=record.effort), SMALL, "ink2"))
        return row

    def _week(self, now: datetime, sessions: list[SessionRecord]) -> Card:
        days = week_of(now.date(), sessions)
        active = sum(1 for day in days if day.done)
        note = self.tr("{n} of 7 days").format(n=active)
        card = TitledCard(self._look, self.tr("This week"), Label(self._look, note, SMALL, "ink2"))
        card.column.addWidget(Week(self._look, days))
        card.column.addStretch(1)
        return card
