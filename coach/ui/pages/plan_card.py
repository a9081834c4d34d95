"""A plan in the gallery of routines, and the figures that stand for one."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from coach.content.catalogue import Catalogue
from coach.content.model import Figure, Plan
from coach.demonstration.which_figure import STANDING, Emblems, at_the_wall, hips_up
from coach.today.calendar import Calendar
from coach.today.following import following
from coach.ui.look import sizes
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, CARD_TITLE, OVERLINE
from coach.ui.pages.page import Paths
from coach.ui.widgets.card import CardButton, beside_picture
from coach.ui.widgets.labels import Label
from coach.ui.widgets.place import FigurePlace
from coach.ui.words import common as words
from coach.words import following as following_words
from coach.words import plan as plan_words

if TYPE_CHECKING:
    from coach.wiring import Parts


class PlanCard(CardButton):
    """A plan in the gallery of routines: its name and what it holds, or where one is in it. Opens its page."""

    def __init__(self, parts: Parts, look: Look, plan: Plan, to: Paths, faces: Emblems) -> None:
        catalogue = parts.library.catalogue
        stands = following(Calendar(catalogue, parts.store.plans()), plan.id, parts.clock.wall().date())
        where = following_words.stands(stands, catalogue.plans, words.LANGUAGE)
        title, kind = words.say(plan.title), where or plan_words.name(plan, words.LANGUAGE)
        holds = plan_words.in_short(plan, catalogue, words.LANGUAGE)
        super().__init__(look, f"{title}. {kind}. {holds}")
        self.setToolTip(words.say(plan.summary) or title)
        self.clicked.connect(lambda: to.plan.emit(plan.id))
        figure = _figure_at_its_wall(catalogue, plan, faces)
        place = FigurePlace(
            look, "standing", 250, 150, sizes.CARD_RADIUS, "left", figure=figure, close=hips_up(figure) or None
        )
        place.setSizePolicy(place.sizePolicy().horizontalPolicy(), place.sizePolicy().Policy.Expanding)
        text = beside_picture(self, place)
        text.addWidget(Label(look, kind, OVERLINE, "atext"))
        text.addWidget(Label(look, title, CARD_TITLE, wrap=True))
        text.addWidget(Label(look, holds, BODY, "ink2", wrap=True))
        text.addStretch(1)


def _figure_at_its_wall(catalogue: Catalogue, plan: Plan, faces: Emblems) -> Figure:
    """The test that a plan comes back to; without one, or where a plan before it shows the same, as in the open."""
    figure = _of_its_test(catalogue, plan)
    if figure is None or any(_of_its_test(catalogue, each) is figure for each in _before(catalogue, plan)):
        return figure_in_the_open(catalogue, plan, faces)
    return figure


def _of_its_test(catalogue: Catalogue, plan: Plan) -> Figure | None:
    tests = [catalogue.tests.get(item.test) for weeks in plan.weeks for item in weeks.do if item.test]
    at_walls = (at_the_wall(catalogue, test) for test in tests if test is not None)
    return next((figure for figure in at_walls if figure is not None), None)


def _before(catalogue: Catalogue, plan: Plan) -> list[Plan]:
    """The plans that are shown before this one."""
    return list(takewhile(lambda each: each.id != plan.id, catalogue.plans.values()))


def figure_in_the_open(catalogue: Catalogue, plan: Plan, faces: Emblems) -> Figure:
    """What tells a plan's first routine from the others, else somebody standing: a hero has no room for a wall. What a
    plan before it holds, too, comes last.
    """
    held = {name for each in _before(catalogue, plan) for name in _routines(each)}
    routines = [catalogue.routines.get(name) for name in sorted(_routines(plan), key=held.__contains__)]
    return next((figure for each in routines if (figure := faces.of(each)) is not None), STANDING)


def _routines(plan: Plan) -> list[str]:
    return [item.routine for weeks in plan.weeks for item in weeks.do if item.routine]
