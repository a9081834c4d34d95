"""A plan: what is done in which weeks, on which days and how much of it; its calendar to take along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coach.content.catalogue import Catalogue
from coach.content.model import Figure, Plan, PlanWeeks
from coach.demonstration.which_figure import STANDING, at_the_wall, emblem, hips_up
from coach.session.planned import PlanPlace, planned_id
from coach.ui.exporter import Exporter
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, CARD_TITLE, LARGE, OVERLINE, SECTION, SMALL
from coach.ui.pages.page import PageAbout, Paths
from coach.ui.pages.take_along import TakeAlong
from coach.ui.widgets.back import back_row
from coach.ui.widgets.card import Card, CardButton, RowButton, beside_picture
from coach.ui.widgets.hero import Hero
from coach.ui.widgets.labels import IconLabel, Label
from coach.ui.widgets.layouts import Gallery
from coach.ui.widgets.notice import problems_of
from coach.ui.widgets.place import FigurePlace
from coach.ui.words import common as words
from coach.words import plan as plan_words

if TYPE_CHECKING:
    from coach.wiring import Parts


class PlanPage(PageAbout):
    """`appear(id)` says which; when its file is gone or broke, it says so and leads back."""

    def __init__(self, parts: Parts, look: Look, to: Paths) -> None:
        super().__init__(look)
        self._parts, self._to = parts, to
        self._exporter = Exporter(self)

    def build(self, column: QVBoxLayout) -> None:
        column.addLayout(back_row(self._look, self.tr("Routines"), lambda: self._to.go.emit("routines")))
        catalogue = self._parts.library.catalogue
        self.tell_problems(column, problems_of(catalogue.problems, ("plan",), self._id))
        plan = catalogue.plans.get(self._id)
        if plan is None:
            column.addWidget(Label(self._look, self.tr("This plan is not there any more."), LARGE, wrap=True))
            column.addStretch(1)
            return
        self.title = words.say(plan.title)
        self.setAccessibleName(self.title)
        column.addWidget(self._hero(plan))
        column.addWidget(TakeAlong(self._parts, self._look, self._exporter, plan))
        weeks = Gallery(self._look.px(360), most=3)
        for each in plan.weeks:
            weeks.addWidget(self._weeks(plan, each))
        column.addLayout(weeks)
        column.addStretch(1)

    def _hero(self, plan: Plan) -> Hero:
        figure = _figure_in_the_open(self._parts.library.catalogue, plan)
        hero = Hero(self._look, flat=True, figure=figure, least=230)
        hero.say(
            self.title, words.say(plan.summary) if plan.summary else "", over=plan_words.name(plan, words.LANGUAGE)
        )
        return hero

    def _weeks(self, plan: Plan, weeks: PlanWeeks) -> Card:
        card = Card(self._look, 0)
        column = QVBoxLayout(card)
        column.setContentsMargins(space.L, space.L, space.L, space.L)
        column.setSpacing(space.ROW)
        head = QHBoxLayout()
        head.setContentsMargins(space.S, 0, space.S, space.XS_LOOSE)
        head.addWidget(Label(self._look, plan_words.span(weeks, words.LANGUAGE), SECTION))
        head.addStretch(1)
        column.addLayout(head)
        for item in weeks.do:
            if plan_words.title(item, self._parts.library.catalogue, words.LANGUAGE):
                column.addWidget(self._row(PlanPlace(plan, weeks, item)))
        column.addStretch(1)
        return card

    def _row(self, place: PlanPlace) -> RowButton:
        """Name, days, and what is different this time; opens the routine as it is then, or the test."""
        catalogue, item = self._parts.library.catalogue, place.item
        language = words.LANGUAGE
        difference = plan_words.difference(item, catalogue, language)
        told = [plan_words.title(item, catalogue, language), plan_words.when(item, language), difference]
        button = RowButton(self._look, ". ".join(part for part in told if part), padding=space.PADDING_OF_ROW)
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


class PlanCard(CardButton):
    """A plan in the gallery of routines: its name and what it holds. Opens its page."""

    def __init__(self, parts: Parts, look: Look, plan: Plan, to: Paths) -> None:
        catalogue = parts.library.catalogue
        title, kind = words.say(plan.title), plan_words.name(plan, words.LANGUAGE)
        holds = ", ".join(plan_words.done(plan, catalogue, words.LANGUAGE))
        super().__init__(look, f"{title}. {kind}. {holds}")
        self.setToolTip(words.say(plan.summary) or title)
        self.clicked.connect(lambda: to.plan.emit(plan.id))
        figure = _figure_at_its_wall(catalogue, plan)
        place = FigurePlace(
            look, "standing", 250, 150, sizes.CARD_RADIUS, "left", figure=figure, close=hips_up(figure) or None
        )
        place.setSizePolicy(place.sizePolicy().horizontalPolicy(), place.sizePolicy().Policy.Expanding)
        text = beside_picture(self, place)
        text.addWidget(Label(look, kind, OVERLINE, "atext"))
        text.addWidget(Label(look, title, CARD_TITLE, wrap=True))
        text.addWidget(Label(look, holds, BODY, "ink2", wrap=True))
        text.addStretch(1)


def _figure_at_its_wall(catalogue: Catalogue, plan: Plan) -> Figure:
    """The test that a plan comes back to; without one as in the open."""
    tests = [catalogue.tests.get(item.test) for weeks in plan.weeks for item in weeks.do if item.test]
    at_walls = (at_the_wall(catalogue, test) for test in tests if test is not None)
    return next((figure for figure in at_walls if figure is not None), None) or _figure_in_the_open(catalogue, plan)


def _figure_in_the_open(catalogue: Catalogue, plan: Plan) -> Figure:
    """What tells a plan's first routine from the others, else somebody standing: a hero has no room for a wall."""
    routines = [catalogue.routines.get(item.routine) for weeks in plan.weeks for item in weeks.do if item.routine]
    return next((figure for each in routines if (figure := emblem(catalogue, each)) is not None), STANDING)
