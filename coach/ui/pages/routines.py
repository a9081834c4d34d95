"""The gallery of routines: chips by goal, a search, a card each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from coach.content.model import Figure, Plan, Routine
from coach.demonstration.which_figure import STANDING, emblem, hips_up
from coach.session import routine_lines
from coach.today.suggestion import suggested
from coach.ui.look import sizes, space
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, CARD_TITLE, HEADING, LARGE, OVERLINE, SMALL
from coach.ui.pages.page import Page, Paths
from coach.ui.pages.plan import PlanCard
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.card import CardButton, beside_picture
from coach.ui.widgets.chip import ChoiceChip
from coach.ui.widgets.field import Field
from coach.ui.widgets.labels import IconLabel, Label
from coach.ui.widgets.layouts import Flow, Gallery, clear
from coach.ui.widgets.place import FigurePlace
from coach.ui.words import common as words
from coach.words import plan as plan_words
from coach.words import suggestions

if TYPE_CHECKING:
    from coach.wiring import Parts

_GOALS = ("desk", "daily", "strength", "warm-up", "release", "recovery")


class RoutinesPage(Page):
    """Every routine and plan of the library. A broken file is named above the gallery; it hides no healthy one."""

    def __init__(self, parts: Parts, look: Look, to: Paths) -> None:
        super().__init__(look, "")
        self.title = self.tr("Routines")
        self.setAccessibleName(self.title)
        self._parts, self._to = parts, to
        self._goal = ""
        self._search = ""

    def build(self, column: QVBoxLayout) -> None:
        field = self.field = Field(self._look, self.tr("Find by name or area"))
        field.edit.setText(self._search)
        field.changed.connect(self._searched)
        column.addLayout(self.header(field))
        column.addLayout(self._chips())
        self.tell_problems(column, self._parts.library.catalogue.problems)
        self._gallery = Gallery(self._look.px(270))
        column.addLayout(self._gallery)
        self._empty = QVBoxLayout()
        column.addLayout(self._empty)
        column.addStretch(1)
        self._fill()

    def _chips(self) -> Flow:
        row = Flow(space.S)
        self._group = QButtonGroup(self)
        known = {routine.goal for routine in self._parts.library.catalogue.routines.values()}
        goals = [goal for goal in _GOALS if goal in known] + sorted(known - set(_GOALS))
        for goal in ("", *goals):
            chip = ChoiceChip(self._look, words.goal(goal) if goal else self.tr("All"))
            chip.setChecked(goal == self._goal)
            chip.clicked.connect(lambda _checked=False, goal=goal: self._chosen(goal))
            self._group.addButton(chip)
            row.addWidget(chip)
        return row

    def _chosen(self, goal: str) -> None:
        self._goal = goal
        self._fill()

    def _searched(self, text: str) -> None:
        self._search = text
        self._fill()

    def _matches(self, routine: Routine) -> bool:
        if self._goal and routine.goal != self._goal:
            return False
        wanted = self._search.strip().casefold()
        if not wanted:
            return True
        catalogue = self._parts.library.catalogue
        told = [words.say(routine.title), words.say(routine.summary), words.goal(routine.goal)]
        for line in routine_lines.lines(routine, catalogue.exercises):
            told.append(words.say(line.exercise.title))
            told += [words.say(catalogue.areas[area].title) for area in line.exercise.areas if area in catalogue.areas]
            told += [words.need(thing) for thing in line.exercise.needs]
        return all(word in " ".join(told).casefold() for word in wanted.split())

    def _plan_matches(self, plan: Plan) -> bool:
        """A plan has no goal of its own: it stands among all, and is found by its words and by what it holds."""
        catalogue = self._parts.library.catalogue
        if self._goal or not any(item.routine in catalogue.routines for weeks in plan.weeks for item in weeks.do):
            return False
        told = [words.say(plan.title), words.say(plan.summary), plan_words.name(plan, words.LANGUAGE)]
        told += plan_words.done(plan, catalogue, words.LANGUAGE)
        return all(word in " ".join(told).casefold() for word in self._search.casefold().split())

    def _fill(self) -> None:
        clear(self._gallery)
        clear(self._empty)
        found = [routine for routine in self._parts.library.catalogue.routines.values() if self._matches(routine)]
        yours = suggested(self._parts.library.catalogue, self._parts.store.tests())
        is_whole = not self._goal and not self._search.strip() and len(found) > 2
        wide = {yours.id: suggestions.reason(words.LANGUAGE, yours.reason)} if is_whole and yours is not None else {}
        found.sort(key=lambda routine: routine.id not in wide)
        for routine in found:
            card = RoutineCard(self._parts, self._look, routine, self._to, wide.get(routine.id, ""))
            self._gallery.addWidget(card)
            if routine.id in wide:
                self._gallery.set_span(card, 2)
        plans = [plan for plan in self._parts.library.catalogue.plans.values() if self._plan_matches(plan)]
        for plan in plans:
            plan_card = PlanCard(self._parts, self._look, plan, self._to)
            self._gallery.addWidget(plan_card)
            self._gallery.set_span(plan_card, 2)
        if not found and not plans:
            self._show_empty()

    def _show_empty(self) -> None:
        place = FigurePlace(self._look, height=200, corners="all", radius=sizes.CARD_RADIUS, figure=STANDING)
        if self._parts.library.catalogue.routines:
            sentence, action = self.tr("No routine fits that."), self.tr("Show all")
        else:
            sentence, action = self.tr("There is no routine here yet."), ""
        self._empty.addWidget(place)
        self._empty.addSpacing(space.S)
        text = Label(self._look, sentence, LARGE, wrap=True, align=Qt.AlignmentFlag.AlignHCenter)
        self._empty.addWidget(text)
        if action:
            button = Button(self._look, action, "secondary")
            button.clicked.connect(self._show_all)
            self._empty.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def _show_all(self) -> None:
        self._goal = self._search = ""
        self.refresh()


class RoutineCard(CardButton):
    """A routine in the gallery: its picture, name, length, needs as icons. Opens its page.

    With `why` it is the wide one: why it comes first stands above its name, and it can be started here.
    """

    def __init__(self, parts: Parts, look: Look, routine: Routine, to: Paths, why: str = "") -> None:
        catalogue = parts.library.catalogue
        title, summary = words.say(routine.title), words.say(routine.summary)
        timeline = parts.timeline("routine", routine.id)
        length = words.total(timeline)
        fact = ", ".join((length, words.count_exercises(timeline.exercises)))
        things = routine_lines.needs(routine, catalogue.exercises)
        needed = ", ".join(words.need(thing) for thing in things)
        super().__init__(look, ". ".join(part for part in (title, fact, needed) if part))
        self.setToolTip(summary or title)
        self.clicked.connect(lambda: to.routine.emit(routine.id))
        lines = routine_lines.lines(routine, catalogue.exercises)
        position = lines[0].exercise.position if lines else "standing"
        picture = self._picture(look, position, emblem(catalogue, routine), is_wide=bool(why))
        if why:
            self._wide(look, routine, picture, length, things, to, why)
        else:
            self._tall(look, title, picture, fact, things)

    def _picture(self, look: Look, position: str, figure: Figure | None, *, is_wide: bool) -> FigurePlace:
        close = hips_up(figure) or None
        if not is_wide:
            return FigurePlace(look, position, 290, 132, sizes.CARD_RADIUS, "top", figure=figure, close=close)
        place = FigurePlace(look, position, 250, 204, sizes.CARD_RADIUS, "left", figure=figure, close=close)
        place.setSizePolicy(place.sizePolicy().horizontalPolicy(), place.sizePolicy().Policy.Expanding)
        return place

    def _tall(self, look: Look, title: str, picture: QWidget, fact: str, things: list[str]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(picture)
        below = QVBoxLayout()
        below.setContentsMargins(space.L_LOOSE, space.M, space.L_LOOSE, space.L)
        below.setSpacing(0)
        below.addWidget(Label(look, title, HEADING, wrap=True))
        row = QHBoxLayout()
        row.addWidget(Label(look, fact, SMALL, "ink2", tabular=True))
        row.addStretch(1)
        row.addWidget(_needs(look, things))
        below.addLayout(row)
        column.addLayout(below)
        column.addStretch(1)

    def _wide(
        self, look: Look, routine: Routine, picture: QWidget, length: str, things: list[str], to: Paths, why: str
    ) -> None:
        text = beside_picture(self, picture)
        text.addWidget(Label(look, why, OVERLINE, "atext"))
        text.addWidget(Label(look, words.say(routine.title), CARD_TITLE, wrap=True))
        if routine.summary:
            text.addWidget(Label(look, words.say(routine.summary), BODY, "ink2", wrap=True))
        text.addStretch(1)
        bottom = Flow(space.M)
        start = Button(look, self.tr("Start, {length}").format(length=length), "primary", "play")
        start.clicked.connect(lambda: to.start.emit("routine", routine.id))
        bottom.addWidget(start)
        bottom.addWidget(_needs(look, things))
        text.addSpacing(space.S_LOOSE)
        text.addLayout(bottom)


def _needs(look: Look, things: list[str]) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(space.XS_LOOSE)
    for thing in things:
        row.addWidget(IconLabel(look, words.need_icon(thing), 18))
    return holder
